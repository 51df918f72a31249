using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Analyse;
using Samla.Collect;
using Samla.Common;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Reference;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect;

/// <summary>Authorities that report beside the regions and the county administrative boards.</summary>
public sealed class AgencyTests(Databases databases) : IDisposable
{
    private static readonly Key<Round> Round = Sample2023.Named<Round>("myndigheter-2025");
    private static readonly Key<Template> Template = Sample2023.Named<Template>("mall-myndigheter");
    private static readonly Key<Reporter> Trafikverket = Sample2023.Named<Reporter>("trafikverket");
    private static readonly Key<Requirement> Part = Sample2023.Named<Requirement>("medverkan");

    private static readonly WrittenRound Written = new(
        Round.Value,
        "AgencyReport",
        "Myndigheternas redovisning 2025",
        "2025-01-01",
        "2025-12-31",
        "2026-01-31",
        "Regeringskansliet",
        Template.Value,
        null,
        AllowsReturn: true
    );

    private readonly SamlaProcess _samla = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _samla.Dispose();

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task An_authority_is_added_answers_and_hands_in_and_is_seen_by_the_agency(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await AddTemplate(database);
        Assert.Equal(new SaveAgency.Outcome.Saved(Trafikverket), await Add(database, " Trafikverket "));
        await AddRound(database);

        var officer = await Invite(database, Trafikverket);
        Assert.Equal(Trafikverket, officer.ReporterId);
        var view = await View(database, Trafikverket);
        Assert.Equal([Part], view!.Sections.SelectMany(section => section.Items).Select(item => item.Requirement.Id));
        await Answer(database, "Vi har deltagit.");
        Assert.IsType<SubmitReport.Outcome.Submitted>(await HandIn(database));

        var line = Assert.Single((await Progress(database)).Lines);
        Assert.Equal(("Trafikverket", 1, 1, true), (line.Reporter.Name, line.Asked, line.Answered, line.IsSubmitted));
        var row = Assert.Single((await database.Ask((ViewBoard board) => board.Run(Round, Stop)))!.Requirements);
        Assert.Empty(row.Cells);
        Assert.Equal((1, 1), (row.Answers, row.Unread));
        var archive = await database.Ask((ExportSubmitted export) => export.Run(Round, Stop));
        await using var zip = new ZipArchive(new MemoryStream(archive!.Content));
        Assert.Contains(
            zip.Entries,
            entry => entry.FullName == $"Trafikverket (trafikverket)/redovisning-{Round}-trafikverket-version-1.docx"
        );
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task An_analyst_reads_the_answers_of_authorities_in_the_order_of_their_names()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await AddTemplate(database);
        await Add(database, "Trafikverket");
        await Add(database, "Boverket");
        await AddRound(database);
        await Answer(database, "Vi har deltagit.");
        await HandIn(database);
        await Answer(database, "Vi med.", Sample2023.Named<Reporter>("boverket"));
        await HandIn(database, Sample2023.Named<Reporter>("boverket"));

        var row = Assert.Single((await database.Ask((ViewBoard board) => board.Run(Round, Stop)))!.Requirements);
        Assert.Equal(["Boverket", "Trafikverket"], row.Agencies.Select(one => one.Agency.Name));
        var source = row.Agencies[1].Cell.Source!.Value;
        var seen = await database.Ask((ViewSource view) => view.Run(source, Stop));
        Assert.Equal(["Boverket", "Trafikverket"], seen!.Others.Select(other => other.Name));
    }

    [Fact]
    public async Task Its_template_to_fill_in_goes_out_by_its_id()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await AddTemplate(database);
        await Add(database, "Trafikverket");
        await AddRound(database);

        string[] export = ["export", "template", Round.Value, "--out", _samla.Path("mall.docx"), .. database.Options];
        Assert.Equal(0, (await _samla.Run([.. export, "--reporter", "trafikverket"])).Code);
        var unknown = await _samla.Run([.. export, "--reporter", "boverket"]);

