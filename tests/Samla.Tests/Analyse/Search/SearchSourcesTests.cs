using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Analyse.Search;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse.Search;

/// <summary>The same sources are found on both engines, in the same order.</summary>
public sealed class SearchSourcesTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_is_found_is_what_reading_all_texts_would_find(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var texts = await database.Ask((SamlaDb db) => db.Sources.AsNoTracking().ToListAsync(Stop));

        foreach (
            var search in (string[])
                [
                    "vatten",
                    "kompetens",
                    "försörjning",
                    "regionerna",
                    "kompetens* utveckling",
                    "\"regional utvecklingsstrategi\"",
                    "\"i samverkan med\"",
                    "hjälper",
                    "klimat energi",
                    "finnsintealls",
                    "NEAR(vatten)",
                    "'; DROP TABLE \"Sources\" --",
                ]
        )
        {
            var query = Query(search);
            var expected = texts.Where(text => HasAll(text.Text, query)).Select(text => text.Id).ToHashSet();

            var result = await All(database, new SearchRequest(query, null, null));

            Assert.Equal(expected, result.Select(hit => hit.Source.Id).ToHashSet());
            Assert.All(result, hit => Assert.NotEmpty(hit.Excerpts));
        }
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Those_with_most_places_come_first_and_then_in_Swedish_order(Engine engine)
    {
        await using var database = await databases.WithSample(engine);

        var hits = await All(database, new SearchRequest(Query("kompetens"), Sample2023.Round, null));

        Assert.True(hits.Count > SearchSources.PageSize, $"{hits.Count} hits");
        Assert.Equal(
            hits.OrderByDescending(hit => hit.Places)
                .ThenBy(NameOf, SwedishText.Order)
                .Select(hit => (hit.Places, NameOf(hit))),
            hits.Select(hit => (hit.Places, NameOf(hit)))
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_search_is_narrowed_by_county_requirement_code_and_reading(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        RegionSet north = [RegionCode.Parse("24", null), RegionCode.Parse("25", null)];
        var search = new SearchRequest(Query("utvecklingsstrategi"), Sample2023.Round, null);
        var unread = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        await database.Ask((MarkRead mark) => mark.Forget(unread.Id, "test", Stop));

        var inNorth = await All(database, search with { Counties = north });
        var asked = await All(database, search with { Requirement = Sample2023.Strategy });
        var coded = await All(database, search with { Code = Sample2023.Revises });
        var waiting = await All(database, search with { IsRead = false });
        var read = await All(database, search with { IsRead = true });

        Assert.NotEmpty(inNorth);
        Assert.All(inNorth, hit => Assert.True(north.Contains(hit.Reporter!.County!)));
        Assert.All(asked, hit => Assert.Equal(Sample2023.Strategy, hit.Requirement?.Id));
        Assert.InRange(asked.Count, 1, RegionSet.All.Count);
        Assert.InRange(coded.Count, 1, 7);
        Assert.Equal([unread.Id], waiting.Select(hit => hit.Source.Id));
        Assert.Equal((await All(database, search)).Count, waiting.Count + read.Count);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_text_is_found_from_when_it_is_submitted_and_an_older_one_only_when_asked_for(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Vi odlar snödroppar.", seen: 1);
        Assert.Empty(await All(database, new SearchRequest(Query("snödroppe"), null, null)));
        await database.Submit(Sample2023.Värmland);
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Vi odlar krokusar.", seen: 2);
        await database.Submit(Sample2023.Värmland);

        var search = new SearchRequest(Query("snödroppar"), Sample2023.Round, null);
        var now = await All(database, search);
        var ever = Assert.Single(await All(database, search with { AlsoReplaced = true }));

        Assert.Empty(now);
        Assert.Equal(("Vi odlar snödroppar.", false), (ever.Source.Text, ever.IsCurrent));
        Assert.Single(await All(database, search with { Query = Query("krokus") }));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_database_from_before_the_search_is_made_findable_and_its_trail_stays_as_it_was(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var search = new SearchRequest(Query("kompetensförsörjning"), Sample2023.Round, null);
        var before = (await All(database, search)).Select(hit => hit.Source.Id).ToList();
        var lines = (await database.Verify()).Lines;
        await database.Tamper("""DELETE FROM "SearchTexts" """);
        Assert.Empty(await All(database, search));

        var made = await database.Ask((IndexSources index) => index.Run(Stop));
        var again = await database.Ask((IndexSources index) => index.Run(Stop));

        Assert.Equal((await database.Verify()).Sources, made);
        Assert.Equal(0, again);
        Assert.Equal(before, (await All(database, search)).Select(hit => hit.Source.Id));
        Assert.Equal(lines, (await database.Verify()).Lines);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_text_that_was_read_in_another_way_is_read_again(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Tamper("""UPDATE "SearchTexts" SET "Reading" = 0 WHERE "Number" <= 3""");

        Assert.Equal(3, await database.Ask((IndexSources index) => index.Run(Stop)));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_text_without_words_or_with_more_than_there_is_room_for_can_be_kept(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        // Some 1.3 MB of words that are all different.
        var text = string.Join(' ', Enumerable.Range(0, 120_000).Select(number => $"ord{number}x"));
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "– … –", seen: 1);
        await database.Submit(Sample2023.Värmland);
        await database.Ask(
            async (SamlaDb db) =>
            {
                var old = await db.Sources.FirstAsync(Stop);
                db.Sources.Add(
                    new Source
                    {
                        Id = Id.New<Source>(database.Clock),
                        RoundId = old.RoundId,
                        Kind = SourceKind.Answer,
                        ReporterId = null,
                        RequirementId = null,
                        Text = text,
                        Hash = Source.HashOf(text),
                        CreatedAt = database.Clock.GetUtcNow(),
                    }
                );
                await db.Save(new Change("test", "source.add", "lång"), Stop);
                return true;
            }
        );

        var search = new SearchRequest(Query("ord17x"), null, null) { AlsoReplaced = true };
        Assert.Single(await All(database, search));
    }

    [Fact]
    public void Groups_of_regions_are_those_whose_members_are_known()
    {
        var groups = RegionGroups.Of(Registers.Read(DataFolder.Registers)).All;

        Assert.Equal(8, groups.Count(group => group.IsArea));
        Assert.Contains(groups, group => group is { Id: "se33", Name: "Övre Norrland", Members.Count: 2 });
        Assert.Contains(groups, group => group is { Id: "regionsamverkan-sydsverige", Members.Count: 6 });
        Assert.All(groups, group => Assert.InRange(group.Members.Count, 1, 20));
        Assert.Equal(groups.Count, groups.DistinctBy(group => group.Id).Count());
    }

    private static async Task<List<SearchSources.Hit>> All(TestDatabase database, SearchRequest request)
    {
        var hits = new List<SearchSources.Hit>();
        for (var page = 1; ; page++)
        {
            var result = await database.Ask((SearchSources search) => search.Run(request with { Page = page }, Stop));
            hits.AddRange(result.Hits);
            if (page >= result.Pages)
            {
                Assert.Equal(result.Total, hits.Count);
                return hits;
            }
        }
    }

    private static bool HasAll(string text, SearchQuery query) =>
        query.Parts.All(part => SearchPlaces.In(text, query with { Parts = [part] }, SearchAnalyzer.Shipped).Count > 0);

    private static SearchQuery Query(string text) =>
        Assert.IsType<SearchQuery.Outcome.Fits>(SearchQuery.Read(text, SearchAnalyzer.Shipped)).Query;

    private static string NameOf(SearchSources.Hit hit) =>
        hit.Reporter is { Kind: ReporterKind.Region, County: { } county }
            ? Regions.Of(county).Name
            : hit.Reporter!.Name;
}
