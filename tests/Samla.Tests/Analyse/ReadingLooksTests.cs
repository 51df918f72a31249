using CsCheck;
using Samla.Common;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Reference;
using Samla.Web.Analyse;

namespace Samla.Tests.Analyse;

/// <summary>How texts are folded and compared, and which groups of regions there are to choose.</summary>
public sealed class ReadingLooksTests
{
    private static readonly string[] Pieces =
    [
        "Kort.",
        "Vi arbetar vidare med det som vi började med för två år sedan, och det går bra. ",
        "\n\n",
        "\n",
        "ord ",
        new('x', 900),
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1]
        .Array[0, 60]
        .Select(places => string.Concat(places.Select(at => Pieces[at])));

    [Fact]
    public void A_short_text_is_not_folded_and_a_long_one_after_a_paragraph()
    {
        var paragraph = string.Concat(Enumerable.Repeat("Vi gör mycket. ", 20)).Trim();
        var text = string.Join("\n\n", Enumerable.Repeat(paragraph, 12));

        var folded = FoldedText.Of(CodedText.Of(text, [], []), text);

        Assert.Equal((4, 8), (folded.Open.Count, folded.Folded.Count));
        Assert.Empty(FoldedText.Of(CodedText.Of(paragraph, [], []), paragraph).Folded);
    }

    [Fact]
    public void However_a_text_is_folded_no_word_and_no_code_is_lost() =>
        Gen.Select(Texts, Gen.Int[0, 3_000], Gen.Int[1, 600])
            .Where(one => one.Item2 + one.Item3 <= one.Item1.Length)
            .Sample(
                (text, start, length) =>
                {
                    var coded = CodedText.Of(text, [Coding(text, start, length)], []);
                    var folded = FoldedText.Of(coded, text);
                    Assert.Equal(Words(coded.Paragraphs), Words(folded.Open) + Words(folded.Folded));
                    Assert.Equal(Marked(coded.Paragraphs), Marked(folded.Open) + Marked(folded.Folded));
                    Assert.All(
                        folded.Open.Concat(folded.Folded),
                        part => Assert.Equal(text.Substring(part.Start, Words([part]).Length), Words([part]))
                    );
                }
            );

    [Fact]
    public void What_differs_is_found_in_both_versions()
    {
        const string Before = "Vi möts varje år. Vi följer upp.";
        const string Now = "Vi möts varje kvartal. Vi följer upp noga.";

        var parts = VersionParts.Between(Before, Now);

        Assert.Equal(["år"], parts.Removed.Select(range => Before[range]));
        Assert.Equal("kvartal noga", string.Join(' ', parts.Added.Select(range => Now[range].Trim())));
        Assert.Equal(
            [("Vi möts varje ", false), ("kvartal", true), (". Vi", false)],
            VersionParts.Cut(Now[..25], 0, parts.Added)
        );
        Assert.Equal([("kvar", true)], VersionParts.Cut("kvar", 14, parts.Added));
    }

    [Fact]
    public void Texts_are_nearly_the_same_where_enough_of_the_words_stand_in_the_same_order() =>
        Gen.Select(Texts, Texts, Gen.Int[1, 100])
            .Sample(
                (before, now, percent) =>
                    Assert.Equal(
                        now.Length > 0 && TextDifference.PercentKept(before, now) >= percent,
                        TextDifference.KeepsAtLeast(percent, before, now)
                    )
            );

    [Fact]
    public void The_groups_are_the_eight_areas_and_the_collaborations_that_are_none_of_them()
    {
        var groups = RegionGroups.Of(Registers.Read(DataFolder.Registers));

        Assert.Equal(8, groups.Areas.Count());
        Assert.Equal(21, groups.Areas.Sum(area => area.Members.Count));
        Assert.Equal(["13", "14"], groups.Find("se23")!.Members.Select(code => code.ToString()));
        Assert.Equal(6, groups.Find("regionsamverkan-sydsverige")!.Members.Count);
        Assert.DoesNotContain(groups.Collaborations, one => one.Name.Contains("Reglab", StringComparison.Ordinal));
        Assert.DoesNotContain(groups.Collaborations, one => groups.Areas.Any(area => area.Members == one.Members));
        Assert.Null(groups.Find("finns-inte"));
    }

    private static string Words(IEnumerable<CodedParagraph> paragraphs) =>
        string.Concat(paragraphs.SelectMany(paragraph => paragraph.Segments).Select(segment => segment.Text));

    private static string Marked(IEnumerable<CodedParagraph> paragraphs) =>
        string.Concat(
            paragraphs
                .SelectMany(paragraph => paragraph.Segments)
                .Where(segment => segment.Passages.Count > 0)
                .Select(segment => segment.Text)
        );

    private static Coding Coding(string text, int start, int length) =>
        new()
        {
            Id = new Id<Coding>(Guid.Empty),
            RoundId = Key<Round>.Parse("2023", null),
            CodeId = Key<Code>.Parse("vatten", null),
            SourceId = new Id<Source>(Guid.Empty),
            Start = start,
            Length = length,
            Quote = text.Substring(start, length),
            Coder = "test",
            CodedAt = DateTimeOffset.UnixEpoch,
        };
}
