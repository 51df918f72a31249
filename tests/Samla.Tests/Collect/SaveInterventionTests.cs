using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Tests.Testing;
using static Samla.Tests.Collect.InterventionSample;

namespace Samla.Tests.Collect;

public sealed class SaveInterventionTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task All_that_can_be_said_of_an_intervention_is_kept(Engine engine)
    {
        await using var database = await databases.WithSample(engine);

        var id = await database.Add(Blekinge, Full);

        var (view, line) = (await database.View(Blekinge, id), (await database.View(Blekinge, id)).Line);
        Assert.Equal("kurser-for-batbyggare", id.Value);
        Assert.Equal(
            ["kompetens-genomforande", "kompetens-resultat"],
            await Task.FromResult(line.References.ToList()).Names()
        );
        Assert.Equal(["kompetens"], line.Intervention.Areas); // its priority brings it along
        Assert.Equal([RegionCode.Parse("10", null)], line.Intervention.Counties); // and the municipalities their county
        Assert.Equal(["1082", "1081"], line.Intervention.Municipalities.OrderDescending(StringComparer.Ordinal));
        Assert.Equal(
            (new DateOnly(2023, 5, 1), new DateOnly(2024, 12, 31)),
            (line.Intervention.Begins, line.Intervention.Ends)
        );
        Assert.Equal(1_250_000.50m, line.Intervention.Funding.Single(share => share.Fund == "esf").Amount);
        Assert.Equal([4, 8], line.Intervention.GlobalGoals);
        Assert.Equal(["Kurser", "Nöjda deltagare"], view.Texts.Outputs.Select(row => row["Text"]));
        Assert.Equal("Enkäten är inte klar", view.Texts.Outputs[1]["NotMeasured"]);
        Assert.Equal("egen bedömning", view.Texts.Outcomes[0]["Evidence"]);
        Assert.Equal("Varvsklubben\nFolkhögskolan", view.Texts.Main["Partners"]);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_is_read_and_saved_again_changes_nothing(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Add(Blekinge, Full);
        var lines = (await database.Verify()).Lines;
        foreach (var reporter in (Key<Reporter>[])[Blekinge, Norrbotten, Sample2023.Värmland])
        {
            foreach (var line in (await database.Register(reporter)).Lines)
            {
                var view = await database.View(reporter, line.Intervention.Id);
                Assert.Equal(
                    new SaveIntervention.Outcome.Saved(line.Intervention.Id, line.Intervention.Revision),
                    await database.Write(reporter, line.Intervention.Id, view.Texts, line.Intervention.Revision)
                );
            }
        }

        Assert.Equal(lines, (await database.Verify()).Lines);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Rows_can_be_added_changed_and_taken_away(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var id = await database.Add(Blekinge, Full);
        var fewer = Full with
        {
            Funding = [],
            Outputs = [Row(("Text", ""), ("Quantity", "3,5"), ("Unit", "årsarbeten"))],
            Outcomes = [.. Full.Outcomes, Row(("Text", "Fler båtar"))],
        };

        Assert.Equal(new SaveIntervention.Outcome.Saved(id, 2), await database.Write(Blekinge, id, fewer, 1));

        var view = await database.View(Blekinge, id);
        Assert.Empty(view.Texts.Funding);
        Assert.Equal(("", "3,5"), (view.Texts.Outputs.Single()["Text"], view.Texts.Outputs.Single()["Quantity"]));
        Assert.Equal(["Fler båtbyggare", "Fler båtar"], view.Texts.Outcomes.Select(row => row["Text"]));
        Assert.Equal("ej angivet", view.Texts.Outcomes[1]["Evidence"]);
        var change = view.History[0];
        Assert.Equal(("intervention.save", "test"), (change.Action, change.By));
        Assert.Contains("\"Quantity.after\":\"3.5\"", change.Changes, StringComparison.Ordinal);
        Assert.Equal("intervention.add", view.History[1].Action);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Of_two_who_write_at_once_one_saves_and_the_other_sees_both(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var id = await database.Add(Blekinge, Full);

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(writer =>
                    Task.Run(() => database.Write(Blekinge, id, Full.With("Name", $"Namn {writer}"), 1), Stop)
                )
        );

        Assert.Single(outcomes.OfType<SaveIntervention.Outcome.Saved>());
        var kept = await database.View(Blekinge, id);
        Assert.Equal(4, outcomes.OfType<SaveIntervention.Outcome.Conflict>().Count());
        Assert.All(
            outcomes.OfType<SaveIntervention.Outcome.Conflict>(),
            conflict =>
            {
                Assert.True(kept.Texts.IsSameAs(conflict.Theirs));
                Assert.Equal(2, conflict.Revision);
            }
        );
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task The_same_from_two_sides_is_no_conflict()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var id = await database.Add(Blekinge, Full);
        var saved = new SaveIntervention.Outcome.Saved(id, 2);
        Assert.Equal(saved, await database.Write(Blekinge, id, Full.With("Name", "Samma"), seen: 1));
        Assert.Equal(saved, await database.Write(Blekinge, id, Full.With("Name", "Samma"), seen: 1));
    }

    [Fact]
    public async Task Names_that_are_the_same_get_ids_of_their_own_also_at_once()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var ids = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => database.Add(Blekinge, Full.With("Name", "Ny")), Stop))
        );
        // "ny" is the page of a new one.
        Assert.Equal(["ny-2", "ny-3", "ny-4", "ny-5"], ids.Select(id => id.Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Name", " ", "heter")]
    [InlineData("Type", "Påhitt", "finns inte att välja")]
    [InlineData("Municipalities", "Karlshamn; Atlantis", "”Atlantis” finns inte")]
    [InlineData("Begins", "i våras", "ingen dag")]
    [InlineData("Ends", "2022", "innan den börjar")]
    [InlineData("ReportedLink", "javascript:alert(1)", "webbadress")]
    [InlineData("IsReportedElsewhere", "nej", "inte att den är det")]
    [InlineData("References", "99.1", "finns inte att välja")]
    public async Task What_cannot_be_kept_is_said_with_its_column(string column, string text, string message)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);

        var invalid = Assert.IsType<SaveIntervention.Outcome.Invalid>(
            await database.Write(Blekinge, null, Full.With(column, text), 0)
        );

        var fault = Assert.Single(invalid.Faults);
        Assert.Equal((InterventionPart.Main, column), (fault.Part, fault.Column));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_is_a_number_with_a_unit_and_everything_wrong_is_said_at_once()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var wrong = Full with
        {
            Funding = [Row(("Amount", "en miljon")), Row(("Fund", "Lotteriet"), ("Amount", "-5"))],
            Outputs =
            [
                Row(("Text", "a"), ("Quantity", "12")),
                Row(),
                Row(("Text", "b"), ("Unit", "st")),
                Row(("Text", "c"), ("Quantity", "1.200"), ("Unit", "st")),
                Row(("Text", "d"), ("Quantity", "1"), ("Unit", "st"), ("NotMeasured", "för svårt")),
            ],
            Outcomes = [Row(("Horizon", "kort sikt"))],
        };

        var invalid = Assert.IsType<SaveIntervention.Outcome.Invalid>(await database.Write(Blekinge, null, wrong, 0));

        Assert.Equal(
            [
                (InterventionPart.Funding, 0, "Amount"),
                (InterventionPart.Funding, 0, "Fund"),
                (InterventionPart.Funding, 1, "Amount"),
                (InterventionPart.Funding, 1, "Fund"),
                (InterventionPart.Outputs, 0, "Unit"),
                (InterventionPart.Outputs, 2, "Quantity"),
                (InterventionPart.Outputs, 3, "Quantity"),
                (InterventionPart.Outputs, 4, "NotMeasured"),
                (InterventionPart.Outcomes, 0, "Text"),
            ],
            invalid
                .Faults.Select(fault => (fault.Part, fault.Row, fault.Column))
                .Distinct()
                .OrderBy(fault => fault.Part)
                .ThenBy(fault => fault.Row)
                .ThenBy(fault => fault.Column, StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Only_those_who_carry_it_out_may_change_it(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var id = await database.Add(Blekinge, Full);

        Assert.IsType<SaveIntervention.Outcome.Refused>(await database.Write(Sample2023.Dalarna, id, Full, 1));
        Assert.NotNull(await database.Delete(Sample2023.Dalarna, id, 1));
        Assert.IsType<SaveIntervention.Outcome.Refused>(
            await database.Write(Sample2023.Named<Reporter>("02"), null, Full, 0)
        );

        Assert.True(await database.IsListed(Blekinge, id));
        Assert.False(await database.IsListed(Sample2023.Dalarna, id));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_closed_round_is_not_changed(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var id = await database.Add(Blekinge, Full);
        await database.Close();
        var lines = (await database.Verify()).Lines;

        Assert.Contains(
            "stängd",
            Assert.IsType<SaveIntervention.Outcome.Refused>(await database.Write(Blekinge, id, Full, 1)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains("stängd", await database.Delete(Blekinge, id, 1), StringComparison.Ordinal);
        Assert.Contains("stängd", await database.Restore(Blekinge, id), StringComparison.Ordinal);
        Assert.Contains("stängd", await Refer(database, "rus-genomforande", [], [id]), StringComparison.Ordinal);
        Assert.Equal(lines, (await database.Verify()).Lines);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_is_taken_out_of_one_register_stays_in_the_others_and_can_be_put_back(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = await database.View(Norrbotten, Together);

        Assert.Contains("ändrat", await database.Delete(Norrbotten, Together, seen: 7), StringComparison.Ordinal);
        Assert.Null(await database.Delete(Norrbotten, Together, seen: 1));

        Assert.False(await database.IsListed(Norrbotten, Together));
        Assert.Contains((await database.Register(Norrbotten)).Removed, line => line.Id == Together);
        Assert.True(await database.IsListed(Sample2023.Named<Reporter>("24"), Together));
        Assert.IsType<SaveIntervention.Outcome.Refused>(await database.Write(Norrbotten, Together, before.Texts, 2));
        Assert.Null(await database.Restore(Norrbotten, Together));
        var after = await database.View(Norrbotten, Together);
        Assert.True(before.Texts.IsSameAs(after.Texts));
        Assert.Equal(["intervention.restore", "intervention.delete"], after.History.Select(change => change.Action));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Who_took_an_intervention_out_does_not_read_what_the_others_write_of_it_after(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var västerbotten = Sample2023.Named<Reporter>("24");
        var before = await database.View(Norrbotten, Together);
        Assert.Null(await database.Delete(Norrbotten, Together, seen: 1));
        database.Clock.Pass(TimeSpan.FromDays(1));

        var theirs = before.Texts.With("Summary", "Inget som är inlämnat.");
        Assert.IsType<SaveIntervention.Outcome.Saved>(await database.Write(västerbotten, Together, theirs, 2));

        var seen = await database.View(Norrbotten, Together);
        Assert.False(seen.IsInRegister);
        Assert.True(before.Texts.IsSameAs(seen.Texts));
        Assert.Equal(["intervention.delete"], seen.History.Select(change => change.Action));
        Assert.True((await database.Register(Norrbotten)).Removed.Single(line => line.Id == Together).IsReadable);

        // When the last of them has taken it out it is nobody else's.
        var others = await database.Ask(
            (SamlaDb db) =>
                db
                    .InterventionReporters.Where(one => one.InterventionId == Together && one.RemovedAt == null)
                    .Select(one => one.ReporterId)
                    .ToListAsync(Stop)
        );
        foreach (var (number, other) in others.Index())
        {
            Assert.Null(await database.Delete(other, Together, seen: 3 + number));
        }

        Assert.True(theirs.IsSameAs((await database.View(Norrbotten, Together)).Texts));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_chapter_goes_on_to_show_an_example_that_was_taken_out_and_says_so(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = await database.Compose();
        var dalalab = Sample2023.Named<Intervention>("dalalab");

        await database.Delete(Sample2023.Dalarna, dalalab, seen: 1);
        await database.Submit(Sample2023.Dalarna);

        var after = await database.Compose();
        Assert.Equal(Alarms(before).Count + 1, Alarms(after).Count);
        Assert.Contains(
            Alarms(after),
            alarm => !alarm.IsBlocking && alarm.Message.Contains("”DalaLab” är borttagen", StringComparison.Ordinal)
        );
        Assert.Equal(Text(before), Text(after));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task An_intervention_is_entered_once_and_referred_to_from_any_requirement(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var one = await database.Add(Blekinge, Full.With("References", ""));
        var other = await database.Add(Blekinge, Full.With("Name", "En annan").With("References", ""));
        const string Requirement = "miljo-genomforande";

        // Two who choose at the same time: neither undoes what the other did.
        Assert.Null(await Refer(database, Requirement, seen: [], chosen: [one]));
        Assert.Null(await Refer(database, Requirement, seen: [], chosen: [other]));
        Assert.Null(await Refer(database, "rus-genomforande", seen: [], chosen: [one, Together]));
        Assert.Equal([one, other], await Referred(database, Requirement));
        Assert.DoesNotContain(Together, await Referred(database, "rus-genomforande")); // is not Blekinge's

        Assert.Null(await Refer(database, Requirement, seen: [one, other], chosen: [other]));
        Assert.Equal([other], await Referred(database, Requirement));
        Assert.Contains(one, await Referred(database, "rus-genomforande"));
        Assert.NotNull(await Refer(database, "anslag-lst-rus", seen: [], chosen: [one])); // is not asked
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_database_from_before_keeps_its_funds_and_requirements(Engine engine)
    {
        await using var database = await databases.Unmade(engine);
        if (engine == Engine.Sqlite)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(database.File)!);
        }

        await Migrate(database, "Start");
        var funds = engine == Engine.Sqlite ? """'["esf","own"]'""" : "ARRAY['esf','own']";
        var none = engine == Engine.Sqlite ? "'[]'" : "ARRAY[]::text[]";
        await database.Tamper(
            $"""
            INSERT INTO "Templates" ("Id", "Title", "Note") VALUES ('mall', 'Mall', '');
            INSERT INTO "Rounds" ("Id", "Kind", "Title", "PeriodStart", "PeriodEnd", "DueOn", "Recipient", "TemplateId", "Origin", "IsOpen")
            VALUES ('2023', 'AnnualReport', 'R', '2023-01-01', '2023-12-31', '2024-02-21', 'M', 'mall', 'Reported', {(
                engine == Engine.Sqlite ? "1" : "true"
            )});
            INSERT INTO "Reporters" ("Id", "Kind", "County", "Name") VALUES ('10', 'Region', '10', 'Ett'), ('20', 'Region', '20', 'Två');
            INSERT INTO "Interventions" ("Id", "RoundId", "Name", "HasProperName", "Type", "RequirementId", "Summary", "Partners", "Funds")
            VALUES ('a', '2023', 'A', {(engine == Engine.Sqlite ? "1" : "true")}, 'Project', 'krav', 'S', {none}, {funds});
            INSERT INTO "InterventionReporters" ("InterventionId", "ReporterId") VALUES ('a', '10'), ('a', '20');
            """
        );

        await Migrate(database, null);
        var after = await database.Ask(
            (SamlaDb db) =>
                db.Interventions.Include(one => one.References).Include(one => one.Reporters).SingleAsync(Stop)
        );

        Assert.Equal(["esf", "own"], after.Funding.OrderBy(share => share.Order).Select(share => share.Fund));
        Assert.All(after.Funding, share => Assert.Null(share.Amount));
        Assert.Equal(
            [("10", "krav"), ("20", "krav")],
            after.References.Select(one => (one.ReporterId.Value, one.RequirementId.Value)).Order()
        );
        Assert.Equal(
            (1, RegionSet.Of(), 0),
            (after.Revision, after.Counties, after.StrategyGoals.Count + after.GlobalGoals.Count)
        );
        Assert.True(after.IsIn(Blekinge));
        Assert.Equal((1, Origin.Reported), (after.SubmittedRevision, after.Origin)); // as its round, and seen as before
        Assert.Same(after, after.AsSubmitted());

        await Migrate(database, "Start");
        await Migrate(database, null);
        var again = await database.Ask(
            (SamlaDb db) => db.Interventions.Include(one => one.References).SingleAsync(Stop)
        );
        Assert.Equal(["esf", "own"], again.Funding.OrderBy(share => share.Order).Select(share => share.Fund));
        Assert.Equal(2, again.References.Count);
    }

    private static Task<bool> Migrate(TestDatabase database, string? to) =>
        database.Ask(
            async (SamlaDb db) =>
            {
                await db.GetService<IMigrator>().MigrateAsync(to, Stop);
                return true;
            }
        );

    private static Task<string?> Refer(
        TestDatabase database,
        string requirement,
        Key<Intervention>[] seen,
        Key<Intervention>[] chosen
    ) =>
        database.Ask(
            (ReferToInterventions refer) =>
                refer.Run(
                    Sample2023.Round,
                    Blekinge,
                    Sample2023.Named<Requirement>(requirement),
                    seen,
                    chosen,
                    "test",
                    Stop
                )
        );

    private static async Task<IEnumerable<Key<Intervention>>> Referred(TestDatabase database, string requirement) =>
        (await database.Register(Blekinge))
            .Lines.Where(line =>
                line.References.Contains(Sample2023.Named<Requirement>(requirement))
                && line.Intervention.Id.Value is "kurser-for-batbyggare" or "en-annan"
            )
            .Select(line => line.Intervention.Id)
            .OrderByDescending(id => id.Value, StringComparer.Ordinal);

    private static List<ReportAlarm> Alarms(ReportDocument report) =>
        [.. report.Chapters.SelectMany(chapter => chapter.Alarms)];

    /// <summary>The words of the report without its alarms.</summary>
    private static string Text(ReportDocument report) =>
        JsonSerializer.Serialize(report.Chapters.Select(chapter => chapter with { Alarms = [] }));
}
