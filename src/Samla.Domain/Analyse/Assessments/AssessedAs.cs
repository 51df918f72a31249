using System.Globalization;

namespace Samla.Domain.Analyse;

/// <summary>What a code stands for that is counted from assessments: those whose documents reach a step on a question.</summary>
/// <param name="Form">The form.</param>
/// <param name="Question">A question of it on the scale.</param>
/// <param name="AtLeast">The lowest step that counts.</param>
public sealed record AssessedAs(Key<AssessmentForm> Form, Key<AssessmentQuestion> Question, int AtLeast) : CountedFrom
{
    private const string Prefix = "bedomning:";

    /// <inheritdoc/>
    public override string Tag => "ur bedömningar";

    /// <inheritdoc/>
    public override string UnknownWords(int count) => count == 1 ? "är inte bedömd" : "är inte bedömda";

    /// <summary>As it is kept and sent: "bedomning:bedomningsmall-rus/a1/2".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Form}/{Question}/{AtLeast}");

    internal static AssessedAs? ReadAssessed(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal)
        && text[Prefix.Length..].Split('/') is [var form, var question, var level]
        && Key<AssessmentForm>.TryParse(form, null, out var ofForm)
        && Key<AssessmentQuestion>.TryParse(question, null, out var ofQuestion)
        && int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var atLeast)
            ? new AssessedAs(ofForm, ofQuestion, atLeast)
            : null;
}
