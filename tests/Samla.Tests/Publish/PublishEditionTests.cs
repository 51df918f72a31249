using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Compile;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;
using Samla.Publish;
using Samla.Tests.Testing;

namespace Samla.Tests.Publish;

public sealed class PublishEditionTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Nothing_changed_gives_no_new_edition(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var lines = (await database.Verify()).Lines;
        Assert.Equal(1, Assert.IsType<PublishEdition.Outcome.Unchanged>(await Publish(database)).Edition.Number);
        Assert.Equal(lines, (await database.Verify()).Lines);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_is_frozen_is_what_was_composed(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var composed = await database.Compose();
        var (edition, frozen) = await Whole(database);
        Assert.Equal((1, composed.Title, composed.Mark), (edition.Number, frozen.Title, frozen.Mark));
        Assert.Equal(Markdown(composed), Markdown(frozen));
        Assert.Equal(
            composed.Chapters.SelectMany(chapter => chapter.Claims),
            frozen.Chapters.SelectMany(chapter => chapter.Claims)
        );
        Assert.Equal(
            composed.Chapters.SelectMany(chapter => chapter.Alarms),
            frozen.Chapters.SelectMany(chapter => chapter.Alarms)
        );
    }

    [Fact]
    public async Task A_frozen_chapter_holds_each_claim_once()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var content = await database.Ask(
            (SamlaDb db) =>
                db
                    .EditionChapters.Where(chapter => chapter.Number == 3)
                    .Select(chapter => chapter.Content)
                    .SingleAsync(Stop)
        );
        Assert.Single(content.Split("\"c1\"").Skip(1));
        Assert.DoesNotContain("Inlines", content, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_coding_that_changes_later_changes_the_next_edition_and_not_the_last(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var (first, before) = await Whole(database);
        var passages = await Passages(database, first);
        Assert.Equal(7, passages.Count);

        var coding = await database.Ask(
            (SamlaDb db) => db.Codings.FirstAsync(c => c.CodeId == Sample2023.Revises, Stop)
        );
        await database.Ask((RemoveCoding remove) => remove.Run(coding.Id, "Åsa", Stop));

        Assert.Equal(Markdown(before), Markdown((await Whole(database)).Report));
        Assert.Equal(passages, await Passages(database, first));

        var second = Assert.IsType<PublishEdition.Outcome.Published>(await Publish(database)).Edition;
        Assert.Equal(2, second.Number);
        Assert.Equal("Sex regioner", (await Whole(database)).Report.Chapters[0].Claims.First().Words);
        Assert.Equal(6, (await Passages(database, second)).Count);
        Assert.Equal(passages, await Passages(database, first));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_an_author_must_mend_blocks_the_edition_and_is_named(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Ask(
            (SaveChapter save) =>
                save.Run(
                    Sample2023.Round,
                    Sample2023.Named<Chapter>("rus"),
                    "# Rubrik\n\n## Del\n\n{{finns-inte}} gör det. {{rus-reviderar|fel}}",
                    1,
                    "Åsa",
                    Stop
                )
        );
        var lines = (await database.Verify()).Lines;

        var refused = Assert.IsType<PublishEdition.Outcome.Refused>(await Publish(database));

        Assert.Equal(2, refused.Reasons.Count);
        Assert.All(refused.Reasons, reason => Assert.StartsWith("Avsnitt 3.1: ", reason, StringComparison.Ordinal));
        Assert.Equal(1, await database.Ask((SamlaDb db) => db.Editions.CountAsync(Stop)));
        Assert.Equal(lines, (await database.Verify()).Lines);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Of_many_who_publish_at_once_one_makes_the_edition(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var coding = await database.Ask(
            (SamlaDb db) => db.Codings.FirstAsync(c => c.CodeId == Sample2023.Revises, Stop)
        );
        await database.Ask((RemoveCoding remove) => remove.Run(coding.Id, "Åsa", Stop));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Publish(database), Stop)));

        Assert.Single(outcomes.OfType<PublishEdition.Outcome.Published>());
        Assert.Equal([2, 2], outcomes.OfType<PublishEdition.Outcome.Unchanged>().Select(o => o.Edition.Number));
        Assert.Empty((await database.Verify()).Faults);
    }

    // An edition counts and freezes in one breath: a coding in between would be in the one and not in the other.
    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Those_who_code_while_others_publish_wait_their_turn(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        var coding = Task.Run(
            async () =>
            {
                for (var length = 5; length < 25; length++)
                {
                    Assert.IsType<AddCoding.Outcome.Added>(
                        await database.Ask(
                            (AddCoding add) =>
                                add.Run(
                                    source.Id,
                                    Sample2023.Revises,
                                    source.Text[..length].Trim(),
                                    0,
                                    $"k{length}",
                                    Stop
                                )
                        )
                    );
                }
            },
            Stop
        );
        while (!coding.IsCompleted)
        {
            await Publish(database);
        }

        await coding;
        await Publish(database);
        foreach (var edition in await database.Ask((SamlaDb db) => db.Editions.AsNoTracking().ToListAsync(Stop)))
        {
            var chapter = await database.Ask(
                (ReadEdition read) => read.ReadChapter(edition.Id, Sample2023.Named<Chapter>("rus"), Stop)
            );
            var counted = chapter!.Claims.First(claim => claim.Code == "rus-reviderar").Standing.Says.Count;
            var sources = (await PassagesOf(database, edition)).DistinctBy(passage => passage.SourceId).Count();
            Assert.Equal(counted, sources);
        }

        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task A_round_without_chapters_is_refused()
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        Assert.IsType<PublishEdition.Outcome.Refused>(await Publish(database));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_words_behind_a_claim_stand_in_their_paragraph(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var (edition, report) = await Whole(database);
        foreach (var claim in report.Chapters.SelectMany(chapter => chapter.Claims).DistinctBy(c => c.Code).Take(40))
        {
            var passages = await database.Ask(
                (ReadEdition read) => read.ReadPassages(edition.Id, Sample2023.Named<Code>(claim.Code), Stop)
            );
            Assert.Equal(
                claim.Standing.Says.Select(region => region.ToString()),
                passages.Select(passage => passage.Reporter!.County!.ToString()).Distinct()
            );
            Assert.All(
                passages,
                passage =>
                {
                    Assert.NotEmpty(passage.Quote);
                    Assert.DoesNotContain(
                        "\n\n",
                        passage.Before + passage.Quote + passage.After,
                        StringComparison.Ordinal
                    );
                }
            );
        }
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_chapter_read_by_itself_is_the_one_of_the_whole(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var contents = await database.Ask((ReadEdition read) => read.ReadContents(Sample2023.Round, Stop));
        var (edition, report) = await Whole(database);
        Assert.Equal(edition.Id, contents!.Edition.Id);
        Assert.Equal(
            report.Chapters.Select(c => (c.Number, c.Id, c.Title)),
            contents.Chapters.Select(c => (c.Number, c.Id.Value, c.Title))
        );
        foreach (var chapter in contents.Chapters)
        {
            var one = await database.Ask((ReadEdition read) => read.ReadChapter(edition.Id, chapter.Id, Stop));
            Assert.Equal(report.Chapters.Single(c => c.Number == chapter.Number).Claims, one!.Claims);
        }

        Assert.Null(
            await database.Ask(
                (ReadEdition read) => read.ReadChapter(edition.Id, Sample2023.Named<Chapter>("finns-inte"), Stop)
            )
        );
        Assert.Null(await database.Ask((ReadEdition read) => read.ReadContents(Sample2023.Named<Round>("2024"), Stop)));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Who_is_counted_without_a_passage_stands_behind_the_number_with_the_reason(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        const string Reason = "Svaret hänvisar till avsnittet om planer.";
        var given = Assert.IsType<AttributeCode.Outcome.Added>(
            await database.Ask(
                (AttributeCode give) =>
                    give.Run(Sample2023.Round, Sample2023.Revises, Sample2023.Värmland, Reason, "Åsa", Stop)
            )
        );
        Assert.IsType<PublishEdition.Outcome.Published>(await Publish(database));
        // What is published stays, whatever is taken back afterwards.
        await database.Ask((AttributeCode give) => give.Remove(given.Attribution, "Åsa", Stop));

        var (edition, report) = await Whole(database);
        var claim = report.Chapters.SelectMany(c => c.Claims).First(c => c.Code == Sample2023.Revises.Value);
        var trace = await database.Ask((ReadTrace read) => read.Run(edition, claim, Stop));
        var behind = Assert.Single(trace.Attributed);
        Assert.Equal((Sample2023.Värmland, Reason), (behind.Reporter.Id, behind.Reason));
        Assert.Equal(
            claim.Standing.Says.Order(),
            trace
                .Passages.Select(passage => passage.County!)
                .Concat(trace.Attributed.Select(one => one.Reporter.County!))
                .Distinct()
                .Order()
        );
        var region = await database.Ask((ReadRegion read) => read.Run(RegionCode.Parse("17", null), Stop));
        Assert.Contains(
            region!.Region.Statements,
            statement => statement.Sentence.Claim.Code == claim.Code && statement.Reason == Reason
        );
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_is_said_of_a_region_keeps_its_words_though_another_answer_has_come_in(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var report = (await Whole(database)).Report;
        var claim = report.Chapters.SelectMany(c => c.Claims).First(c => c.Code == Sample2023.Revises.Value);
        var region = claim.Standing.Says.First();
        var reporter = Sample2023.Named<Reporter>(region.ToString());
        var before = await Words();

        await database.Save(reporter, Sample2023.Strategy, "Ett helt annat svar.", seen: 1);
        await database.Submit(reporter);

        Assert.NotEqual("", before);
        Assert.Equal(before, await Words());

        async Task<string> Words() =>
            (await database.Ask((ReadRegion read) => read.Run(region, Stop)))!
                .Region.Statements.First(one => one.Sentence.Claim.Code == claim.Code)
                .Words;
    }

    private static Task<PublishEdition.Outcome> Publish(TestDatabase database) =>
        database.Ask((PublishEdition publish) => publish.Run(Sample2023.Round, Imprint.None, "Åsa", Stop));

    private static async Task<(Edition Edition, ReportDocument Report)> Whole(TestDatabase database) =>
        (await database.Ask((ReadEdition read) => read.ReadWhole(Sample2023.Round, Stop)))!.Value;

    private static Task<List<EditionPassage>> PassagesOf(TestDatabase database, Edition edition) =>
        database.Ask(
            (SamlaDb db) =>
                db
                    .EditionPassages.AsNoTracking()
                    .Where(p => p.EditionId == edition.Id && p.CodeId == Sample2023.Revises)
                    .ToListAsync(Stop)
        );

    private static async Task<List<string>> Passages(TestDatabase database, Edition edition) =>
        [
            .. (await PassagesOf(database, edition))
                .Select(p => $"{p.SourceId} {p.Start} {p.Length}")
                .Order(StringComparer.Ordinal),
        ];

    private static string Markdown(ReportDocument report)
    {
        using var text = new StringWriter();
        ReportMarkdown.Write(report, text);
        return text.ToString();
    }
}
