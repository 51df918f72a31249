using System.Text.RegularExpressions;
using Samla.Compile;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Reference;

/// <summary>What must hold between a sample round's files. Each fault is reported with its file and entry.</summary>
internal static partial class SampleChecks
{
    public const string RoundName = "round.json";
    public const string CodebookName = "codebook.json";
    private const string FactsName = "facts.json";
    private const string InterventionsName = "interventions.json";

    public static void Check(Sample sample, DataFolder folder)
    {
        var requirements = sample.Template.Requirements().ToDictionary(requirement => requirement.Id);
        var codes = CheckCodebook(sample.Codebook, sample.Template, folder);
        CheckFacts(sample, codes, requirements, folder);
        CheckInterventions(sample, requirements, folder);
        CheckWordings(sample, folder);
        CheckChapters(sample, codes, folder);
    }

    /// <summary>Checks a round, and gives the template that it asks; null, and an error, if there is none.</summary>
    public static TemplateFile? CheckRound(RoundFile round, DataFolder folder)
    {
        if (!Key<Round>.TryParse(round.Id, null, out _))
        {
            folder.Report(RoundName, round.Id, "Omgångens id ska bestå av a–z, siffror och bindestreck.");
        }

        if (!SampleWords.RoundKinds.ContainsKey(round.Kind))
        {
            folder.Report(RoundName, round.Kind, Expected("slag av omgång", SampleWords.RoundKinds.Keys));
        }

        if (!SampleWords.Origins.ContainsKey(round.Origin))
        {
            folder.Report(RoundName, round.Origin, Expected("ursprung", SampleWords.Origins.Keys));
        }

        if (round.PeriodStart > round.PeriodEnd)
        {
            folder.Report(RoundName, "periodEnd", "Perioden slutar innan den börjar.");
        }

        switch (Templates.Read(DataFolder.Registers))
        {
            case Templates.Outcome.Fits(var templates):
                if (templates.Files.GetValueOrDefault(round.Template) is { } template)
                {
                    return template;
                }

                folder.Report(
                    RoundName,
                    round.Template,
                    $"Mallen finns inte. Välj bland: {string.Join(", ", templates.Files.Keys)}."
                );
                break;
            case Templates.Outcome.Refused(var errors):
                foreach (var error in errors)
                {
                    folder.Report(error.File, error.Place, error.Reason);
                }

                break;
        }

        return null;
    }

    public static Dictionary<string, CodeEntry> CheckCodebook(
        IReadOnlyList<CodeEntry> codebook,
        TemplateFile template,
        DataFolder folder
    )
    {
        var requirements = template.Requirements().Select(requirement => requirement.Id).ToHashSet();
        var codes = new Dictionary<string, CodeEntry>();
        foreach (var code in codebook)
        {
            if (!Key<Code>.TryParse(code.Id, null, out _) || !codes.TryAdd(code.Id, code))
            {
                folder.Report(CodebookName, code.Id, "Kodens id finns redan eller är inget giltigt id.");
            }
        }

        foreach (var code in codes.Values)
        {
            CheckParent(code, codes, folder);
            if (code.Kind is not ("group" or "leaf"))
            {
                folder.Report(CodebookName, code.Id, Expected("slag av kod", ["group", "leaf"]));
            }

            if (code.Requirement is { } requirement && !requirements.Contains(requirement))
            {
                folder.Report(CodebookName, code.Id, $"Kravet ”{requirement}” finns inte i {template.Id}.");
            }

            if (code.CountedFrom is { } from && CountedFrom.Read(from) is null)
            {
                folder.Report(CodebookName, code.Id, $"”{from}” är inget som en kod kan räknas ur.");
            }

            if (code is { Kind: "leaf", Requirement: null, CountedFrom: null })
            {
                folder.Report(CodebookName, code.Id, "Koden ska ange vilket krav den gäller.");
            }

            if (code.Aspect is { } aspect && !SampleWords.Aspects.ContainsKey(aspect))
            {
                folder.Report(CodebookName, code.Id, Expected("aspekt", SampleWords.Aspects.Keys));
            }
        }

        return codes;
    }

