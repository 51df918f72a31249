using Samla.Analyse.Search;

namespace Samla.Tests.Analyse.Search;

/// <summary>Which words meet: a search for the first finds a text that has the second, or does not.</summary>
public sealed class SearchAnalyzerTests
{
    [Theory]
    [InlineData("region", "regionen regionens regioner regioners regionerna regionernas")]
    [InlineData("regioners", "region regionerna")]
    [InlineData("kompetens", "kompetensen kompetenser kompetenserna")]
    [InlineData("vatten", "vattnet vattnets")]
    [InlineData("mål", "målet målen målens måls")]
    [InlineData("stad", "staden städer städerna städernas")]
    [InlineData("land", "landet länder länderna")]
    [InlineData("bostad", "bostäder bostäderna bostadens")]
    [InlineData("ledamot", "ledamöter ledamöterna")]
    [InlineData("regel", "regler reglerna regeln")]
    [InlineData("åtgärd", "åtgärder åtgärderna åtgärdens")]
    [InlineData("resultat", "resultatet resultaten")]
    [InlineData("medel", "medlen medlet")]
    [InlineData("område", "områden området områdenas")]
    [InlineData("företagare", "företagarna företagarnas")]
    [InlineData("kvinna", "kvinnor kvinnornas kvinnans")]
    [InlineData("utveckla", "utvecklar utvecklas utvecklade utvecklats")]
    [InlineData("hållbar", "hållbara hållbart")]
    [InlineData("Skåne", "Skånes skåne")]
    [InlineData("Reglab", "Reglabs REGLAB")]
    public void A_word_is_found_in_its_forms(string word, string forms) =>
        Assert.All(forms.Split(' '), form => Assert.True(Finds(word, form), $"{word} – {form}"));

    [Theory]
    [InlineData("kompetens", "kompetensförsörjning")]
    [InlineData("försörjning", "kompetensförsörjning")]
    [InlineData("kompetensförsörjning", "kompetensförsörjningens")]
    [InlineData("vatten", "vattenförsörjningen")]
    [InlineData("försörjningar", "vattenförsörjningen")]
    [InlineData("kompetensförsörjning", "kompetensförsörjningsstrategier")]
    [InlineData("strategi", "kompetensförsörjningsstrategier")]
    [InlineData("näring", "besöksnäringen")]
    [InlineData("besök", "besöksnäringen")]
    [InlineData("väg", "järnvägarna")]
    [InlineData("mål", "klimatmålen")]
    [InlineData("råd", "kompetensråden")]
    [InlineData("kvinna", "kvinnojourer")]
    [InlineData("hälsa", "hälsofrämjande")]
    [InlineData("arbete", "arbetsmarknaden")]
    [InlineData("samhälle", "samhällsutmaningarna")]
    [InlineData("företag", "företagsstöden")]
    [InlineData("trafik", "kollektivtrafikmyndighet")]
    [InlineData("kollektivtrafik", "kollektivtrafikmyndighet")]
    [InlineData("ekonomi", "bioekonomin")]
    public void A_compound_is_found_by_its_parts(string word, string compound) =>
        Assert.True(Finds(word, compound), Show(compound));

    [Theory]
    [InlineData("lan", "län")]
    [InlineData("mal", "mål")]
    [InlineData("for", "för")]
    [InlineData("halla", "hålla")]
    [InlineData("hav", "har")]
    [InlineData("region", "regional")]
    [InlineData("region", "religion")]
    [InlineData("kompetensförsörjning", "kompetens")]
    [InlineData("kompetensförsörjning", "försörjning")]
    [InlineData("hand", "handling")]
    [InlineData("mun", "kommun")]
    [InlineData("ion", "station")]
    [InlineData("nation", "kombination")]
    [InlineData("medel", "livsmedel")]
    [InlineData("medel", "livsmedelsstrategin")]
    [InlineData("tid", "framtid")]
    [InlineData("stock", "Stockholm")]
    [InlineData("stad", "städa")]
    [InlineData("vatten", "vätten")]
    [InlineData("utveckling", "utveckla")]
    public void Words_that_only_look_alike_do_not_meet(string word, string other) =>
        Assert.False(Finds(word, other), Show(other));

    [Fact]
    public void Places_are_those_of_the_text_also_with_signs_of_two_parts()
    {
        const string Text = "Å̈ga 𝒜b – e-hälsa (2 500 kr).";

        Assert.Equal(
            ["Å̈ga", "𝒜b", "e", "hälsa", "2", "500", "kr"],
            SearchAnalyzer.Shipped.Read(Text).Select(token => Text.Substring(token.Start, token.Length))
        );
    }

    [Fact]
    public void A_letter_is_the_same_however_it_is_encoded() => Assert.True(Finds("mål", "ma\u030Al"));

    [Fact]
    public void A_word_of_ten_thousand_letters_is_read_in_no_time() =>
        Assert.True(SearchAnalyzer.Shipped.TermsOf(new string('å', 10_000)).Word.Length <= 60);

    private static bool Finds(string word, string text) =>
        SearchAnalyzer.Shipped.TermsOf(text).All.Intersect(SearchAnalyzer.Shipped.TermsOf(word).Words).Any();

    private static string Show(string word) => string.Join(", ", SearchAnalyzer.Shipped.TermsOf(word).All);
}
