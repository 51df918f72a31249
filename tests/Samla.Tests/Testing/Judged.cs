using System.Globalization;
using Samla.Check.Reading;
using Samla.Domain.Check;
using Samla.Domain.Check.Understanding;

namespace Samla.Tests.Testing;

/// <summary>A finding as a reader meets it: with the words that are marked in the text instead of their offsets.</summary>
internal sealed record Judged(
    string Rule,
    Severity Severity,
    int? Footnote,
    IReadOnlyList<int> Related,
    string Message,
    IReadOnlyList<string> Marked,
    string? Suggestion
)
{
    /// <summary>What one rule finds in a text that is read and understood as a file would be.</summary>
    /// <param name="text">Markdown or plain text.</param>
    /// <param name="notes">Notes to set below the text as Markdown has them, numbered from 1.</param>
    public static IReadOnlyList<Judged> By<TRule>(string text, params ReadOnlySpan<string> notes)
        where TRule : IRule, new()
    {
        var report = Understood(WithNotes(text, notes));
        return [.. new TRule().Judge(report).Select(finding => Of(report, finding))];
    }

    /// <summary>The message has these words in this order; what stands between them may be worded anew.</summary>
    public void Says(params ReadOnlySpan<string> words)
    {
        var at = 0;
        foreach (var word in words)
        {
            var next = Message.IndexOf(word, at, StringComparison.Ordinal);
            Assert.True(next >= 0, $"”{word}” is not in ”{Message}”, or not in its place.");
            at = next + word.Length;
        }
    }

    /// <summary>What all rules find, in the order of the text.</summary>
    public static IReadOnlyList<Judged> ByAll(string text)
    {
        var report = Understood(text);
        return [.. ReportRules.Judge(report).Select(finding => Of(report, finding))];
    }

    private static PublishedReport Understood(string text) =>
        ReportUnderstanding.Of(ReportTextReader.Read("rapport.md", text, "utf-8"));

    private static string WithNotes(string text, ReadOnlySpan<string> notes)
    {
        foreach (var (index, note) in notes.ToArray().Index())
        {
            text += string.Create(CultureInfo.InvariantCulture, $"\n\n[^{index + 1}]: {note}");
        }

        return text;
    }

    private static Judged Of(PublishedReport report, Finding finding) =>
        new(
            finding.Rule,
            finding.Severity,
            finding.Footnote,
            finding.RelatedFootnotes,
            finding.Message,
            [.. finding.Places.Select(report.TextOf)],
            finding.Suggestion
        );
}
