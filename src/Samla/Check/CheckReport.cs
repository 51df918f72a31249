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

    private const string Word = ".docx";
    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;
    private static readonly string[] Texts = [".txt", ".text", ".md", ".markdown", ""];

    /// <summary>Checks a file.</summary>
    /// <param name="name">File name; its extension tells the format (.txt, .md). A Word file is known by its content, whatever it is called.</param>
    /// <param name="content">The file's bytes.</param>
    /// <param name="cancellation">Stops between the steps.</param>
    public Outcome Run(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        if (content.Length > MaxBytes)
        {
            return TooLarge(content.Length);
        }

        var (text, trouble) = Read(name, content, cancellation);
        if (text is null)
        {
            return new Outcome.Unreadable(trouble!);
        }

        cancellation.ThrowIfCancellationRequested();
        var report = ReportUnderstanding.Of(text);
        cancellation.ThrowIfCancellationRequested();
        return new Outcome.Checked(report, ReportRules.Judge(report));
    }

    private static (PublishedText? Text, string? Trouble) Read(
        string name,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellation
    )
    {
        var extension = Path.GetExtension(name).ToLowerInvariant();
        if (extension == Word || content.Span.StartsWith(Zip))
        {
            var (word, trouble) = WordReport.Read(name, content);
            return word is null ? (null, trouble)
                : Language.IsForeign(string.Join('\n', word.Text.Blocks.Select(block => block.Text))) ? (null, Foreign)
                : (word.Text, null);
        }

        if (TextDecoder.Decode(content.Span) is var result && result is not TextDecoder.Result.Decoded decoded)
        {
            return (null, ((TextDecoder.Result.NotText)result).Message);
        }

        if (!Texts.Contains(extension))
        {
            return (
                null,
                $"Filtypen {extension} kan inte läsas ännu. Granskaren läser Word (.docx), text (.txt) och Markdown (.md)."
            );
        }

        cancellation.ThrowIfCancellationRequested();
        return Language.IsForeign(decoded.Text)
            ? (null, Foreign)
            : (ReportTextReader.Read(name, decoded.Text, decoded.Encoding), null);
    }

    private const string Foreign =
        "Texten är inte på svenska. Granskaren förstår bara svenska; välj den svenska utgåvan av rapporten.";

    /// <summary>What is said of a file that is larger than <see cref="MaxBytes"/>.</summary>
    public static Outcome.Unreadable TooLarge(long bytes) =>
        new(
            $"Filen är {bytes / 1024 / 1024} MB. Granskaren tar emot högst {MaxBytes / 1024 / 1024} MB. Spara den utan bilder eller som ren text, eller dela upp den."
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
