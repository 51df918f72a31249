using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Reference;

/// <summary>What must hold within a template. Each fault is reported with its entry.</summary>
internal sealed class TemplateChecks
{
    private readonly TemplateFile _template;
    private readonly List<TemplateFault> _faults = [];

    private TemplateChecks(TemplateFile template) => _template = template;

    /// <summary>All that is wrong, and all that is not there yet; empty where the template could be published.</summary>
    public static IReadOnlyList<TemplateFault> Of(TemplateFile template)
    {
        var checks = new TemplateChecks(template);
        checks.CheckWhole();
        checks.CheckTables();
        checks.CheckSections();
        return checks._faults;
    }

    private void CheckWhole()
    {
        var whole = new PartName(TemplatePartKind.Whole, _template.Id);
        Key<Template>(whole, "Mallens id", []);
        Filled(whole, _template.Title);
        Short(whole, TemplateField.Note, "Anmärkningen", _template.Note, TemplateFile.MostOfText);
        if (_template.BasedOn is { } basis && !Domain.Key<Template>.TryParse(basis, null, out _))
        {
            Report(whole, TemplateField.BasedOn, $"Mallen som den bygger på, ”{basis}”, är inget giltigt id.");
        }
    }

    private void CheckTables()
    {
        var tables = new HashSet<string>();
        var asked = _template.Requirements().Select(requirement => requirement.Table).ToHashSet();
        foreach (var table in _template.Tables)
        {
            var part = new PartName(TemplatePartKind.Table, table.Id);
            Key<TemplateTable>(part, "Tabellens id", tables);
            Filled(part, table.Title);
            if (table.Columns.Count == 0)
            {
                Miss(part, TemplateField.Parts, "Tabellen har inga kolumner.");
            }

            var columns = new HashSet<string>();
            foreach (var column in table.Columns)
            {
                CheckColumn(new PartName(TemplatePartKind.Column, column.Id, table.Id), column, columns);
            }

            if (!asked.Contains(table.Id))
            {
                Miss(part, TemplateField.Parts, "Inget krav frågar efter tabellen.");
            }
        }
    }

    private void CheckColumn(PartName part, TemplateFile.ColumnEntry column, HashSet<string> seen)
    {
        Key<TableColumn>(part, "Kolumnens id", seen);
        Filled(part, column.Title);
        Short(part, TemplateField.Help, "Hjälpen", column.Help, TemplateFile.MostOfText);
        Short(part, TemplateField.Unit, "Enheten", column.Unit ?? "", TemplateFile.MostOfLine);
        if (!SampleWords.ColumnTypes.TryGetValue(column.Type, out var type))
        {
            Report(part, TemplateField.Type, Expected("slag av kolumn", SampleWords.ColumnTypes.Keys));
            return;
        }

        if (type == ColumnType.Number != column.Unit is not null)
        {
            Report(part, TemplateField.Unit, "Ett tal ska ha en enhet, och bara ett tal.");
        }

        if (column.CharacterLimit is { } limit && (type != ColumnType.Text || limit <= 0))
        {
            Report(
                part,
                TemplateField.CharacterLimit,
                "Bara en text har en teckengräns, och den ska vara större än noll."
            );
        }

        var chooses = type is ColumnType.Choice or ColumnType.MultiChoice;
        if (chooses ? column.Options is not { Count: >= 2 } : column.Options is not null)
        {
            Report(part, TemplateField.Options, "En kolumn med val ska ha minst två val, och bara en sådan.");
        }

        CheckOptions(part, column.Options ?? []);
    }

    private void CheckOptions(PartName part, IReadOnlyList<TemplateFile.OptionEntry> options)
    {
        var ids = new HashSet<string>();
        foreach (var option in options)
        {
            if (ProblemOf<ColumnOption>(option.Id, $"Valet ”{option.Id}”:s id", ids) is { } problem)
            {
                Report(part, TemplateField.Options, problem);
            }

            if (string.IsNullOrWhiteSpace(option.Label))
            {
                Report(part, TemplateField.Options, "Ett val är tomt.");
            }

            if (option.Label.Contains(';', StringComparison.Ordinal))
            {
                Report(
                    part,
                    TemplateField.Options,
                    $"Valet ”{Characters.Beginning(option.Label, 30)}” har ett semikolon, och det skiljer flera val åt i en ruta. Skriv ett komma i stället."
                );
            }

            Short(
                part,
                TemplateField.Options,
                $"Valet ”{Characters.Beginning(option.Label, 30)}”",
                option.Label,
                TemplateFile.MostOfTitle
            );
        }
    }

    private void CheckSections()
    {
        if (_template.Sections.Count == 0)
        {
            Miss(new PartName(TemplatePartKind.Whole, _template.Id), TemplateField.Parts, "Mallen har inga avsnitt.");
        }

        var tables = _template.Tables.Select(table => table.Id).ToHashSet();
        var (sections, requirements, chapters) = (new HashSet<string>(), new HashSet<string>(), new HashSet<int>());
        foreach (var section in _template.Sections)
        {
            var part = new PartName(TemplatePartKind.Section, section.Id);
            Key<Section>(part, "Avsnittets id", sections);
            Filled(part, section.Title);
            Short(part, TemplateField.Guidance, "Vägledningen", section.Guidance, TemplateFile.MostOfText);
            if (section.Chapter is { } chapter && !chapters.Add(chapter))
            {
                Report(part, TemplateField.Chapter, $"Kapitel {chapter} har ett annat avsnitt redan.");
            }

            if (section.Requirements.Count == 0)
            {
                Miss(part, TemplateField.Parts, "Avsnittet har inga krav.");
            }

            foreach (var requirement in section.Requirements)
            {
                CheckRequirement(
                    new PartName(TemplatePartKind.Requirement, requirement.Id),
                    requirement,
                    requirements,
                    tables
                );
            }
        }
    }

