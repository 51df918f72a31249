using CsCheck;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Tests.Testing;
using static Samla.Tests.Collect.InterventionSample;

namespace Samla.Tests.Collect;

public sealed class LookalikeTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Underlag för gymnasieplanering", "Underlag för gymnasial planering", true)]
    [InlineData("Kurser för båtbyggare", "Båtbyggarkurser", true)]
    [InlineData("Digitala hjälpen", "Digital hjälp", true)]
    [InlineData("Kurser för båtbyggare", "kurser för BÅTBYGGARE!", true)]
    [InlineData("Kurser för båtbyggare", "Kurser i matlagning på landet", false)]
    [InlineData("Nätverk för unga företagare", "Nätverk för äldre vägar", false)]
    [InlineData("Grön omställning av hamnar", "Kollektivtrafik i glesbygd", false)]
    public void Two_names_are_alike_or_not(string one, string other, bool areAlike) =>
        Assert.Equal(
            areAlike,
            new InterventionLikeness(one, "").To(new InterventionLikeness(other, "")) >= InterventionLikeness.Threshold
        );

    [Fact]
    public void A_new_name_over_the_same_summary_is_alike() =>
        Assert.True(
            new InterventionLikeness("Snickarlyftet", "Varven får folk som kan laga trä på kvällskurser.").To(
                new InterventionLikeness("Träskola", "Varven får folk som kan laga trä, på kvällskurser")
            ) >= InterventionLikeness.Threshold
        );

    [Fact]
    public void Likeness_is_mutual_from_nothing_to_all() =>
        Gen.Select(Gen.String, Gen.String)
            .Sample(
                (one, other) =>
                {
                    var (a, b) = (new InterventionLikeness(one, other), new InterventionLikeness(other, one));
                    Assert.Equal(a.To(b), b.To(a), 9);
                    Assert.InRange(a.To(b), 0, 1);
                }
            );

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_is_alike_is_found_across_sections_and_reporters_but_not_in_others_drafts(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var own = await database.Add(Blekinge, Full.With("References", "3.1"));
        await database.Add(
            Sample2023.Dalarna,
            Full.With("Name", "Kurser för båtbyggare i norr").With("Summary", "Något annat helt.")
        );
        Assert.Equal([own], (await Find(database, "Kurs för båtbyggare")).Select(one => one.Id)); // one's own is no secret
        await database.Submit(Sample2023.Dalarna);

        var found = await Find(database, "Kurs för båtbyggare");

        Assert.Equal(["Kurser för båtbyggare", "Kurser för båtbyggare i norr"], found.Select(one => one.Name));
        Assert.Equal([true, false], found.Select(one => one.IsOwn));
        Assert.Equal(["Region Dalarna"], found[1].Reporters);
        Assert.DoesNotContain(await Find(database, "Kurser för båtbyggare", own), one => one.Id == own);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Two_that_are_one_are_merged_and_parted_again(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var (stays, leaves) = (
            await database.Add(Blekinge, Full.With("References", "6.1")),
            await database.Add(Blekinge, Full.With("Name", "Båtbyggarkurser").With("References", "6.1; 11.1"))
        );
        Assert.Contains(await Pairs(database), pair => pair.Own.Id == leaves && pair.Other.Id == stays);
        var before = (await database.View(Blekinge, stays), await database.View(Blekinge, leaves));

        Assert.Null(await Merge(database, leaves, stays));

        Assert.False(await database.IsListed(Blekinge, leaves));
        var merged = await database.View(Blekinge, stays);
        Assert.Equal(
            ["kompetens-genomforande", "miljo-genomforande"],
            merged.Line.References.Select(one => one.Value).Order(StringComparer.Ordinal)
        );
        Assert.Equal([leaves], merged.Merged.Select(one => one.Id));
        var away = await database.View(Blekinge, leaves);
        Assert.Equal(stays, away.MergedInto?.Id);
        Assert.Equal(["intervention.merge", "intervention.add"], away.History.Select(change => change.Action));
        Assert.True(before.Item2.Texts.IsSameAs(away.Texts)); // keeps all that it held
        Assert.IsType<SaveIntervention.Outcome.Refused>(await database.Write(Blekinge, leaves, Full, 2));
        Assert.NotNull(await Merge(database, stays, leaves));
        Assert.DoesNotContain(await Pairs(database), pair => pair.Own.Id == leaves);

        Assert.Null(await Part(database, leaves));

        Assert.True(await database.IsListed(Blekinge, leaves));
        Assert.True(before.Item1.Texts.IsSameAs((await database.View(Blekinge, stays)).Texts));
        Assert.True(before.Item2.Texts.IsSameAs((await database.View(Blekinge, leaves)).Texts));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_chapters_example_goes_on_as_the_one_that_stands_for_both(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var stays = await database.Add(Sample2023.Dalarna, Full);
        var dalalab = Sample2023.Named<Intervention>("dalalab");

        Assert.Null(await Merge(database, dalalab, stays, Sample2023.Dalarna));
        await database.Submit(Sample2023.Dalarna);

        Assert.Contains(Words(await database.Compose()), words => words.Text == "Kurser för båtbyggare");
        Assert.Null(await Part(database, dalalab, Sample2023.Dalarna));
        await database.Submit(Sample2023.Dalarna);
        Assert.Contains(Words(await database.Compose()), words => words.Text == "DalaLab");
    }

    [Fact]
    public async Task What_others_carry_out_too_is_not_merged_away_from_them()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var own = await database.Add(Norrbotten, Full);

        Assert.Contains(
            "bärs också av andra",
            await Merge(database, Together, own, Norrbotten),
            StringComparison.Ordinal
        );
        Assert.NotNull(await Merge(database, own, own, Norrbotten));
        Assert.NotNull(await Merge(database, Sample2023.Named<Intervention>("dalalab"), own, Norrbotten));
        Assert.Null(await Merge(database, own, Together, Norrbotten));
    }

    private static IEnumerable<ReportInline.Words> Words(ReportDocument report) =>
        report
            .Chapters.SelectMany(chapter => chapter.Blocks)
            .SelectMany(block => block.Inlines)
            .OfType<ReportInline.Words>();

    private static Task<IReadOnlyList<Lookalike>> Find(
        TestDatabase database,
        string name,
        Key<Intervention>? itself = null
    ) => database.Ask((FindLookalikes find) => find.Run(Sample2023.Round, Blekinge, name, "", itself, Stop));

    private static Task<IReadOnlyList<ListLookalikes.Pair>> Pairs(TestDatabase database) =>
        database.Ask((ListLookalikes list) => list.Run(Sample2023.Round, Blekinge, Stop));

    private static Task<string?> Merge(
        TestDatabase database,
        Key<Intervention> away,
        Key<Intervention> into,
        Key<Reporter>? reporter = null
    ) =>
        database.Ask(
            (MergeInterventions merge) => merge.Run(Sample2023.Round, reporter ?? Blekinge, away, into, "test", Stop)
        );

    private static Task<string?> Part(TestDatabase database, Key<Intervention> away, Key<Reporter>? reporter = null) =>
        database.Ask((UndoMerge undo) => undo.Run(Sample2023.Round, reporter ?? Blekinge, away, "test", Stop));
}
