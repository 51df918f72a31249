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

    /// <summary>Every claim of a chapter in its sentence, in reading order; the rows of tables last, so that who takes one takes a sentence where there is one.</summary>
    public static IEnumerable<(ClaimSentence Sentence, string Heading)> In(ReportChapter chapter) =>
        from sentence in ReportSentence.In(chapter).OrderBy(sentence => sentence.IsRow)
        from one in sentence.Claims
        select (
            new ClaimSentence(
                sentence.Text[..one.Start],
                one.Claim,
                sentence.Text[(one.Start + one.Claim.Words.Length)..]
            ),
            sentence.Heading
        );
}
