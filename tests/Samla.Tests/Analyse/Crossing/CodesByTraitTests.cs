using Samla.Analyse;
using Samla.Analyse.Crossing;
using Samla.Domain;
using Samla.Reference;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse.Crossing;

public sealed class CodesByTraitTests(Databases databases)
{
    private static readonly CodeChoice Revises = new(null, null, ["rus-reviderar"]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Worked by hand: Stockholm, Uppsala, Östergötland, Kronoberg, Kalmar, Västmanland and Norrbotten revise their strategies.</summary>
    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Each_area_has_those_of_its_regions_that_say_it(Engine engine)
    {
        await using var database = await databases.WithSample(engine);

        var view = await View(database, Revises, "nuts2");

        var row = Assert.Single(view.Chosen.Rows);
        Assert.Equal(
            [
                "Hela landet 7 av 21",
                "Stockholm 1 av 1",
                "Östra Mellansverige 3 av 5",
                "Småland med öarna 2 av 4",
                "Sydsverige 0 av 2",
                "Västsverige 0 av 2",
                "Norra Mellansverige 0 av 3",
                "Mellersta Norrland 0 av 2",
                "Övre Norrland 1 av 2",
            ],
            view.Columns.Select(column =>
                row.Standing.Among(column.Members) is var standing
                    ? $"{column.Name} {standing.Says.Count} av {standing.Asked.Count}"
                    : ""
            )
        );
        Assert.Equal(0.6, row.Standing.Among(view.Columns[2].Members).Share);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Who_is_not_read_is_not_silent_and_takes_the_share_away(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var source = await database.Source(Sample2023.Dalarna, Sample2023.Strategy);
        Assert.True(await database.Ask((MarkRead mark) => mark.Forget(source.Id, "Åsa", Stop)));

        var view = await View(database, Revises, "nuts2");

        var standing = view.Chosen.Rows[0].Standing;
        var north = standing.Among(Column(view, "Norra Mellansverige"));
        Assert.Equal((0, 2, 0, 1), (north.Says.Count, north.Silent.Count, north.NotAsked.Count, north.NotRead.Count));
        Assert.Null(north.Share);
        Assert.Null(standing.Share);
        Assert.Equal(0.6, standing.Among(Column(view, "Östra Mellansverige")).Share);
        var text = CsvText.Rows(Written(view, TraitFiles.WriteCsv));
        Assert.Equal(["3", "0", "2", "0", "1", ""], text.Single(line => line[3] == "Norra Mellansverige")[4..10]);
        Assert.Contains(
            "0 av 3, 1 ej läst",
            XlsxText.Read(Written(view, TraitFiles.WriteXlsx))["Tabell"].SelectMany(line => line)
        );
    }

    [Fact]
    public async Task Where_nobody_was_asked_there_is_neither_number_nor_share()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);

        // Put to six county administrative boards, none of them in the south.
        var view = await View(database, new(null, null, ["anslag-lst-pagaende"]), "nuts2");

        var south = view.Chosen.Rows[0].Standing.Among(Column(view, "Sydsverige"));
        Assert.Equal((2, 0), (south.NotAsked.Count, south.Asked.Count));
        Assert.Null(south.Share);
        Assert.Contains(
            "ej tillfrågad",
            XlsxText.Read(Written(view, TraitFiles.WriteXlsx))["Tabell"].SelectMany(line => line)
        );
    }

    [Fact]
    public void The_registers_know_what_the_regions_differ_in()
    {
        var traits = RegionTraits.Of(Registers.Read(DataFolder.Registers));

        Assert.Equal(["nuts2", "samverkan", "rus-2023", "rus-2026"], traits.All.Select(trait => trait.Id));
        Assert.Equal([false, true, false, false], traits.All.Select(trait => trait.IsOverlapping));
        Assert.Equal(
            ["Revidering pågår 7", "Genomförande 14"],
            traits.Find("rus-2023").Values.Select(value => $"{value.Name} {value.Members.Count}")
        );
        Assert.Equal("nuts2", traits.Find("finns-inte").Id);
        Assert.All(
            traits.All,
            trait =>
            {
                Assert.Distinct(trait.Values.Select(value => value.Id));
                Assert.All(trait.Values, value => Assert.False(value.Members.IsEmpty));
            }
        );
    }

    private static RegionSet Column(ViewCodesByTrait.Result view, string name) =>
        view.Columns.Single(column => column.Name == name).Members;

    private static async Task<ViewCodesByTrait.Result> View(TestDatabase database, CodeChoice choice, string trait) =>
        (await database.Ask((ViewCodesByTrait view) => view.Run(Sample2023.Round, choice, trait, Stop)))!;

    private static byte[] Written<T>(T view, Action<Stream, T> write)
    {
        using var output = new MemoryStream();
        write(output, view);
        return output.ToArray();
    }
}
