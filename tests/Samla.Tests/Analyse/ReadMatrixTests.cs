using Samla.Analyse;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse;

public sealed class ReadMatrixTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_sample_says_exactly_what_its_facts_say(Engine engine)
    {
        var rows = await Rows(engine);
        Assert.Equal(
            Sample2023.Files.Codebook.Where(code => code.Kind == "leaf").Select(code => code.Id),
            rows.Select(row => row.Code.Id.Value)
        );
        Assert.All(
            rows.Where(row => !Fact(row).Disputed),
            row =>
            {
                Assert.Equal(Set(Fact(row).Regions), row.Standing.Says);
                Assert.Equal(Asked(row) - row.Standing.Says, row.Standing.Silent);
                Assert.True(row.Standing.NotRead.IsEmpty);
            }
        );
        Assert.True(rows.Count(row => Fact(row) is { Exact: true, Disputed: false }) > 450);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_the_print_contradicts_itself_on_is_said_of_nobody(Engine engine) =>
        Assert.All(
            (await Rows(engine)).Where(row => Fact(row).Disputed),
            row =>
            {
                Assert.NotNull(row.Code.Withheld);
                Assert.True(row.Standing.Says.IsEmpty && row.Standing.Silent.IsEmpty);
                Assert.Equal(Asked(row), row.Standing.NotRead);
            }
        );

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_question_to_six_county_boards_was_not_put_to_the_fifteen_others(Engine engine)
    {
        var boards = (await Rows(engine)).Where(row => row.Code.Subject == ReporterKind.CountyBoard).ToList();
        Assert.Equal(8, boards.Count);
        Assert.All(
            boards,
            row =>
            {
                Assert.Equal(RegionSet.All - Set(["17", "18", "19", "22", "24", "25"]), row.Standing.NotAsked);
                Assert.Equal(15, row.Standing.NotAsked.Count);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Each_region_stands_in_one_of_the_four(Engine engine) =>
        Assert.All(
            await Rows(engine),
            row =>
            {
                var (says, silent, notAsked, notRead) = row.Standing;
                Assert.Equal(21, says.Count + silent.Count + notAsked.Count + notRead.Count);
                Assert.Equal(RegionSet.All, says | silent | notAsked | notRead);
            }
        );

    [Fact]
    public async Task A_round_that_is_not_there_has_no_matrix()
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        Assert.Null(await database.Ask((ReadMatrix read) => read.Run(Sample2023.Round, Stop)));
    }

    private async Task<IReadOnlyList<CodeRow>> Rows(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        return (await database.Ask((ReadMatrix read) => read.Run(Sample2023.Round, Stop)))!;
    }

    private static FactEntry Fact(CodeRow row) => Sample2023.Files.Facts[row.Code.Id.Value];

    private static RegionSet Asked(CodeRow row) =>
        Sample2023
            .Files.Template.Sections.SelectMany(section => section.Requirements)
            .Single(requirement => requirement.Id == row.Code.RequirementId!.Value)
            .Counties
            is { } counties
            ? Set(counties)
            : RegionSet.All;

    private static RegionSet Set(IEnumerable<string> counties) =>
        [.. counties.Select(county => RegionCode.Parse(county, null))];
}
