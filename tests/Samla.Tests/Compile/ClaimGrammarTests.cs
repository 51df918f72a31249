using Samla.Domain.Compile;
using Samla.Tests.Testing;

namespace Samla.Tests.Compile;

public sealed class ClaimGrammarTests
{
    [Theory]
    [InlineData("Sju regioner har ett råd", "Sju regioner", QuantifierKind.Exact, 7)]
    [InlineData("14 regioner har ett råd", "14 regioner", QuantifierKind.Exact, 14)]
    [InlineData("En region har ett råd", "En region", QuantifierKind.Exact, 1)]
    [InlineData("Endast en region har ett råd", "en region", QuantifierKind.Exact, 1)]
    [InlineData("Den enda regionen med råd", "Den enda regionen", QuantifierKind.Exact, 1)]
    [InlineData("Ytterligare tre regioner har ett råd", "Ytterligare tre regioner", QuantifierKind.Exact, 3)]
    [InlineData("De tre resterande regionerna väntar", "De tre resterande regionerna", QuantifierKind.Exact, 3)]
    [InlineData("De resterande tre regionerna väntar", "De resterande tre regionerna", QuantifierKind.Exact, 3)]
    [InlineData("Övriga fem regioner väntar", "Övriga fem regioner", QuantifierKind.Exact, 5)]
    [InlineData("Fem andra regioner väntar", "Fem andra regioner", QuantifierKind.Exact, 5)]
    [InlineData("I sex av dem finns ett råd", "sex av dem", QuantifierKind.Exact, 6)]
    [InlineData("Sex av dessa regioner har ett råd", "Sex av dessa regioner", QuantifierKind.Exact, 6)]
    [InlineData("Sex av regionerna har ett råd", "Sex av regionerna", QuantifierKind.Exact, 6)]
    [InlineData("Sex av landets 21 regioner har råd", "Sex av landets 21 regioner", QuantifierKind.Exact, 6)]
    [InlineData("Sex av dessa fjorton regioner har råd", "Sex av dessa fjorton regioner", QuantifierKind.Exact, 6)]
    [InlineData("Fyra län har ett råd", "Fyra län", QuantifierKind.Exact, 4)]
    [InlineData("Samtliga regioner har ett råd", "Samtliga regioner", QuantifierKind.All, null)]
    [InlineData("Alla regioner har ett råd", "Alla regioner", QuantifierKind.All, null)]
    [InlineData("Alla 21 regioner har ett råd", "Alla 21 regioner", QuantifierKind.All, 21)]
    [InlineData("Samtliga regioner utom tre", "Samtliga regioner utom tre", QuantifierKind.AllButN, 3)]
    [InlineData("Alla utom två regioner har råd", "Alla utom två regioner", QuantifierKind.AllButN, 2)]
    [InlineData("Alla regioner förutom en", "Alla regioner förutom en", QuantifierKind.AllButN, 1)]
    [InlineData("Alla med undantag för fyra", "Alla med undantag för fyra", QuantifierKind.AllButN, 4)]
    [InlineData("Nästan alla regioner har råd", "Nästan alla regioner", QuantifierKind.AlmostAll, null)]
    [InlineData("Så gott som alla regioner har råd", "Så gott som alla regioner", QuantifierKind.AlmostAll, null)]
    [InlineData("I stort sett samtliga regioner", "I stort sett samtliga regioner", QuantifierKind.AlmostAll, null)]
    [InlineData("Majoriteten av regionerna har råd", "Majoriteten av regionerna", QuantifierKind.Majority, null)]
    [InlineData("En majoritet av regionerna har råd", "En majoritet av regionerna", QuantifierKind.Majority, null)]
    [InlineData("De flesta regioner har råd", "De flesta regioner", QuantifierKind.Majority, null)]
    [InlineData("De allra flesta regionerna", "De allra flesta regionerna", QuantifierKind.Majority, null)]
    [InlineData("Merparten av regionerna har råd", "Merparten av regionerna", QuantifierKind.Majority, null)]
    [InlineData("En stor del av regionerna har råd", "En stor del av regionerna", QuantifierKind.Majority, null)]
    [InlineData("Mer än hälften av regionerna", "Mer än hälften av regionerna", QuantifierKind.Majority, null)]
    [InlineData("Drygt hälften av regionerna", "Drygt hälften av regionerna", QuantifierKind.Majority, null)]
    [InlineData("Två tredjedelar av regionerna", "Två tredjedelar av regionerna", QuantifierKind.TwoThirds, null)]
    [InlineData("Hälften av regionerna har råd", "Hälften av regionerna", QuantifierKind.Half, null)]
    [InlineData("Ungefär hälften av regionerna", "Ungefär hälften av regionerna", QuantifierKind.Half, null)]
    [InlineData("Cirka halvparten av regionerna", "Cirka halvparten av regionerna", QuantifierKind.Half, null)]
    [InlineData("Knappt hälften av regionerna", "Knappt hälften av regionerna", QuantifierKind.AlmostHalf, null)]
    [InlineData("Knappa hälften av regionerna", "Knappa hälften av regionerna", QuantifierKind.AlmostHalf, null)]
    [InlineData("Nästan hälften av regionerna", "Nästan hälften av regionerna", QuantifierKind.AlmostHalf, null)]
    [InlineData("Flera regioner har råd", "Flera regioner", QuantifierKind.Several, null)]
    [InlineData("Skåne är en av flera regioner", "en av flera regioner", QuantifierKind.Several, null)]
    [InlineData("Många regioner har råd", "Många regioner", QuantifierKind.Several, null)]
    [InlineData("Ett antal regioner har råd", "Ett antal regioner", QuantifierKind.Several, null)]
    [InlineData("Ett flertal regioner har råd", "Ett flertal regioner", QuantifierKind.Several, null)]
    [InlineData("Flertalet regioner har råd", "Flertalet regioner", QuantifierKind.Several, null)]
    [InlineData("Några regioner har råd", "Några regioner", QuantifierKind.Some, null)]
    [InlineData("Några få regioner har råd", "Några få regioner", QuantifierKind.Some, null)]
    [InlineData("Några enstaka regioner har råd", "Några enstaka regioner", QuantifierKind.Some, null)]
    [InlineData("Enstaka regioner har råd", "Enstaka regioner", QuantifierKind.Some, null)]
    [InlineData("Ytterligare några regioner", "Ytterligare några regioner", QuantifierKind.Some, null)]
    [InlineData("Några av regionerna har råd", "Några av regionerna", QuantifierKind.Some, null)]
    [InlineData("Vissa regioner har råd", "Vissa regioner", QuantifierKind.Some, null)]
    [InlineData("Ett par regioner har råd", "Ett par regioner", QuantifierKind.Some, null)]
    [InlineData("Få regioner har råd", "Få regioner", QuantifierKind.Few, null)]
    [InlineData("Ett fåtal regioner har råd", "Ett fåtal regioner", QuantifierKind.Few, null)]
    [InlineData("Ingen region har råd", "Ingen region", QuantifierKind.None, null)]
    [InlineData("Ingen av regionerna har råd", "Ingen av regionerna", QuantifierKind.None, null)]
    [InlineData("Inga regioner har råd", "Inga regioner", QuantifierKind.None, null)]
    [InlineData("Övriga regioner väntar", "Övriga regioner", QuantifierKind.Unquantified, null)]
    [InlineData("Andra regioner väntar", "Andra regioner", QuantifierKind.Unquantified, null)]
    [InlineData("Resterande regioner väntar", "Resterande regioner", QuantifierKind.Unquantified, null)]
    public void Words_of_number_are_found_with_all_that_belongs_to_them(
        string sentence,
        string words,
        QuantifierKind kind,
        int? count
    )
    {
        var phrase = Assert.Single(Find(sentence));
        Assert.Equal((words, kind, count), (TextOf(sentence, phrase), phrase.Quantifier.Kind, phrase.Quantifier.Count));
    }

