using Samla.Analyse;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;
using Samla.Publish;
using Samla.Publish.Briefs;
using Samla.Tests.Testing;

namespace Samla.Tests.Publish.Briefs;

public sealed class BriefTests(Databases databases)
{
    private static readonly Key<Round> Next = Sample2023.Named<Round>("2024");
    private static readonly Key<Chapter> Strategies = Sample2023.Named<Chapter>("rus");
    private static readonly Key<Chapter> Skills = Sample2023.Named<Chapter>("kompetens");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_region_is_told_of_by_what_the_edition_counts_it_in(Engine engine)
    {
        await using var database = await databases.WithSample(engine);

        var brief = await OfRegion(database, "23");

        Assert.False(brief.IsComparable);
        Assert.NotEmpty(brief.Rare);
        Assert.Empty(brief.Came.Concat(brief.Went));
        Assert.Empty(brief.NewInterventions); // there is no round before to be new since
        Assert.All(
            (IEnumerable<ReadRegion.Statement>)[.. brief.Rare, .. brief.Challenges, .. brief.Messages],
            statement => Assert.Contains(Region("23"), statement.Sentence.Claim.Claim.Regions)
        );
        Assert.Equal(
            brief.Rare.Select(one => one.Sentence.Claim.Claim.Regions.Count).Order(),
            brief.Rare.Select(one => one.Sentence.Claim.Claim.Regions.Count)
        );
        Assert.Contains(
            brief.Challenges,
            one => one.Sentence.Claim.Code == "kompetens-gleshet" && one.Words.Length > 0
        );
        Assert.Contains(brief.Messages, one => one.Sentence.Claim.Code == "kompetens-medskick");
        Assert.DoesNotContain(
            brief.Rare,
            one => one.Sentence.Claim.Code is "kompetens-gleshet" or "kompetens-medskick"
        );
    }

    [Fact]
    public async Task What_is_new_is_told_where_an_earlier_year_can_be_compared()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.ReadPrint(Sample2023.Round, 2022);
        await database.Ask(
            async (TiePrintedClaim tie) =>
                await tie.Run((await database.Printed())[0].Id, Sample2023.Revises, "Åsa", Stop)
        );

