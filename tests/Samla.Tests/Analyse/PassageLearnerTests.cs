using Samla.Analyse;

namespace Samla.Tests.Analyse;

public sealed class PassageLearnerTests
{
    private static readonly LabelledPassage[] Examples =
    [
        new("Skogens ägare planterar nya träd på hyggena.", ["skog"], "a"),
        new("Skogsbruket behöver fler plantskolor och bättre vägar.", ["skog"], "b"),
        new("Flera aktörer vill bruka skogen utan kalhyggen.", ["skog"], "c"),
        new("Bussarna går oftare och kollektivtrafiken når fler byar.", ["resor"], "a"),
        new("Tågtrafiken ställdes in och resenärerna fick ta bussen.", ["resor"], "b"),
        new("En ny busslinje gör att fler kan resa kollektivt.", ["resor"], "c"),
        new("Rapporten har fyra kapitel och en bilaga.", [], "a"),
        new("Svaren lästes av två personer under våren.", [], "b"),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static LearntCodes Learnt => PassageLearner.Train(Examples, Stop);

    [Theory]
    [InlineData("Bussen stannar vid stationen.", "resor")]
    [InlineData("Nya träd växer upp i skogen.", "skog")]
    public void The_code_whose_words_the_passage_has_comes_first(string passage, string code) =>
        Assert.Equal(code, Learnt.Suggest(passage, 3)[0].Code);

    [Fact]
    public void An_inflection_that_was_never_seen_counts_as_the_word() =>
        Assert.Equal("resor", Learnt.Suggest("busslinjernas", 1)[0].Code);

    [Fact]
    public void A_compound_that_was_never_seen_is_known_by_its_parts() =>
        Assert.Equal("skog", Learnt.Suggest("Massaved och skogsråvara", 1)[0].Code);

    [Fact]
    public void The_words_that_speak_for_a_code_are_spelt_as_in_the_passage()
    {
        var words = Learnt.Suggest("I länet kom BUSSEN i tid till Skogsbyn.", 2).Single(s => s.Code == "resor").Words;

        Assert.Contains("BUSSEN", words);
        Assert.DoesNotContain("Skogsbyn", words);
        Assert.DoesNotContain("i", words);
    }

    [Fact]
    public void The_better_the_fit_the_higher_the_confidence()
    {
        var suggestions = Learnt.Suggest("Bussarna går genom skogen, och resenärerna är nöjda.", 2);

        Assert.True(suggestions[0].Confidence > suggestions[1].Confidence);
        Assert.All(suggestions, s => Assert.InRange(s.Confidence, 0, 1));
    }

    [Fact]
    public void Passages_that_repeat_one_source_do_not_raise_the_confidence()
    {
        // Which code a source got has nothing to do with its words, but each source says its words four times.
        string[] sources =
        [
            "ankare",
            "björnbär",
            "cykel",
            "dimma",
            "ekorre",
            "fjäder",
            "gruva",
            "humla",
            "igelkott",
            "jolle",
        ];
        LabelledPassage[] passages =
        [
            .. sources
                .Index()
                .SelectMany(s => Enumerable.Repeat(new LabelledPassage(s.Item, [$"k{s.Index % 2}"], s.Item), 4)),
        ];

        var told = PassageLearner.Train(passages, Stop);
        var untold = PassageLearner.Train([.. passages.Select(p => p with { Source = "" })], Stop);

        Assert.InRange(untold.Suggest("humla", 1)[0].Confidence, 0.9, 1);
        Assert.InRange(told.Suggest("humla", 1)[0].Confidence, 0, 0.75);
    }

    [Fact]
    public void A_passage_may_carry_two_codes()
    {
        var learnt = PassageLearner.Train(
            [.. Examples, new("Skogsvägarna är stängda, så bussen tar en omväg.", ["resor", "skog"], "d")],
            Stop
        );

        var suggestions = learnt.Suggest("Skogsvägarna är stängda.", 2);

        Assert.Equal(["resor", "skog"], suggestions.Select(s => s.Code).Order());
        Assert.All(suggestions, s => Assert.Contains("Skogsvägarna", s.Words));
    }

    [Fact]
    public void Passages_without_a_code_teach_what_is_no_sign_of_it()
    {
        LabelledPassage[] coded = [new("mötet om vattnet", ["vatten"]), new("mötet om lerorna", ["jord"])];
        LabelledPassage[] uncoded = [.. Enumerable.Repeat(new LabelledPassage("mötet om budgeten", []), 5)];

        var without = PassageLearner.Train(coded, Stop).Suggest("budgeten, mötet, vattnet", 1);
        var with = PassageLearner.Train([.. coded, .. uncoded], Stop).Suggest("budgeten, mötet, vattnet", 1);

        Assert.Contains("mötet", without[0].Words);
        Assert.DoesNotContain("mötet", with[0].Words);
    }

    [Fact]
    public void The_same_passages_always_teach_the_same()
    {
        const string Passage = "Bussarna går genom skogen till plantskolan.";

        var (once, again) = (Learnt.Suggest(Passage, 2), Learnt.Suggest(Passage, 2));

        Assert.Equal(once.Select(s => (s.Code, s.Confidence)), again.Select(s => (s.Code, s.Confidence)));
        Assert.Equal(once.SelectMany(s => s.Words), again.SelectMany(s => s.Words));
    }

    [Fact]
    public void Many_may_ask_at_once()
    {
        var learnt = Learnt;
        var answers = new double[64];

        Parallel.For(0, answers.Length, i => answers[i] = learnt.Suggest("Bussen går i skogen.", 1)[0].Confidence);

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public void Without_passages_there_is_nothing_to_suggest()
    {
        var learnt = PassageLearner.Train([], Stop);

        Assert.Empty(learnt.Codes);
        Assert.Empty(learnt.Suggest("Bussen går.", 3));
        Assert.Empty(learnt.Rank("resor", ["Bussen går."]));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n – … ")]
    [InlineData("och i att det")]
    [InlineData("Quux zyxw.")]
    public void Nothing_is_suggested_for_a_passage_without_a_known_word(string passage) =>
        Assert.Empty(Learnt.Suggest(passage, 3));

    [Fact]
    public void An_empty_passage_among_the_examples_does_no_harm()
    {
        var learnt = PassageLearner.Train([.. Examples, new("", ["skog"]), new("", [])], Stop);

        Assert.Equal("resor", learnt.Suggest("Bussen stannar vid stationen.", 1)[0].Code);
    }

    [Fact]
    public void A_single_code_that_every_passage_carries_can_still_be_asked_for()
    {
        var learnt = PassageLearner.Train([.. Examples.Select(e => e with { Codes = ["allt"] })], Stop);

        Assert.InRange(Assert.Single(learnt.Suggest("Bussen går.", 3)).Confidence, 0, 1);
    }

    [Fact]
    public void A_code_with_one_passage_is_suggested_for_its_like()
    {
        var learnt = PassageLearner.Train([.. Examples, new("Fisket i kustvattnen har minskat.", ["hav"])], Stop);

        Assert.Equal("hav", learnt.Suggest("Kustvattnens fiske minskar.", 1)[0].Code);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(9, 2)]
    public void No_more_are_given_than_were_asked_for_or_are_known(int asked, int given) =>
        Assert.Equal(given, Learnt.Suggest("Bussen går i skogen.", asked).Count);

    [Fact]
    public void The_passages_of_a_code_are_ranked_by_how_well_it_fits()
    {
        var ranked = Learnt.Rank("skog", ["Bussen är sen.", "Träd i skogen.", "", "Skogen och bussen."]);

        Assert.Equal([1, 3, 0, 2], ranked.Select(r => r.Place));
        Assert.Equal("Träd i skogen.", ranked[0].Passage);
        Assert.Equal(0, ranked[^1].Confidence);
    }

    [Fact]
    public void A_code_that_was_not_learnt_ranks_nothing()
    {
        var learnt = Learnt;

        Assert.Equal(["resor", "skog"], learnt.Codes);
        Assert.Empty(learnt.Rank("hav", ["Fisket har minskat."]));
    }

    [Fact]
    public void A_region_says_who_writes_and_not_what_about()
    {
        LabelledPassage[] passages =
        [
            new("Kalmar bygger vindkraft.", ["energi"]),
            new("Skånes skolor växer.", ["skola"]),
        ];

        var suggestion = PassageLearner.Train(passages, Stop).Suggest("Skåne bygger vindkraft, liksom Kalmar.", 1)[0];

        Assert.Equal("energi", suggestion.Code);
        Assert.DoesNotContain("Kalmar", suggestion.Words);
    }

    [Fact]
    public void Å_is_one_letter_however_it_was_typed()
    {
        const string Typed = "Tågen är sena.";

        var composed = Learnt.Suggest(Typed, 2);
        var decomposed = Learnt.Suggest(Typed.Normalize(System.Text.NormalizationForm.FormD), 2);

        Assert.Equal(composed.Select(s => s.Confidence), decomposed.Select(s => s.Confidence));
    }

    [Fact]
    public void A_passage_of_a_megabyte_is_read_to_its_end()
    {
        var passage = string.Concat(Enumerable.Repeat("Rapporten har kapitel. ", 45_000)) + "Skogen.";

        var suggestion = Learnt.Suggest(passage, 2).Single(s => s.Code == "skog");

        Assert.True(passage.Length > 1_000_000);
        Assert.Contains("Skogen", suggestion.Words);
    }

    [Fact]
    public void Learning_stops_when_told_to() =>
        Assert.Throws<OperationCanceledException>(() => PassageLearner.Train(Examples, new CancellationToken(true)));
}
