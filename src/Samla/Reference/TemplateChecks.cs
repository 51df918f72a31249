using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Reference;

/// <summary>What must hold within a template. Each fault is reported with its entry.</summary>
internal static class TemplateChecks
{
    /// <param name="report">Takes the entry's id, and what is wrong with it.</param>
    public static void Check(TemplateFile template, Action<string, string> report)
    {
        Key<Template>(template.Id, "Mallens id", [], report);
        if (template.BasedOn is { } basis && !Domain.Key<Template>.TryParse(basis, null, out _))
        {
            report(template.Id, $"Mallen som den bygger på, ”{basis}”, är inget giltigt id.");
        }

        var tables = new HashSet<string>();
        foreach (var table in template.Tables)
        {
            Key<TemplateTable>(table.Id, "Tabellens id", tables, report);
            Check(table, report);
        }

        foreach (var unused in tables.Except(template.Requirements().Select(asked => asked.Table).OfType<string>()))
        {
            report(unused, "Inget krav frågar efter tabellen.");
        }

        var (sections, requirements, chapters) = (new HashSet<string>(), new HashSet<string>(), new HashSet<int>());
        foreach (var section in template.Sections)
        {
            Key<Section>(section.Id, "Avsnittets id", sections, report);
            Filled(section.Id, section.Title, report);
            if (section.Chapter is { } chapter && !chapters.Add(chapter))
            {
                report(section.Id, $"Kapitel {chapter} har ett annat avsnitt redan.");
            }

            if (section.Requirements.Count == 0)
            {
                report(section.Id, "Avsnittet har inga krav.");
            }

            foreach (var requirement in section.Requirements)
            {
                Key<Requirement>(requirement.Id, "Kravets id", requirements, report);
                Check(requirement, tables, report);
            }
        }
    }

    private static void Check(
        TemplateFile.RequirementEntry requirement,
        HashSet<string> tables,
        Action<string, string> report
    )
    {
        Filled(requirement.Id, requirement.Title, report);
        if (!SampleWords.RequirementKinds.TryGetValue(requirement.Kind, out var kind))
        {
            report(requirement.Id, Expected("slag av krav", SampleWords.RequirementKinds.Keys));
        }
        else if (requirement.Table is null && kind != RequirementKind.Narrative)
        {
            report(requirement.Id, "Kravet ska ange vilken tabell det frågar efter.");
        }
        else if (requirement.Table is not null && kind == RequirementKind.Narrative)
        {
            report(requirement.Id, "Ett krav på text kan inte ha en tabell.");
        }

        if (requirement.Table is { } table && !tables.Contains(table))
        {
            report(requirement.Id, $"Tabellen ”{table}” finns inte.");
        }

        if (!SampleWords.Actors.ContainsKey(requirement.AnsweredBy))
        {
            report(requirement.Id, Expected("uppgiftslämnare", SampleWords.Actors.Keys));
        }

        if (requirement.CharacterLimit.Value <= 0)
        {
            report(requirement.Id, "Teckengränsen ska vara större än noll.");
        }

        if (requirement.Counties is { } counties)
        {
            CheckCounties(requirement.Id, counties, report);
        }
    }

    private static void CheckCounties(string id, IReadOnlyList<string> counties, Action<string, string> report)
    {
        foreach (var county in counties.Where(county => !RegionCode.TryParse(county, null, out _)))
        {
            report(id, $"”{county}” är ingen länskod. Länskoder har två siffror, till exempel 01 eller 25.");
        }

        if (counties.Distinct().Count() != counties.Count)
        {
            report(id, "Ett län står två gånger.");
        }

        if (counties.Count == 0)
        {
            report(id, "Kravet ställs inte till något län. Ta bort fältet om det ställs till alla.");
        }
    }

    private static void Check(TemplateFile.TableEntry table, Action<string, string> report)
    {
        Filled(table.Id, table.Title, report);
        if (table.Columns.Count == 0)
        {
            report(table.Id, "Tabellen har inga kolumner.");
        }

        var ids = new HashSet<string>();
        foreach (var column in table.Columns)
        {
            var place = $"{table.Id}/{column.Id}";
            Key<TableColumn>(column.Id, "Kolumnens id", ids, (_, reason) => report(place, reason));
            Filled(place, column.Title, report);
            if (SampleWords.ColumnTypes.TryGetValue(column.Type, out var type))
            {
                Check(column, type, place, report);
            }
            else
            {
                report(place, Expected("slag av kolumn", SampleWords.ColumnTypes.Keys));
            }
        }
    }

    private static void Check(
        TemplateFile.ColumnEntry column,
        ColumnType type,
        string place,
        Action<string, string> report
    )
    {
        if (type == ColumnType.Number != column.Unit is not null)
        {
            report(place, "Ett tal ska ha en enhet, och bara ett tal.");
        }

        if (column.CharacterLimit is { } limit && (type != ColumnType.Text || limit <= 0))
        {
            report(place, "Bara en text har en teckengräns, och den ska vara större än noll.");
        }

        var chooses = type is ColumnType.Choice or ColumnType.MultiChoice;
        if (chooses ? column.Options is not { Count: >= 2 } : column.Options is not null)
        {
            report(place, "En kolumn med val ska ha minst två val, och bara en sådan.");
        }

        var ids = new HashSet<string>();
        foreach (var option in column.Options ?? [])
        {
            Key<ColumnOption>(option.Id, $"Valet ”{option.Id}”:s id", ids, (_, reason) => report(place, reason));
            Filled(place, option.Label, report);
        }
    }

    private static void Key<T>(string id, string what, HashSet<string> seen, Action<string, string> report)
    {
        if (!Domain.Key<T>.TryParse(id, null, out _))
        {
            report(id, $"{what} är inget giltigt id. Det ska bestå av a–z, siffror och bindestreck.");
        }
        else if (!seen.Add(id))
        {
            report(id, $"{what} finns redan.");
        }
    }

    private static void Filled(string place, string title, Action<string, string> report)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            report(place, "Rubriken är tom.");
        }
    }

    private static string Expected(string what, IEnumerable<string> words) =>
        $"Okänt {what}. Välj bland: {string.Join(", ", words)}.";
}
