using System.Text.Json.Nodes;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Tests.Reference;

/// <summary>The templates that come with the program, and what is said of slips in them.</summary>
public sealed class TemplateFilesTests : IDisposable
{
    private const string Old = "templates/mall-2023.json";
    private const string New = "templates/mall-2024-99.json";
    private const string Mapping = "mappings/mall-2023-till-mall-2024-99.json";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samla-templates-");

    public TemplateFilesTests()
    {
        foreach (var file in (string[])[Old, New, Mapping])
        {
            var copy = Path.Combine(_folder.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(DataFolder.Registers, file), copy);
        }
    }

    /// <summary>A slip of the pen, and what is said of it.</summary>
    private sealed record Slip(string File, Action<JsonNode> Edit, string Place, string Reason);

    private static readonly Dictionary<string, Slip> Slips = new()
    {
        ["a template's id"] = new(Old, t => t["id"] = "Mall 1", "Mall 1", "a–z"),
        ["a basis that is not there"] = new(New, t => t["basedOn"] = "mall-1999", "mall-2024-99", "”mall-1999”"),
        ["a basis on itself"] = new(New, t => t["basedOn"] = "mall-2024-99", "mall-2024-99", "bygger på mallen själv"),
        ["a requirement twice"] = new(
            Old,
            t => Requirements(t).Add(Requirement(t).DeepClone()),
            "rus-genomforande",
            "finns redan"
        ),
        ["a section twice"] = new(Old, t => Sections(t).Add(Sections(t)[0]!.DeepClone()), "rus", "finns redan"),
        ["a section of nothing"] = new(Old, t => Requirements(t).Clear(), "rus", "har inga krav"),
        ["two sections in one chapter"] = new(Old, t => Sections(t)[1]!["chapter"] = 3, "analys", "Kapitel 3"),
        ["an empty title"] = new(Old, t => Requirement(t)["title"] = " ", "rus-genomforande", "Rubriken är tom"),
        ["a title too long"] = new(
            Old,
            t => Requirement(t)["title"] = new string('å', 201),
            "rus-genomforande",
            "Rubriken är 201 tecken, och får vara högst 200"
        ),
        ["an instruction too long"] = new(
            Old,
            t => Requirement(t)["instruction"] = new string('å', 5001),
            "rus-genomforande",
            "Instruktionen är 5001 tecken"
        ),
        ["a limit of nothing"] = new(
            Old,
            t => Requirement(t)["characterLimit"]!["value"] = 0,
            "rus-genomforande",
            "större än noll"
        ),
        ["a limit beyond all numbers"] = new(
            Old,
            t => Requirement(t)["characterLimit"]!["value"] = 99999999999,
            "rad ",
            "fel slag"
        ),
        ["an unknown kind"] = new(
            Old,
            t => Requirement(t)["kind"] = "bild",
            "rus-genomforande",
            "Välj bland: narrative"
        ),
        ["an unknown reporter"] = new(
            Old,
            t => Requirement(t)["answeredBy"] = "kommun",
            "rus-genomforande",
            "Välj bland: region"
        ),
        ["a merged county"] = new(
            Old,
            t => Requirement(t)["counties"] = new JsonArray("02"),
            "rus-genomforande",
            "”02” är ingen länskod"
        ),
        ["no county at all"] = new(
            Old,
            t => Requirement(t)["counties"] = new JsonArray(),
            "rus-genomforande",
            "inte till något län"
        ),
        ["a table for a text"] = new(
            Old,
            t => Requirement(t)["table"] = "insatser",
            "rus-genomforande",
            "kan inte ha en tabell"
        ),
        ["a table without columns to fill"] = new(
            Old,
            t => Of(t, "boende-resultat").Remove("table"),
            "boende-resultat",
            "vilken tabell"
        ),
        ["a table that is not there"] = new(
            Old,
            t => Of(t, "boende-resultat")["table"] = "okand",
            "boende-resultat",
            "”okand” finns inte"
        ),
        ["a table that nothing asks for"] = new(
            Old,
            t => Tables(t).Add(Table(t).DeepClone()),
            "insatser",
            "finns redan"
        ),
        ["an unknown column type"] = new(
            Old,
            t => Column(t)["type"] = "bild",
            "insatser/insats",
            "Välj bland: text, number"
        ),
        ["a unit for a text"] = new(Old, t => Column(t)["unit"] = "kronor", "insatser/insats", "ett tal"),
        ["a choice of one"] = new(Old, t => Choice(t).KeepFirst(1), "insatser/horisont", "minst två val"),
        ["a choice twice"] = new(
            Old,
            t => Choice(t).Add(Choice(t)[0]!.DeepClone()),
            "insatser/horisont",
            "finns redan"
        ),
        ["a choice of no words"] = new(Old, t => Choice(t)[0]!["label"] = "", "insatser/horisont", "är tom"),
        ["an unknown field"] = new(Old, t => t["year"] = 2023, "rad ", "Okänt fält: year"),
        ["a requirement of the earlier that is forgotten"] = new(
            Mapping,
            m => Last(m)["from"]![0] = "rus-genomforande",
            "medskick-fritt",
            "saknas"
        ),
        ["a requirement of the later that is forgotten"] = new(
            Mapping,
            m => Entry(m, "agenda-genomforande")["to"]![0] = "mal-politiken",
            "agenda-genomforande",
            "saknas"
        ),
        ["an unknown earlier requirement"] = new(
            Mapping,
            m => Last(m)["from"]![0] = "okand",
            "okand",
            "finns inte i mall-2023"
        ),
        ["an unknown later requirement"] = new(
            Mapping,
            m => Entry(m, "agenda-genomforande")["to"]![0] = "okand",
            "okand",
            "finns inte i mall-2024-99"
        ),
        ["dropped and kept"] = new(
            Mapping,
            m => Last(m)["from"]!.AsArray().Add("rus-genomforande"),
            "rus-genomforande",
            "”dropped”"
        ),
        ["the same of two"] = new(
            Mapping,
            m => m["entries"]![0]!["kind"] = "same",
            "rus-genomforande → ",
            "ett krav på varje sida"
        ),
        ["an unknown kind of mapping"] = new(
            Mapping,
            m => m["entries"]![0]!["kind"] = "lika",
            "rus-genomforande → ",
            "Välj bland: same, partly"
        ),
        ["a pair twice"] = new(
            Mapping,
            m => m["entries"]!.AsArray().Add(Entry(m, "medel-jamstalldhet").DeepClone()),
            "jamstalldhet-genomforande → medel-jamstalldhet",
            "två gånger"
        ),
        ["no note"] = new(Mapping, m => m["entries"]![0]!["note"] = "", "rus-genomforande → ", "Anmärkningen är tom"),
        ["a template that is not there"] = new(Mapping, m => m["from"] = "mall-1999", "mall-1999", "Mallen finns inte"),
    };

