using Samla.Tests.Testing;

namespace Samla.Tests.Check.Understanding;

public sealed class SentenceTests
{
    [Theory]
    [InlineData("Regionerna har råd. De möts ofta.", "Regionerna har råd.|De möts ofta.")]
    [InlineData("Har de råd? Ja! De möts.", "Har de råd?|Ja!|De möts.")]
    [InlineData("De säger ”vi har råd.” Det räcker.", "De säger ”vi har råd.”|Det räcker.")]
    [InlineData("De har råd (se nedan.) De möts.", "De har råd (se nedan.)|De möts.")]
    [InlineData("De har råd … Det räcker inte.", "De har råd … Det räcker inte.")]
    [InlineData("Råden fick 1.5 miljoner. Det räcker.", "Råden fick 1.5 miljoner.|Det räcker.")]
    [InlineData("Råden bildades 2023. Åtta finns kvar.", "Råden bildades 2023.|Åtta finns kvar.")]
    [InlineData("De har råd. 14 regioner deltar.", "De har råd.|14 regioner deltar.")]
    [InlineData("De har råd utan punkt", "De har råd utan punkt")]
    public void Text_is_cut_at_the_signs_that_end_a_sentence(string text, string sentences) =>
        Assert.Equal(sentences, string.Join('|', Sentences(text)));

    [Theory]
    [InlineData("Det finns t.ex. Vätternrådet i dag.")]
    [InlineData("Bl.a. Skåne har råd.")]
    [InlineData("Det gäller s.k. Leaderområden i länet.")]
    [InlineData("Enligt prop. 2019/20:47 finns råd.")]
    [InlineData("Rådet möts kl. 10 varje dag.")]
    [InlineData("Se kap. 3 om råd.")]
    [InlineData("Det gäller ca. 20 råd.")]
    [InlineData("Råd, forum m.m. finns i länen.")]
    [InlineData("Råd i Skåne, Halland etc. finns.")]
    public void An_abbreviation_ends_no_sentence(string text) => Assert.Equal([text], Sentences(text));

    [Theory]
    [InlineData("Två regioner har råd.1 De möts ofta.", "Två regioner har råd.1|De möts ofta.")]
    [InlineData("Två har råd1. De möts ofta.", "Två har råd1.|De möts ofta.")]
    [InlineData("De säger ”ja”.1 De möts ofta.", "De säger ”ja”.1|De möts ofta.")]
    [InlineData("Råden bildades 2023.1 De möts ofta.", "Råden bildades 2023.1|De möts ofta.")]
    public void A_mark_belongs_to_the_sentence_it_follows(string text, string sentences) =>
        Assert.Equal(sentences, string.Join('|', Sentences($"{text}\n \n \n1 Dalarna, Skåne.\n")));

    [Fact]
    public void A_place_is_found_in_its_sentence()
    {
        var report = Sample.Report("Regionerna har råd. De möts ofta.\n\nÅtta finns kvar.\n");
        foreach (var sentence in report.Sentences)
        {
            Assert.Same(sentence, report.SentenceAt(sentence.Place));
            Assert.Same(
                sentence,
                report.SentenceAt(sentence.Place with { Start = sentence.Place.End - 1, Length = 1 })
            );
        }
    }

    [Fact]
    public void Text_without_full_stops_is_cut_before_it_grows_too_long() =>
        Assert.All(
            Sentences(string.Concat(Enumerable.Repeat("ord och ", 5_000))),
            text => Assert.True(text.Length <= 5_000)
        );

    private static IEnumerable<string> Sentences(string text)
    {
        var report = Sample.Report(text);
        return report.Sentences.Select(sentence => report.TextOf(sentence.Place));
    }
}
