using Samla.Domain;
using Samla.Domain.Compile;
using Samla.Tests.Testing;

namespace Samla.Tests.Compile;

/// <summary>In these sentences a list in brackets is a note: "Sju regioner[Halland, Skåne] …" is printed "Sju regioner1 …".</summary>
public sealed class ClaimReaderTests
{
    private const string Few = "Dalarna, Halland";

    [Theory]
    // after the words of number, and inside them
    [InlineData("Två regioner[Dalarna, Halland] har råd.", QuantifierKind.Exact, 2)]
    [InlineData("En majoritet[Dalarna, Halland] av regionerna har råd.", QuantifierKind.Majority, null)]
    [InlineData("Ytterligare två[Dalarna, Halland] regioner har råd.", QuantifierKind.Exact, 2)]
    [InlineData("Två[Dalarna, Halland] av dem har råd.", QuantifierKind.Exact, 2)]
    [InlineData("Knappt[Dalarna, Halland] hälften av regionerna har råd.", QuantifierKind.AlmostHalf, null)]
    [InlineData("Det ingår i majoriteten[Dalarna, Halland] av texterna.", QuantifierKind.Majority, null)]
    // away from them
    [InlineData("Två regioner har inrättat råd.[Dalarna, Halland]", QuantifierKind.Exact, 2)]
    [InlineData("Råd[Dalarna, Halland] finns i två regioner.", QuantifierKind.Exact, 2)]
    [InlineData("Flera regioner har råd för vatten[Dalarna, Halland] och luft.", QuantifierKind.Several, null)]
    // words that stand for regions by themselves
    [InlineData("Två[Dalarna, Halland] nämner råd.", QuantifierKind.Exact, 2)]
    [InlineData("Några enstaka[Dalarna, Halland] nämner råd.", QuantifierKind.Some, null)]
    [InlineData("Ytterligare några[Dalarna, Halland] har råd.", QuantifierKind.Some, null)]
    [InlineData("Flera uppger att de har råd.[Dalarna, Halland]", QuantifierKind.Several, null)]
    [InlineData("Det finns råd, medan några saknar andra forum.[Dalarna, Halland]", QuantifierKind.Some, null)]
    // no words of number at all
    [InlineData("Polisen[Dalarna, Halland] deltar i råden.", QuantifierKind.Unquantified, null)]
    [InlineData("Övriga[Dalarna, Halland] väntar.", QuantifierKind.Unquantified, null)]
    [InlineData("Andra regioner[Dalarna, Halland] väntar.", QuantifierKind.Unquantified, null)]
    public void A_mark_is_tied_to_the_words_of_number_it_stands_behind(
        string sentence,
        QuantifierKind kind,
        int? count
    ) =>
        Assert.Equal(
            new Claim(new Quantifier(kind, count), ClaimRole.Members, Sample.Set(Few)),
            Assert.Single(Read(sentence)).Claim
        );

    [Theory]
    [InlineData("Alla utom två[Dalarna, Halland] har råd.", 2)]
    [InlineData("Samtliga regioner utom två[Dalarna, Halland] har råd.", 2)]
    [InlineData("Samtliga utom två regioner har råd.[Dalarna, Halland]", 2)]
    public void The_note_of_all_but_some_lists_the_exceptions(string sentence, int count) =>
        Assert.Equal(
            new Claim(
                new Quantifier(QuantifierKind.AllButN, count),
                ClaimRole.Exceptions,
                RegionSet.All - Sample.Set(Few)
            ),
            Assert.Single(Read(sentence)).Claim
        );

    [Fact]
    public void Respektive_hands_a_number_on_to_the_second_note()
    {
        var claims = Read("Två regioner[Dalarna, Halland] har råd respektive forum[Kalmar, Skåne] för vatten.");
        Assert.Equal(
            [(2, Sample.Set(Few)), (2, Sample.Set("Kalmar, Skåne"))],
            claims.Select(read => (read.Claim.Quantifier.Count ?? 0, read.Claim.Regions))
        );
    }

