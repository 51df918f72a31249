using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Letters;
using Samla.Tests.Letters;
using Samla.Tests.Testing;
using static Samla.Tests.Collect.InterventionSample;

namespace Samla.Tests.Collect;

/// <summary>The agency reminds those who have not handed in.</summary>
public sealed class ReminderTests(Databases databases) : IDisposable
{
    private const string Text = "Hej {uppgiftslämnare}!\nSenast {sista dag}: {länk}";

    private readonly DirectoryInfo _outbox = Directory.CreateTempSubdirectory("samla-brev-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _outbox.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Each_lead_gets_a_letter_and_what_came_of_it_is_kept(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var key = NewKey();

        Assert.IsType<RemindReporters.Outcome.Done>(await Send(database, key, [Blekinge, Sample2023.Dalarna]));

        var letters = Letters();
        Assert.Equal(
            ["ansvarig.10@prov.example", "ansvarig.20@prov.example"],
            letters.SelectMany(letter => letter.To.Mailboxes).Select(to => to.Address).Order(StringComparer.Ordinal)
        );
        var blekinge = letters.Single(letter => letter.Subject!.Contains("Blekinge", StringComparison.Ordinal));
        Assert.StartsWith(
            "Hej Region Blekinge!\nSenast 21\u00a0februari 2024: https://samla.example/10\n",
            blekinge.TextBody!.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
        Assert.Contains("rekonstruerad ur offentliga uppgifter", blekinge.TextBody, StringComparison.Ordinal);
        var kept = await View(database, key);
        Assert.Equal([(1, 0, 1, 0), (1, 0, 1, 0)], kept.Lines.Select(Counts));
        Assert.NotNull(kept.Reminder.EndedAt);
        Assert.Equal(kept.Reminder.BegunAt, (await ProgressTests.LineOf(database, Blekinge)).RemindedAt);
        var sent = Assert.Single((await ProgressTests.Progress(database)).Reminders);
        Assert.Equal((2, 2, 0), (sent.Reporters, sent.Letters, sent.Unsent));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_same_form_sent_twice_is_one_reminder(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var key = NewKey();

        var outcomes = await Task.WhenAll(Send(database, key, [Blekinge]), Send(database, key, [Blekinge]));

        Assert.Single(outcomes.OfType<RemindReporters.Outcome.Done>());
        Assert.Single(outcomes.OfType<RemindReporters.Outcome.Already>());
        Assert.Single(Letters());
    }

    [Fact]
    public async Task Where_nobody_can_sign_in_there_is_nobody_to_send_to_and_without_a_lead_the_officers_get_it()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await ProgressTests.Shut(database, "ansvarig.10");
        await ProgressTests.Shut(database, "ansvarig.20");
        await ProgressTests.Shut(database, "handlaggare.20");
        var key = NewKey();

        await Send(database, key, [Blekinge, Sample2023.Dalarna]);

        Assert.Equal("handlaggare.10@prov.example", Assert.Single(Assert.Single(Letters()).To.Mailboxes).Address);
        Assert.Equal([(1, 0, 1, 0), (0, 0, 0, 0)], (await View(database, key)).Lines.Select(Counts));
        Assert.Null((await ProgressTests.LineOf(database, Sample2023.Dalarna)).RemindedAt);
    }

    [Fact]
    public async Task A_real_persons_letter_is_sent_and_what_the_server_refuses_is_kept_with_its_reason()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await MakeReal(database, "ansvarig.10");
        using var mailbox = new Mailbox();
        var settings = ServerAt(mailbox);
        var visitor = await ProgressTests.Analyst(database) with { IsSample = false };

        var (first, second) = (NewKey(), NewKey());
        var taken = mailbox.Take(refusal: null, Stop);
        await Send(database, first, [Blekinge], visitor: visitor, settings: settings);
        Assert.NotNull(await taken);
        taken = mailbox.Take("550 finns inte", Stop);
        await Send(database, second, [Blekinge], visitor: visitor, settings: settings, isSure: true);
        Assert.Null(await taken);

        Assert.Equal([(1, 1, 0, 0)], (await View(database, first)).Lines.Select(Counts));
        var refused = (await View(database, second)).Lines.Single();
        Assert.Equal((1, 0, 0, 1), Counts(refused));
        Assert.Equal("E-postservern tog inte emot brevet.", refused.To.Trouble);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Who_has_been_reminded_just_now_is_not_reminded_again_unasked(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Send(database, NewKey(), [Blekinge]);
        var gone = Letters().Count;

        var recent = Assert.IsType<RemindReporters.Outcome.Recent>(
            await Send(database, NewKey(), [Blekinge, Sample2023.Dalarna])
        );
        Assert.Equal(["Region Blekinge"], recent.Names);
        Assert.Equal(gone, Letters().Count);
        Assert.IsType<RemindReporters.Outcome.Done>(await Send(database, NewKey(), [Sample2023.Dalarna]));
        Assert.IsType<RemindReporters.Outcome.Done>(await Send(database, NewKey(), [Blekinge], isSure: true));
        database.Clock.Pass(TimeSpan.FromMinutes(11));
        Assert.IsType<RemindReporters.Outcome.Done>(await Send(database, NewKey(), [Blekinge]));
        // A letter that did not go is sent again without further ado.
        database.Clock.Pass(TimeSpan.FromMinutes(11));
        await Send(database, NewKey(), [Blekinge], settings: new MailSettings());
        Assert.IsType<RemindReporters.Outcome.Done>(await Send(database, NewKey(), [Blekinge]));
    }

    [Fact]
    public async Task A_round_that_no_reporter_wrote_asks_nobody_in_earnest()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await MakeReal(database, "ansvarig.10");
        await database.Tamper("""UPDATE "Rounds" SET "Origin" = 'Invented' WHERE "Id" = '2023'""");
        using var mailbox = new Mailbox();
        var visitor = await ProgressTests.Analyst(database) with { IsSample = false };
        var settings = ServerAt(mailbox);
        settings.Outbox = _outbox.FullName;

        await Send(database, NewKey(), [Blekinge], visitor: visitor, settings: settings);

        Assert.Empty(mailbox.Heard);
        Assert.Single(Letters());
    }

