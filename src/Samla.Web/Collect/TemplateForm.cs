using System.Globalization;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Web.Collect;

/// <summary>What stands in a form for a part of a template, as it was written or as it is saved.</summary>
public sealed class TemplateForm
{
    /// <summary>The hidden field with the token of the template that was seen.</summary>
    public const string Token = "version";

    private const string Everybody = "alla";

    private readonly Dictionary<string, IReadOnlyList<string>> _fields;

    private TemplateForm(Dictionary<string, IReadOnlyList<string>> fields) => _fields = fields;

    /// <summary>A new requirement, section or table begins as this.</summary>
    public static TemplateForm Empty { get; } =
        new(
            new()
            {
                ["svarsform"] = ["narrative"],
                ["svarar"] = ["region"],
                ["lanen"] = [Everybody],
                ["granser"] = ["3000"],
            }
        );

    /// <summary>A new column begins as text without a limit.</summary>
    public static TemplateForm NewColumn { get; } = With(("slag", "text"));

    /// <summary>The fields that are shown beside each other where two have written, with their labels.</summary>
    public static IReadOnlyList<(string Name, string Label)> Labels { get; } =
    [
        ("rubrik", "Rubrik"),
        ("anmarkning", "Anmärkning"),
        ("vagledning", "Vägledning"),
        ("kapitel", "Kapitel"),
        ("instruktion", "Instruktion"),
        ("hjalp", "Hjälp"),
        ("grund", "Rättslig grund"),
        ("svarsform", "Svarsform"),
        ("tabell", "Tabell"),
        ("granser", "Teckengräns"),
        ("antagen", "Gränsen är antagen"),
        ("frivilligt", "Frivilligt"),
        ("svarar", "Vem som svarar"),
        ("lan", "Län"),
        ("slag", "Slag"),
        ("enhet", "Enhet"),
        ("val", "Val"),
        ("obligatorisk", "Måste fyllas i"),
        ("beteckning", "Beteckning"),
    ];

    /// <summary>A field; empty where nothing stands in it.</summary>
    public string this[string name] => _fields.GetValueOrDefault(name) is [var first, ..] ? first : "";

    /// <summary>A field of which several can be chosen.</summary>
    public IReadOnlyList<string> All(string name) => _fields.GetValueOrDefault(name) ?? [];

    /// <summary>Whether something stands in it, or it is ticked.</summary>
    public bool Has(string name) => All(name).Count > 0;

    /// <summary>Whether the counties are chosen one by one.</summary>
    public bool NamesCounties => this["lanen"] == "dessa";

    /// <summary>As it is shown beside another's.</summary>
    public string Shown(string name) =>
        name switch
        {
            "svarsform" => TemplateWords.SwedishOfKind(this[name]),
            "svarar" => TemplateWords.SwedishOfActor(this[name]),
            "slag" => TemplateWords.SwedishOfType(this[name]),
            "lan" => NamesCounties ? SwedishText.Enumeration([.. TemplateLook.Counties(All(name))]) : "alla",
            "antagen" or "frivilligt" or "obligatorisk" => Has(name) ? "ja" : "nej",
            _ => this[name],
        };

    /// <summary>What cannot be read as what it should be.</summary>
    public IReadOnlyList<TemplateFault> Faults =>
        [
            .. NumberFault("kapitel", TemplateField.Chapter, "Kapitlet ska vara ett helt tal, eller tomt."),
            .. NumberFault("granser", TemplateField.CharacterLimit, "Teckengränsen ska vara ett helt tal."),
        ];

    /// <summary>What was sent.</summary>
    public static TemplateForm In(IFormCollection form) =>
        new(
            form.Where(field => field.Value.Any(value => !string.IsNullOrWhiteSpace(value)))
                .ToDictionary(
                    field => field.Key,
                    field => (IReadOnlyList<string>)[.. field.Value.Select(value => Source.Normalised(value ?? ""))]
                )
        );

    public static TemplateForm Of(TemplateFile file) => With(("rubrik", file.Title), ("anmarkning", file.Note));

    public static TemplateForm Of(TemplateFile.SectionEntry section) =>
        With(
            ("beteckning", section.Id),
            ("rubrik", section.Title),
            ("vagledning", section.Guidance),
            ("kapitel", Number(section.Chapter))
        );

    public static TemplateForm Of(TemplateFile.RequirementEntry one)
    {
        var form = With(
            ("beteckning", one.Id),
            ("rubrik", one.Title),
            ("instruktion", one.Instruction),
            ("hjalp", one.Help),
            ("grund", one.LegalBasis),
            ("svarsform", one.Kind),
            ("tabell", one.Table ?? ""),
            ("granser", Number(one.CharacterLimit?.Value)),
            ("antagen", one.CharacterLimit?.Assumed == true ? "ja" : ""),
            ("frivilligt", one.Optional ? "ja" : ""),
            ("svarar", one.AnsweredBy),
            ("lanen", one.Counties is null ? Everybody : "dessa")
        );
        if (one.Counties is { } counties)
        {
            form._fields["lan"] = counties;
        }

        return form;
    }

    public static TemplateForm Of(TemplateFile.TableEntry table) =>
        With(("beteckning", table.Id), ("rubrik", table.Title));

    public static TemplateForm Of(TemplateFile.ColumnEntry column) =>
        With(
            ("beteckning", column.Id),
            ("rubrik", column.Title),
            ("hjalp", column.Help),
            ("slag", column.Type),
            ("enhet", column.Unit ?? ""),
            ("granser", Number(column.CharacterLimit)),
            ("obligatorisk", column.Required ? "ja" : ""),
            ("val", string.Join('\n', (column.Options ?? []).Select(option => option.Label)))
        );

    public TemplateFile.SectionEntry Section() =>
        new(this["beteckning"], Line("rubrik"), [], Number("kapitel"), this["vagledning"]);

    public TemplateFile.RequirementEntry Requirement() =>
        new(
            this["beteckning"],
            this["svarsform"],
            Line("rubrik"),
            this["instruktion"],
            this["svarar"],
            Number("granser") is { } limit ? new(limit, Has("antagen")) : null,
            this["hjalp"],
            Line("grund"),
            NamesCounties ? All("lan") : null,
            this["tabell"] is { Length: > 0 } table ? table : null,
            Has("frivilligt")
        );

    public TemplateFile.TableEntry Table() => new(this["beteckning"], Line("rubrik"), []);

    /// <param name="before">The column as it is; a choice that is changed where it stands is the same choice.</param>
    public TemplateFile.ColumnEntry Column(TemplateFile.ColumnEntry? before) =>
        new(
            this["beteckning"],
            Line("rubrik"),
            this["slag"],
            this["hjalp"],
            Line("enhet") is { Length: > 0 } unit ? unit : null,
            Number("granser"),
            Has("obligatorisk"),
            TemplateOptions.Of(
                this["val"].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                before?.Options
            )
        );

    private static TemplateForm With(params IEnumerable<(string Name, string Value)> fields) =>
        new(
            fields
                .Where(field => field.Value.Length > 0)
                .ToDictionary(field => field.Name, field => (IReadOnlyList<string>)[field.Value])
        );

    private string Line(string name) => this[name].ReplaceLineEndings(" ");

    private int? Number(string name) =>
        int.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private IEnumerable<TemplateFault> NumberFault(string name, TemplateField field, string reason) =>
        Has(name) && Number(name) is null
            ? [new TemplateFault(new PartName(TemplatePartKind.Whole, ""), field, reason)]
            : [];
}
