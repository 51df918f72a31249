using Samla.Compile;
using Samla.Compile.Plan;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Tests.Analyse.Documents;
using Samla.Tests.Testing;

namespace Samla.Tests.Compile;

/// <summary>A text to begin a chapter from, out of what is coded.</summary>
public sealed class DraftChapterTests(Databases databases)
{
    private static readonly Key<Round> Round = Sample2023.Named<Round>("rus-2026");
    private static readonly Key<Chapter> Monitoring = Sample2023.Named<Chapter>("uppfoljning");
    private static readonly Key<Chapter> Standing = Sample2023.Named<Chapter>("status");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Each_code_that_somebody_has_becomes_a_claim_and_the_words_stand_before_the_summary(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Begin(database);
        var openly = Sample2023.Named<Code>("uppfoljning-oppet");
        var indicators = Sample2023.Named<Code>("uppfoljning-indikatorer");
        var west = await database.AddDocument("Vi mäter med indikatorer. Vi redovisar öppet.", "14", round: Round);
        var north = await database.AddDocument("Indikatorer följs varje år.", "25", round: Round);
        await database.CodeIn(west, indicators, "Vi mäter med indikatorer.");
        await database.CodeIn(west, openly, "Vi redovisar öppet.");
        await database.CodeIn(north, indicators, "Indikatorer följs varje år.");

        var text = await Draft(database, Monitoring, "# Uppföljning\n\nInledning.\n\n## Sammanfattning\n\nKort.\n");

        Assert.Equal(
            """
            # Uppföljning

            Inledning.

            - {{uppfoljning-indikatorer}}: Mäter med indikatorer.
            - {{uppfoljning-oppet}}: Redovisar utvecklingen öppet.

            > {{citat uppfoljning-indikatorer 25}}

            > {{citat uppfoljning-oppet 14}}

            ## Sammanfattning

            Kort.

            """.ReplaceLineEndings("\n"),
            text
        );
    }

    [Fact]
    public async Task Where_the_strategies_stand_is_counted_from_the_register()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Begin(database);

        var text = await Draft(database, Standing, "# Status\n");

        Assert.StartsWith(
            "# Status\n\n- {{status-antagen-2025}}: Antog en ny strategi 2025.\n- {{status-oversyn}}: Ser över strategin.\n",
            text,
            StringComparison.Ordinal
        );
        var said = (await database.Ask((OfferClaims offer) => offer.One(Round, "status-antagen-2026", Stop)))!;
        Assert.Equal(("Fyra regioner", "Jönköping, Kalmar, Uppsala, Västra Götaland."), (said.Words, said.Note));
        Assert.Empty(said.Alarms);
    }

    [Fact]
    public async Task A_question_that_nothing_is_coded_for_has_no_draft()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Begin(database);

        Assert.Null(await Draft(database, Monitoring, "# Uppföljning\n"));
    }

    private static async Task Begin(TestDatabase database) =>
        Assert.IsType<PlanOutcome.Changed>(
            await database.Ask((StartReport start) => start.Run(Round, "strategisammanstallning", "Åsa", Stop))
        );

    private static Task<string?> Draft(TestDatabase database, Key<Chapter> chapter, string text) =>
        database.Ask((DraftChapter draft) => draft.Run(Round, chapter, text, Stop));
}
