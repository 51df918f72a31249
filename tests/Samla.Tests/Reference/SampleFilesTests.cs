using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Samla.Reference;
using SampleRound = Samla.Reference.Sample;

namespace Samla.Tests.Reference;

/// <summary>Files that people edit are read strictly; what is wrong is said with file, place and reason, all at once.</summary>
public sealed class SampleFilesTests : IDisposable
{
    private const string Facts = "facts.json";
    private const string Codebook = "codebook.json";
    private const string Interventions = "interventions.json";
    private const string Wordings = "wordings/rus.json";
    private const string Chapter = "chapters/03-rus.md";

    private static readonly JsonSerializerOptions OneFieldALine = new() { WriteIndented = true };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samla-sample-");

    public SampleFilesTests() => Copy(new DirectoryInfo(DataFolder.Sample), _folder);

    /// <summary>A slip of the pen, and what is said of it.</summary>
    /// <param name="Place">The entry, or the beginning of "rad N".</param>
    private sealed record Slip(string File, Action<JsonNode> Edit, string Place, string Reason);

    private static readonly Dictionary<string, Slip> Slips = new()
    {
        ["a merged county"] = new(Facts, f => Regions(f[0]).Add("02"), "rus-unga-aldre", "”02” är ingen länskod"),
        ["a county's name"] = new(Facts, f => Regions(f[0]).Add("Skåne"), "rus-unga-aldre", "”Skåne” är ingen länskod"),
        ["a county twice"] = new(Facts, f => Regions(f[0]).Add("07"), "rus-unga-aldre", "står två gånger"),
        ["a fact twice"] = new(Facts, f => f.AsArray().Add(f[0]!.DeepClone()), "rus-unga-aldre", "står två gånger"),
        ["a fact of no code"] = new(Facts, f => f[0]!["code"] = "rus-okand", "rus-okand", "finns inte i codebook.json"),
        ["a code without a fact"] = new(Facts, f => f.AsArray().RemoveAt(0), "rus-unga-aldre", "Uppgift saknas"),
        ["another requirement"] = new(
            Facts,
            f => f[0]!["requirement"] = "rus-hallbarhet",
            "rus-unga-aldre",
            "Kravet ska vara"
        ),
        ["an unknown actor"] = new(Facts, f => f[0]!["actor"] = "kommun", "rus-unga-aldre", "Välj bland"),
        ["an actor not asked"] = new(
            Facts,
            f => f[0]!["actor"] = "county-board",
            "rus-unga-aldre",
            "besvaras av region"
        ),
        ["a board not asked"] = new(
            Facts,
            f => Regions(Of(f, "code", "anslag-lst-pagaende")).Add("01"),
            "anslag-lst-pagaende",
            "ställs inte till 01"
        ),
        ["in and excepted"] = new(
            Facts,
            f => f[0]!["exceptions"] = new JsonArray("07"),
            "rus-unga-aldre",
            "både med och undantagen"
        ),
        ["an unknown field"] = new(Facts, f => f[0]!["exakt"] = true, "rad ", "Okänt fält: exakt"),
        ["a wrong type"] = new(Facts, f => f[0]!["exact"] = "ja", "rad 10 ($[0].exact)", "fel slag"),
        ["a missing field"] = new(Facts, f => f[0]!.AsObject().Remove("note"), "rad ", "Fält saknas: note"),
        ["nothing for a text"] = new(Facts, f => f[0]!["note"] = null, "rad ", "Ett värde saknas"),
        ["nothing for a fact"] = new(Facts, f => f.AsArray().Insert(0, null), "rad 2", "null"),
        ["nothing for a county"] = new(Facts, f => Regions(f[0]).Insert(0, null), "rad 7", "null"),
        ["a parent that is not there"] = new(
            Codebook,
            c => c[2]!["parent"] = "g-okand",
            "rus-reviderar",
            "”g-okand” finns inte"
        ),
        ["no parent"] = new(Codebook, c => c[2]!["parent"] = null, "rus-reviderar", "ska ha en överordnad kod"),
        ["a leaf as parent"] = new(
            Codebook,
            c => c[2]!["parent"] = "rus-genomfor",
            "rus-reviderar",
            "ska vara en grupp"
        ),
        ["a cycle"] = new(Codebook, c => c[0]!["parent"] = "g-rus-lage", "g-rus-lage", "överordnad sig själv"),
        ["its own parent"] = new(Codebook, c => c[1]!["parent"] = "g-rus-lage", "g-rus-lage", "överordnad sig själv"),
        ["a code twice"] = new(Codebook, c => c.AsArray().Add(c[2]!.DeepClone()), "rus-reviderar", "finns redan"),
        ["a code with capitals"] = new(Codebook, c => c[2]!["id"] = "Rus", "Rus", "inget giltigt id"),
        ["an unknown requirement"] = new(
            Codebook,
            c => c[2]!["requirement"] = "rus-okand",
            "rus-reviderar",
            "finns inte i mall-2023"
        ),
        ["a leaf without requirement"] = new(
            Codebook,
            c => c[2]!["requirement"] = null,
            "rus-reviderar",
            "vilket krav"
        ),
        ["an unknown kind of code"] = new(
            Codebook,
            c => c[2]!["kind"] = "kod",
            "rus-reviderar",
            "Välj bland: group, leaf"
        ),
        ["an unknown aspect"] = new(Codebook, c => c[2]!["aspect"] = "okänd", "rus-reviderar", "Okänt aspekt"),
        ["an intervention twice"] = new(
            Interventions,
            i => i.AsArray().Add(i[0]!.DeepClone()),
            "gemensamt-agarskap-dalarna",
            "finns redan"
        ),
        ["an intervention of nobody"] = new(
            Interventions,
            i => Regions(i[0]).Clear(),
            "gemensamt-agarskap-dalarna",
            "minst en"
        ),
        ["an intervention on nothing"] = new(
            Interventions,
            i => i[0]!["requirement"] = "okand",
            "gemensamt-agarskap-dalarna",
            "”okand” finns inte"
        ),
        ["an unknown type of intervention"] = new(
            Interventions,
            i => i[0]!["type"] = "fest",
            "gemensamt-agarskap-dalarna",
            "Välj bland: effort"
        ),
        ["an unknown horizon"] = new(Interventions, i => WithOutcome(i)["horizon"] = "snart", "", "okänt ord"),
        ["no wording"] = new(Wordings, w => w["rus-reviderar"] = new JsonArray(), "rus-reviderar", "är tom"),
        ["an empty wording"] = new(Wordings, w => w["rus-reviderar"]![0] = " ", "rus-reviderar", "är tom"),
        ["nothing for wordings"] = new(Wordings, w => w["rus-reviderar"] = null, "rus-reviderar", "är tom"),
        ["a place that nothing fills"] = new(
            Wordings,
            w => w["rus-reviderar"]![0] = "I {regionen} görs allt om.",
            "rus-reviderar",
            "”{regionen}” kan inte fyllas i"
        ),
        ["wordings in two files"] = new(
            Wordings,
            w => w["miljo-energi"] = new JsonArray("Energi."),
            "miljo-energi",
            "i en annan fil"
        ),
        ["an unknown kind of round"] = new(
            "round.json",
            r => r["kind"] = "kalas",
            "kalas",
            "Välj bland: annual-report"
        ),
        ["an origin that would pass for real"] = new(
            "round.json",
            r => r["origin"] = "reported",
            "reported",
            "Välj bland: reconstructed, invented"
        ),
        ["a template that is not there"] = new(
            "round.json",
            r => r["template"] = "mall-1999",
            "mall-1999",
            "Välj bland: fragor-2026, mall-2023"
        ),
        ["a round's id"] = new("round.json", r => r["id"] = "År 2023", "År 2023", "a–z"),
        ["a day that is none"] = new("round.json", r => r["dueOn"] = "2024-02-30", "rad 9 ($.dueOn)", "fel slag"),
        ["a period backwards"] = new("round.json", r => r["periodEnd"] = "2022-12-31", "periodEnd", "slutar innan"),
    };