    [Theory]
    [InlineData("Alla regioner utom Halland har råd", 1, "Halland")]
    [InlineData("Alla regioner förutom Dalarna, Halland och Skåne har råd", 3, "Dalarna, Halland, Skåne")]
    [InlineData("Samtliga med undantag för Västra Götaland har råd", 1, "Västra Götaland")]
    public void Exceptions_may_be_named(string sentence, int count, string names)
    {
        var phrase = Assert.Single(Find(sentence));
        Assert.Equal(new Quantifier(QuantifierKind.AllButN, count), phrase.Quantifier);
        Assert.Equal(Sample.Set(names), phrase.Names);
    }

    [Theory]
    [InlineData("Sju regioner har råd", ClaimSubject.Regions, true)]
    [InlineData("Sju länsstyrelser har råd", ClaimSubject.Agencies, true)]
    [InlineData("Hälften av länsstyrelserna har råd", ClaimSubject.Agencies, true)]
    [InlineData("Majoriteten av redovisningarna tar upp råd", ClaimSubject.Regions, false)]
    [InlineData("I några fall finns råd", ClaimSubject.Regions, false)]
    public void The_words_say_who_is_counted(string sentence, ClaimSubject subject, bool namesThem)
    {
        var phrase = Assert.Single(Find(sentence));
        Assert.Equal((subject, namesThem), (phrase.Subject, phrase.NamesThem));
    }