    [Fact]
    public async Task Who_has_handed_in_since_the_form_was_shown_is_not_reminded_unseen()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);

        var refused = Assert.IsType<RemindReporters.Outcome.Refused>(
            await Send(database, NewKey(), [Blekinge, Sample2023.Dalarna], handedIn: [Sample2023.Dalarna])
        );

        Assert.StartsWith("Region Blekinge har lämnat in", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Letters());
    }

    [Fact]
    public async Task A_letter_that_may_have_come_through_is_not_said_to_be_unsent()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await MakeReal(database, "ansvarig.10");
        using var mailbox = new Mailbox { CutAt = "DATA" };
        var visitor = await ProgressTests.Analyst(database) with { IsSample = false };
        var key = NewKey();

        var taken = mailbox.Take(refusal: null, Stop);
        await Send(database, key, [Blekinge], visitor: visitor, settings: ServerAt(mailbox));
        Assert.NotNull(await taken);

        var to = (await View(database, key)).Lines.Single().To;
        Assert.Equal((1, 1, 0), (to.Recipients, to.Uncertain, to.Failed));
        Assert.NotNull((await ProgressTests.LineOf(database, Blekinge)).RemindedAt);
        Assert.Equal(0, Assert.Single((await ProgressTests.Progress(database)).Reminders).Unsent);
    }

    [Fact]
    public async Task A_server_that_takes_nothing_is_not_tried_for_long()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var key = NewKey();
        var everybody = (await ProgressTests.Progress(database)).Lines.Select(line => line.Reporter.Id).ToList();

        // Letters of the sample go nowhere where there is no outbox.
        await Send(database, key, everybody, settings: new MailSettings());

        var lines = (await View(database, key)).Lines;
        Assert.Equal(everybody.Count, lines.Count(line => line.To.Failed == 1));
        Assert.Equal(
            everybody.Count - LetterRun.MostFailures,
            lines.Count(line => line.To.Trouble!.StartsWith("Inget försök gjordes", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("", "Skriv en text")]
    [InlineData("Senast {slutdatum}", "{slutdatum}")]
    [InlineData("Hej {uppgiftslämnare", "klammer")]
    [InlineData("Hej {UPPGIFTSLÄMNARE}", "{UPPGIFTSLÄMNARE}")]
    public async Task A_text_that_cannot_be_filled_in_is_refused_and_nothing_is_sent(string text, string why)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var key = NewKey();

        var refused = Assert.IsType<RemindReporters.Outcome.Refused>(await Send(database, key, [Blekinge], text));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Empty(Letters());
        Assert.Null(await database.Ask((ViewReminder view) => view.Run(Sample2023.Round, key, Stop)));
    }

    [Fact]
    public async Task Nobody_is_reminded_where_nobody_is_chosen_is_a_stranger_or_can_hand_in()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.Contains("minst en", await Refusal([]), StringComparison.Ordinal);
        Assert.Contains(
            "inte med",
            await Refusal([Blekinge, Sample2023.Named<Reporter>("lst-99")]),
            StringComparison.Ordinal
        );
        await database.Close();
        Assert.Contains("stängd", await Refusal([Blekinge]), StringComparison.Ordinal);

        async Task<string> Refusal(Key<Reporter>[] chosen) =>
            Assert.IsType<RemindReporters.Outcome.Refused>(await Send(database, NewKey(), chosen)).Message;
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_text_is_kept_with_the_round_and_nobodys_is_overwritten_unseen(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        Assert.Null(await Save(database, Text, seen: null));
        Assert.Equal(Text, (await ProgressTests.Progress(database)).Round.ReminderText);

        Assert.Contains(Text, await Save(database, "En annan text.", seen: null), StringComparison.Ordinal);
        Assert.Null(await Save(database, "En annan text.", seen: Text));

        // The default is not kept, so that it goes on following the last day.
        Assert.Null(await Save(database, ReminderText.Default(isLate: true), seen: "En annan text."));
        Assert.Null((await ProgressTests.Progress(database)).Round.ReminderText);
    }

    [Theory]
    [InlineData(false, "ska lämnas in")]
    [InlineData(true, "skulle ha lämnats in")]
    public void The_default_can_be_filled_in_and_knows_whether_the_last_day_has_been(bool isLate, string words)
    {
        var text = ReminderText.Default(isLate);
        Assert.Null(ReminderText.TroubleWith(text));
        Assert.Equal(text, ReminderText.Normalised(text));
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.All(ReminderText.Places, place => Assert.Contains(place, text, StringComparison.Ordinal));
    }

    private static Id<Reminder> NewKey() => new(Guid.NewGuid());

    private static (int, int, int, int) Counts(ViewReminder.Line line) =>
        (line.To.Recipients, line.To.Sent, line.To.Kept, line.To.Failed);

    private static MailSettings ServerAt(Mailbox mailbox) =>
        new()
        {
            Server = "127.0.0.1",
            Port = mailbox.Port,
            Tls = MailTls.None,
            From = "samla@myndigheten.se",
        };

    private List<MimeMessage> Letters() =>
        [.. _outbox.GetFiles("*.eml").Select(file => MimeMessage.Load(file.FullName, Stop))];

    private async Task<RemindReporters.Outcome> Send(
        TestDatabase database,
        Id<Reminder> key,
        IReadOnlyCollection<Key<Reporter>> chosen,
        string text = Text,
        Samla.Access.Visitor? visitor = null,
        MailSettings? settings = null,
        IReadOnlyCollection<Key<Reporter>>? handedIn = null,
        bool isSure = false
    )
    {
        var post = new PostOffice(
            settings ?? new MailSettings { Outbox = _outbox.FullName },
            database.Clock,
            NullLogger<PostOffice>.Instance
        );
        visitor ??= await ProgressTests.Analyst(database);
        return await database.Ask(
            (SamlaDb db) =>
                new RemindReporters(db, post, database.Clock).Run(
                    visitor,
                    Sample2023.Round,
                    key,
                    chosen,
                    handedIn ?? chosen,
                    text,
                    seen: null,
                    isSure,
                    reporter => $"https://samla.example/{reporter}",
                    Stop
                )
        );
    }

    private static async Task<ViewReminder.Result> View(TestDatabase database, Id<Reminder> key) =>
        (await database.Ask((ViewReminder view) => view.Run(Sample2023.Round, key, Stop)))!;

    private static Task<string?> Save(TestDatabase database, string text, string? seen) =>
        database.Ask((SaveReminderText save) => save.Run(Sample2023.Round, text, seen, "test", Stop));

    /// <summary>As if the account had belonged to a person from the beginning, and the round were a real one.</summary>
    private static Task<int> MakeReal(TestDatabase database, string name) =>
        database.Tamper(
            $"UPDATE \"Accounts\" SET \"IsSample\" = 0, \"PasswordHash\" = 'x' WHERE \"Email\" = '{name}@prov.example'; UPDATE \"Rounds\" SET \"Origin\" = 'Reported' WHERE \"Id\" = '2023'"
        );
}
