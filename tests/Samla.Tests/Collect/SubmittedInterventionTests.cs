using System.Text;
using Samla.Collect;
using Samla.Compile;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Publish;
using Samla.Tests.Testing;
using static Samla.Tests.Collect.InterventionSample;

namespace Samla.Tests.Collect;

/// <summary>What an officer writes in the register is nobody else's business until it is handed in.</summary>
public sealed class SubmittedInterventionTests(Databases databases)
{
    private const string NewName = "Kurser för båtbyggare";

    private static readonly string[] Everywhere = ["region", "report", "chapter", "export", "lookalikes"];

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
    public async Task A_changed_intervention_is_seen_by_others_when_it_is_handed_in_again(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        Assert.Equal(Everywhere, await WhereSeen(database, Dalalab, "DalaLab"));
        var before = await Count(database);

        var texts = (await database.View(Sample2023.Dalarna, Dalalab)).Texts;
        await database.Write(Sample2023.Dalarna, Dalalab, texts.With("Name", "Dalarnas nya labb"), seen: 1);

        Assert.Empty(await WhereSeen(database, Dalalab, "Dalarnas nya labb"));
        Assert.Equal(before.Interventions - 1, (await Count(database)).Interventions);

        await database.Submit(Sample2023.Dalarna);

        Assert.Equal(Everywhere, await WhereSeen(database, Dalalab, "Dalarnas nya labb"));
        Assert.Equal(before, await Count(database));
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
        var basis = await database.Ask((SamlaDb db) => ReportBasis.Read(db, Sample2023.Round, [], Stop));
        var chapter = await database.Ask(
            (ViewChapter view) => view.Run(Sample2023.Round, Sample2023.Named<Section>("rus"), "", Stop)
        );
        using var export = new MemoryStream();
        await database.Ask((ExportSubmissions write) => write.Run(Sample2023.Round, export, Stop));
        var alike = await database.Ask(
            (FindLookalikes find) => find.Run(Sample2023.Round, Sample2023.Värmland, name, "", null, Stop)
        );
        (string Where, bool IsSeen)[] places =
        [
            ("region", region!.Region.Interventions.Any(one => one.Name == name)),
            ("report", basis!.Interventions.GetValueOrDefault(id)?.Name == name),
            ("chapter", chapter!.Interventions.Any(one => one.Name == name)),
            ("export", Encoding.UTF8.GetString(export.ToArray()).Contains(name, StringComparison.Ordinal)),
            ("lookalikes", alike.Any(one => one.Id == id)),
        ];
        return [.. places.Where(place => place.IsSeen).Select(place => place.Where)];
    }

    /// <summary>What the start page counts.</summary>
    private static async Task<(int Interventions, int Outcomes)> Count(TestDatabase database)
    {
        var start = await database.Ask((ReadStart read) => read.Run(Stop));
        return (start!.Interventions, start.Outcomes);
    }

    private static async Task<IReadOnlyList<ViewSubmission.ChangedIntervention>> Unsubmitted(
        TestDatabase database,
        Key<Reporter> reporter
    ) =>
        (await database.Ask((ViewSubmission view) => view.Run(Sample2023.Round, reporter, Stop)))!.ChangedInterventions;

    private static Task<SubmitReport.Outcome> Submit(TestDatabase database, Key<Reporter> reporter) =>
        database.Ask((SubmitReport submit) => submit.Run(Sample2023.Round, reporter, decision: null, "test", Stop));

    private static Task<string?> Share(
        TestDatabase database,
        Key<Reporter> reporter,
        Key<Intervention> id,
        Key<Reporter> other
    ) => database.Ask((ShareIntervention share) => share.Run(Sample2023.Round, reporter, id, other, "test", Stop));
}