    [Theory]
    [InlineData("Sju kommuner har ett råd")]
    [InlineData("Alla insatser har följts upp")]
    [InlineData("Under 2023 har flera råd inrättats")]
    [InlineData("Hälften av medlen går till råd")]
    [InlineData("Regionerna arbetar med vatten")]
    [InlineData("En regional strategi")]
    public void Words_that_count_something_else_are_no_claim_about_regions(string sentence) =>
        Assert.Empty(Find(sentence));

    [Fact]
    public void A_sentence_may_hold_several() =>
        Assert.Equal(
            ["Sju regioner", "ytterligare tre regioner", "några av länsstyrelserna"],
            Texts("Sju regioner har råd, ytterligare tre regioner planerar dem och några av länsstyrelserna deltar.")
        );

    [Theory]
    [InlineData("Alla nämner vatten", QuantifierKind.All, null)]
    [InlineData("Några enstaka nämner vatten", QuantifierKind.Some, null)]
    [InlineData("Drygt hälften nämner vatten", QuantifierKind.Majority, null)]
    [InlineData("De tre övriga nämner vatten", QuantifierKind.Exact, 3)]
    [InlineData("Ytterligare två nämner vatten", QuantifierKind.Exact, 2)]
    [InlineData("Ett fåtal nämner vatten", QuantifierKind.Few, null)]
    [InlineData("Ingen nämner vatten", QuantifierKind.None, null)]
    [InlineData("Övriga nämner vatten", QuantifierKind.Unquantified, null)]
    public void A_word_of_number_can_stand_for_regions_by_itself(string sentence, QuantifierKind kind, int? count)
    {
        var phrase = ClaimGrammar.PronounAt(sentence, Words.In(sentence, 0, sentence.Length), 0);
        Assert.NotNull(phrase);
        Assert.Equal(new Quantifier(kind, count), phrase.Quantifier);
        Assert.Null(phrase.Subject);
    }

    private static List<ClaimGrammar.Phrase> Find(string sentence) =>
        ClaimGrammar.Find(sentence, Words.In(sentence, 0, sentence.Length));

    private static IEnumerable<string> Texts(string sentence) =>
        Find(sentence).Select(phrase => TextOf(sentence, phrase));

    private static string TextOf(string sentence, ClaimGrammar.Phrase phrase)
    {
        var words = Words.In(sentence, 0, sentence.Length);
        return sentence[words[phrase.FirstWord].Start..words[phrase.EndWord - 1].End];
    }
}
