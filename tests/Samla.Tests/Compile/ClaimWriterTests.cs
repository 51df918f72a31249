using CsCheck;
using Samla.Domain;
using Samla.Domain.Compile;
using Samla.Tests.Testing;

namespace Samla.Tests.Compile;

public sealed class ClaimWriterTests
{
    private const string Mark = "17";

    private static readonly QuantifierKind[] Kinds = Enum.GetValues<QuantifierKind>();

    // What the regions do may itself speak of regions, numbers and counties.
    private static readonly Gen<string> Statement = Gen.OneOf(
        "nämner finansiering",
        "har ett råd för vatten",
        "redovisar tre nya insatser",
        "samarbetar med flera regioner",
        "hänvisar till alla kommuner i länet",
        "uppger att de har följt upp Skånes modell",
        "är med i ett samarbete mellan Halland och Skåne"
    );

    [Theory]
    [InlineData(0, "Ingen region")]
    [InlineData(1, "En region")]
    [InlineData(2, "Två regioner")]
    [InlineData(3, "Tre regioner")]
    [InlineData(4, "Fyra regioner")]
    [InlineData(5, "Fem regioner")]
    [InlineData(6, "Sex regioner")]
    [InlineData(7, "Sju regioner")]
    [InlineData(8, "Åtta regioner")]
    [InlineData(9, "Nio regioner")]
    [InlineData(10, "Tio regioner")]
    [InlineData(11, "Elva regioner")]
    [InlineData(12, "Tolv regioner")]
    [InlineData(13, "13 regioner")]
    [InlineData(17, "17 regioner")]
    [InlineData(18, "Samtliga regioner utom tre")]
    [InlineData(19, "Samtliga regioner utom två")]
    [InlineData(20, "Samtliga regioner utom en")]
    [InlineData(21, "Samtliga regioner")]
    public void The_words_for_n_of_21(int saying, string words) =>
        Assert.Equal(words, Written(Sample.First(saying), RegionSet.All).BeforeMark);

    [Theory]
    // never more than three
    [InlineData(21, 17, "17 regioner")]
    [InlineData(20, 16, "16 regioner")]
    [InlineData(20, 17, "Samtliga regioner utom tre")]
    // and fewer than a quarter
    [InlineData(13, 10, "Samtliga regioner utom tre")]
    [InlineData(12, 9, "Nio regioner")]
    [InlineData(12, 10, "Samtliga regioner utom två")]
    [InlineData(9, 7, "Samtliga regioner utom två")]
    [InlineData(8, 6, "Sex regioner")]
    [InlineData(8, 7, "Samtliga regioner utom en")]
    [InlineData(5, 4, "Samtliga regioner utom en")]
    [InlineData(4, 3, "Tre regioner")]
    [InlineData(2, 1, "En region")]
    // the ends
    [InlineData(4, 4, "Samtliga regioner")]
    [InlineData(1, 1, "Samtliga regioner")]
    [InlineData(1, 0, "Ingen region")]
    public void All_but_some_is_written_where_few_are_missing(int asked, int saying, string words) =>
        Assert.Equal(words, Written(Sample.First(saying), Sample.First(asked)).BeforeMark);

    [Theory]
    [InlineData(0, "Ingen länsstyrelse")]
    [InlineData(1, "En länsstyrelse")]
    [InlineData(7, "Sju länsstyrelser")]
    [InlineData(19, "Samtliga länsstyrelser utom två")]
    [InlineData(21, "Samtliga länsstyrelser")]
    public void Boards_are_counted_with_their_own_word(int saying, string words) =>
        Assert.Equal(words, Written(Sample.First(saying), RegionSet.All, ClaimSubject.Agencies).BeforeMark);

    [Theory]
    [InlineData(QuantifierKind.AlmostAll, 17, "Nästan alla regioner")]
    [InlineData(QuantifierKind.Majority, 12, "Majoriteten av regionerna")]
    [InlineData(QuantifierKind.TwoThirds, 14, "Två tredjedelar av regionerna")]
    [InlineData(QuantifierKind.Half, 10, "Hälften av regionerna")]
    [InlineData(QuantifierKind.AlmostHalf, 9, "Knappt hälften av regionerna")]
    [InlineData(QuantifierKind.Several, 6, "Flera regioner")]
    [InlineData(QuantifierKind.Some, 4, "Några regioner")]
    [InlineData(QuantifierKind.Few, 2, "Få regioner")]
    public void An_analyst_may_choose_a_vague_word(QuantifierKind word, int saying, string words)
    {
        var claim = ClaimWriter.Vague(Sample.First(saying), RegionSet.All, word);
        Assert.NotNull(claim);
        Assert.Equal(words, ClaimWriter.Write(claim, RegionSet.All, "nämner finansiering").BeforeMark);
    }

    [Fact]
    public void A_vague_word_is_refused_outside_its_share() =>
        Gen.OneOf(Kinds)
            .Select(Sample.Answers)
            .Sample(
                (word, answers) =>
                {
                    var claim = ClaimWriter.Vague(answers.Saying, answers.Asked, word);
                    Assert.Equal(VagueWords.Fits(word, answers.Saying.Count, answers.Asked.Count), claim is not null);
                    Assert.True(claim is null || claim.Regions == answers.Saying);
                }
            );

