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

namespace Samla.Tests.Compile;

public sealed class ComparisonTests(Databases databases)
{
    private const string Compared = "Det är {{rus-reviderar|jämfört}}.";

    private static readonly Key<Round> Next = Sample2023.Named<Round>("2024");
    private static readonly Key<Chapter> Chapter = Sample2023.Named<Chapter>("rus");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(7, 5, "två fler än föregående år")]
    [InlineData(5, 6, "en färre än föregående år")]
    [InlineData(5, 5, "lika många som föregående år")]
    [InlineData(21, 0, "21 fler än föregående år")]
    public void A_difference_is_told_in_words(int now, int then, string words) =>
        Assert.Equal(words, ReportComparison.Write(now, then, ReportComparison.Earlier(2022, isPrinted: false, 2023)));

    [Theory]
    [InlineData(2022, false, "föregående år")]
    [InlineData(2021, false, "2021")]
    [InlineData(2022, true, "i rapporten om 2022")]
    public void What_is_compared_with_says_which_year_and_that_it_is_read_from_print(
        int year,
        bool isPrinted,
        string words
    ) => Assert.Equal(words, ReportComparison.Earlier(year, isPrinted, now: 2023));

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_number_is_compared_with_what_was_tied_in_print_and_says_who_came_and_went(Engine engine)
    {
        await using var database = await WithPrint(engine);

        var chapter = await Composed(database, Compared);

        Assert.Empty(chapter.Alarms);
        var comparison = Comparison(chapter);
        Assert.Equal(
            ("fem fler än i rapporten om 2022", 2022, true),
            (comparison.Words, comparison.Year, comparison.IsPrinted)
        );
        Assert.Equal(Sample.Set("Dalarna, Halland"), comparison.Then.Says);
        Assert.Equal(7, comparison.Now.Says.Count);
        Assert.StartsWith("2022 enligt den tryckta rapporten: två. Har tillkommit: ", comparison.Told, Ordinal);
        Assert.Equal(
            "Det är fem fler än i rapporten om 2022.",
            string.Concat(chapter.Blocks[0].Inlines.Select(one => one.Plain))
        );
        Assert.Equal(
            "Fem fler än i rapporten om 2022",
            Comparison(await Composed(database, "{{rus-reviderar|jämfört}}.")).Words
        );
    }

    [Fact]
    public async Task What_is_put_together_is_compared_as_it_is_put_together_where_all_of_it_was_known()
    {
        await using var database = await WithPrint(Engine.Sqlite);
        await Tie(database, 1, "rus-unga-aldre");
        var print = await database.Printed();

        var both = Comparison(await Composed(database, "Det är {{rus-reviderar eller rus-unga-aldre|jämfört}}."));

        Assert.Equal(print[0].Regions | print[1].Regions, both.Then.Says);
        Assert.Equal("rus-reviderar eller rus-unga-aldre", both.Who);
        await Refused(database, "{{rus-reviderar och rus-forsvarsmakten|jämfört}}", "har inget tidigare år");
    }

    [Fact]
    public async Task What_cannot_be_compared_is_not_and_says_why()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Refused(database, "{{rus-reviderar|jämfört}}", "har inget tidigare år att jämföras med");
        await database.ReadPrint(Sample2023.Round, 2022);
        await Tie(database, 0, "rus-reviderar");
        var code = await database.Ask(
            (SamlaDb db) =>
                db
                    .Codes.AsNoTracking()
                    .SingleAsync(one => one.RoundId == Sample2023.Round && one.Id == Sample2023.Revises, Stop)
        );
        var words = CodeWords.Of(code);
        await database.Ask(
            (EditCode edit) =>
                edit.Run(Sample2023.Round, code.Id, words with { Definition = "Något annat." }, words, "Åsa", Stop)
        );
        await Refused(database, "{{rus-reviderar|jämfört}}", "kan inte jämföras med 2022. Då var koden version 1");
    }

    [Fact]
    public async Task Those_who_are_not_read_are_told_of_since_the_difference_can_change()
    {
        await using var database = await WithPrint(Engine.Sqlite);
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Nytt svar.", seen: 1);
        await database.Submit(Sample2023.Värmland);

        var alarm = Assert.Single((await Composed(database, Compared)).Alarms);

        Assert.Contains("Värmland är inte läst", alarm.Message, Ordinal);
        Assert.False(alarm.IsBlocking);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_change_in_either_year_marks_the_sentence_until_an_author_accepts(Engine engine)
    {
        await using var database = await WithPrint(engine);
        database.Clock.Pass(TimeSpan.FromHours(1));
        await Write(database, $"# Rubriken\n\n{{{{rus-reviderar}}}} gör om den. {Compared}\n");
        Assert.Empty(await Unaccepted(database));

        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        await database.Ask((AddCoding add) => add.Run(source.Id, Sample2023.Revises, source.Text[..20], 0, "Bo", Stop));
        var coded = await Unaccepted(database);
        Assert.Equal(
            [("Sju regioner", "Åtta regioner"), ("fem fler än i rapporten om 2022", "sex fler än i rapporten om 2022")],
            coded.Select(one => (one.Change.Before!.Words, one.Change.After!.Words))
        );
        await Accept(database, coded);
        Assert.Empty(await Unaccepted(database));

        await Tie(database, 1, "rus-reviderar");
        var earlier = Assert.Single(await Unaccepted(database));
        Assert.Equal("rus-reviderar|jämfört", earlier.Accepted.Who);
        Assert.Equal("sex fler än i rapporten om 2022", earlier.Change.Before!.Words);
        Assert.NotEqual(earlier.Change.Before.Words, earlier.Change.After!.Words);
        await Accept(database, [earlier]);
        Assert.Empty(await Unaccepted(database));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task Another_earlier_year_than_the_accepted_marks_the_sentence_though_the_number_is_the_same()
    {
        await using var database = await WithPrint(Engine.Sqlite);
        database.Clock.Pass(TimeSpan.FromHours(1));
        await Write(database, $"# Rubriken\n\n{Compared}\n");
        await database.Ask((RemovePrintedReport remove) => remove.Run(Sample2023.Round, 2022, "Åsa", Stop));
        await database.ReadPrint(Sample2023.Round, 2021);
        await Tie(database, 0, "rus-reviderar");

        var changed = Assert.Single(await Unaccepted(database));

        Assert.Equal(
            ("fem fler än i rapporten om 2022", "fem fler än i rapporten om 2021"),
            (changed.Change.Before!.Words, changed.Change.After!.Words)
        );
    }

    [Fact]
    public async Task What_is_printed_of_the_same_year_is_no_earlier_year()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.ReadPrint(Sample2023.Round, 2023);
        await Tie(database, 0, "rus-reviderar");

        await Refused(database, "{{rus-reviderar|jämfört}}", "har inget tidigare år att jämföras med");
        Assert.Empty((await database.Ask((ListShifts list) => list.Run(Sample2023.Round, Stop)))!.Lines);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_number_is_compared_with_the_round_before_and_says_who_is_not_read(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Ask((CarryCodebook carry) => carry.Run(Next, "Åsa", Stop));
        var shifts = (await database.Ask((ListShifts list) => list.Run(Next, Stop)))!;
        var line = shifts.Lines.First(line =>
            line.Earlier.Standing.Says.Count > 0 && line.Row.Code.Subject == ReporterKind.Region
        );
        Assert.False(line.IsSettled);
        Assert.NotEmpty(shifts.Others); // some questions have changed
        Assert.All(shifts.Others, other => Assert.NotEmpty(other.WhyNotIn(shifts.Round)));

        var chapter = await Composed(database, $"Det är {{{{{line.Row.Code.Id}|jämfört}}}}.", Next);

        var comparison = Comparison(chapter);
        Assert.EndsWith("färre än föregående år", comparison.Words, Ordinal);
        Assert.Equal((2023, "2023", false), (comparison.Year, comparison.Round, comparison.IsPrinted));
        Assert.Equal(line.Earlier.Standing, comparison.Then);
        Assert.Contains(chapter.Alarms, alarm => !alarm.IsBlocking && alarm.Message.Contains("inte lästa än", Ordinal));
    }

    [Fact]
    public async Task A_round_is_not_told_of_in_another_report_before_it_is_published()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.Ask((CarryCodebook carry) => carry.Run(Next, "Åsa", Stop));
        var shifts = (await database.Ask((ListShifts list) => list.Run(Next, Stop)))!;
        var code = shifts.Lines.First(line => line.Row.Code.Subject == ReporterKind.Region).Row.Code.Id;
        await database.Ask(
            async (SamlaDb db) =>
            {
                db.Chapters.Add(
                    ChapterOf(
                        Next,
                        $"# Rubriken\n\nDet är {{{{{code}|jämfört}}}}.\n\n## Sammanfattning\n\nSå är det.\n"
                    )
                );
                await db.Save(new Change("Åsa", "chapter.add", "2024"), Stop);
                return 0;
            }
        );
        Assert.IsType<PublishEdition.Outcome.Published>(
            await database.Ask((PublishEdition publish) => publish.Run(Next, Imprint.None, "Åsa", Stop))
        );

        await database.Tamper(
            "DELETE FROM EditionPassages; DELETE FROM EditionAttributions; DELETE FROM EditionChapters; DELETE FROM Editions"
        );
        var refused = Assert.IsType<PublishEdition.Outcome.Refused>(
            await database.Ask((PublishEdition publish) => publish.Run(Next, Imprint.None, "Åsa", Stop))
        );
        Assert.Contains("omgång 2023, som inte är publicerad", Assert.Single(refused.Reasons), Ordinal);
    }

    [Fact]
    public async Task What_is_frozen_reads_back_as_it_was_compared()
    {
        await using var database = await WithPrint(Engine.Sqlite);
        await Write(
            database,
            $"# Rubriken\n\n{{{{rus-reviderar}}}} gör om den. {Compared}\n\n## Sammanfattning\n\nSå är det.\n"
        );
        var before = Comparison((await database.Compose()).Chapters.Single(chapter => chapter.Id == Chapter.Value));

        Assert.IsType<PublishEdition.Outcome.Published>(
            await database.Ask((PublishEdition publish) => publish.Run(Sample2023.Round, Imprint.None, "Åsa", Stop))
        );

        var (_, report) = (await database.Ask((ReadEdition read) => read.ReadWhole(Sample2023.Round, Stop)))!.Value;
        Assert.Equal(before, Comparison(report.Chapters.Single(chapter => chapter.Id == Chapter.Value)));
    }

    [Fact]
    public async Task What_has_changed_most_comes_first_and_what_cannot_be_compared_apart()
    {
        await using var database = await WithPrint(Engine.Sqlite);
        await Tie(database, 1, "rus-unga-aldre");

        var shifts = (await database.Ask((ListShifts list) => list.Run(Sample2023.Round, Stop)))!;

        Assert.Equal(2, shifts.Lines.Count);
        Assert.Empty(shifts.Others);
        Assert.Equal(shifts.Lines.Select(Moved).OrderDescending(), shifts.Lines.Select(Moved));
        var revises = shifts.Lines.Single(line => line.Row.Code.Id == Sample2023.Revises);
        Assert.Equal((5, true, "rus"), (revises.Difference, revises.IsSettled, revises.Section!.Id.Value));
        Assert.Null(await database.Ask((ListShifts list) => list.Run(Sample2023.Named<Round>("1999"), Stop)));

        static int Moved(ListShifts.Line line) => line.Shift.Came.Count + line.Shift.Went.Count;
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    /// <summary>The sample with a printed report, of which the first claim is tied.</summary>
    private async Task<TestDatabase> WithPrint(Engine engine)
    {
        var database = await databases.WithSample(engine);
        await database.ReadPrint(Sample2023.Round, 2022);
        await Tie(database, 0, "rus-reviderar");
        return database;
    }

    private static async Task Tie(TestDatabase database, int index, string code)
    {
        var claim = (await database.Printed())[index].Id;
        Assert.IsType<TiePrintedClaim.Outcome.Said>(
            await database.Ask((TiePrintedClaim tie) => tie.Run(claim, Sample2023.Named<Code>(code), "Åsa", Stop))
        );
    }

    private static async Task Refused(TestDatabase database, string marker, string why)
    {
        var alarm = Assert.Single((await Composed(database, $"Det är {marker}.")).Alarms);
        Assert.Contains(why, alarm.Message, Ordinal);
        Assert.True(alarm.IsBlocking);
    }

    private static ReportComparison Comparison(ReportChapter chapter) =>
        Assert.Single(chapter.Blocks.SelectMany(block => block.Inlines).OfType<ReportInline.Compared>()).Comparison;

    private static async Task<ReportChapter> Composed(TestDatabase database, string text, Key<Round>? round = null)
    {
        round ??= Sample2023.Round;
        var chapter = ChapterOf(round, "# Rubriken\n\n" + text);
        var report = await database.Ask((ComposeReport compose) => compose.Run(round, [chapter], Stop));
        return Assert.Single(report!.Chapters);
    }

    private static Chapter ChapterOf(Key<Round> round, string text) =>
        new()
        {
            RoundId = round,
            Id = Chapter,
            Number = 3,
            Text = text,
            Revision = 1,
        };

    private static async Task Write(TestDatabase database, string text)
    {
        foreach (var (seen, each) in new[] { "# Rubriken\n", text }.Index())
        {
            Assert.IsType<SaveChapter.Outcome.Saved>(
                await database.Ask(
                    (SaveChapter save) => save.Run(Sample2023.Round, Chapter, each, seen + 1, "Åsa", Stop)
                )
            );
        }
    }

    private static async Task<IReadOnlyList<UnacceptedClaim>> Unaccepted(TestDatabase database) =>
        (await database.Compose()).Chapters.Single(chapter => chapter.Id == Chapter.Value).Unaccepted;

    private static async Task Accept(TestDatabase database, IReadOnlyList<UnacceptedClaim> claims) =>
        Assert.IsType<AcceptClaims.Outcome.Accepted>(
            await database.Ask(
                (AcceptClaims accept) =>
                    accept.Run(
                        Sample2023.Round,
                        Chapter,
                        [.. claims.Select(one => new AcceptClaims.Seen(one.Accepted.Who, one.Seen))],
                        "Eva",
                        Stop
                    )
            )
        );
}