    public static TheoryData<string> NamedSlips { get; } = [.. Slips.Keys];

    [Theory]
    [MemberData(nameof(NamedSlips))]
    public void A_slip_is_told_with_its_file_place_and_reason(string name)
    {
        var (file, edit, place, reason) = Slips[name];
        var path = Path.Combine(_folder.FullName, file);
        var json = JsonNode.Parse(File.ReadAllText(path))!;
        edit(json);
        File.WriteAllText(path, json.ToJsonString());

        var errors = Assert.IsType<Templates.Outcome.Refused>(Templates.Read(_folder.FullName)).Errors;

        Assert.Contains(
            errors,
            error =>
                (error.File == file || error.File == "templates")
                && error.Place.StartsWith(place, StringComparison.Ordinal)
                && error.Reason.Contains(reason, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_folder_without_templates_is_told()
    {
        var errors = Assert
            .IsType<Templates.Outcome.Refused>(Templates.Read(Path.Combine(_folder.FullName, "x")))
            .Errors;

        Assert.Contains("saknas eller är tom", Assert.Single(errors).Reason, StringComparison.Ordinal);
    }

    // 1–4 §§ say who reports, when and what the words mean; from 5 § on each point asks for something.
    [Theory]
    [InlineData("5 §")]
    [InlineData("6 §")]
    [InlineData("7 § första stycket 1")]
    [InlineData("7 § första stycket 2")]
    [InlineData("7 § första stycket 3")]
    [InlineData("7 § första stycket 4")]
    [InlineData("7 § andra stycket")]
    [InlineData("7 § tredje stycket")]
    [InlineData("8 § första stycket 1 a")]
    [InlineData("8 § första stycket 1 b")]
    [InlineData("8 § första stycket 1 c")]
    [InlineData("8 § första stycket 1 d")]
    [InlineData("8 § första stycket 2")]
    [InlineData("8 § första stycket 3")]
    [InlineData("8 § andra stycket")]
    [InlineData("9 § första stycket 1")]
    [InlineData("9 § första stycket 2")]
    [InlineData("9 § första stycket 3")]
    [InlineData("9 § första stycket 4")]
    [InlineData("9 § andra stycket")]
    [InlineData("10 § 1")]
    [InlineData("10 § 2")]
    [InlineData("11 § 1")]
    [InlineData("11 § 2")]
    [InlineData("11 § 3")]
    public void Every_point_of_the_ordinance_is_asked_for(string point) =>
        Assert.Contains(Asked, requirement => Bases(requirement).Contains(point));

    [Fact]
    public void Every_requirement_says_why_how_and_how_much() =>
        Assert.All(
            Asked,
            requirement =>
            {
                Assert.EndsWith(" förordningen (2024:99)", requirement.LegalBasis, StringComparison.Ordinal);
                Assert.InRange(requirement.Instruction.Length, 40, 250);
                Assert.InRange(requirement.Help.Length, 60, 400);
                Assert.True(requirement is { IsLimitAssumed: true, AnsweredBy: ReporterKind.Region });
            }
        );

    // "bör" and "ska" are not the same.
    [Fact]
    public void What_the_ordinance_only_recommends_is_optional() =>
        Assert.Equal(
            ["6 §", "6 §", "7 § tredje stycket"],
            Asked.Where(requirement => requirement.IsOptional).SelectMany(Bases)
        );

    [Fact]
    public void The_plan_for_a_just_transition_concerns_three_counties() =>
        Assert.Equal(
            ["09", "24", "25"],
            Asked
                .Single(requirement => requirement.Counties != RegionSet.All)
                .Counties.Select(county => county.ToString())
        );

    [Fact]
    public void A_row_about_an_outcome_says_when_whether_and_how_it_is_known() =>
        Assert.All(
            Template("mall-2024-99").Tables.Where(table => table.Columns.Exists(column => column.Id.Value == "effekt")),
            table =>
                Assert.All(
                    (string[])["horisont", "lage", "underlag"],
                    id =>
                    {
                        var column = table.Columns.Single(column => column.Id.Value == id);
                        Assert.True(column is { Type: ColumnType.Choice, IsRequired: true, Options.Count: >= 3 });
                    }
                )
        );

    public void Dispose() => _folder.Delete(recursive: true);

    private static List<Requirement> Asked =>
        [.. Template("mall-2024-99").Sections.SelectMany(section => section.Requirements)];

    private static Template Template(string id) =>
        Assert
            .IsType<Templates.Outcome.Fits>(Templates.Read(DataFolder.Registers))
            .Templates.Files[id]
            .ToTemplate(publishedAt: null);

    private static IEnumerable<string> Bases(Requirement requirement) =>
        requirement.LegalBasis.Replace(" förordningen (2024:99)", "", StringComparison.Ordinal).Split(" och ");

    private static JsonArray Sections(JsonNode template) => template["sections"]!.AsArray();

    private static JsonArray Requirements(JsonNode template) => Sections(template)[0]!["requirements"]!.AsArray();

    private static JsonNode Requirement(JsonNode template) => Requirements(template)[0]!;

    private static JsonObject Of(JsonNode template, string id) =>
        Sections(template)
            .SelectMany(section => section!["requirements"]!.AsArray())
            .Single(requirement => requirement!["id"]!.GetValue<string>() == id)!
            .AsObject();

    private static JsonArray Tables(JsonNode template) => template["tables"]!.AsArray();

    private static JsonNode Table(JsonNode template) => Tables(template)[0]!;

    private static JsonNode Column(JsonNode template) => Table(template)["columns"]![0]!;

    private static JsonArray Choice(JsonNode template) => Table(template)["columns"]![3]!["options"]!.AsArray();

    private static JsonNode Last(JsonNode mapping) => mapping["entries"]!.AsArray()[^1]!;

    private static JsonNode Entry(JsonNode mapping, string to) =>
        mapping["entries"]!.AsArray().Single(entry => entry!["to"]!.AsArray().Any(id => id!.GetValue<string>() == to))!;
}

file static class JsonArrays
{
    /// <summary>Keeps so many from the beginning.</summary>
    public static void KeepFirst(this JsonArray array, int keep)
    {
        while (array.Count > keep)
        {
            array.RemoveAt(keep);
        }
    }
}
