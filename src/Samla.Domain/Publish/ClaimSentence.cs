using Samla.Domain.Compile;

namespace Samla.Domain.Publish;

/// <summary>A claim in the sentence it stands in, so that it can be shown outside its paragraph.</summary>
/// <param name="Before">The sentence's words before the claim; often empty.</param>
/// <param name="Claim">The claim; its words stand between.</param>
/// <param name="After">The sentence's words after the claim.</param>
public sealed record ClaimSentence(string Before, ReportClaim Claim, string After)
{
    /// <summary>The whole sentence.</summary>
    public string Text => Before + Claim.Words + After;

    /// <summary>Every claim of a chapter in its sentence, in reading order.</summary>
    public static IEnumerable<(ClaimSentence Sentence, string Heading)> In(ReportChapter chapter)
    {
        var heading = $"{chapter.Number}";
        foreach (var block in chapter.Blocks)
        {
            if (block is ReportBlock.Heading(_, var number, _))
            {
                heading = number;
            }

            foreach (var sentence in In(block))
            {
                yield return (sentence, heading);
            }
        }
    }

    private static IEnumerable<ClaimSentence> In(ReportBlock block) =>
        block switch
        {
            ReportBlock.Paragraph(var words) => In(words),
            ReportBlock.Bullets(var items) => items.SelectMany(In),
            _ => [],
        };

    private static IEnumerable<ClaimSentence> In(IReadOnlyList<ReportInline> words)
    {
        var text = string.Concat(words.Select(TextOf));
        var at = 0;
        foreach (var inline in words)
        {
            var end = at + TextOf(inline).Length;
            if (inline is ReportInline.Counted(var claim))
            {
                yield return new ClaimSentence(
                    text[BeginOfSentence(text, at)..at],
                    claim,
                    text[end..EndOfSentence(text, end)]
                );
            }

            at = end;
        }
    }

    private static string TextOf(ReportInline inline) =>
        inline switch
        {
            ReportInline.Words(var text, _, _) => text,
            ReportInline.Counted(var claim) => claim.Words,
            _ => "",
        };

    private static int BeginOfSentence(string text, int at)
    {
        for (var i = at; i > 1; i--)
        {
            if (Ends(text, i - 2) && Begins(text, i))
            {
                return i;
            }
        }

        return 0;
    }

    private static int EndOfSentence(string text, int at)
    {
        for (var i = at; i < text.Length; i++)
        {
            if (Ends(text, i) && Begins(text, i + 2))
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    // A number of more than twelve begins a sentence in figures.
    private static bool Begins(string text, int at) =>
        at >= text.Length || char.IsUpper(text[at]) || char.IsDigit(text[at]);

    // A full stop inside "bl.a." or before a small letter ends nothing.
    private static bool Ends(string text, int at) =>
        text[at] is '.' or '!' or '?' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]));
}