    private static void CheckParent(CodeEntry code, Dictionary<string, CodeEntry> codes, DataFolder folder)
    {
        if (code.Parent is null)
        {
            if (code.Level != 1)
            {
                folder.Report(CodebookName, code.Id, $"En kod på nivå {code.Level} ska ha en överordnad kod.");
            }

            return;
        }

        if (!codes.TryGetValue(code.Parent, out var parent))
        {
            folder.Report(CodebookName, code.Id, $"Den överordnade koden ”{code.Parent}” finns inte.");
            return;
        }

        for (var (above, steps) = (parent, 0); above is not null; steps++)
        {
            if (above.Id == code.Id)
            {
                folder.Report(CodebookName, code.Id, $"Koden är överordnad sig själv, genom ”{code.Parent}”.");
                return;
            }

            if (steps > codes.Count)
            {
                return; // below a circle, whose own codes are reported
            }

            above = above.Parent is { } next ? codes.GetValueOrDefault(next) : null;
        }

        if (parent.Kind != "group" || parent.Level != code.Level - 1)
        {
            folder.Report(CodebookName, code.Id, $"”{code.Parent}” ska vara en grupp på nivån ovanför.");
        }
    }

    private static void CheckFacts(
        Sample sample,
        Dictionary<string, CodeEntry> codes,
        Dictionary<string, TemplateFile.RequirementEntry> requirements,
        DataFolder folder
    )
    {
        foreach (var fact in sample.Facts.Values)
        {
            if (!codes.TryGetValue(fact.Code, out var code) || code.Kind != "leaf")
            {
                folder.Report(FactsName, fact.Code, $"Koden finns inte i {CodebookName}, eller är en grupp.");
            }
            else if (code.Requirement != fact.Requirement)
            {
                folder.Report(FactsName, fact.Code, $"Kravet ska vara ”{code.Requirement}”, som i {CodebookName}.");
            }

            if (!SampleWords.Actors.ContainsKey(fact.Actor))
            {
                folder.Report(FactsName, fact.Code, Expected("uppgiftslämnare", SampleWords.Actors.Keys));
            }
            else
            {
                CheckIsAsked(fact.Requirement, fact.Actor, fact.Regions, requirements, FactsName, fact.Code, folder);
            }

            CheckCounties(fact.Regions, FactsName, fact.Code, folder);
            CheckCounties(fact.Exceptions ?? [], FactsName, fact.Code, folder);
            if (fact.Exceptions is { Count: > 0 } exceptions && exceptions.Intersect(fact.Regions).Any())
            {
                folder.Report(FactsName, fact.Code, "En region är både med och undantagen.");
            }
        }

        foreach (var leaf in codes.Values.Where(code => code.Kind == "leaf" && !sample.Facts.ContainsKey(code.Id)))
        {
            folder.Report(
                FactsName,
                leaf.Id,
                "Uppgift saknas för koden. En tom lista betyder att ingen region nämner det."
            );
        }
    }

    private static void CheckInterventions(
        Sample sample,
        Dictionary<string, TemplateFile.RequirementEntry> requirements,
        DataFolder folder
    )
    {
        var seen = new HashSet<string>();
        foreach (var entry in sample.Interventions)
        {
            if (!seen.Add(entry.Id) || !Key<Intervention>.TryParse(entry.Id, null, out _))
            {
                folder.Report(InterventionsName, entry.Id, "Insatsens id finns redan eller är inget giltigt id.");
            }

            if (!requirements.ContainsKey(entry.Requirement))
            {
                folder.Report(InterventionsName, entry.Id, $"Kravet ”{entry.Requirement}” finns inte.");
            }

            if (!SampleWords.InterventionTypes.ContainsKey(entry.Type))
            {
                folder.Report(
                    InterventionsName,
                    entry.Id,
                    Expected("slag av insats", SampleWords.InterventionTypes.Keys)
                );
            }

            if (!SampleWords.Actors.ContainsKey(entry.Actor) || entry.Regions.Count == 0)
            {
                folder.Report(InterventionsName, entry.Id, "Insatsen ska ha minst en uppgiftslämnare av känt slag.");
            }
            else
            {
                CheckIsAsked(
                    entry.Requirement,
                    entry.Actor,
                    entry.Regions,
                    requirements,
                    InterventionsName,
                    entry.Id,
                    folder
                );
            }

            CheckCounties(entry.Regions, InterventionsName, entry.Id, folder);
            foreach (var outcome in entry.Outcomes)
            {
                if (
                    !SampleWords.Horizons.ContainsKey(outcome.Horizon)
                    || !SampleWords.OutcomeStates.ContainsKey(outcome.State)
                    || !SampleWords.EvidenceKinds.ContainsKey(outcome.Evidence)
                )
                {
                    folder.Report(InterventionsName, entry.Id, $"Effekten ”{outcome.Text}” har ett okänt ord.");
                }
            }
        }
    }

