using System.Text;
using CsCheck;
using Samla.Collect;
using Samla.Common;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect;

/// <summary>A template goes out as text and comes in again; what is wrong in it is told by line and column.</summary>
public sealed class TemplateTextTests(Databases databases)
{
    private const string Whole = """
        id: mall-ny
        title: Ny mall
        note: ""
        sections:
        - id: mal
          title: Mål
          requirements:
          - id: mal-ett
            kind: narrative
            title: Ett
            instruction: Beskriv det.
            answeredBy: region
            characterLimit:
              value: 100
            counties: [09, 24]
        tables: []
        """;

    /// <summary>Words that are something else in YAML.</summary>
    private static readonly string[] Tricky =
    [
        "09",
        "no",
        "~",
        "a: b",
        "- a",
        "# a",
        " a ",
        "a #b",
        "&a",
        "*a",
        "!a",
        "",
        "'",
        "\"",
        "a\nb",
        "\t",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("mall-2023")]
    [InlineData("mall-2024-99")]
    public void What_is_written_is_read_back_as_the_same(string id)
    {
        var file = Assert.IsType<Templates.Outcome.Fits>(Templates.Read(DataFolder.Registers)).Templates.Files[id];

        var yaml = YamlWriter.Write(file, DataFolder.Strict);

        Assert.Equal(yaml, YamlWriter.Write(Read(yaml), DataFolder.Strict));
        Assert.Equal(file.Note, Read(yaml).Note);
        Assert.DoesNotContain("\\", yaml, StringComparison.Ordinal); // Swedish text stands as it is
    }

    [Fact]
    public void Any_text_comes_back_sign_for_sign() =>
        Gen.Select(
                Gen.OneOf(Gen.String, Gen.Int[0, Tricky.Length - 1].Select(index => Tricky[index])),
                Gen.Int[1, int.MaxValue],
                Gen.Bool
            )
            .Sample(
                (any, number, yes) =>
                {
                    var text = Characters.Keepable(any);
                    var file = new TemplateFile(
                        text,
                        text,
                        text,
                        [
                            new(
                                "a",
                                text,
                                [new(text, text, text, text, text, new(number, yes), text, text, [text], text, yes)],
                                number,
                                text
                            ),
                        ],
                        [new(text, text, [new(text, text, text, text, text, number, yes, [new(text, text)])])],
                        text
                    );
                    var back = Read(YamlWriter.Write(file, DataFolder.Strict));
                    var asked = back.Sections[0].Requirements[0];
                    Assert.Equal(
                        (text, text, number, yes, text),
                        (
                            back.Note,
                            asked.Instruction,
                            asked.CharacterLimit!.Value,
                            asked.Optional,
                            Assert.Single(asked.Counties!)
                        )
                    );
                    Assert.Equal(text, back.Tables[0].Columns[0].Options![0].Label);
                    Assert.Equal(YamlWriter.Write(file, DataFolder.Strict), YamlWriter.Write(back, DataFolder.Strict));
                }
            );

    [Theory]
    [InlineData("title: Ny mall", "titel: Ny mall", "rad 2, kolumn 1", "Okänt fält: titel. Välj bland: id, title")]
    [InlineData("title: Ny mall", "", "rad 1, kolumn 1", "Fältet title saknas")]
    [InlineData("title: Ny mall", "title: Ny\ntitle: mall", "rad 3, kolumn 1", "Fältet title står två gånger")]
    [InlineData("title: Ny mall", "title:", "rad 2, kolumn 7", "Ett värde saknas")]
    [InlineData("title: Ny mall", "title: [Ny]", "rad 2, kolumn 8", "ett enda värde")]
    [InlineData("title: Ny mall", "title: Ny: mall", "rad 2, kolumn 10", "ingen giltig YAML")]
    [InlineData("title: Ny mall", "title: &a Ny mall", "rad 2, kolumn 8", "Ankare")]
    [InlineData("title: Ny mall", "title: *a", "rad 2, kolumn 8", "Hänvisningar")]
    [InlineData("title: Ny mall", "title: !!str Ny mall", "rad 2, kolumn 8", "Typer")]
    [InlineData("title: Ny mall", "<<: *a", "rad 2, kolumn 1", "Okänt fält: <<")]
    [InlineData("value: 100", "value: många", "rad 14, kolumn 14", "heltal")]
    [InlineData("value: 100", "value: 9999999999", "rad 14, kolumn 14", "heltal")]
    [InlineData("value: 100", "value: 0", "rad 8, kolumn 5", "mal-ett: Teckengränsen ska vara större än noll")]
    [InlineData("kind: narrative", "kind: bild", "rad 8, kolumn 5", "mal-ett: Okänt slag av krav")]
    [InlineData("[09, 24]", "[09, 02]", "rad 8, kolumn 5", "”02” är ingen länskod")]
    [InlineData("[09, 24]", "09", "rad 15, kolumn 15", "en lista")]
    [InlineData("tables: []", "tables: []\n---\na: b", "rad 17, kolumn 1", "ett enda dokument")]
    [InlineData("value: 100", ": 100", "rad 14, kolumn 8", "namn saknas före kolonet")]
    [InlineData("tables: []", "tables: {}", "rad 16, kolumn 9", "en lista")]
    [InlineData("tables: []", "tables: [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]", "rad 16", "för många nivåer")]
    public async Task A_slip_is_told_with_its_line_and_column(string text, string slip, string place, string reason)
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        var yaml = Whole.ReplaceLineEndings("\n").Replace(text, slip, StringComparison.Ordinal);

