using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Check;
using Samla.Data;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;
using Samla.Publish;
using Samla.Publish.Reviews;
using Samla.Tests.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Publish;

/// <summary>The checklist before a report is published, and what an edition says of its own making.</summary>
public sealed class CheckPublicationTests(Databases databases)
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static readonly Imprint Decided = Imprint.Of(MadeUpEdition.Decided, " Åsa  ", "Ett antal är rättat.");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_is_ready_and_needs_no_decision()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);

        var checklist = await Check(database);

        Assert.Equal((0, true), (checklist.Hindrances, checklist.IsSample));
        Assert.Empty(checklist.Messages);
        Assert.Empty(checklist.ProblemsOf(Imprint.None));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_report_that_regions_have_handed_in_to_is_not_published_without_a_decision_nor_corrected_without_a_word(
        Engine engine
    )
    {
        await using var database = await databases.WithSample(engine);
        await MakeReal(database);
        await RemoveOne(database);

        var refused = Assert.IsType<PublishEdition.Outcome.Refused>(await Publish(database, Imprint.None));
        Assert.Collection(
            refused.Reasons,
            reason => Assert.Contains("Beslutet om publicering är inte angivet.", reason, Ordinal),
            reason => Assert.Contains("Skriv vad som är ändrat sedan utgåva 1.", reason, Ordinal)
        );

        var second = Assert.IsType<PublishEdition.Outcome.Published>(await Publish(database, Decided)).Edition;
        var read = (await database.Ask((ReadEdition read) => read.ReadWhole(Sample2023.Round, Stop)))!.Value.Edition;
        Assert.Equal(Decided, read.Imprint);
        Assert.Equal("Åsa", read.Handlers);
        Assert.Equal(second.Hash, read.Hash);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task The_same_decision_makes_no_other_edition_and_a_corrected_one_does()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.IsType<PublishEdition.Outcome.Published>(await Publish(database, Decided));

        Assert.IsType<PublishEdition.Outcome.Unchanged>(await Publish(database, Decided));
        Assert.IsType<PublishEdition.Outcome.Unchanged>(await Publish(database, Imprint.None));
        var third = await Publish(database, Decided with { ChangeNote = "Beslutets nummer är rättat." });

        Assert.Equal(3, Assert.IsType<PublishEdition.Outcome.Published>(third).Edition.Number);
    }

    [Fact]
    public async Task A_first_edition_has_nothing_to_be_changed_since()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var first = await Check(database) with { Before = null };

        Assert.Empty(first.ProblemsOf(Imprint.None));
        Assert.Contains("Ta bort beskrivningen.", Assert.Single(first.ProblemsOf(Decided)).Message, Ordinal);
    }

    [Theory]
    [InlineData("DecidedBy")]
    [InlineData("DecidedOn")]
    [InlineData("RecordNumber")]
    [InlineData("PresentedBy")]
    [InlineData("Handlers")]
    [InlineData("ChangeNote")]
    public async Task A_part_that_is_changed_or_taken_out_behind_its_back_is_found(string column)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Publish(database, Decided);
        Assert.Empty((await database.Verify()).Faults);

        foreach (var value in (string[])["'2020-01-01'", "NULL"])
        {
            await database.Tamper($"UPDATE \"Editions\" SET \"{column}\" = {value} WHERE \"Number\" = 2");
            Assert.Contains((await database.Verify()).Faults, fault => fault.Contains("Utgåva 2", Ordinal));
        }
    }

    [Fact]
    public async Task Half_a_decision_that_is_put_into_an_edition_without_one_is_found()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.Tamper("UPDATE \"Editions\" SET \"RecordNumber\" = 'X 1' WHERE \"Number\" = 1");

        Assert.Contains((await database.Verify()).Faults, fault => fault.Contains("Utgåva 1", Ordinal));
        Assert.Null((await View(database, 1))!.Edition.Imprint.Decision);
    }

    [Fact]
    public void What_stands_in_one_part_is_not_taken_for_another()
    {
        var one = HashOf("a", "b");

        Assert.NotEqual(one, HashOf("b", "a"));
        Assert.NotEqual(one, HashOf("a b", null));
        Assert.Equal(one, HashOf(" a\n", "b "));

        static string HashOf(string handlers, string? note) =>
            Edition.HashOf(["{}"], [], [], Imprint.Of(MadeUpEdition.Decided, handlers, note));
    }

    [Fact]
    public async Task A_chapter_that_counts_has_a_summary()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.Ask(
            async (SamlaDb db) =>
            {
                var chapter = await db.Chapters.SingleAsync(
                    one => one.RoundId == Sample2023.Round && one.Id == Sample2023.Named<Chapter>("boende"),
                    Stop
                );
                chapter.Text = chapter.Text.Replace("Sammanfattning", "Det viktigaste", Ordinal);
                await db.Save(new Change("Åsa", "chapter.edit", "boende"), Stop);
                return true;
            }
        );

        var checklist = await Check(database);

        Assert.Equal("boende", Assert.Single(checklist.WithoutSummary).Id);
        Assert.Contains(checklist.Messages, message => message.Contains("saknar sammanfattning", Ordinal));
        Assert.IsType<PublishEdition.Outcome.Refused>(await Publish(database, Decided));
    }

    [Fact]
    public async Task Who_is_asked_to_sign_is_waited_for_until_the_account_is_shut()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var expert = await database.Visitor("sakkunnig");
        var chapter = Sample2023.Named<Chapter>("rus");
        var seen = (
            await database.Ask(
                (ViewReview view) => view.Run(Sample2023.Round, chapter, claim: null, who: null, expert, Stop)
            )
        )!.Seen;
        Assert.Null(await database.Ask((SignChapter sign) => sign.Run(Sample2023.Round, chapter, seen, expert, Stop)));
        Assert.Empty((await Check(database)).Unsigned);

        await RemoveOne(database);
        var unsigned = Assert.Single((await Check(database)).Unsigned);
        Assert.Equal("rus", unsigned.Chapter.Id);
        Assert.Contains("Signatur saknas från Sakkunnig, provkonto.", unsigned.Message, Ordinal);

        await database.Ask(
            (SamlaDb db) =>
                db
                    .Accounts.Where(one => one.Name == "Sakkunnig, provkonto")
                    .ExecuteUpdateAsync(one => one.SetProperty(a => a.IsShut, true), Stop)
        );
        Assert.Empty((await Check(database)).Unsigned);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task An_edition_that_is_replaced_can_be_read_with_what_was_changed_after_it(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await RemoveOne(database);
        await Publish(database, Decided);

        var first = (await View(database, 1))!;
        var second = (await View(database, 2))!;

        Assert.Equal((false, 2), (first.IsLatest, first.Latest.Number));
        Assert.Null(first.Changes);
        Assert.True(second.IsLatest);
        Assert.Equal(1, second.Changes!.Edition.Number);
        Assert.Contains(
            second.Changes.Chapters.SelectMany(chapter => chapter.Claims),
            change => change.Code == Sample2023.Revises.Value
        );
        Assert.Null(await View(database, 3));
        Assert.Null(await View(database, 0));
        var line = Assert.Single(await database.Ask((ListCorrections list) => list.Run(Stop)));
        Assert.Equal((2, "Ett antal är rättat."), (line.Edition.Number, line.Edition.ChangeNote));
    }

    [Theory]
    [InlineData("enhetschefen", null, "Föredragande: enhetschefen.")]
    [InlineData("Utan föredragning", null, "Beslutet fattades utan föredragning.")]
    [InlineData("Utander, enhetschef", null, "Föredragande: Utander, enhetschef.")]
    [InlineData(
        "enhetschefen",
        "en jurist",
        "Föredragande: enhetschefen. I den slutliga handläggningen har även en jurist deltagit."
    )]
    public void A_decision_is_told_as_agencies_tell_it(string presentedBy, string? handlers, string end)
    {
        var decision = (
            (Decision.Outcome.Whole)
                Decision.Read(
                    new WrittenDecision("sjödirektören", "2026-11-25", "S 2026/7", presentedBy),
                    new DateOnly(2026, 11, 26)
                )
        ).Decision;

        Assert.Equal(
            $"Beslut om rapporten: sjödirektören, 25\u00a0november 2026, diarienummer S 2026/7. {end}",
            Imprint.Of(decision, handlers, changeNote: "").Swedish
        );
    }

    [Fact]
    public void What_is_too_long_or_stands_without_a_decision_is_said()
    {
        Assert.Empty(Imprint.None.Problems);
        Assert.Empty(Imprint.Of(MadeUpEdition.Decided, new string('a', 500), new string('a', 2_000)).Problems);
        Assert.Equal(
            [ImprintPart.Handlers, ImprintPart.ChangeNote],
            Imprint.Of(MadeUpEdition.Decided, new string('a', 501), new string('a', 2_001)).Problems.Select(p => p.Part)
        );
        Assert.Equal(ImprintPart.Decision, Assert.Single(Imprint.Of(null, "en jurist", null).Problems).Part);
    }

    private static Task<PublishEdition.Outcome> Publish(TestDatabase database, Imprint imprint) =>
        database.Ask((PublishEdition publish) => publish.Run(Sample2023.Round, imprint, "Åsa", Stop));

    private static Task<ViewEdition.Result?> View(TestDatabase database, int number) =>
        database.Ask((ViewEdition view) => view.Run(Sample2023.Round, number, Stop));

    private static async Task<CheckPublication.Result> Check(TestDatabase database)
    {
        var report = await database.Compose();
        var findings = await database.Ask((CheckRound check) => Task.FromResult(check.Check(report, Stop)));
        return await database.Ask((CheckPublication check) => check.Run(Sample2023.Round, report, findings, Stop));
    }

    private static Task<int> MakeReal(TestDatabase database) =>
        database.Ask(
            (SamlaDb db) =>
                db
                    .Rounds.Where(one => one.Id == Sample2023.Round)
                    .ExecuteUpdateAsync(one => one.SetProperty(r => r.Origin, Origin.Reported), Stop)
        );

    /// <summary>A region less says that it revises its strategy.</summary>
    private static async Task RemoveOne(TestDatabase database)
    {
        var coding = await database.Ask(
            (SamlaDb db) => db.Codings.FirstAsync(c => c.CodeId == Sample2023.Revises, Stop)
        );
        await database.Ask((RemoveCoding remove) => remove.Run(coding.Id, "Åsa", Stop));
    }
}