    private void CheckRequirement(
        PartName part,
        TemplateFile.RequirementEntry requirement,
        HashSet<string> seen,
        HashSet<string> tables
    )
    {
        Key<Requirement>(part, "Kravets id", seen);
        Filled(part, requirement.Title);
        if (string.IsNullOrWhiteSpace(requirement.Instruction))
        {
            Miss(part, TemplateField.Instruction, "Kravet har ingen instruktion.");
        }

        Short(part, TemplateField.Instruction, "Instruktionen", requirement.Instruction, TemplateFile.MostOfText);
        Short(part, TemplateField.Help, "Hjälpen", requirement.Help, TemplateFile.MostOfText);
        Short(part, TemplateField.LegalBasis, "Den rättsliga grunden", requirement.LegalBasis, TemplateFile.MostOfLine);
        CheckForm(part, requirement, tables);
        if (!SampleWords.Actors.ContainsKey(requirement.AnsweredBy))
        {
            Report(part, TemplateField.AnsweredBy, Expected("uppgiftslämnare", SampleWords.Actors.Keys));
        }

        CheckLimit(part, requirement);

        if (requirement.Counties is { } counties)
        {
            CheckCounties(part, AskedOf(requirement), counties);
        }
    }

    private void CheckLimit(PartName part, TemplateFile.RequirementEntry requirement)
    {
        var isPutToDocuments = AskedOf(requirement) == ReporterKind.Document;
        if (isPutToDocuments && requirement.CharacterLimit is not null)
        {
            Report(
                part,
                TemplateField.CharacterLimit,
                "Ingen skriver svar på en fråga till dokument. Ta bort teckengränsen."
            );
        }
        else if (!isPutToDocuments && requirement.CharacterLimit is not { Value: > 0 })
        {
            Report(part, TemplateField.CharacterLimit, "Teckengränsen ska vara större än noll.");
        }
    }

    private static ReporterKind? AskedOf(TemplateFile.RequirementEntry requirement) =>
        SampleWords.Actors.TryGetValue(requirement.AnsweredBy, out var kind) ? kind : null;

    private void CheckForm(PartName part, TemplateFile.RequirementEntry requirement, HashSet<string> tables)
    {
        if (!SampleWords.RequirementKinds.TryGetValue(requirement.Kind, out var kind))
        {
            Report(part, TemplateField.Kind, Expected("slag av krav", SampleWords.RequirementKinds.Keys));
        }
        else if (kind != RequirementKind.Narrative && AskedOf(requirement) == ReporterKind.Document)
        {
            Report(part, TemplateField.Kind, "En fråga till dokument besvaras i text. Välj text.");
        }
        else if (requirement.Table is null && kind != RequirementKind.Narrative)
        {
            Report(part, TemplateField.Table, "Kravet ska ange vilken tabell det frågar efter.");
        }
        else if (requirement.Table is not null && kind == RequirementKind.Narrative)
        {
            Report(part, TemplateField.Table, "Ett krav på text kan inte ha en tabell.");
        }

        if (requirement.Table is { } table && !tables.Contains(table))
        {
            Report(part, TemplateField.Table, $"Tabellen ”{table}” finns inte.");
        }
    }

    private void CheckCounties(PartName part, ReporterKind? asked, IReadOnlyList<string> counties)
    {
        foreach (var county in counties.Where(county => !RegionCode.TryParse(county, null, out _)))
        {
            Report(
                part,
                TemplateField.Counties,
                $"”{county}” är ingen länskod. Länskoder har två siffror, till exempel 01 eller 25."
            );
        }

        if (counties.Distinct().Count() != counties.Count)
        {
            Report(part, TemplateField.Counties, "Ett län står två gånger.");
        }

        if (counties.Count == 0)
        {
            Report(
                part,
                TemplateField.Counties,
                "Kravet ställs inte till något län. Ta bort fältet om det ställs till alla."
            );
        }

        if (asked is ReporterKind.Agency or ReporterKind.Document)
        {
            Report(
                part,
                TemplateField.Counties,
                asked == ReporterKind.Agency
                    ? "Andra myndigheter har inget län. Ta bort länen."
                    : "En fråga till dokument ställs till alla dokument. Ta bort länen."
            );
        }
    }

    private void Key<T>(PartName part, string what, HashSet<string> seen)
    {
        if (ProblemOf<T>(part.Id, what, seen) is { } problem)
        {
            Report(part, TemplateField.Id, problem);
        }
    }

    private static string? ProblemOf<T>(string id, string what, HashSet<string> seen) =>
        !Domain.Key<T>.TryParse(id, null, out _)
            ? $"{what} är inget giltigt id. Det ska bestå av a–z, siffror och bindestreck."
        : !seen.Add(id) ? $"{what} finns redan."
        : null;

    private void Filled(PartName part, string title)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            Report(part, TemplateField.Title, "Rubriken är tom.");
        }

        Short(part, TemplateField.Title, "Rubriken", title, TemplateFile.MostOfTitle);
    }

    private void Short(PartName part, TemplateField field, string what, string text, int most)
    {
        if (Characters.CountIn(text) is var count && count > most)
        {
            Report(part, field, $"{what} är {count} tecken, och får vara högst {most}.");
        }
    }

    private void Report(PartName part, TemplateField field, string reason) =>
        _faults.Add(new TemplateFault(part, field, reason));

    private void Miss(PartName part, TemplateField field, string reason) =>
        _faults.Add(new TemplateFault(part, field, reason, IsGap: true));

    private static string Expected(string what, IEnumerable<string> words) =>
        $"Okänt {what}. Välj bland: {string.Join(", ", words)}.";
}