    [Theory]
    [InlineData(QuantifierKind.Several, 13)]
    [InlineData(QuantifierKind.Majority, 10)]
    [InlineData(QuantifierKind.Half, 13)]
    [InlineData(QuantifierKind.AlmostAll, 21)]
    [InlineData(QuantifierKind.Some, 1)]
    [InlineData(QuantifierKind.Exact, 7)]
    [InlineData(QuantifierKind.All, 21)]
    public void A_word_that_does_not_fit_cannot_be_chosen(QuantifierKind word, int saying) =>
        Assert.Null(ClaimWriter.Vague(Sample.First(saying), RegionSet.All, word));

    [Fact]
    public void The_sentence_has_its_mark_behind_the_words_of_number()
    {
        var written = Written(Sample.Set("Skåne, Dalarna, Halland"), RegionSet.All);
        Assert.Equal("Tre regioner¹⁷ nämner finansiering.", written.With("¹⁷"));
        Assert.Equal("Dalarna, Halland, Skåne.", written.Note);
    }

    [Fact]
    public void The_note_of_all_but_some_lists_those_who_do_not()
    {
        var written = Written(RegionSet.All - Sample.Set("Skåne, Halland"), RegionSet.All);
        Assert.Equal("Samtliga regioner utom två¹⁷ nämner finansiering.", written.With("¹⁷"));
        Assert.Equal("Halland, Skåne.", written.Note);
    }

    [Theory]
    [InlineData(21, 21, "Samtliga regioner nämner finansiering.")]
    [InlineData(21, 0, "Ingen region nämner finansiering.")]
    [InlineData(5, 0, "Ingen region nämner finansiering.")]
    public void All_21_or_none_needs_no_note(int asked, int saying, string sentence)
    {
        var written = Written(Sample.First(saying), Sample.First(asked));
        Assert.Null(written.Note);
        Assert.Equal(sentence, written.With("¹⁷"));
    }

    [Fact]
    public void All_of_fewer_asked_need_a_note_that_says_who_they_are() =>
        Assert.Equal("Dalarna, Skåne.", Written(Sample.Set("Dalarna, Skåne"), Sample.Set("Dalarna, Skåne")).Note);

    [Fact]
    public void A_region_that_was_not_asked_cannot_say_anything()
    {
        Assert.Throws<ArgumentException>(() => ClaimWriter.Exact([Sample.Norrbotten], [Sample.Stockholm]));
        Assert.Throws<ArgumentException>(() =>
            ClaimWriter.Vague([Sample.Norrbotten], [Sample.Stockholm], QuantifierKind.Some)
        );
    }

    [Fact]
    public void An_exact_claim_that_is_written_and_read_is_the_same_claim() =>
        Sample
            .Answers.Select(Gen.Enum<ClaimSubject>(), Statement)
            .Sample(
                (answers, subject, statement) =>
                {
                    var claim = ClaimWriter.Exact(answers.Saying, answers.Asked, subject);
                    Assert.Equal(answers.Saying, claim.Regions);
                    Assert.Equal(claim, ReadBack(claim, answers.Asked, statement));
                },
                iter: 20_000
            );

    [Fact]
    public void A_claim_with_any_vague_word_that_fits_is_the_same_when_read() =>
        Sample
            .Answers.Select(Gen.Enum<ClaimSubject>(), Statement)
            .Sample(
                (answers, subject, statement) =>
                {
                    foreach (var word in Kinds)
                    {
                        if (ClaimWriter.Vague(answers.Saying, answers.Asked, word, subject) is { } claim)
                        {
                            Assert.Equal(claim, ReadBack(claim, answers.Asked, statement));
                        }
                    }
                },
                iter: 10_000
            );

    [Fact]
    public void A_claim_comes_back_from_a_whole_report() =>
        Sample
            .AnySet.Select(Statement)
            .Sample(
                (saying, statement) =>
                {
                    var claim = ClaimWriter.Exact(saying, RegionSet.All);
                    var written = ClaimWriter.Write(claim, RegionSet.All, statement);
                    var note = written.Note is null ? "" : $"\n\n[^{Mark}]: {written.Note}";
                    var report = Sample.Report($"# 1 Vatten\n\n{written.With($"[^{Mark}]")}{note}\n", "rapport.md");
                    Assert.Equal(claim, report.Claims[0].Claim);
                },
                iter: 300
            );

    private static ClaimWriter.Written Written(
        RegionSet saying,
        RegionSet asked,
        ClaimSubject subject = ClaimSubject.Regions
    ) => ClaimWriter.Write(ClaimWriter.Exact(saying, asked, subject), asked, "nämner finansiering");

    private static Claim ReadBack(Claim claim, RegionSet asked, string statement)
    {
        var written = ClaimWriter.Write(claim, asked, statement);
        var text = written.With(Mark);
        var at = written.BeforeMark.Length;
        List<Range> marks = [];
        List<ClaimReader.MarkedNote> notes = [];
        if (written.Note is { } note)
        {
            var list = RegionList.From(note);
            var kind = list.Items.All(item => item.IsAgency) ? FootnoteKind.Agencies : FootnoteKind.Regions;
            marks.Add(at..(at + Mark.Length));
            notes.Add(new(new Footnote(17, kind, note, list.Regions), at));
        }

        return ClaimReader.From(text, Words.In(text, 0, text.Length, marks), notes, asked)[0].Claim;
    }
}
