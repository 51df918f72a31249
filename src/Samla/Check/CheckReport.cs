using Samla.Check.Reading;
using Samla.Common;
using Samla.Domain.Check;
using Samla.Domain.Check.Understanding;

namespace Samla.Check;

/// <summary>Checks a published report: reads the file, understands it and judges it by every rule. Nothing is kept.</summary>
public sealed class CheckReport
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    private static readonly string[] Formats = [".txt", ".text", ".md", ".markdown", ""];

    /// <summary>Checks a file.</summary>
    /// <param name="name">File name; its extension tells the format (.txt, .md).</param>
    /// <param name="content">The file's bytes.</param>
    /// <param name="cancellation">Stops between the steps.</param>
    public Outcome Run(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        if (content.Length > MaxBytes)
        {
            return TooLarge(content.Length);
        }

        var extension = Path.GetExtension(name).ToLowerInvariant();
        var result = TextDecoder.Decode(content.Span);
        if (result is not TextDecoder.Result.Decoded decoded)
        {
            return new Outcome.Unreadable(((TextDecoder.Result.NotText)result).Message);
        }

        if (!Formats.Contains(extension))
        {
            return new Outcome.Unreadable(
                $"Filtypen {extension} kan inte läsas ännu. Granskaren läser text (.txt) och Markdown (.md)."
            );
        }

        if (Language.IsForeign(decoded.Text))
        {
            return new Outcome.Unreadable(
                "Texten är inte på svenska. Granskaren förstår bara svenska; välj den svenska utgåvan av rapporten."
            );
        }

        cancellation.ThrowIfCancellationRequested();
        var text = ReportTextReader.Read(name, decoded.Text, decoded.Encoding);
        cancellation.ThrowIfCancellationRequested();
        var report = ReportUnderstanding.Of(text);
        cancellation.ThrowIfCancellationRequested();
        return new Outcome.Checked(report, ReportRules.Judge(report));
    }

    /// <summary>What is said of a file that is larger than <see cref="MaxBytes"/>.</summary>
    public static Outcome.Unreadable TooLarge(long bytes) =>
        new(
            $"Filen är {bytes / 1024 / 1024} MB. Granskaren tar emot högst {MaxBytes / 1024 / 1024} MB. Spara rapporten som ren text eller dela upp den."
        );

    public abstract record Outcome
    {
        private Outcome() { }

        /// <summary>The report was read and judged.</summary>
        /// <param name="Report">What was understood.</param>
        /// <param name="Findings">In the order of the text.</param>
        public sealed record Checked(PublishedReport Report, IReadOnlyList<Finding> Findings) : Outcome;

        /// <summary>The file could not be read.</summary>
        /// <param name="Message">What is wrong and what to do, in Swedish.</param>
        public sealed record Unreadable(string Message) : Outcome;
    }
}
