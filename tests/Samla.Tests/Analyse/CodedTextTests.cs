using CsCheck;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Web.Analyse;

namespace Samla.Tests.Analyse;

public sealed class CodedTextTests
{
    private const string Text =
        "Vi gör mycket.\n\nVatten är viktigt. Skog också.\nPå samma rad.\n \nSist kommer energi.";

    [Fact]
    public void A_text_without_codings_is_its_paragraphs()
    {
        var coded = CodedText.Of(Text, [], []);

        Assert.Equal(
            ["Vi gör mycket.", "Vatten är viktigt. Skog också.\nPå samma rad.", "Sist kommer energi."],
            coded.Paragraphs.Select(Words)
        );
    }

    [Fact]
    public void Where_passages_overlap_the_words_know_them_all_and_the_shorter_is_nearest()
    {
        var coded = CodedText.Of(Text, [Coding("vatten", 16, 18), Coding("skog", 23, 25)], []);

        var overlap = Assert.Single(coded.Paragraphs[1].Segments, segment => segment.Passages.Count == 2);
        Assert.Equal("är viktigt.", overlap.Text);
        Assert.Equal("vatten", overlap.Passages[0].Name);
    }

    [Fact]
    public void However_it_is_cut_no_word_is_lost_or_doubled() =>
        Gen.Select(Gen.Int[0, Text.Length - 1], Gen.Int[1, Text.Length])
            .Where(place => place.Item1 + place.Item2 <= Text.Length)
            .Array[0, 6]
            .Sample(places =>
            {
                var codings = places.Select((place, at) => Coding($"k{at}", place.Item1, place.Item2)).ToList();
                var coded = CodedText.Of(Text, codings, []);
                Assert.All(coded.Paragraphs, p => Assert.Equal(Text.Substring(p.Start, Words(p).Length), Words(p)));
                Assert.Equal(CodedText.Of(Text, [], []).Paragraphs.Select(Words), coded.Paragraphs.Select(Words));
                Assert.All(coded.Passages, passage => Assert.Equal(Shown(passage.Coding), WordsOf(coded, passage)));
            });

    private static string Words(CodedParagraph paragraph) =>
        string.Concat(paragraph.Segments.Select(segment => segment.Text));

    private static string WordsOf(CodedText coded, Passage passage) =>
        string.Concat(
            from paragraph in coded.Paragraphs
            from segment in paragraph.Segments
            where segment.Passages.Contains(passage)
            select segment.Text
        );

    /// <summary>The words of a passage without the blank lines between paragraphs.</summary>
    private static string Shown(Coding coding) =>
        string.Concat(
            from paragraph in CodedText.Of(Text, [], []).Paragraphs
            let start = Math.Max(coding.Start, paragraph.Start)
            let end = Math.Min(coding.End, paragraph.Start + Words(paragraph).Length)
            where end > start
            select Text[start..end]
        );

    private static Coding Coding(string code, int start, int length) =>
        new()
        {
            Id = new Id<Coding>(Guid.Empty),
            RoundId = Key<Round>.Parse("2023", null),
            CodeId = Key<Code>.Parse(code, null),
            SourceId = new Id<Source>(Guid.Empty),
            Start = start,
            Length = length,
            Quote = Text.Substring(start, length),
            Coder = "prov",
            CodedAt = default,
        };
}