    [Fact]
    public void Without_it_a_second_note_stands_for_itself()
    {
        var claims = Read("Två regioner[Dalarna, Halland] har råd och samarbetar om dem[Kalmar, Skåne].");
        Assert.Equal(
            [QuantifierKind.Exact, QuantifierKind.Unquantified],
            claims.Select(read => read.Claim.Quantifier.Kind)
        );
    }

    [Fact]
    public void Words_of_number_that_no_note_stands_behind_are_shared_by_all_that_follow()
    {
        var claims = Read("Flera regioner har råd för vatten[Dalarna, Halland], luft[Kalmar] och mark[Skåne].");
        Assert.All(claims, read => Assert.Equal(QuantifierKind.Several, read.Claim.Quantifier.Kind));
        Assert.Equal([0, 1, 2], claims.Select(read => read.Note));
    }

    [Fact]
    public void Each_number_has_its_own_note()
    {
        var claims = Read(
            "En region[Kalmar] har råd, två regioner[Dalarna, Halland] planerar dem och ingen har lagt ned."
        );
        Assert.Equal([1, 2], claims.Where(read => read.Note is not null).Select(read => read.Claim.Quantifier.Count));
    }

    [Theory]
    [InlineData("Sju regioner har råd.", QuantifierKind.Exact, 7, "")]
    [InlineData("Alla uppger att de har råd.", QuantifierKind.All, null, "all")]
    [InlineData("Samtliga regioner har råd.", QuantifierKind.All, null, "all")]
    [InlineData("Drygt hälften redovisar råd.", QuantifierKind.Majority, null, "")]
    [InlineData("Ingen region har råd.", QuantifierKind.None, null, "")]
    public void A_claim_without_a_note_names_regions_only_if_it_names_all(
        string sentence,
        QuantifierKind kind,
        int? count,
        string regions
    )
    {
        var read = Assert.Single(Read(sentence));
        Assert.Null(read.Note);
        Assert.Equal(
            new Claim(
                new Quantifier(kind, count),
                ClaimRole.Members,
                regions == "all" ? RegionSet.All : Sample.Set(regions)
            ),
            read.Claim
        );
    }

    [Fact]
    public void Exceptions_named_in_the_sentence_need_no_note() =>
        Assert.Equal(
            new Claim(new Quantifier(QuantifierKind.AllButN, 2), ClaimRole.Exceptions, RegionSet.All - Sample.Set(Few)),
            Assert.Single(Read("Alla regioner utom Dalarna och Halland har råd.")).Claim
        );

    [Theory]
    [InlineData("Alla insatser följs upp.")]
    [InlineData("Regionerna samarbetar med andra regioner.")]
    [InlineData("I flera fall finns råd.")]
    [InlineData("Flera myndigheter deltar.")]
    public void A_sentence_that_counts_no_regions_makes_no_claim(string sentence) => Assert.Empty(Read(sentence));

    [Theory]
    [InlineData("Två länsstyrelser[Dalarna, Halland] deltar.")]
    [InlineData("Två av dem[Länsstyrelsen Dalarna, Länsstyrelsen Halland] deltar.")]
    public void A_claim_may_count_county_administrative_boards(string sentence) =>
        Assert.Equal(
            new Claim(
                new Quantifier(QuantifierKind.Exact, 2),
                ClaimRole.Members,
                Sample.Set(Few),
                ClaimSubject.Agencies
            ),
            Assert.Single(Read(sentence)).Claim
        );

    private static List<ClaimReader.Read> Read(string sentence)
    {
        var text = "";
        var marks = new List<Range>();
        var notes = new List<ClaimReader.MarkedNote>();
        foreach (var piece in sentence.Split('['))
        {
            if (piece.Split(']') is [var list, var rest])
            {
                var items = RegionList.From(list).Items;
                var kind = items.All(item => item.IsAgency) ? FootnoteKind.Agencies : FootnoteKind.Regions;
                notes.Add(new(new Footnote(notes.Count + 1, kind, list, RegionList.From(list).Regions), text.Length));
                marks.Add(text.Length..(text.Length + 1));
                text += $"{notes.Count}{rest}";
            }
            else
            {
                text += piece;
            }
        }

        return ClaimReader.From(text, Words.In(text, 0, text.Length, marks), notes, RegionSet.All);
    }
}
