using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Samla.Access;
using Samla.Analyse;
using Samla.Compile;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Compile;
using Samla.Letters;
using Samla.Publish.Reviews;
using Samla.Tests.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Publish.Reviews;

/// <summary>Experts are asked to review chapters, comment on claims and sign; what changes after that is shown.</summary>
public sealed class ReviewTests(Databases databases)
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static readonly Key<Chapter> Chapter = Sample2023.Named<Chapter>("rus");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_signature_holds_until_the_chapter_changes_and_tells_what_did(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var expert = await database.Visitor("sakkunnig");
        Assert.Null(await Sign(database, expert, await Seen(database)));
        Assert.True(Assert.Single((await View(database)).Reviewers).Holds);

        await GiveToVärmland(database);

        var reviewer = Assert.Single((await View(database)).Reviewers);
        Assert.False(reviewer.Holds);
        Assert.Contains(
            reviewer.Change!.Claims,
            change => change is { Before.Words: "Sju regioner", After.Words: "Åtta regioner" }
        );
        Assert.False(reviewer.Change.IsTextChanged);
        Assert.Null(await Sign(database, expert, await Seen(database)));
        Assert.True(Assert.Single((await View(database)).Reviewers).Holds);
        Assert.Single((await ViewAll(database)).Lines, line => line.Reviewers.Count > 0);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task Who_has_not_seen_the_latest_does_not_sign_and_only_experts_do()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var expert = await database.Visitor("sakkunnig");
        var seen = await Seen(database);
        await GiveToVärmland(database);
        Assert.Contains("har ändrats sedan du öppnade", await Sign(database, expert, seen), Ordinal);
        Assert.Contains(
            "Bara sakkunniga",
            await Sign(database, await database.Visitor("analytiker"), await Seen(database)),
            Ordinal
        );
        Assert.Contains(
            "finns inte",
            await database.Ask(
                (SignChapter sign) =>
                    sign.Run(Sample2023.Round, Sample2023.Named<Chapter>("saknas"), seen, expert, Stop)
            ),
            Ordinal
        );
        Assert.Empty((await View(database)).Reviewers);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task An_expert_is_asked_once_and_keeps_the_asking_when_a_signature_is_taken_back(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var expert = await database.Visitor("sakkunnig");
        var analyst = await database.Visitor("analytiker");
        var day = SwedishTime.DayOf(database.Clock.GetUtcNow()).AddDays(7);

        Assert.IsType<AskForReview.Outcome.Asked>(await Ask(expert, day, analyst));
        Assert.IsType<AskForReview.Outcome.Already>(await Ask(expert, day, analyst));
        Assert.Contains("redan varit", Refused(await Ask(expert, day.AddDays(-9), analyst)), Ordinal);
        Assert.Contains("Välj en sakkunnig", Refused(await Ask(analyst, day, analyst)), Ordinal);
        Assert.Contains("Bara den som skriver", Refused(await Ask(expert, day, expert)), Ordinal);
        Assert.Equal(day, Assert.Single((await View(database)).Reviewers).Review.DueOn);

        Assert.Null(await Sign(database, expert, await Seen(database)));
        Assert.Contains("redan signerat", await Withdraw(), Ordinal);
        Assert.Null(await database.Ask((SignChapter sign) => sign.Withdraw(Sample2023.Round, Chapter, expert, Stop)));
        Assert.Contains(
            "inte signerat",
            await database.Ask((SignChapter sign) => sign.Withdraw(Sample2023.Round, Chapter, expert, Stop)),
            Ordinal
        );
        Assert.Null(Assert.Single((await View(database)).Reviewers).Review.SignedAt);
        Assert.Null(await Withdraw());
        Assert.Empty((await View(database)).Reviewers);

        Task<AskForReview.Outcome> Ask(Visitor whom, DateOnly dueOn, Visitor sender) =>
            database.Ask(
                (IServiceProvider services) =>
                    Asking(services)
                        .Run(Sample2023.Round, Chapter, whom.Account, dueOn, "https://samla.example/", sender, Stop)
            );

        Task<string?> Withdraw() =>
            database.Ask(
                (IServiceProvider services) =>
                    Asking(services).Withdraw(Sample2023.Round, Chapter, expert.Account, analyst, Stop)
            );

        AskForReview Asking(IServiceProvider services) =>
            ActivatorUtilities.CreateInstance<AskForReview>(
                services,
                new PostOffice(new MailSettings(), database.Clock, NullLogger<PostOffice>.Instance)
            );

        static string Refused(AskForReview.Outcome outcome) =>
            Assert.IsType<AskForReview.Outcome.Refused>(outcome).Message;
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_comment_on_a_claim_stays_with_what_it_counts_and_is_settled(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var expert = await database.Visitor("sakkunnig");
        var analyst = await database.Visitor("analytiker");
        var claim = (await View(database)).Chapter.Claims.First(one => one.Code == "rus-reviderar");
        Assert.Null(await Say(database, expert, claim, "Region Gotland reviderade också."));
        Assert.Null(await Say(database, analyst, null, "Bra kapitel."));

        await GiveToVärmland(database);

        var view = await View(database);
        Assert.Equal(["Region Gotland reviderade också.", "Bra kapitel."], view.Comments.Select(one => one.Said.Text));
        var said = view.Comments[0];
        Assert.Equal("Åtta regioner", said.Claim!.Words);
        Assert.StartsWith("Sju regioner", said.Said.Sentence, Ordinal);
        Assert.Contains("Välj om", await Settle(said, "Nej.", null, analyst), Ordinal);
        Assert.Contains("Svaret är tomt", await Settle(said, "", false, analyst), Ordinal);
        Assert.Contains("Bara den som skriver", await Settle(said, "Nej.", false, expert), Ordinal);
        Assert.Null(await Settle(said, "", true, analyst));
        Assert.Contains("Någon annan har svarat", await Settle(said, "Nej.", false, analyst), Ordinal);
        Assert.Contains("redan besvarad", await Recall(said, expert), Ordinal);
        Assert.Contains("Bara den som har skrivit", await Recall(view.Comments[1], expert), Ordinal);
        Assert.Null(await Recall(view.Comments[1], analyst));
        Assert.Contains("borttagen", await Recall(view.Comments[1], analyst), Ordinal);
        var after = Assert.Single((await View(database)).Comments);
        Assert.Equal((true, analyst.Name), (after.Said.IsHeeded, after.SettledBy));
        Assert.Equal(0, (await ViewAll(database)).Lines.Sum(line => line.Open));

        Task<string?> Settle(ViewReview.Comment comment, string text, bool? isHeeded, Visitor visitor) =>
            database.Ask(
                (CommentOnChapter settle) =>
                    settle.Settle(
                        Sample2023.Round,
                        comment.Said.Id,
                        text,
                        isHeeded,
                        CommentOnChapter.SeenOf(comment.Said),
                        visitor,
                        Stop
                    )
            );

        Task<string?> Recall(ViewReview.Comment comment, Visitor visitor) =>
            database.Ask(
                (CommentOnChapter recall) => recall.Withdraw(Sample2023.Round, comment.Said.Id, visitor, Stop)
            );
    }

    [Fact]
    public async Task A_comment_follows_a_code_that_is_merged_away()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var expert = await database.Visitor("sakkunnig");
        var claim = (await View(database)).Chapter.Claims.First(one => one.Code == "rus-reviderar");
        Assert.Null(await Say(database, expert, claim, "Stämmer det?"));
        await database.Ask(
            (SamlaDb db) =>
                db
                    .Codes.Where(code => code.Id == Sample2023.Revises)
                    .ExecuteUpdateAsync(
                        one =>
                            one.SetProperty(
                                code => code.MergedIntoId,
                                Sample2023.Named<Domain.Analyse.Code>("rus-unga-aldre")
                            ),
                        Stop
                    )
        );
        // What is composed is kept until something is saved.
        Assert.Null(await Say(database, expert, null, "Hela kapitlet."));
        await GiveToVärmland(database, "rus-samverkansformer");

        Assert.Equal("rus-unga-aldre", (await View(database)).Comments[0].Claim!.Code);
    }

    [Fact]
    public async Task A_chapter_is_signed_though_an_earlier_one_has_moved_its_notes()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var expert = await database.Visitor("sakkunnig");
        var later = Sample2023.Named<Chapter>("miljo");
        var seen = (
            await database.Ask((ViewReview view) => view.Run(Sample2023.Round, later, null, null, expert, Stop))
        )!;
        Assert.IsType<SaveChapter.Outcome.Saved>(
            await database.Ask(
                (SaveChapter save) =>
                    save.Run(Sample2023.Round, Chapter, "# Rubriken\n\n{{rus-reviderar}} gör om den.\n", 1, "Åsa", Stop)
            )
        );
        Assert.Null(
            await database.Ask((SignChapter sign) => sign.Run(Sample2023.Round, later, seen.Seen, expert, Stop))
        );
        Assert.True(
            (await database.Ask((ViewReview view) => view.Run(Sample2023.Round, later, null, null, expert, Stop)))!
                .Reviewers[0]
                .Holds
        );
    }

    [Fact]
    public async Task Bad_comments_are_told()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var expert = await database.Visitor("sakkunnig");
        var claim = (await View(database)).Chapter.Claims.First();
        Assert.Contains("är tom", await Say(database, expert, claim, " \n "), Ordinal);
        Assert.Contains("Ta bort minst 1 tecken", await Say(database, expert, claim, new string('å', 5_001)), Ordinal);
        Assert.Contains(
            "finns inte längre i kapitlet",
            await Say(database, expert, claim with { Code = "finns-inte", Who = null }, "Nej."),
            Ordinal
        );
        Assert.Contains(
            "Bara den som granskar",
            await Say(database, await database.Visitor("ansvarig.10"), claim, "Nej."),
            Ordinal
        );
        Assert.Contains(
            "Dokumentet finns inte",
            await database.Ask(
                (CommentOnChapter comment) =>
                    comment.Run(
                        Sample2023.Round,
                        Chapter,
                        null,
                        null,
                        "Jo.",
                        new Id<Domain.Analyse.Document>(Guid.NewGuid()),
                        expert,
                        Stop
                    )
            ),
            Ordinal
        );
        Assert.Empty(await database.Ask((SamlaDb db) => db.ChapterComments.ToListAsync(Stop)));
    }

    [Fact]
    public async Task The_words_behind_a_claim_are_those_of_whom_it_counts()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var claim = (await View(database)).Chapter.Claims.First(one => one.Code == "rus-reviderar");

        var chosen = (await View(database, claim.Id)).Claim!;

        Assert.Equal(
            claim.Claim.Regions,
            [.. chosen.Words.Select(one => one.County!).Concat(chosen.Attributed.Select(one => one.Reporter.County!))]
        );
        Assert.Contains(claim.Words, chosen.Sentence.Text, Ordinal);
        Assert.Null((await View(database, "c999999")).Claim);
    }

    private static async Task<ViewReview.Result> View(TestDatabase database, string? claim = null)
    {
        var expert = await database.Visitor("sakkunnig");
        return (
            await database.Ask((ViewReview view) => view.Run(Sample2023.Round, Chapter, claim, who: null, expert, Stop))
        )!;
    }

    private static async Task<ViewReviews.Result> ViewAll(TestDatabase database) =>
        (await database.Ask((ViewReviews view) => view.Run(Sample2023.Round, Stop)))!;

    private static async Task<string> Seen(TestDatabase database) => (await View(database)).Seen;

    private static Task<string?> Sign(TestDatabase database, Visitor visitor, string seen) =>
        database.Ask((SignChapter sign) => sign.Run(Sample2023.Round, Chapter, seen, visitor, Stop));

    private static Task<string?> Say(TestDatabase database, Visitor visitor, ReportClaim? claim, string text) =>
        database.Ask(
            (CommentOnChapter comment) =>
                comment.Run(Sample2023.Round, Chapter, claim?.Id, claim?.Subject, text, document: null, visitor, Stop)
        );

    private static async Task GiveToVärmland(TestDatabase database, string code = "rus-reviderar")
    {
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        Assert.IsType<AddCoding.Outcome.Added>(
            await database.Ask(
                (AddCoding add) =>
                    add.Run(source.Id, Sample2023.Named<Domain.Analyse.Code>(code), source.Text[..20], 0, "Bo", Stop)
            )
        );
    }
}
