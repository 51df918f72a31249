using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Compile;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Publish;
using Samla.Tests.Testing;
using static Samla.Tests.Collect.InterventionSample;

namespace Samla.Tests.Collect;

/// <summary>What an officer writes in the register is nobody else's business until it is handed in.</summary>
public sealed partial class SubmittedInterventionTests(Databases databases)
{
    private const string NewName = "Kurser för båtbyggare";

    private static readonly string[] Everywhere = ["region", "report", "chapter", "export", "lookalikes"];

    private static readonly Key<Reporter> Västerbotten = Sample2023.Named<Reporter>("24");

    private static readonly Key<Reporter> Jämtland = Sample2023.Named<Reporter>("23");

    private static readonly Key<Intervention> Dalalab = Sample2023.Named<Intervention>("dalalab");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_new_intervention_is_seen_by_others_when_it_is_handed_in(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = await Count(database);

        var id = await database.Add(Sample2023.Dalarna, Full.With("References", "3.1"));

        Assert.Empty(await WhereSeen(database, id, NewName));
        Assert.Equal(before, await Count(database));
        Assert.True(await database.IsListed(Sample2023.Dalarna, id));

        await database.Submit(Sample2023.Dalarna);

        Assert.Equal(Everywhere, await WhereSeen(database, id, NewName));
        Assert.Equal((before.Interventions + 1, before.Outcomes + 1), await Count(database));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_changed_intervention_is_seen_by_others_as_it_was_until_it_is_handed_in_again(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        Assert.Equal(Everywhere, await WhereSeen(database, Dalalab, "DalaLab"));
        var before = await Count(database);

        await Rename(database, Dalalab, "Dalarnas nya labb", seen: 1);
        await Rename(database, Dalalab, "Dalarnas nyaste labb", seen: 2);

        Assert.Equal(Everywhere, await WhereSeen(database, Dalalab, "DalaLab"));
        Assert.Empty(await WhereSeen(database, Dalalab, "Dalarnas nyaste labb"));
        Assert.Equal(before, await Count(database));
        Assert.Equal("Dalarnas nyaste labb", (await database.View(Sample2023.Dalarna, Dalalab)).Texts.Main["Name"]);

        await database.Submit(Sample2023.Dalarna);

        Assert.Equal(Everywhere, await WhereSeen(database, Dalalab, "Dalarnas nyaste labb"));
        Assert.Empty(await WhereSeen(database, Dalalab, "DalaLab"));
        Assert.Equal(before, await Count(database));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Each_version_holds_its_interventions_as_they_were(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Rename(database, Dalalab, "Dalarnas nya labb", seen: 1);
        await database.Submit(Sample2023.Dalarna);
        await Rename(database, Dalalab, "Dalarnas nyaste labb", seen: 2);
        await database.Add(Sample2023.Dalarna, Full);
        await database.Submit(Sample2023.Dalarna);
        await Rename(database, Dalalab, "Ännu inte inlämnat", seen: 3);

        Assert.Equal("DalaLab", await NameIn(1));
        Assert.Equal("Dalarnas nya labb", await NameIn(2));
        Assert.Equal("Dalarnas nyaste labb", await NameIn(3));
        Assert.Equal(1, (await database.Receipt(Sample2023.Dalarna, 2))!.ChangedInterventions);
        Assert.Equal(2, (await database.Receipt(Sample2023.Dalarna, 3))!.ChangedInterventions);
        Assert.Empty((await database.Verify()).Faults);

        await database.Tamper(
            """UPDATE "SubmittedInterventions" SET "State" = replace("State", 'nya labb', 'gamla labb') WHERE "Version" = 2"""
        );
        var fault = Assert.Single((await database.Verify()).Faults);
        Assert.Contains("Version 2 av redovisningen 2023/20", fault, StringComparison.Ordinal);

        async Task<string> NameIn(int version) =>
            (
                await database.Ask(
                    (ListInterventions list) => list.Submitted(Sample2023.Round, Sample2023.Dalarna, version, Stop)
                )
            )
                .Single(line => line.Intervention.Id == Dalalab)
                .Intervention.Name;
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_a_partner_hands_in_does_not_change_what_was_handed_in_before(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var shared = (
            await database.Ask((ListInterventions list) => list.Submitted(Sample2023.Round, Jämtland, 1, Stop))
        )
            .First(line => line.With.Count > 0 && line.Intervention.IsIn(Västerbotten))
            .Intervention;
        await Rename(database, shared.Id, NewName, seen: 1, Västerbotten);
        await database.Submit(Västerbotten);

        var held = await database.Ask((ListInterventions list) => list.Submitted(Sample2023.Round, Jämtland, 1, Stop));

        Assert.Contains(held, line => line.Intervention.Name == shared.Name);
        Assert.DoesNotContain(held, line => line.Intervention.Name == NewName);

        // It is read before it is handed in here too.
        Assert.Equal(NewName, Assert.Single(await Unsubmitted(database, Jämtland)).Name);
        Assert.Equal(new SubmitReport.Outcome.Submitted(2, 1), await Submit(database, Jämtland));
        Assert.Empty(await Unsubmitted(database, Jämtland));
        Assert.Equal(1, (await database.Receipt(Jämtland, 2))!.ChangedInterventions);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_version_from_before_versions_held_interventions_has_what_was_handed_in_last(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var export = await Export(database);
        await database.Tamper(
            """
            DELETE FROM "SubmittedInterventions";
            UPDATE "SubmissionVersions" SET "HoldsInterventions" = (1 = 0), "Hash" = NULL
            """
        );

        Assert.Equal(WithoutHash(export), WithoutHash(await Export(database)));
        Assert.Empty(await Unsubmitted(database, Sample2023.Dalarna));
        await Rename(database, Dalalab, "Dalarnas nya labb", seen: 1);
        Assert.Equal("Dalarnas nya labb", Assert.Single(await Unsubmitted(database, Sample2023.Dalarna)).Name);
        Assert.Equal(new SubmitReport.Outcome.Submitted(2, 1), await Submit(database, Sample2023.Dalarna));
        Assert.Equal(0, (await database.Receipt(Sample2023.Dalarna, 2))!.ChangedInterventions);
        Assert.Empty((await database.Verify()).Faults);

        static string WithoutHash(string json) => Hashes().Replace(json, "");
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Every_field_is_as_it_was_handed_in_also_when_the_round_closes(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var id = await database.Add(Blekinge, Full.With("References", "3.1; 6.4"));
        await Share(database, Blekinge, id, Sample2023.Dalarna);
        await database.Submit(Blekinge);
        var before = await Export(database);

        var other = InterventionTexts.Empty.With("Name", "Annat").With("Type", "Nätverk").With("HasProperName", "ja");
        Assert.IsType<SaveIntervention.Outcome.Saved>(await database.Write(Blekinge, id, other, seen: 2));
        await database.Delete(Sample2023.Dalarna, id, seen: 3);
        Assert.Equal(before, await Export(database));
        await database.Close();

        Assert.Equal(before, await Export(database));
        Assert.Equal(Everywhere, await WhereSeen(database, id, NewName));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_removed_intervention_is_seen_by_others_until_the_removal_is_handed_in(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = await Count(database);
        Assert.Null(await database.Delete(Sample2023.Dalarna, Dalalab, seen: 1));

        Assert.Equal(Everywhere, await WhereSeen(database, Dalalab, "DalaLab"));
        Assert.DoesNotContain(
            await database.Ask(
                (FindLookalikes find) => find.Run(Sample2023.Round, Sample2023.Dalarna, "DalaLab", "", null, Stop)
            ),
            alike => alike.Id == Dalalab // the remover knows that it is gone
        );

        await database.Submit(Sample2023.Dalarna);

        Assert.Equal(["report"], await WhereSeen(database, Dalalab, "DalaLab")); // a marker goes on to say something
        Assert.Equal(before.Interventions - 1, (await Count(database)).Interventions);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_merger_is_seen_by_others_when_it_is_handed_in(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var stays = await database.Add(Sample2023.Dalarna, Full.With("References", "3.1"));
        Assert.Null(
            await database.Ask(
                (MergeInterventions merge) =>
                    merge.Run(Sample2023.Round, Sample2023.Dalarna, Dalalab, stays, "test", Stop)
            )
        );

        Assert.Equal(Everywhere, await WhereSeen(database, Dalalab, "DalaLab"));
        Assert.Empty(await WhereSeen(database, stays, NewName));

        await database.Submit(Sample2023.Dalarna);

        Assert.Empty(await WhereSeen(database, Dalalab, "DalaLab"));
        Assert.Equal(["report"], await WhereSeen(database, Dalalab, NewName));
        Assert.Equal(Everywhere, await WhereSeen(database, stays, NewName));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Chosen_references_are_handed_in_and_stop_who_began_to_write_before(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = await database.View(Sample2023.Dalarna, Dalalab);
        var rus = Sample2023.Named<Requirement>("rus-genomforande");
        var exported = await Export(database);

        Assert.Null(
            await database.Ask(
                (ReferToInterventions refer) =>
                    refer.Run(Sample2023.Round, Sample2023.Dalarna, rus, [Dalalab], [], "test", Stop)
            )
        );

        Assert.Equal([Dalalab], (await Unsubmitted(database, Sample2023.Dalarna)).Select(one => one.Id));
        Assert.Equal(exported, await Export(database));
        var conflict = Assert.IsType<SaveIntervention.Outcome.Conflict>(
            await database.Write(Sample2023.Dalarna, Dalalab, before.Texts.With("Name", "Nytt"), seen: 1)
        );
        Assert.Equal(2, conflict.Revision);
        var change = (await database.View(Sample2023.Dalarna, Dalalab)).History[0];
        Assert.Equal("intervention.refer", change.Action);
        Assert.DoesNotContain(before.Texts.Main["Summary"], change.Changes, StringComparison.Ordinal); // not once more

        await database.Submit(Sample2023.Dalarna);
        Assert.NotEqual(exported, await Export(database));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_shared_intervention_is_handed_in_by_whoever_submits_but_not_by_who_has_left_it(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Delete(Norrbotten, Together, seen: 1);
        Assert.Equal([true], (await Unsubmitted(database, Norrbotten)).Select(one => one.IsRemoved));
        await database.Submit(Norrbotten);
        await Rename(database, Together, "Kontoret i norr", seen: 2, Västerbotten);

        Assert.Empty(await Unsubmitted(database, Norrbotten));
        Assert.Equal([Together], (await Unsubmitted(database, Jämtland)).Select(one => one.Id));
        Assert.Equal((0, 1, 1), (await Changed(Norrbotten), await Changed(Västerbotten), await Changed(Jämtland)));

        await database.Submit(Jämtland);

        Assert.Equal("Kontoret i norr", (await Basis(database)).Interventions[Together].Name);
        // Others see it, but no version of Västerbotten's holds it so.
        Assert.Equal([Together], (await Unsubmitted(database, Västerbotten)).Select(one => one.Id));

        async Task<int> Changed(Key<Reporter> reporter) =>
            (await database.Ask((ListSubmissions list) => list.Run(Sample2023.Round, Stop)))!
                .Lines.Single(line => line.Reporter.Id == reporter)
                .Interventions;
    }

    [Fact]
    public async Task What_came_and_went_in_between_is_not_handed_in()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var id = await database.Add(Blekinge, Full);
        await database.Delete(Blekinge, id, seen: 1);

        Assert.Empty(await Unsubmitted(database, Blekinge));
        Assert.Equal(new SubmitReport.Outcome.Unchanged(1), await Submit(database, Blekinge));

        await database.Restore(Blekinge, id);
        Assert.Equal([id], (await Unsubmitted(database, Blekinge)).Select(one => one.Id));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_is_handed_in_while_somebody_changes_it_is_not_lost(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Rename(database, Dalalab, "Dalarnas nya labb", seen: 1);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            database.Ask(
                async (SamlaDb db) =>
                {
                    var read = await db
                        .Interventions.Include(one => one.Reporters)
                        .Include(one => one.References)
                        .SingleAsync(one => one.Id == Dalalab, Stop);
                    await database.Submit(Sample2023.Dalarna);
                    read.BeginChange();
                    read.Name = "Dalarnas nyaste labb";
                    await db.Save(new Change("test", "intervention.save", "test"), Stop);
                    return true;
                }
            )
        );

        Assert.Equal(Everywhere, await WhereSeen(database, Dalalab, "Dalarnas nya labb"));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task An_intervention_alone_is_enough_to_hand_in_and_is_counted(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Add(Blekinge, Full);
        await database.Add(Blekinge, Full.With("Name", "Ångbåtar"));
        await database.Delete(Norrbotten, Together, seen: 1);
        Assert.Equal([NewName, "Ångbåtar"], (await Unsubmitted(database, Blekinge)).Select(one => one.Name));
        Assert.Equal([true], (await Unsubmitted(database, Norrbotten)).Select(one => one.IsRemoved));

        Assert.Equal(new SubmitReport.Outcome.Submitted(2, 2), await Submit(database, Blekinge));
        Assert.Equal(new SubmitReport.Outcome.Unchanged(2), await Submit(database, Blekinge));
        Assert.Equal(new SubmitReport.Outcome.Submitted(2, 1), await Submit(database, Norrbotten));

        Assert.Empty(await Unsubmitted(database, Blekinge));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task An_intervention_can_be_shared_and_the_other_may_refuse_it(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var id = await database.Add(Blekinge, Full);
        Assert.Contains(
            Sample2023.Dalarna,
            (await database.View(Blekinge, id)).Sharable.Select(reporter => reporter.Id)
        );

        Assert.NotNull(await Share(database, Sample2023.Värmland, id, Sample2023.Dalarna)); // is not Värmland's
        Assert.NotNull(await Share(database, Blekinge, id, Sample2023.Named<Reporter>("lst-99")));
        Assert.Null(await Share(database, Blekinge, id, Sample2023.Dalarna));

        Assert.True(await database.IsListed(Sample2023.Dalarna, id));
        Assert.Equal(["Region Dalarna"], (await database.View(Blekinge, id)).Line.With);
        Assert.Equal("intervention.share", (await database.View(Blekinge, id)).History[0].Action);
        Assert.Null(await database.Delete(Sample2023.Dalarna, id, seen: 2));
        Assert.Contains(
            "tagit bort",
            await Share(database, Blekinge, id, Sample2023.Dalarna),
            StringComparison.Ordinal
        );
        Assert.False(await database.IsListed(Sample2023.Dalarna, id));
        Assert.True(await database.IsListed(Blekinge, id));
    }

    [Fact]
    public async Task What_an_officer_adds_to_the_sample_is_not_marked_as_reconstructed()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var id = await database.Add(Sample2023.Dalarna, Full);
        Assert.Equal(Origin.Reported, (await database.View(Sample2023.Dalarna, id)).Line.Intervention.Origin);
        Assert.Equal(Origin.Reconstructed, (await database.View(Sample2023.Dalarna, Dalalab)).Line.Intervention.Origin);
    }

    /// <summary>Where somebody else meets the intervention by that name.</summary>
    private static async Task<List<string>> WhereSeen(TestDatabase database, Key<Intervention> id, string name)
    {
        var region = await database.Ask((ReadRegion read) => read.Run(RegionCode.Parse("20", null), Stop));
        var chapter = await database.Ask(
            (ViewChapter view) => view.Run(Sample2023.Round, Sample2023.Named<Chapter>("rus"), "", Stop)
        );
        using var export = JsonDocument.Parse(await Export(database));
        var alike = await database.Ask(
            (FindLookalikes find) => find.Run(Sample2023.Round, Sample2023.Värmland, name, "", null, Stop)
        );
        (string Where, bool IsSeen)[] places =
        [
            ("region", region!.Region.Interventions.Any(one => one.Id == id && one.Name == name)),
            ("report", (await Basis(database)).Interventions.GetValueOrDefault(id)?.Name == name),
            ("chapter", chapter!.Interventions.Any(one => one.Id == id && one.Name == name)),
            (
                "export",
                export
                    .RootElement.GetProperty("submissions")
                    .EnumerateArray()
                    .SelectMany(submission => submission.GetProperty("interventions").EnumerateArray())
                    .Any(one =>
                        one.GetProperty("id").GetString() == id.Value && one.GetProperty("name").GetString() == name
                    )
            ),
            ("lookalikes", alike.Any(one => one.Id == id && one.Name == name)),
        ];
        return [.. places.Where(place => place.IsSeen).Select(place => place.Where)];
    }

    private static async Task<ReportBasis> Basis(TestDatabase database) =>
        (await database.Ask((ReadReportBasis read) => read.Run(Sample2023.Round, [], Stop)))!;

    private static async Task<string> Export(TestDatabase database)
    {
        using var export = new MemoryStream();
        await database.Ask((ExportSubmissions write) => write.Run(Sample2023.Round, export, Stop));
        return Encoding.UTF8.GetString(export.ToArray());
    }

    private static async Task Rename(
        TestDatabase database,
        Key<Intervention> id,
        string name,
        int seen,
        Key<Reporter>? reporter = null
    )
    {
        var whose = reporter ?? Sample2023.Dalarna;
        var texts = (await database.View(whose, id)).Texts;
        Assert.IsType<SaveIntervention.Outcome.Saved>(await database.Write(whose, id, texts.With("Name", name), seen));
    }

    /// <summary>What the start page counts.</summary>
    private static async Task<(int Interventions, int Outcomes)> Count(TestDatabase database)
    {
        var start = await database.Ask((ReadStart read) => read.Run(Stop));
        return (start!.Interventions, start.Outcomes);
    }

    private static async Task<IReadOnlyList<ChangedIntervention>> Unsubmitted(
        TestDatabase database,
        Key<Reporter> reporter
    ) =>
        (await database.Ask((ViewSubmission view) => view.Run(Sample2023.Round, reporter, Stop)))!.ChangedInterventions;

    private static Task<SubmitReport.Outcome> Submit(TestDatabase database, Key<Reporter> reporter) =>
        database.Ask(
            (SubmitReport submit) => submit.Run(Sample2023.Round, reporter, seen: null, decision: null, "test", Stop)
        );

    private static Task<string?> Share(
        TestDatabase database,
        Key<Reporter> reporter,
        Key<Intervention> id,
        Key<Reporter> other
    ) => database.Ask((ShareIntervention share) => share.Run(Sample2023.Round, reporter, id, other, "test", Stop));

    [GeneratedRegex("\"hash\": (null|\"[0-9a-f]*\")", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Hashes();
}
