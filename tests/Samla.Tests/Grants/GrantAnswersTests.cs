using System.Text;
using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Grants;
using Samla.Grants;
using Samla.Reference;
using Samla.Tests.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Grants;

/// <summary>What decisions answer beside areas and forms: what others pay, what an inhabitant gets, how a case came to say what it says.</summary>
public sealed class GrantAnswersTests(Databases databases)
{
    private const string Mapping =
        """{"priority":"prio","share":"andel","totalCost":"kostnad","municipality":"kommun","resultsChain":"kedja","economic":"ekonomi"}""";

    private const string Heads = $"{GrantFiles.Heads},prio,andel,kostnad,kommun,kedja,ekonomi";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_others_pay_is_told_for_each_krona_where_the_whole_cost_is_known(Engine engine)
    {
        await using var database = await databases.Empty(engine);
        await database.ReadIn(
            $"""
            {Heads}
            A-1,20,2021,innovation,100,0,,,300,,,
            A-2,20,2021,innovation,50,0,,,,,,
            A-3,01,2021,innovation,200,0,,,200,,,
            """,
            GrantFiles.Mapping(Mapping)
        );

        var answer = await View(database, GrantView.Leverage);

        Assert.Equal(
            [("01", 20_000L, 0L, 0L, 0m), ("20", 10_000L, 20_000L, 5_000L, 2m)],
            answer
                .Rows.OrderBy(row => row.Heading.Key, StringComparer.Ordinal)
                .Select(row =>
                    (row.Heading.Key!, row.Parts[0].Amount, row.Parts[1].Amount, row.Unsaid.Amount, row.Figure!.Value)
                )
        );
        Assert.Equal(200m / 300, answer.All.Figure);
        var csv = Csv(answer);
        Assert.Contains("20,Dalarnas län,others,Andra,others,200,,false,1:1", csv, StringComparison.Ordinal);
        Assert.Contains("20,Dalarnas län,,,othersPerKrona,2,,false,1:1", csv, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Points_and_results_chains_are_columns_in_their_order(Engine engine)
    {
        await using var database = await databases.Empty(engine);
        await database.ReadIn(
            $"""
            {Heads}
            B-1,20,2021,innovation,100,0,,,,,Ja,10
            B-2,20,2021,innovation,50,0,,,,,Nej,2
            B-3,20,2021,innovation,7,0,,,,,,
            """,
            GrantFiles.Mapping(Mapping)
        );

        var economic = await View(database, GrantView.Economic);
        Assert.Equal(["2 poäng", "10 poäng"], economic.Columns.Select(column => column.Name));
        Assert.Equal([5_000L, 10_000L], economic.All.Parts.Select(part => part.Amount));
        Assert.Equal(700, economic.All.Unsaid.Amount);
        var chains = await View(database, GrantView.ResultsChains);
        Assert.Equal(["Har resultatkedja", "Saknar resultatkedja"], chains.Columns.Select(column => column.Name));

        // Two of them at once are summed from the rows themselves.
        var both = await database.Sum(GrantDimension.ResultsChain, GrantDimension.Economic);
        Assert.Equal(
            ["yes 10 10000", "no 2 5000", "  700"],
            both.Cells.Select(cell => $"{cell.Keys[0]} {cell.Keys[1]} {cell.Granted}")
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_case_with_two_priorities_is_in_both_rows_and_once_in_the_whole(Engine engine)
    {
        await using var database = await databases.Empty(engine);
        var priorities = await database.Ask((GrantTerms terms) => Task.FromResult(terms.Priorities));
        var first = priorities[0];
        var second = priorities.First(one => one.Group == first.Group && one != first);
        await database.ReadIn(
            $"""
            {Heads}
            C-1,20,2021,{first.Group},100,0,{first.Id},25,,,,
            C-1,20,2021,{first.Group},100,0,{second.Id},75,,,,
            """,
            GrantFiles.Mapping(Mapping)
        );

        var answer = await View(database, GrantView.Priorities);

        Assert.Equal([2_500L, 7_500L], answer.Rows.Select(row => row.Total));
        Assert.Equal((10_000L, 1, 1), (answer.All.Total, answer.All.Cases, answer.Total.Cases));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Amounts_are_told_per_inhabitant_when_all_municipalities_are_read_in(Engine engine)
    {
        await using var database = await databases.Empty(engine);
        await database.ReadIn(
            $"""
            {Heads}
            D-1,20,2021,innovation,5000,0,,,,2080,,
            D-2,20,2021,innovation,1000,0,,,,2021,,
            D-3,00,2021,innovation,300,0,,,,,,
            """,
            GrantFiles.Mapping(Mapping)
        );
        Assert.Null((await View(database, GrantView.Inhabitants)).InhabitantsYear);

        Assert.Equal((Municipalities.Count, 2), await ReadIn(database, Municipalities.Lines()));

        var inhabitants = await View(database, GrantView.Inhabitants);
        Assert.Equal(2023, inhabitants.InhabitantsYear);
        var dalarna = inhabitants.Rows.Single(row => row.Heading.Key == "20");
        Assert.Equal(6000m / (1000 * Municipalities.In("20")), dalarna.Figure!.Value, 2);
        Assert.Null(inhabitants.Rows.Single(row => row.Heading.Key is null).Figure);
        var kinds = await View(database, GrantView.MunicipalityKinds);
        Assert.Equal(
            [("Pendling", 100_000L), ("Städer", 500_000L), ("Uppgift saknas i underlaget", 30_000L)],
            kinds.Rows.Select(row => (row.Heading.Name, row.Total))
        );
        Assert.Equal(5m, kinds.Rows[1].Figure);

        // With another county there is nobody of that kind to share it.
        Assert.Contains("perInhabitant,5,,false,1:1", Csv(kinds), StringComparison.Ordinal);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task Municipalities_are_read_in_all_of_them_or_none()
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        List<string> lines = [.. Municipalities.Lines()];

        Assert.Equal(
            ["Filen saknar Borlänge och Falun. Alla kommuner ska vara med."],
            await Refusal(
                database,
                lines.Where(line =>
                    !line.StartsWith("2080", StringComparison.Ordinal)
                    && !line.StartsWith("2081", StringComparison.Ordinal)
                )
            )
        );
        Assert.Equal(["Filen saknar kolumnen ”kommungrupp”."], await Refusal(database, ["kommun;invånare"]));
        Assert.Equal(
            [
                "Rad 2: ”Ankeborg” är ingen kommun. Skriv kommunkoden med fyra siffror.",
                "Rad 3: ”många” är inget antal invånare.",
                "Rad 5: kommunen Falun står två gånger.",
            ],
            await Refusal(
                database,
                [
                    "kommun;invånare;kommungrupp",
                    "Ankeborg;1000;Städer",
                    "2081;många;Städer",
                    "Falun;1 000;Städer",
                    "Falun;1000;Städer",
                ]
            )
        );
        Assert.Equal(
            [
                "Rad 2 har fler celler än filen har kolumner. Står det ett komma i ett tal, eller saknas ett citattecken?",
            ],
            await Refusal(database, ["kommun,invånare,kommungrupp", "2080,60,123,Städer"])
        );
        Assert.Equal(["Året ska vara mellan 1968 och 2023."], await Refusal(database, lines, year: 2999));
        Assert.Null((await View(database, GrantView.Inhabitants, isEmpty: true)).InhabitantsYear);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_is_written_out_can_be_read_in_and_sums_to_the_same(Engine engine)
    {
        await using var database = await databases.WithoutSample(engine);
        Assert.Null(await database.Ask((LoadGrants load) => load.Run(DataFolder.Samples, Stop)));
        using var file = new MemoryStream();
        await database.Ask(
            async (ExportGrants export) =>
            {
                await export.Run(file, Stop);
                return 0;
            }
        );
        Assert.Contains(GrantWords.MadeUp, Encoding.UTF8.GetString(file.ToArray()), StringComparison.Ordinal);

        await using var other = await databases.Empty(Engine.Sqlite);
        var (offer, _) = await other.Ask((OfferMapping offers) => offers.Run(file, AmountUnit.Kronor, Stop));
        Assert.Equal(GrantField.All.Count, offer!.Offer.Columns.Count);
        // What is made up is not read in as real.
        Assert.Contains("”märkning”", await other.RefusalOf(file.ToArray(), offer.Offer), StringComparison.Ordinal);
        var read = Assert
            .IsType<ImportGrants.Outcome.Read>(await other.ReadIn(file.ToArray(), offer.Offer, isMadeUp: true))
            .Result;

        Assert.Empty(read.Rejected);
        foreach (var dimension in Enum.GetValues<GrantDimension>())
        {
            Assert.Equivalent((await database.Sum(dimension)).Cells, (await other.Sum(dimension)).Cells);
        }
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_case_tells_what_each_file_has_said_of_it_and_which_interventions_are_tied_to_it(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.ReadIn(GrantFiles.Of("D-2023-17,10,2023,innovation,1000,0"));
        await database.ReadIn(GrantFiles.Of("D-2023-17,10,2023,innovation,900,500"));
        var id = await database.Add(InterventionSample.Blekinge, InterventionSample.Full);

        var versions = await database.Ask((ReadGrantCase read) => read.Run("D-2023-17", Stop));
        Assert.Equal([90_000L, 100_000L], versions.Select(version => version.Rows.Single().Granted));
        Assert.Equal([null, versions[0].Import.Number], versions.Select(version => version.ReplacedBy?.Number));
        Assert.Equal("Åsa", versions[0].By);
        // What is not handed in is nobody else's to see.
        Assert.Empty(await database.Ask((ReadGrantCase read) => read.TiedTo("D-2023-17", Stop)));

        await database.Ask(
            async (SamlaDb db) =>
            {
                (await db.Interventions.SingleAsync(one => one.Id == id, Stop)).HandIn();
                await db.Save(new Change("test", "intervention.handin", id.ToString()), Stop);
                return 0;
            }
        );

        var tie = Assert.Single(await database.Ask((ReadGrantCase read) => read.TiedTo("D-2023-17", Stop)));
        Assert.Equal(("Kurser för båtbyggare", "2023"), (tie.Name, tie.Round));
        var tied = await database.Ask(
            (ListTiedGrants list) => list.Run(["D-2023-17", "D-2024-2"], RegionCode.Parse("10", null), Stop)
        );
        Assert.Equal(
            (90_000L, 50_000L, 2023, false),
            (tied["D-2023-17"].Granted, tied["D-2023-17"].Paid, tied["D-2023-17"].Year, tied["D-2023-17"].IsMadeUp)
        );
        Assert.False(tied.ContainsKey("D-2024-2"));
        // Another county's cases are not told of.
        Assert.Empty(
            await database.Ask((ListTiedGrants list) => list.Run(["D-2023-17"], RegionCode.Parse("20", null), Stop))
        );
        Assert.Empty(await database.Ask((ReadGrantCase read) => read.Run("D-9", Stop)));
    }

    private static string Csv(ViewGrants.Result answer)
    {
        using var file = new MemoryStream();
        GrantAnswerFile.WriteCsv(file, answer);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static Task<ViewGrants.Result> View(TestDatabase database, GrantView view, bool isEmpty = false) =>
        database.Ask(
            async (ViewGrants grants) =>
            {
                var answer = await grants.Run(view, null, Appropriation.Development, null, smallestCell: 1, Stop);
                Assert.Equal(isEmpty, answer.Total.Cases == 0);
                return answer;
            }
        );

    private static async Task<(int Municipalities, int Kinds)> ReadIn(TestDatabase database, IEnumerable<string> lines)
    {
        var done = Assert.IsType<ImportMunicipalities.Outcome.Done>(await Import(database, lines, 2023));
        return (done.Municipalities, done.Kinds);
    }

    private static async Task<IReadOnlyList<string>> Refusal(
        TestDatabase database,
        IEnumerable<string> lines,
        int year = 2023
    ) => Assert.IsType<ImportMunicipalities.Outcome.Refused>(await Import(database, lines, year)).Messages;

    private static async Task<ImportMunicipalities.Outcome> Import(
        TestDatabase database,
        IEnumerable<string> lines,
        int year
    )
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return await database.Ask((ImportMunicipalities import) => import.Run(file, year, "Åsa", Stop));
    }

    /// <summary>All municipalities, made up to have a thousand inhabitants each: one is a town, and the rest are where people commute from.</summary>
    private static class Municipalities
    {
        private static readonly Taxonomy All = Taxonomy.Of(Registers.Read(DataFolder.Registers));

        public static int Count => All.Municipalities.Count;

        public static int In(string county) => All.Municipalities.Count(one => one.Group == county);

        public static IEnumerable<string> Lines() =>
            All
                .Municipalities.Select(one => $"{one.Id};1 000;{(one.Id == "2080" ? "Städer" : "Pendling")}")
                .Prepend("Kommun;Invånare;Kommungrupp");
    }
}