        Assert.Contains("eller myndighetens beteckning", unknown.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Names_and_ids_that_are_taken_are_refused(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Add(database, "Forum för levande historia");
        var lines = (await database.Verify()).Lines;

        Assert.Equal(AgencyField.Name, Refused(await Add(database, "forum för  levande historia")).Field);
        Assert.Equal(AgencyField.Name, Refused(await Add(database, "Region Värmland")).Field);
        Assert.Equal(AgencyField.Name, Refused(await Add(database, " ")).Field);
        Assert.Equal(AgencyField.Name, Refused(await Add(database, "Se https://exempel.se")).Field);
        Assert.Equal(AgencyField.Name, Refused(await Add(database, new string('a', 101))).Field);
        var taken = Refused(await Add(database, "Forum for levande historia"));
        Assert.Equal(AgencyField.Id, taken.Field);
        Assert.Contains("Forum för levande historia redan", taken.Message, StringComparison.Ordinal);
        foreach (var id in (string[])["17", "lst-17", "lst-x", "myndigheten", "Å", "-a"])
        {
            Assert.Equal(AgencyField.Id, Refused(await Add(database, "Nytt verk", id)).Field);
        }

        Assert.Equal(lines, (await database.Verify()).Lines);
        Assert.IsType<SaveAgency.Outcome.Saved>(await Add(database, "Forum for levande historia", "forum-2"));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Another_name_keeps_the_id_and_only_who_is_used_nowhere_is_removed(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await AddTemplate(database);
        await Add(database, "Trafikverket");
        await Add(database, "Boverket");
        Assert.Equal(
            new SaveAgency.Outcome.Saved(Trafikverket),
            await database.Ask((SaveAgency save) => save.Run(Trafikverket, "Statens trafikverk", null, "test", Stop))
        );
        await AddRound(database);

        Assert.Contains("är med i en omgång", await Remove(database, Trafikverket), StringComparison.Ordinal);
        Assert.Null(await Choose(database, Sample2023.Named<Reporter>("boverket")));
        await Invite(database, Trafikverket);
        Assert.Contains("konton", await Remove(database, Trafikverket), StringComparison.Ordinal);
        await Add(database, "Vinnova");
        Assert.Null(await Remove(database, Sample2023.Named<Reporter>("vinnova")));

        var left = await database.Ask((ListAgencies list) => list.Run(Stop));
        Assert.Equal(["Boverket", "Statens trafikverk"], left.Select(line => line.Agency.Name));
        Assert.Equal([1, 0], left.Select(line => line.Rounds.Count));
        Assert.Equal(
            21,
            await database.Ask((SamlaDb db) => db.Reporters.CountAsync(one => one.Kind == ReporterKind.Region, Stop))
        );
        Assert.Null(await Remove(database, Sample2023.Värmland)); // no authority that anybody added
        Assert.True(
            await database.Ask((SamlaDb db) => db.Reporters.AnyAsync(one => one.Id == Sample2023.Värmland, Stop))
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Which_authorities_take_part_is_chosen_and_who_has_begun_stays(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await AddTemplate(database);
        await Add(database, "Trafikverket");
        await AddRound(database);
        await Add(database, "Boverket");
        var boverket = Sample2023.Named<Reporter>("boverket");
        Assert.Single((await Progress(database)).Lines);

        Assert.Null(await Choose(database, Trafikverket, boverket));
        Assert.Equal(2, (await Progress(database)).Lines.Count);
        Assert.Null(await Choose(database, boverket));
        Assert.IsType<SaveRound.Outcome.Saved>(await Save(database, Written with { DueOn = "2026-02-15" }));
        Assert.Equal(["Boverket"], (await Progress(database)).Lines.Select(line => line.Reporter.Name));

        await Choose(database, Trafikverket, boverket);
        // Who opened the page before a colleague chose more, and takes nothing away.
        Assert.Null(
            await database.Ask(
                (ChooseAgencies choose) => choose.Run(Round, [Trafikverket], [Trafikverket], "test", Stop)
            )
        );
        Assert.Equal(2, (await Progress(database)).Lines.Count);
        await Answer(database, "Påbörjat.");
        Assert.Equal(
            "Trafikverket har börjat svara och kan inte tas bort ur omgången.",
            await Choose(database, boverket)
        );
        Assert.Contains("minst en myndighet", await ChooseNone(), StringComparison.Ordinal);
        Assert.NotNull(await Choose(database, Trafikverket, Sample2023.Named<Reporter>("saknas")));
        Assert.Equal(2, (await Progress(database)).Lines.Count);

        async Task<string?> ChooseNone()
        {
            await Answer(database, "", seen: 1);
            await database.Tamper("DELETE FROM \"AnswerRevisions\"; DELETE FROM \"Answers\"");
            return await Choose(database);
        }
    }

    [Fact]
    public async Task A_round_that_nobody_is_asked_in_says_where_authorities_are_added()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await AddTemplate(database);

        var refused = Assert.IsType<SaveRound.Outcome.Refused>(await Save(database, Written, isNew: true));

        Assert.Contains("under Uppgiftslämnare", Assert.Single(refused.Problems).Message, StringComparison.Ordinal);
    }

    private static async Task AddTemplate(TestDatabase database)
    {
        var file = new TemplateFile(
            Template.Value,
            "Myndigheternas medverkan",
            "",
            [
                new TemplateFile.SectionEntry(
                    "medverkan",
                    "Medverkan",
                    [
                        new TemplateFile.RequirementEntry(
                            Part.Value,
                            "narrative",
                            "Medverkan i det regionala utvecklingsarbetet",
                            "Beskriv hur myndigheten har medverkat.",
                            "agency",
                            new TemplateFile.Limit(3000)
                        ),
                    ]
                ),
            ],
            []
        );
        var yaml = Encoding.UTF8.GetBytes(YamlWriter.Write(file, DataFolder.Strict));
        Assert.IsType<ImportTemplate.Outcome.Added>(
            await database.Ask((ImportTemplate import) => import.Run(yaml, isDryRun: false, "test", Stop))
        );
        Assert.Null(await database.Ask((PublishTemplate publish) => publish.Run(Template, seen: null, "test", Stop)));
    }

    private static async Task AddRound(TestDatabase database)
    {
        Assert.IsType<SaveRound.Outcome.Saved>(await Save(database, Written, isNew: true));
        await database.Ask((OpenRound open) => open.Run(Round, isOpen: true, "test", Stop));
    }

    private static Task<SaveRound.Outcome> Save(TestDatabase database, WrittenRound written, bool isNew = false) =>
        database.Ask((SaveRound save) => save.Run(isNew ? null : Round, written, null, Origin.Reported, "test", Stop));

    private static Task<SaveAgency.Outcome> Add(TestDatabase database, string name, string? id = null) =>
        database.Ask((SaveAgency save) => save.Run(known: null, name, id, "test", Stop));

    private static Task<string?> Remove(TestDatabase database, Key<Reporter> agency) =>
        database.Ask((RemoveAgency remove) => remove.Run(agency, "test", Stop));

    /// <summary>Chooses as who has just opened the page.</summary>
    private static async Task<string?> Choose(TestDatabase database, params Key<Reporter>[] agencies)
    {
        var seen = (await Progress(database)).Lines.Select(line => line.Reporter.Id).ToList();
        return await database.Ask((ChooseAgencies choose) => choose.Run(Round, seen, agencies, "test", Stop));
    }

    private static async Task<Account> Invite(TestDatabase database, Key<Reporter> agency) =>
        Assert
            .IsType<InviteAccount.Outcome.Invited>(
                await database.Ask(
                    (InviteAccount invite) =>
                        invite.Run(
                            Visitor.AtCommandLine,
                            new Invitation("kim@trafikverket.example", "Kim Exempel", Roles.Officer, agency),
                            Stop
                        )
                )
            )
            .Account;

    private static Task<ViewSubmission.Result?> View(TestDatabase database, Key<Reporter> agency) =>
        database.Ask((ViewSubmission view) => view.Run(Round, agency, Stop));

    private static async Task Answer(TestDatabase database, string text, Key<Reporter>? agency = null, int seen = 0) =>
        Assert.IsType<SaveAnswer.Outcome.Saved>(
            await database.Ask(
                (SaveAnswer save) => save.Run(Round, agency ?? Trafikverket, Part, text, seen, "test", Stop)
            )
        );

    private static Task<SubmitReport.Outcome> HandIn(TestDatabase database, Key<Reporter>? agency = null) =>
        database.Ask((SubmitReport submit) => submit.Run(Round, agency ?? Trafikverket, null, null, "test", Stop));

    private static async Task<ViewProgress.Result> Progress(TestDatabase database) =>
        (await database.Ask((ViewProgress view) => view.Run(Round, Visitor.AtCommandLine, Stop)))!;

    private static SaveAgency.Outcome.Refused Refused(SaveAgency.Outcome outcome) =>
        Assert.IsType<SaveAgency.Outcome.Refused>(outcome);
}
