using Samla.Domain;

namespace Samla.Reference;

/// <summary>What must hold within and between the registers. Each fault is reported with its file and entry.</summary>
internal static class RegisterChecks
{
    public static void Check(RegionsFile regions, DataFolder folder)
    {
        EachRegionOnce([.. regions.Regions.Select(region => region.Code)], Registers.RegionsName, folder);
        Unique([.. regions.Collaborations.Select(group => group.Id)], Registers.RegionsName, folder);
        foreach (var group in regions.Collaborations)
        {
            foreach (var member in group.Members)
            {
                County(member, Registers.RegionsName, group.Id, folder);
            }
        }
    }

    public static void Check(MunicipalitiesFile municipalities, RegionsFile regions, DataFolder folder)
    {
        const string File = Registers.MunicipalitiesName;
        Unique([.. municipalities.Municipalities.Select(entry => entry.Code)], File, folder);
        Unique([.. municipalities.Municipalities.Select(entry => entry.ShortName)], File, folder);
        foreach (var entry in municipalities.Municipalities)
        {
            County(entry.County, File, entry.Code, folder);
            if (
                entry.Code.Length != 4
                || !entry.Code.All(char.IsAsciiDigit)
                || !entry.Code.StartsWith(entry.County, StringComparison.Ordinal)
            )
            {
                folder.Report(File, entry.Code, "Kommunkoden ska ha fyra siffror och börja med länets kod.");
            }
        }

        var counted = municipalities.Municipalities.CountBy(entry => entry.County).ToDictionary();
        foreach (var region in regions.Regions)
        {
            if (counted.GetValueOrDefault(region.Code) is var count && count != region.Municipalities)
            {
                folder.Report(
                    File,
                    region.Code,
                    $"Länet har {count} kommuner här men {region.Municipalities} i {Registers.RegionsName}."
                );
            }
        }
    }

    public static void Check(StrategiesFile strategies, DataFolder folder)
    {
        EachRegionOnce(
            [.. strategies.Strategies.Select(strategy => strategy.Region)],
            Registers.StrategiesName,
            folder
        );
        var statuses = strategies.Statuses.Select(status => status.Id).ToHashSet();
        foreach (var strategy in strategies.Strategies)
        {
            if (strategy.HorizonYear < strategy.AdoptedYear)
            {
                folder.Report(Registers.StrategiesName, strategy.Id, "Strategin slutar innan den är antagen.");
            }

            foreach (
                var status in new[] { strategy.Status2023, strategy.Status2026 }.Where(id => !statuses.Contains(id))
            )
            {
                folder.Report(
                    Registers.StrategiesName,
                    strategy.Id,
                    $"Läget ”{status}” finns inte i listan över lägen."
                );
            }
        }
    }

    public static void Check(TaxonomyFile taxonomy, DataFolder folder)
    {
        const string File = Registers.TaxonomyName;
        var ids = taxonomy
            .NationalStrategies.SelectMany(strategy => strategy.Areas)
            .SelectMany(area => area.Priorities.Select(priority => priority.Id).Prepend(area.Id))
            .ToList();
        Unique(ids, File, folder);
        foreach (var area in taxonomy.NationalStrategies.SelectMany(strategy => strategy.Areas))
        {
            MapsTo(area.Id, area.MapsTo);
            foreach (var priority in area.Priorities)
            {
                MapsTo(priority.Id, priority.MapsTo);
            }
        }

        Unique([.. taxonomy.Agenda2030.Select(goal => $"{goal.Number}")], File, folder);

        void MapsTo(string from, IReadOnlyList<string>? to)
        {
            foreach (var missing in (to ?? []).Where(id => !ids.Contains(id)))
            {
                folder.Report(File, from, $"Motsvaras av ”{missing}”, som inte finns.");
            }
        }
    }

    public static void Check(FocusAreasFile areas, DataFolder folder)
    {
        Unique([.. areas.Areas.Select(area => area.Id)], Registers.FocusAreasName, folder);
        foreach (var area in areas.Areas)
        {
            County(area.Region, Registers.FocusAreasName, area.Id, folder);
        }
    }

    public static void Check(AssessmentFormFile form, DataFolder folder)
    {
        Unique(
            [.. form.Groups.SelectMany(group => group.Questions).Select(question => question.Id)],
            Registers.AssessmentFormName,
            folder
        );
        foreach (var group in form.Groups.Where(group => group.Questions.Count != group.Count))
        {
            folder.Report(
                Registers.AssessmentFormName,
                group.Id,
                $"Gruppen ska ha {group.Count} frågor men har {group.Questions.Count}."
            );
        }
    }

    /// <summary>Reports a county code that is none.</summary>
    public static void County(string county, string file, string place, DataFolder folder)
    {
        if (!RegionCode.TryParse(county, null, out _))
        {
            folder.Report(
                file,
                place,
                $"”{county}” är ingen länskod. Länskoder har två siffror, till exempel 01 eller 25."
            );
        }
    }

    /// <summary>Reports regions that are missing, and codes that are none or stand more than once.</summary>
    private static void EachRegionOnce(IReadOnlyList<string> codes, string file, DataFolder folder)
    {
        Unique(codes, file, folder);
        foreach (var code in codes)
        {
            County(code, file, code, folder);
        }

        foreach (var missing in Regions.All.Where(region => !codes.Contains(region.Code.ToString())))
        {
            folder.Report(file, missing.Code.ToString(), $"{missing.Name} saknas.");
        }
    }

    /// <summary>Reports ids that stand more than once.</summary>
    public static void Unique(IReadOnlyList<string> ids, string file, DataFolder folder)
    {
        foreach (var twice in ids.CountBy(id => id).Where(count => count.Value > 1))
        {
            folder.Report(file, twice.Key, "Står mer än en gång.");
        }
    }
}