        var errors = Assert.IsType<ImportTemplate.Outcome.Refused>(await Import(database, yaml)).Errors;

        Assert.Contains(
            errors,
            error =>
                error.Place is { } at
                && at.ToString().StartsWith(place, StringComparison.Ordinal)
                && error.Reason.Contains(reason, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("", "Filen är tom")]
    [InlineData("# bara en kommentar", "Filen är tom")]
    [InlineData("hej", "fält med namn")]
    public async Task What_is_no_template_is_told(string yaml, string reason)
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        var errors = Assert.IsType<ImportTemplate.Outcome.Refused>(await Import(database, yaml)).Errors;
        Assert.Contains(reason, Assert.Single(errors).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_large_or_no_text_is_refused_unread()
    {
        var large = YamlReader.Read<TemplateFile>(new byte[YamlReader.MostBytes + 1], DataFolder.Strict);
        var latin = YamlReader.Read<TemplateFile>(Encoding.Latin1.GetBytes("id: å"), DataFolder.Strict);

        Assert.Contains("för stor", Only(large), StringComparison.Ordinal);
        Assert.Contains("UTF-8", Only(latin), StringComparison.Ordinal);
    }

    // Whatever the text, the answer is a list of errors or a template, never a crash.
    [Fact]
    public void No_text_makes_the_reader_fail() =>
        Gen.Select(
                Gen.Int[0, Whole.Length - 1],
                Gen.Int[0, 8],
                Gen.String[Gen.Char["\n\t :-[]{}&*!|>'\"#%@,?a0"], 0, 6]
            )
            .Sample(
                (at, length, put) =>
                {
                    var text = Whole.Remove(at, Math.Min(length, Whole.Length - at)).Insert(at, put);
                    _ = YamlReader.Read<TemplateFile>(Encoding.UTF8.GetBytes(text), DataFolder.Strict);
                },
                iter: 20_000
            );

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_template_is_taken_out_changed_and_put_in_as_a_draft_until_it_is_published(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var yaml = (await Export(database, "2024"))!;
        Assert.IsType<ImportTemplate.Outcome.Unchanged>(await Import(database, yaml));
        var refused = Assert.IsType<ImportTemplate.Outcome.Refused>(
            await Import(database, yaml.Replace("note: ", "note: Om ", StringComparison.Ordinal))
        );
        Assert.Contains("publicerad och ändras inte", refused.Errors[0].Reason, StringComparison.Ordinal);

        var next = yaml.Replace("id: mall-2024-99", "id: mall-2025", StringComparison.Ordinal)
            .Replace("basedOn: mall-2023", "basedOn: mall-2024-99", StringComparison.Ordinal);
        Assert.IsType<ImportTemplate.Outcome.Added>(await Import(database, next, isDryRun: true));
        Assert.Null(await Export(database, "mall-2025"));
        Assert.IsType<ImportTemplate.Outcome.Added>(await Import(database, next));
        Assert.Equal(next, await Export(database, "mall-2025"));

        var changed = next.Replace("value: 6000", "value: 7000", StringComparison.Ordinal);
        var replaced = Assert.IsType<ImportTemplate.Outcome.Replaced>(await Import(database, changed));
        Assert.Equal(
            ["boende-bidrag", "kompetens-bidrag", "innovation-bidrag", "tillganglighet-bidrag"],
            replaced.Differences.Select(one => one.Id.Value)
        );
        Assert.Equal(changed, await Export(database, "mall-2025"));

        var id = Sample2023.Named<Template>("mall-2025");
        Assert.Contains(
            "har ändrat utkastet",
            await database.Ask((PublishTemplate publish) => publish.Run(id, seen: "något annat", "test", Stop)),
            StringComparison.Ordinal
        );
        Assert.Null(await database.Ask((PublishTemplate publish) => publish.Run(id, seen: null, "test", Stop)));
        Assert.IsType<ImportTemplate.Outcome.Refused>(await Import(database, next));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public void Templates_are_compared_requirement_by_requirement()
    {
        var before = Read(Whole);
        var (mal, ett) = (before.Sections[0], before.Sections[0].Requirements[0]);
        var two = ett with { Id = "mal-tva" };
        var three = ett with { Id = "mal-tre" };
        var was = before with { Sections = [mal with { Requirements = [ett, two, three] }] };

        Assert.Empty(CompareTemplates.Between(was, was));
        Assert.Equal(["Added mal-fyra"], Told(was, [ett, two, three, ett with { Id = "mal-fyra" }]));
        Assert.Equal(["Removed mal-tva"], Told(was, [ett, three]));
        Assert.Equal(["Changed mal-tva title, help"], Told(was, [ett, two with { Title = "x", Help = "x" }, three]));
        Assert.Equal(["Changed mal-ett counties"], Told(was, [ett with { Counties = null }, two, three]));
        // One that is put last has moved; the others stay as they stood.
        Assert.Equal(["Moved mal-ett"], Told(was, [two, three, ett]));
        Assert.Equal(
            ["Moved mal-tre"],
            Told(
                was with
                {
                    Sections = [mal with { Requirements = [ett, two] }, mal with { Id = "ny", Requirements = [three] }],
                },
                was
            )
        );
    }

    [Fact]
    public void A_column_that_changes_changes_what_asks_for_it()
    {
        var file = Assert.IsType<Templates.Outcome.Fits>(Templates.Read(DataFolder.Registers)).Templates.Files[
            "mall-2023"
        ];
        var table = file.Tables[1];
        var option = table.Columns[0] with { Options = [.. table.Columns[0].Options!.Skip(1)] };
        var changed = file with
        {
            Tables = [file.Tables[0], table with { Columns = [option, .. table.Columns.Skip(1)] }],
        };

        Assert.Equal(["Changed anslag-fordelning table"], Told(file, changed));
    }

    private static IEnumerable<string> Told(TemplateFile before, TemplateFile.RequirementEntry[] after) =>
        Told(before, before with { Sections = [before.Sections[0] with { Requirements = after }] });

    private static IEnumerable<string> Told(TemplateFile before, TemplateFile after) =>
        CompareTemplates
            .Between(before, after)
            .Select(one =>
                $"{one.GetType().Name} {one.Id} {(one is CompareTemplates.Difference.Changed(_, _, var fields) ? string.Join(", ", fields) : "")}".Trim()
            );

    private static TemplateFile Read(string yaml) =>
        Assert
            .IsType<YamlReader.Outcome<TemplateFile>.Fits>(
                YamlReader.Read<TemplateFile>(Encoding.UTF8.GetBytes(yaml), DataFolder.Strict)
            )
            .Value;

    private static string Only(YamlReader.Outcome<TemplateFile> outcome) =>
        Assert.Single(Assert.IsType<YamlReader.Outcome<TemplateFile>.Refused>(outcome).Errors).Reason;

    private static Task<string?> Export(TestDatabase database, string name) =>
        database.Ask((ExportTemplate export) => export.Run(name, Stop));

    private static Task<ImportTemplate.Outcome> Import(TestDatabase database, string yaml, bool isDryRun = false) =>
        database.Ask((ImportTemplate import) => import.Run(Encoding.UTF8.GetBytes(yaml), isDryRun, "test", Stop));
}
