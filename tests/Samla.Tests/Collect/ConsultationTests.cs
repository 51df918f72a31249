using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Samla.Access;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Letters;
using Samla.Reference;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect;

/// <summary>A draft is consulted on: who may say what, until when, and what becomes of it.</summary>
public sealed class ConsultationTests(Databases databases) : IDisposable
{
    private readonly DirectoryInfo _outbox = Directory.CreateTempSubdirectory("samla-remiss-");

    private static readonly Key<Template> Draft = Sample2023.Named<Template>("mall-ny");
    private static readonly PartName Housing = new(TemplatePartKind.Requirement, "boende-insatser");

    public void Dispose() => _outbox.Delete(recursive: true);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Those_who_are_asked_and_the_ministry_read_each_other_and_the_answers(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var administrator = await database.Visitor("administrator");
        var lead = await database.Visitor("ansvarig.10");
        var ministry = await database.Visitor("departement");
        await database.Draft("mall-ny");
        Assert.Null(await View(database, lead));
        Assert.NotNull(await View(database, administrator));

        await Open(database, administrator, days: 10);
        Assert.Null(await Say(database, lead, "För kort gräns.", Housing));
        Assert.Null(await Say(database, ministry, "Bra helhet.", part: null));

        var seen = (await View(database, await database.Visitor("handlaggare.12")))!;
        Assert.Equal(
            [("Region Blekinge", "För kort gräns."), ("Departementet", "Bra helhet.")],
            seen.Comments.Select(comment => (comment.For, comment.Said.Text))
        );
        var id = seen.Comments[0].Said.Id;
        Assert.NotNull(await Answer(database, lead, id, "Nej.", isHeeded: false));
        Assert.NotNull(await Answer(database, administrator, id, "Ja.", isHeeded: null));
        Assert.NotNull(await Answer(database, administrator, id, " ", isHeeded: true));
        Assert.Null(await Answer(database, administrator, id, "Gränsen är höjd.", isHeeded: true));
        var answered = (await View(database, ministry))!.Comments[0];
        Assert.Equal(
            ("Gränsen är höjd.", true, administrator.Name),
            (answered.Said.Answer, answered.Said.IsHeeded, answered.AnsweredBy)
        );
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Who_is_not_asked_neither_reads_nor_comments(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var board = await database.Visitor("ansvarig.lst-17");
        await database.Draft("mall-ny"); // asks regions alone
        await Open(database, await database.Visitor("administrator"), days: 10);

        Assert.Null(await View(database, board));
        Assert.Contains(
            "inte på remiss hos er",
            await Say(database, board, "Vi då?", part: null),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "inte på remiss hos er",
            await Say(database, await database.Visitor("analytiker"), "Jag då?", part: null),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Comments_are_taken_until_midnight_in_Sweden_and_read_after_that(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var lead = await database.Visitor("ansvarig.10");
        await database.Draft("mall-ny");
        await Open(database, await database.Visitor("administrator"), days: 1);

        // The clock of tests begins at eight in the morning, nine in Sweden.
        database.Clock.Pass(TimeSpan.FromHours(24 + 14.9));
        Assert.Null(await Say(database, lead, "I sista stund.", part: null));
        database.Clock.Pass(TimeSpan.FromHours(0.2));
        Assert.Contains("avslutad", await Say(database, lead, "För sent.", part: null), StringComparison.Ordinal);
        Assert.Equal("I sista stund.", Assert.Single((await View(database, lead))!.Comments).Said.Text);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_comment_is_taken_back_by_its_author_until_it_is_answered(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var administrator = await database.Visitor("administrator");
        var lead = await database.Visitor("ansvarig.10");
        await database.Draft("mall-ny");
        await Open(database, administrator, days: 10);
        await Say(database, lead, "Ångrar mig.", part: null);
        await Say(database, lead, "Står fast.", part: null);
        var comments = (await View(database, lead))!.Comments;
        var (regretted, stays) = (comments[0].Said.Id, comments[1].Said.Id);

        Assert.NotNull(await Withdraw(database, await database.Visitor("handlaggare.10"), regretted));
        Assert.Null(await Withdraw(database, lead, regretted));
        Assert.NotNull(await Withdraw(database, lead, regretted));
        Assert.NotNull(await Answer(database, administrator, regretted, "Noterat.", isHeeded: false));
        Assert.Null(await Answer(database, administrator, stays, "Noterat.", isHeeded: false));
        Assert.Contains("besvarad", await Withdraw(database, lead, stays), StringComparison.Ordinal);
        Assert.Equal(stays, Assert.Single((await View(database, lead))!.Comments).Said.Id);
    }

    [Fact]
    public async Task What_is_said_is_kept_when_what_it_is_about_is_removed_and_the_template_is_published()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var administrator = await database.Visitor("administrator");
        var lead = await database.Visitor("ansvarig.10");
        var draft = await database.Draft("mall-ny");
        await Open(database, administrator, days: 10);
        await Say(database, lead, "Ta bort den.", Housing);

        var removed = await database.Ask(
            (EditTemplate edit) => edit.Run(Draft, draft.Token, new TemplateEdit.Remove(Housing), "test", Stop)
        );
        Assert.IsType<EditTemplate.Outcome.Saved>(removed);
        var since = await database.Ask(
            (ViewTemplateComparison compare) => compare.SinceConsultation(lead, Draft, Stop)
        );
        Assert.Equal(
            Housing.Id,
            Assert.IsType<CompareTemplates.Difference.Removed>(Assert.Single(since!.Differences)).Id.Value
        );
        Assert.Null(await database.Ask((PublishTemplate publish) => publish.Run(Draft, seen: null, "test", Stop)));

        // Who was not asked reads the template and not what others said of the draft.
        Assert.Empty((await View(database, await database.Visitor("ansvarig.lst-17")))!.Comments);
        var comment = Assert.Single((await View(database, lead))!.Comments);
        Assert.Equal(("Ta bort den.", "boende-insatser"), (comment.Said.Text, comment.Said.RequirementId!.Value));
        Assert.NotEmpty(comment.Said.Title);
        Assert.Contains("avslutad", await Say(database, lead, "Mer.", part: null), StringComparison.Ordinal);
        Assert.Null(await Answer(database, administrator, comment.Said.Id, "Den är borttagen.", isHeeded: true));
    }

    [Fact]
    public async Task A_consultation_is_opened_once_on_a_whole_draft_with_a_day_to_come()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var administrator = await database.Visitor("administrator");
        await database.Draft("mall-ny");

        Assert.Contains("redan varit", Refused(await Try(database, administrator, days: -1)), StringComparison.Ordinal);
        Assert.Contains(
            "Bara den som gör mallar",
            Refused(await Try(database, await database.Visitor("ansvarig.10"), days: 1)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "publicerad",
            Refused(await Try(database, administrator, days: 1, "mall-2023")),
            StringComparison.Ordinal
        );
        Assert.IsType<OpenConsultation.Outcome.Opened>(await Try(database, administrator, days: 0));
        var letters = _outbox.GetFiles().Length;
        Assert.Contains(
            "på remiss",
            await database.Ask((DiscardTemplate discard) => discard.Run(Draft, "test", Stop)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "redan på remiss",
            Refused(await Try(database, administrator, days: 5)),
            StringComparison.Ordinal
        );
        // The 21 regions' leads, and the ministry; nobody gets a second letter.
        Assert.Equal((22, 22), (letters, _outbox.GetFiles().Length));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_last_day_is_moved_and_the_consulted_are_told(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var administrator = await database.Visitor("administrator");
        var lead = await database.Visitor("ansvarig.10");
        await database.Draft("mall-ny");
        await Open(database, administrator, days: 1);
        var opened = (await View(database, lead))!.Consultation!.LastDay;
        database.Clock.Pass(TimeSpan.FromDays(3));
        Assert.Contains("avslutad", await Say(database, lead, "För sent.", part: null), StringComparison.Ordinal);

        Assert.Contains("redan varit", Refused(await Move(opened.AddDays(1), opened)), StringComparison.Ordinal);
        Assert.Contains("är redan", Refused(await Move(opened, opened)), StringComparison.Ordinal);
        Assert.Contains(
            "Bara den som gör mallar",
            Refused(await Move(opened.AddDays(9), opened, visitor: lead)),
            StringComparison.Ordinal
        );
        var moved = Assert.IsType<MoveConsultation.Outcome.Moved>(await Move(opened.AddDays(9), opened));
        Assert.Equal(22, moved.Letters.Count);
        Assert.Null(await Say(database, lead, "I tid.", part: null));
        Assert.Equal(opened.AddDays(9), (await View(database, lead))!.Consultation!.LastDay);
        Assert.Contains("Någon annan", Refused(await Move(opened.AddDays(5), opened)), StringComparison.Ordinal);
        Assert.Empty(
            Assert
                .IsType<MoveConsultation.Outcome.Moved>(await Move(opened.AddDays(5), opened.AddDays(9), isTold: false))
                .Letters
        );

        Assert.Equal(2 * 22, _outbox.GetFiles().Length);
        var trail = await database.Ask(
            (SamlaDb db) => db.Audit.Where(line => line.Action == "consultation.move").ToListAsync(Stop)
        );
        Assert.Equal(2, trail.Count);
        Assert.All(trail, line => Assert.Contains("LastDay", line.Changes, StringComparison.Ordinal));
        await database.Ask((PublishTemplate publish) => publish.Run(Draft, seen: null, "test", Stop));
        Assert.Contains(
            "publicerades",
            Refused(await Move(opened.AddDays(9), opened.AddDays(5))),
            StringComparison.Ordinal
        );

        Task<MoveConsultation.Outcome> Move(DateOnly day, DateOnly seen, bool isTold = true, Visitor? visitor = null) =>
            With<MoveConsultation, MoveConsultation.Outcome>(
                database,
                hasOutbox: true,
                move => move.Run(Draft, day, seen, isTold, "https://samla.example/", visitor ?? administrator, Stop)
            );

        static string Refused(MoveConsultation.Outcome outcome) =>
            Assert.IsType<MoveConsultation.Outcome.Refused>(outcome).Message;
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Who_got_no_letter_is_named_and_gets_one_once(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var administrator = await database.Visitor("administrator");
        await database.Draft("mall-ny");
        await database.Ask(
            (SamlaDb db) =>
                db
                    .Accounts.Where(one => one.ReporterId == Sample2023.Dalarna)
                    .ExecuteUpdateAsync(one => one.SetProperty(account => account.IsShut, true), Stop)
        );
        await Try(database, administrator, days: 10, hasOutbox: false);

        var letters = (await Letters())!;
        Assert.Equal(21, letters.Missed.Count);
        Assert.Contains(
            letters.Missed,
            line =>
                line is { Home: "Region Blekinge", Why.Length: > 0 }
                && line.Person.Name.StartsWith("Redovisningsansvarig, Region Blekinge", StringComparison.Ordinal)
        );
        Assert.Contains(letters.Missed, line => line.Home == "Departementet");
        Assert.Equal(["Region Dalarna"], letters.Empty);
        Assert.Null(
            await database.Ask(
                async (ViewConsultationLetters view) =>
                    await view.Run(Draft, await database.Visitor("ansvarig.10"), Stop)
            )
        );

        var outcomes = await Task.WhenAll(Again(letters.Attempts), Again(letters.Attempts));
        Assert.Single(outcomes.OfType<SendConsultationAgain.Outcome.Sent>());
        Assert.Single(outcomes.OfType<SendConsultationAgain.Outcome.Already>());
        Assert.Equal(21, _outbox.GetFiles().Length);
        var after = (await Letters())!;
        Assert.Empty(after.Missed);
        var refused = Assert.IsType<SendConsultationAgain.Outcome.Refused>(await Again(after.Attempts));
        Assert.Contains("Alla har fått brevet", refused.Message, StringComparison.Ordinal);
        database.Clock.Pass(TimeSpan.FromDays(20));
        Assert.Contains(
            "inte på remiss längre",
            Assert.IsType<SendConsultationAgain.Outcome.Refused>(await Again(after.Attempts)).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(21, _outbox.GetFiles().Length);

        Task<ViewConsultationLetters.Result?> Letters() =>
            database.Ask((ViewConsultationLetters view) => view.Run(Draft, administrator, Stop));

        Task<SendConsultationAgain.Outcome> Again(int seen) =>
            With<SendConsultationAgain, SendConsultationAgain.Outcome>(
                database,
                hasOutbox: true,
                again => again.Run(Draft, seen, "https://samla.example/", administrator, Stop)
            );
    }

    [Fact]
    public async Task An_id_that_comments_refer_to_stays()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var draft = await database.Draft("mall-ny");
        await Open(database, await database.Visitor("administrator"), days: 1);
        var one = draft.Sections.SelectMany(section => section.Requirements).First(one => one.Id == Housing.Id);

        var outcome = await database.Ask(
            (EditTemplate edit) =>
                edit.Run(
                    Draft,
                    draft.Token,
                    new TemplateEdit.SetRequirement(one.Id, one with { Id = "ny" }),
                    "test",
                    Stop
                )
        );

        var fault = Assert.Single(Assert.IsType<EditTemplate.Outcome.Refused>(outcome).Faults);
        Assert.Equal(TemplateField.Id, fault.Field);
        Assert.Contains("remiss", fault.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_file_that_changes_an_id_that_comments_refer_to_is_refused_and_one_that_removes_is_taken(
        Engine engine
    )
    {
        await using var database = await databases.WithSample(engine);
        var draft = await database.Draft("mall-ny");
        var renamed = WithRequirements(one => one.Id == Housing.Id ? [one with { Id = "boende-ny" }] : [one]);
        var removed = WithRequirements(one => one.Id == Housing.Id ? [] : [one]);
        Assert.IsType<ImportTemplate.Outcome.Replaced>(await Import(database, renamed));
        Assert.IsType<ImportTemplate.Outcome.Replaced>(await Import(database, draft));
        await Open(database, await database.Visitor("administrator"), days: 1);

        var refused = Assert.IsType<ImportTemplate.Outcome.Refused>(await Import(database, renamed));
        var reason = Assert.Single(refused.Errors).Reason;
        Assert.Contains(
            "Av kraven saknar filen boende-insatser, och har i stället boende-ny.",
            reason,
            StringComparison.Ordinal
        );
        var section = draft with { Sections = [draft.Sections[0] with { Id = "nytt" }, .. draft.Sections.Skip(1)] };
        Assert.Contains(
            "Av avsnitten",
            Assert.Single(Assert.IsType<ImportTemplate.Outcome.Refused>(await Import(database, section)).Errors).Reason,
            StringComparison.Ordinal
        );
        Assert.IsType<ImportTemplate.Outcome.Replaced>(await Import(database, removed));
        Assert.IsType<ImportTemplate.Outcome.Replaced>(await Import(database, draft));

        TemplateFile WithRequirements(
            Func<TemplateFile.RequirementEntry, IEnumerable<TemplateFile.RequirementEntry>> change
        ) =>
            draft with
            {
                Sections =
                [
                    .. draft.Sections.Select(one =>
                        one with
                        {
                            Requirements = [.. one.Requirements.SelectMany(change)],
                        }
                    ),
                ],
            };
    }

    private static Task<ImportTemplate.Outcome> Import(TestDatabase database, TemplateFile file) =>
        database.Ask(
            (ImportTemplate import) =>
                import.Run(
                    System.Text.Encoding.UTF8.GetBytes(Samla.Common.YamlWriter.Write(file, DataFolder.Strict)),
                    isDryRun: false,
                    "test",
                    Stop
                )
        );

    [Fact]
    public async Task The_table_for_the_register_has_all_that_came_in_and_no_formulas()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var lead = await database.Visitor("ansvarig.10");
        await database.Draft("mall-ny");
        Assert.Null(await Table(database));
        await Open(database, await database.Visitor("administrator"), days: 10);
        await Say(database, lead, "=1+1", Housing);
        await Say(database, lead, "Återtagen.", part: null);
        await Withdraw(database, lead, (await View(database, lead))!.Comments[1].Said.Id);

        var table = (await Table(database))!;
        var rows = XlsxText.Read(table)["Synpunkter"];
        Assert.Equal(0, XlsxText.Formulas(table));

        Assert.Equal(3, rows.Count);
        Assert.Equal(
            ["krav", "boende-insatser", "Region Blekinge", "=1+1"],
            [rows[1][0], rows[1][2], rows[1][3], rows[1][6]]
        );
        Assert.Equal("hela mallen", rows[2][0]);
        Assert.NotEmpty(rows[2][7]);
    }

    private async Task Open(TestDatabase database, Visitor visitor, int days) =>
        Assert.IsType<OpenConsultation.Outcome.Opened>(await Try(database, visitor, days));

    private Task<OpenConsultation.Outcome> Try(
        TestDatabase database,
        Visitor visitor,
        int days,
        string id = "mall-ny",
        bool hasOutbox = true
    ) =>
        With<OpenConsultation, OpenConsultation.Outcome>(
            database,
            hasOutbox,
            open =>
                open.Run(
                    Sample2023.Named<Template>(id),
                    SwedishTime.DayOf(database.Clock.GetUtcNow()).AddDays(days),
                    "Läs särskilt gränserna.",
                    "https://samla.example/mallar/mall-ny",
                    visitor,
                    Stop
                )
        );

    /// <summary>A use case that sends letters, with an outbox or with none.</summary>
    private Task<TOutcome> With<TUseCase, TOutcome>(
        TestDatabase database,
        bool hasOutbox,
        Func<TUseCase, Task<TOutcome>> run
    ) =>
        database.Ask(
            (IServiceProvider services) =>
                run(
                    ActivatorUtilities.CreateInstance<TUseCase>(
                        services,
                        new PostOffice(
                            new MailSettings { Outbox = hasOutbox ? _outbox.FullName : null },
                            database.Clock,
                            NullLogger<PostOffice>.Instance
                        )
                    )
                )
        );

    private static string Refused(OpenConsultation.Outcome outcome) =>
        Assert.IsType<OpenConsultation.Outcome.Refused>(outcome).Message;

    private static Task<ViewTemplate.Result?> View(TestDatabase database, Visitor visitor) =>
        database.Ask((ViewTemplate view) => view.Run(visitor, Draft, Stop));

    private static Task<string?> Say(TestDatabase database, Visitor visitor, string text, PartName? part) =>
        database.Ask((CommentOnTemplate comment) => comment.Run(Draft, part, text, visitor, Stop));

    private static Task<string?> Withdraw(TestDatabase database, Visitor visitor, Id<TemplateComment> id) =>
        database.Ask((CommentOnTemplate comment) => comment.Withdraw(Draft, id, visitor, Stop));

    private static Task<string?> Answer(
        TestDatabase database,
        Visitor visitor,
        Id<TemplateComment> id,
        string text,
        bool? isHeeded
    ) => database.Ask((CommentOnTemplate comment) => comment.Answer(Draft, id, text, isHeeded, visitor, Stop));

    private static Task<byte[]?> Table(TestDatabase database) =>
        database.Ask((ExportTemplateComments export) => export.Run(Draft, Stop));
}
