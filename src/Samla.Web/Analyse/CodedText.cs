using System.Text.RegularExpressions;
using Samla.Domain.Analyse;

namespace Samla.Web.Analyse;

/// <summary>A coded passage as the coding page numbers, names and colours it.</summary>
/// <param name="Number">Its place in the text, from 1.</param>
/// <param name="Coding">The coding.</param>
/// <param name="Code">Its code; null where the codebook has lost it.</param>
/// <param name="Paragraph">The paragraph it begins in, from 1.</param>
/// <param name="Colour">The class of one of six colours, which are used again and again.</param>
public sealed record Passage(int Number, Coding Coding, Code? Code, int Paragraph, string Colour)
{
    public string Name => Code?.Label ?? Coding.CodeId.Value;

    /// <summary>The id of its first words on the page.</summary>
    public string Anchor => $"s{Number}";
}

/// <summary>Words that stand under the same passages.</summary>
/// <param name="Text">As they are.</param>
/// <param name="Passages">The shortest first: the one that is nearest to the words gives them their colour.</param>
/// <param name="Begins">Those of them that begin here, or go on here from the paragraph before.</param>
public sealed record Segment(string Text, IReadOnlyList<Passage> Passages, IReadOnlyList<Passage> Begins);

/// <summary>A paragraph of a source.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Start">UTF-16 offset in the source's text.</param>
/// <param name="Segments">All its words in order.</param>
/// <param name="Passages">Those that touch it, in the order of the text.</param>
public sealed record CodedParagraph(
    int Number,
    int Start,
    IReadOnlyList<Segment> Segments,
    IReadOnlyList<Passage> Passages
);

/// <summary>A source's text in paragraphs, cut wherever a coded passage begins or ends.</summary>
public sealed partial class CodedText
{
    private const int Colours = 6;

    private CodedText(IReadOnlyList<CodedParagraph> paragraphs, IReadOnlyList<Passage> passages)
    {
        Paragraphs = paragraphs;
        Passages = passages;
    }

    public IReadOnlyList<CodedParagraph> Paragraphs { get; }

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<Passage> Passages { get; }

    /// <param name="text">The source's text.</param>
    /// <param name="codings">In the order of the text.</param>
    /// <param name="codes">The codes of the requirement, in the codebook's order: a code's place gives its colour.</param>
    public static CodedText Of(string text, IReadOnlyList<Coding> codings, IReadOnlyList<Code> codes)
    {
        var paragraphs = Split(text).ToList();
        var leaves = codes.Where(code => code.Kind == CodeKind.Leaf).ToList();
        List<Passage> passages =
        [
            .. codings.Select(
                (coding, index) =>
                    new Passage(
                        index + 1,
                        coding,
                        leaves.Find(code => code.Id == coding.CodeId),
                        1 + Math.Max(0, paragraphs.FindLastIndex(p => p.Start <= coding.Start)),
                        ColourOf(leaves.FindIndex(code => code.Id == coding.CodeId))
                    )
            ),
        ];
        return new CodedText([.. paragraphs.Select((p, index) => Cut(text, p, index + 1, passages))], passages);
    }

    /// <summary>The class of a code's colour by its place in the codebook.</summary>
    public static string ColourOf(int place) => $"k{(Math.Max(place, 0) % Colours) + 1}";

    private static CodedParagraph Cut(string text, (int Start, int End) place, int number, List<Passage> all)
    {
        List<Passage> here =
        [
            .. all.Where(passage => passage.Coding.Start < place.End && passage.Coding.End > place.Start),
        ];
        List<int> cuts =
        [
            .. here.SelectMany(passage => new[] { passage.Coding.Start, passage.Coding.End })
                .Where(at => at > place.Start && at < place.End)
                .Append(place.Start)
                .Append(place.End)
                .Distinct()
                .Order(),
        ];
        return new CodedParagraph(
            number,
            place.Start,
            [
                .. cuts.Zip(
                    cuts.Skip(1),
                    (start, end) =>
                        new Segment(
                            text[start..end],
                            [
                                .. here.Where(p => p.Coding.Start < end && p.Coding.End > start)
                                    .OrderBy(p => p.Coding.Length),
                            ],
                            [.. here.Where(p => Math.Max(p.Coding.Start, place.Start) == start)]
                        )
                ),
            ],
            here
        );
    }

    private static IEnumerable<(int Start, int End)> Split(string text)
    {
        var start = 0;
        foreach (Match gap in BlankLines().Matches(text))
        {
            if (gap.Index > start)
            {
                yield return (start, gap.Index);
            }

            start = gap.Index + gap.Length;
        }

        if (start < text.Length)
        {
            yield return (start, text.Length);
        }
    }

    [GeneratedRegex(@"\n[^\S\n]*\n\s*", RegexOptions.None, 1_000)]
    private static partial Regex BlankLines();
}