    /// <summary>What is said in answer to a question that was not put to the one who says it would be lost.</summary>
    private static void CheckIsAsked(
        string requirement,
        string actor,
        IReadOnlyList<string> counties,
        Dictionary<string, TemplateFile.RequirementEntry> requirements,
        string file,
        string place,
        DataFolder folder
    )
    {
        if (requirements.GetValueOrDefault(requirement) is not { } asked)
        {
            return; // is reported where the requirement is named
        }

        if (asked.AnsweredBy != actor)
        {
            folder.Report(file, place, $"”{requirement}” besvaras av {asked.AnsweredBy}, inte {actor}.");
        }
        else if (asked.Counties is { } those && counties.Except(those).ToList() is [_, ..] others)
        {
            folder.Report(file, place, $"”{requirement}” ställs inte till {string.Join(", ", others)}.");
        }
    }

    /// <summary>One code's sentences in the file they stand in.</summary>
    public static void CheckWording(string file, string code, IReadOnlyList<string> sentences, DataFolder folder)
    {
        if (sentences.Count == 0 || sentences.Any(string.IsNullOrWhiteSpace))
        {
            folder.Report(file, code, "En formulering är tom.");
        }

        foreach (Match unknown in sentences.SelectMany(sentence => UnknownPlace().Matches(sentence)))
        {
            folder.Report(
                file,
                code,
                $"”{unknown.Value}” kan inte fyllas i. Välj bland {{region}}, {{län}}, {{läns}}."
            );
        }
    }

    private static void CheckWordings(Sample sample, DataFolder folder)
    {
        foreach (var code in sample.Wordings.Keys.Where(code => !sample.Facts.ContainsKey(code)))
        {
            folder.Report("wordings", code, "Koden finns inte.");
        }

        foreach (var fact in sample.Facts.Values)
        {
            if (fact is { Disputed: false, Regions.Count: > 0 } && !sample.Wordings.ContainsKey(fact.Code))
            {
                folder.Report("wordings", fact.Code, "Formuleringar saknas.");
            }
        }
    }

    private static void CheckChapters(Sample sample, Dictionary<string, CodeEntry> codes, DataFolder folder)
    {
        var interventions = sample.Interventions.Select(entry => entry.Id).ToHashSet();
        foreach (var (section, text) in sample.Chapters)
        {
            var file = folder.Files("chapters", ".md").First(name => Sample.SectionOf(name) == section);
            if (!sample.Template.Sections.Any(entry => entry.Id == section && entry.Chapter is not null))
            {
                folder.Report(file, "", "Inget avsnitt i mallen som sammanställs heter så.");
            }

            foreach (var found in MarkersInText.Find(text))
            {
                var problem = found.Marker switch
                {
                    Marker.Unknown => "Markören kan inte tolkas.",
                    { Counted: { } who } when !who.Codes.All(code => codes.ContainsKey(code.Value)) =>
                        "Koden finns inte.",
                    Marker.Omission(var code) when !codes.ContainsKey(code.Value) => "Koden finns inte.",
                    Marker.Quotation(var code, _, _) when !codes.ContainsKey(code.Value) => "Koden finns inte.",
                    Marker.Example(var id) when !interventions.Contains(id.Value) => "Insatsen finns inte.",
                    _ => null,
                };
                if (problem is not null)
                {
                    folder.Report(file, $"rad {found.Line}, {found.Text}", problem);
                }
            }
        }
    }

    public static void CheckCounties(IReadOnlyList<string> counties, string file, string place, DataFolder folder)
    {
        foreach (var county in counties.Where(county => !RegionCode.TryParse(county, null, out _)))
        {
            folder.Report(
                file,
                place,
                $"”{county}” är ingen länskod. Länskoder har två siffror, till exempel 01 eller 25."
            );
        }

        if (counties.Distinct().Count() != counties.Count)
        {
            folder.Report(file, place, "Ett län står två gånger.");
        }
    }

    internal static string Expected(string what, IEnumerable<string> words) =>
        $"Okänt {what}. Välj bland: {string.Join(", ", words)}.";

    [GeneratedRegex(@"\{(?!(region|län|läns)\})[^}]*\}?", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex UnknownPlace();
}