        Assert.Equal("rus-reviderar", Assert.Single((await OfRegion(database, "08")).Came).Claim.Code);
        Assert.Equal("rus-reviderar", Assert.Single((await OfRegion(database, "20")).Went).Claim.Code); // Dalarna did in 2022
        var untouched = await OfRegion(database, "10");
        Assert.True(untouched.IsComparable);
        Assert.Empty(untouched.Came.Concat(untouched.Went));
        var change = Assert.Single((await OfArea(database, Strategies)).Changes);
        Assert.Equal("fem fler än i rapporten om 2022", change.Comparison.Words);
        Assert.Empty((await OfArea(database, Skills)).Changes);
    }

    [Fact]
    public async Task An_earlier_round_is_told_of_as_its_edition_has_it_and_not_as_it_is_coded_since()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.Ask((CarryCodebook carry) => carry.Run(Next, "Åsa", Stop));
        var chapters = (await database.Compose()).Chapters;
        var line = (await database.Ask((ListShifts list) => list.Run(Next, Stop)))!.Lines.First(line =>
            line.Row.Code.Subject == ReporterKind.Region && IsCountedAlone(chapters, line.Row.Code.Id)
        );
        var (code, region) = (line.Row.Code.Id, line.Earlier.Standing.Says.First());
        var reporter = Reporter.KeyOf(region, ReporterKind.Region);
        Assert.IsType<SubmitReport.Outcome.Submitted>(
            await database.Ask((SubmitReport submit) => submit.Run(Next, reporter, null, null, "prov", Stop))
        );
        await database.Ask(
            async (SamlaDb db) =>
            {
                db.Chapters.Add(
                    new Chapter
                    {
                        RoundId = Next,
                        Id = Strategies,
                        Number = 3,
                        Text = $"# Rubriken\n\n{{{{{code}}}}} gör det.\n\n## Sammanfattning\n\nSå är det.\n",
                        Revision = 1,
                    }
                );
                await db.Save(new Change("Åsa", "chapter.add", "2024"), Stop);
                return 0;
            }
        );
        await database.Ask((PublishEdition publish) => publish.Run(Next, Imprint.None, "Åsa", Stop));
        Assert.Equal(code.Value, Assert.Single((await OfRegion(database, $"{region}")).Went).Claim.Code);

        await database.Tamper($"DELETE FROM Codings WHERE RoundId = '2023' AND CodeId = '{code}'"); // as if it were coded anew

        Assert.Empty(
            (await database.Ask((ReadMatrix read) => read.Run(Sample2023.Round, Stop)))!
                .Single(row => row.Code.Id == code)
                .Standing.Says
        );
        Assert.Equal(code.Value, Assert.Single((await OfRegion(database, $"{region}")).Went).Claim.Code);
    }

    [Fact]
    public async Task Outcomes_come_with_what_is_best_known_first()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        List<BriefOutcome> all = [];
        foreach (var region in Regions.All)
        {
            var outcomes = (await OfRegion(database, region.Code.ToString())).Outcomes;
            Assert.Equal(outcomes.Select(Strength).OrderDescending(), outcomes.Select(Strength));
            all.AddRange(outcomes);
        }

        Assert.Contains(all, one => one.Outcome.Evidence == Evidence.Evaluation);
        Assert.Contains(all, one => one.Outcome.Evidence == Evidence.Unknown);

        static int Strength(BriefOutcome one) =>
            Array.IndexOf(
                [Evidence.Unknown, Evidence.OwnAssessment, Evidence.Other, Evidence.Monitoring, Evidence.Evaluation],
                one.Outcome.Evidence
            );
    }

    [Fact]
    public async Task An_area_has_its_summary_its_challenges_and_what_is_asked_of_others()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);

        var brief = await OfArea(database, Skills);

        Assert.Equal(6, brief.Chapter.Number);
        Assert.NotEmpty(brief.Summary);
        Assert.Contains(brief.Challenges, one => one.Claim.Code == "kompetens-utmaning-kompetensbrist");
        Assert.Contains(brief.Messages, one => one.Claim.Code == "kompetens-medskick");
        Assert.DoesNotContain(brief.Most, one => one.Claim.Code == "kompetens-medskick");
        Assert.NotEmpty(brief.Interventions);
        Assert.Null(
            await database.Ask(
                (ReadAreaBrief read) => read.Run(Sample2023.Round, Sample2023.Named<Chapter>("finns-inte"), Stop)
            )
        );
    }

    [Fact]
    public async Task Nothing_is_told_where_nothing_is_published()
    {
        await using var database = await databases.Empty(Engine.Sqlite);

        Assert.Null(await database.Ask((ReadRegionBrief read) => read.Run(Region("10"), Stop)));
        Assert.Null(await database.Ask((ReadAreaBrief read) => read.Run(Sample2023.Round, Skills, Stop)));
    }

    private static bool IsCountedAlone(IEnumerable<ReportChapter> chapters, Key<Code> code) =>
        chapters.SelectMany(chapter => chapter.Claims).Any(claim => claim.Who is null && claim.Code == code.Value);

    private static RegionCode Region(string code) => RegionCode.Parse(code, null);

    private static async Task<ReadRegionBrief.Result> OfRegion(TestDatabase database, string code) =>
        (await database.Ask((ReadRegionBrief read) => read.Run(Region(code), Stop)))!;

    private static async Task<ReadAreaBrief.Result> OfArea(TestDatabase database, Key<Chapter> section) =>
        (await database.Ask((ReadAreaBrief read) => read.Run(Sample2023.Round, section, Stop)))!;
}