    public static TheoryData<string> NamedSlips { get; } = [.. Slips.Keys];

    [Fact]
    public void The_sample_fits() => Assert.IsType<SampleRound.Outcome.Fits>(SampleRound.Read(_folder.FullName));

    [Theory]
    [MemberData(nameof(NamedSlips))]
    public void A_slip_is_told_with_its_file_place_and_reason(string name)
    {
        var (file, edit, place, reason) = Slips[name];
        Edit(file, edit);
        var errors = Errors();
        Assert.Contains(
            errors,
            error =>
                error.File == file
                && error.Place.StartsWith(place, StringComparison.Ordinal)
                && error.Reason.Contains(reason, StringComparison.Ordinal)
        );
        Assert.True(errors.Count <= 15, "One slip drowns in what follows from it.");
    }

    [Theory]
    [InlineData("{{rus-reviderar|mest}}", "kan inte tolkas")]
    [InlineData("{{finns-inte}}", "Koden finns inte")]
    [InlineData("{{finns-inte|namn}}", "Koden finns inte")]
    [InlineData("{{utelämnad finns-inte}}", "Koden finns inte")]
    [InlineData("> {{citat finns-inte 17}}", "Koden finns inte")]
    [InlineData("{{insats finns-inte}}", "Insatsen finns inte")]
    [InlineData("{{}}", "kan inte tolkas")]
    public void A_marker_that_cannot_be_filled_in_is_told_with_its_line(string marker, string reason)
    {
        var file = Path.Combine(_folder.FullName, Chapter);
        var lines = File.ReadAllLines(file).ToList();
        lines.Insert(4, marker);
        File.WriteAllLines(file, lines);
        var error = Assert.Single(Errors());
        Assert.Equal(Chapter, error.File);
        Assert.StartsWith("rad 5, {{", error.Place, StringComparison.Ordinal);
        Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chapter_of_no_section_and_two_of_one_are_told()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "chapters", "99-okand.md"), "# Okänt\n");
        File.WriteAllText(Path.Combine(_folder.FullName, "chapters", "98-rus.md"), "# Igen\n");
        Assert.Equal(
            ["chapters/98-rus.md", "chapters/99-okand.md"],
            Errors().Select(error => error.File).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(Facts)]
    [InlineData(Codebook)]
    [InlineData(Interventions)]
    [InlineData("round.json")]
    public void A_file_that_is_missing_empty_or_cut_off_is_told(string file)
    {
        var path = Path.Combine(_folder.FullName, file);
        var whole = File.ReadAllText(path);
        foreach (var text in (string?[])[null, "", "null", whole[..(whole.Length / 2)], whole + "]", "\0\0\0\0"])
        {
            File.Delete(path);
            if (text is not null)
            {
                File.WriteAllText(path, text);
            }

            Assert.Equal(file, Assert.Single(Errors()).File);
        }
    }

    [Fact]
    public void A_byte_order_mark_is_no_error()
    {
        var path = Path.Combine(_folder.FullName, Facts);
        File.WriteAllText(
            path,
            File.ReadAllText(path),
            new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
        );
        Assert.IsType<SampleRound.Outcome.Fits>(SampleRound.Read(_folder.FullName));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told()
    {
        var errors = Assert
            .IsType<SampleRound.Outcome.Refused>(SampleRound.Read(Path.Combine(_folder.FullName, "finns-inte")))
            .Errors;
        Assert.Contains(errors, error => error.File == Facts);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        Edit(Facts, facts => Regions(facts[0]).Add("02"));
        Edit(Codebook, codes => codes[2]!["parent"] = "g-okand");
        Edit(Wordings, wordings => wordings["rus-reviderar"]![0] = "");
        Edit("round.json", round => round["kind"] = "kalas");
        File.AppendAllText(Path.Combine(_folder.FullName, Chapter), "\n{{finns-inte}}\n");
        var errors = Errors();
        Assert.All(
            [Facts, Codebook, Wordings, "round.json", Chapter],
            file => Assert.Contains(errors, error => error.File == file)
        );
    }

    // Whatever somebody does to one value, the answer is a list of errors or a sample, never a crash.
    [Fact]
    public void No_single_edit_makes_the_reader_fail()
    {
        JsonNode?[] values =
        [
            null,
            0,
            -1,
            "",
            "x",
            "a b",
            true,
            new JsonArray(),
            new JsonArray((JsonNode?)null),
            new JsonObject(),
        ];
        Gen.Select(
                Gen.OneOf(Facts, Codebook, Interventions, Wordings, "round.json"),
                Gen.Int[0, int.MaxValue],
                Gen.Int[0, values.Length]
            )
            .Sample(
                (file, where, what) =>
                {
                    var path = Path.Combine(_folder.FullName, file);
                    var whole = File.ReadAllText(path);
                    Edit(
                        file,
                        json =>
                        {
                            var nodes = Below(json).ToList();
                            var node = nodes[where % nodes.Count];
                            if (what == values.Length)
                            {
                                Remove(node);
                            }
                            else
                            {
                                node.ReplaceWith(values[what]?.DeepClone());
                            }
                        }
                    );
                    _ = SampleRound.Read(_folder.FullName);
                    File.WriteAllText(path, whole);
                },
                iter: 120,
                threads: 1
            );
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private IReadOnlyList<DataError> Errors() =>
        Assert.IsType<SampleRound.Outcome.Refused>(SampleRound.Read(_folder.FullName)).Errors;

    private void Edit(string file, Action<JsonNode> edit)
    {
        var path = Path.Combine(_folder.FullName, file);
        var json = JsonNode.Parse(File.ReadAllText(path))!;
        edit(json);
        File.WriteAllText(path, json.ToJsonString(OneFieldALine));
    }

    private static JsonArray Regions(JsonNode? entry) => entry!["regions"]!.AsArray();

    private static JsonNode Of(JsonNode list, string field, string value) =>
        list.AsArray().Single(entry => entry![field]!.GetValue<string>() == value)!;

    private static JsonNode WithOutcome(JsonNode interventions) =>
        interventions.AsArray().First(entry => entry!["outcomes"]!.AsArray().Count > 0)!["outcomes"]![0]!;

    private static IEnumerable<JsonNode> Below(JsonNode node)
    {
        var inner = node switch
        {
            JsonArray array => array,
            JsonObject fields => fields.Select(field => field.Value),
            _ => [],
        };
        return inner.OfType<JsonNode>().SelectMany(child => Below(child).Prepend(child));
    }

    private static void Remove(JsonNode node)
    {
        switch (node.Parent)
        {
            case JsonArray array:
                array.Remove(node);
                break;
            case JsonObject fields:
                fields.Remove(node.GetPropertyName());
                break;
        }
    }

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to.FullName, file.Name));
        }

        foreach (var folder in from.EnumerateDirectories())
        {
            Copy(folder, to.CreateSubdirectory(folder.Name));
        }
    }
}
