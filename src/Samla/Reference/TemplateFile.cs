using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Reference;

/// <summary>A template as people edit it: a file in <c>reference/templates</c>, or one that is taken out and put in again.</summary>
/// <param name="BasedOn">The template it was made from.</param>
public sealed record TemplateFile(
    string Id,
    string Title,
    string Note,
    IReadOnlyList<TemplateFile.SectionEntry> Sections,
    IReadOnlyList<TemplateFile.TableEntry> Tables,
    string? BasedOn = null
)
{
    /// <summary>The most characters of a title, and of what there is to choose.</summary>
    public const int MostOfTitle = 200;

    /// <summary>The most characters of a legal basis, and of a unit.</summary>
    public const int MostOfLine = 300;

    /// <summary>The most characters of an instruction, of help and guidance, and of a note.</summary>
    public const int MostOfText = 5_000;

    /// <param name="Chapter">The chapter of the report that compiles it.</param>
    public sealed record SectionEntry(
        string Id,
        string Title,
        IReadOnlyList<RequirementEntry> Requirements,
        int? Chapter = null,
        string Guidance = ""
    );

    /// <param name="CharacterLimit">The most characters of an answer; null for questions to documents.</param>
    /// <param name="Counties">The counties whose reporter answers; all where none are named.</param>
    /// <param name="Table">What the rows of the answer hold, by the table's id.</param>
    public sealed record RequirementEntry(
        string Id,
        string Kind,
        string Title,
        string Instruction,
        string AnsweredBy,
        Limit? CharacterLimit = null,
        string Help = "",
        string LegalBasis = "",
        IReadOnlyList<string>? Counties = null,
        string? Table = null,
        bool Optional = false
    );

    /// <param name="Assumed">Whether the limit is ours, since the source does not give one.</param>
    public sealed record Limit(int Value, bool Assumed = false);

    public sealed record TableEntry(string Id, string Title, IReadOnlyList<ColumnEntry> Columns);

    /// <param name="Unit">What a number counts.</param>
    /// <param name="CharacterLimit">The most characters of a text.</param>
    /// <param name="Options">What there is to choose from.</param>
    public sealed record ColumnEntry(
        string Id,
        string Title,
        string Type,
        string Help = "",
        string? Unit = null,
        int? CharacterLimit = null,
        bool Required = false,
        IReadOnlyList<OptionEntry>? Options = null
    );

    public sealed record OptionEntry(string Id, string Label);

    /// <summary>Every requirement, in the order they are asked.</summary>
    internal IEnumerable<RequirementEntry> Requirements() => Sections.SelectMany(section => section.Requirements);

    /// <summary>The template that a checked file describes.</summary>
    public Template ToTemplate(DateTimeOffset? publishedAt)
    {
        var id = Key<Template>.Parse(Id, null);
        return new Template
        {
            Id = id,
            Title = Title,
            Note = Note,
            BasedOn = KeyOf<Template>(BasedOn),
            PublishedAt = publishedAt,
            Tables = [.. Tables.Select((table, order) => TableOf(id, table, order))],
            Sections = [.. Sections.Select((section, order) => SectionOf(id, section, order))],
        };
    }

    /// <summary>The file that describes a template, which is loaded with all its parts.</summary>
    public static TemplateFile Of(Template template) =>
        new(
            template.Id.Value,
            template.Title,
            template.Note,
            [
                .. template
                    .Sections.OrderBy(section => section.Order)
                    .Select(section => new SectionEntry(
                        section.Id.Value,
                        section.Title,
                        [.. section.InOrder().Select(Of)],
                        section.Chapter,
                        section.Guidance
                    )),
            ],
            [
                .. template
                    .Tables.OrderBy(table => table.Order)
                    .Select(table => new TableEntry(
                        table.Id.Value,
                        table.Title,
                        [.. table.Columns.OrderBy(column => column.Order).Select(Of)]
                    )),
            ],
            template.BasedOn?.Value
        );

    private static RequirementEntry Of(Requirement requirement) =>
        new(
            requirement.Id.Value,
            WordOf(SampleWords.RequirementKinds, requirement.Kind),
            requirement.Title,
            requirement.Instruction,
            WordOf(SampleWords.Actors, requirement.AnsweredBy),
            requirement.IsPutToDocuments ? null : new Limit(requirement.CharacterLimit, requirement.IsLimitAssumed),
            requirement.Help,
            requirement.LegalBasis,
            requirement.Counties == RegionSet.All
                ? null
                : [.. requirement.Counties.Select(county => county.ToString())],
            requirement.TableId?.Value,
            requirement.IsOptional
        );

    private static ColumnEntry Of(TableColumn column) =>
        new(
            column.Id.Value,
            column.Title,
            WordOf(SampleWords.ColumnTypes, column.Type),
            column.Help,
            column.Unit,
            column.CharacterLimit,
            column.IsRequired,
            column.Options.Count == 0
                ? null
                :
                [
                    .. column
                        .Options.OrderBy(option => option.Order)
                        .Select(option => new OptionEntry(option.Id.Value, option.Label)),
                ]
        );

    private static string WordOf<T>(IReadOnlyDictionary<string, T> words, T value) =>
        words.First(word => EqualityComparer<T>.Default.Equals(word.Value, value)).Key;

    private static Section SectionOf(Key<Template> template, SectionEntry entry, int order)
    {
        var id = Key<Section>.Parse(entry.Id, null);
        return new Section
        {
            TemplateId = template,
            Id = id,
            Order = order,
            Chapter = entry.Chapter,
            Title = entry.Title,
            Guidance = entry.Guidance,
            Requirements = [.. entry.Requirements.Select((one, at) => RequirementOf(template, id, one, at))],
        };
    }

    private static Requirement RequirementOf(
        Key<Template> template,
        Key<Section> section,
        RequirementEntry entry,
        int order
    ) =>
        new()
        {
            TemplateId = template,
            Id = Key<Requirement>.Parse(entry.Id, null),
            SectionId = section,
            Order = order,
            Kind = SampleWords.RequirementKinds[entry.Kind],
            Title = entry.Title,
            Instruction = entry.Instruction,
            Help = entry.Help,
            LegalBasis = entry.LegalBasis,
            CharacterLimit = entry.CharacterLimit?.Value ?? 0,
            IsLimitAssumed = entry.CharacterLimit?.Assumed == true,
            TableId = KeyOf<TemplateTable>(entry.Table),
            IsOptional = entry.Optional,
            AnsweredBy = SampleWords.Actors[entry.AnsweredBy],
            Counties = entry.Counties is { } counties
                ? [.. counties.Select(county => RegionCode.Parse(county, null))]
                : RegionSet.All,
        };

    private static TemplateTable TableOf(Key<Template> template, TableEntry entry, int order)
    {
        var id = Key<TemplateTable>.Parse(entry.Id, null);
        return new TemplateTable
        {
            TemplateId = template,
            Id = id,
            Order = order,
            Title = entry.Title,
            Columns = [.. entry.Columns.Select((column, at) => ColumnOf(template, id, column, at))],
        };
    }

    private static TableColumn ColumnOf(Key<Template> template, Key<TemplateTable> table, ColumnEntry entry, int order)
    {
        var id = Key<TableColumn>.Parse(entry.Id, null);
        return new TableColumn
        {
            TemplateId = template,
            TableId = table,
            Id = id,
            Order = order,
            Title = entry.Title,
            Help = entry.Help,
            Type = SampleWords.ColumnTypes[entry.Type],
            Unit = entry.Unit,
            CharacterLimit = entry.CharacterLimit,
            IsRequired = entry.Required,
            Options =
            [
                .. (entry.Options ?? []).Select(
                    (option, at) =>
                        new ColumnOption
                        {
                            TemplateId = template,
                            TableId = table,
                            ColumnId = id,
                            Id = Key<ColumnOption>.Parse(option.Id, null),
                            Order = at,
                            Label = option.Label,
                        }
                ),
            ],
        };
    }

    private static Key<T>? KeyOf<T>(string? id) => id is null ? null : Key<T>.Parse(id, null);
}
