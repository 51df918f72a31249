using System.Globalization;
using Samla.Collect.Word;
using Samla.Common;
using Samla.Domain.Collect;

namespace Samla.Analyse.Documents;

/// <summary>Reads the text of a PDF, a Word file or a text file. Nothing in it is run, and a file that cannot be read is refused as a whole.</summary>
public sealed class ReadDocumentFile(TimeProvider clock)
{
    /// <summary>The largest file that is read.</summary>
    public const int MaxBytes = 50 * 1024 * 1024;

    /// <summary>The longest text that is kept: as much as a thousand dense pages.</summary>
    public const int MaxCharacters = 8_000_000;

    /// <summary>What is said of a larger file.</summary>
    public static Outcome.Refused TooLarge { get; } =
        new($"Filen är större än {MaxBytes / 1024 / 1024} MB. Spara den med mindre bilder, eller dela upp den.");

    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0];

    public Outcome Run(ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        if (file.Length > MaxBytes)
        {
            return TooLarge;
        }

        var outcome = file.Span switch
        {
            _ when IsPdf(file.Span) => new PdfReader(clock).Read(file, cancellation),
            _ when file.Span.StartsWith("PK\u0003\u0004"u8) => ReadWord(file),
            _ when file.Span.StartsWith(OldOffice) => new Outcome.Refused(
                "Filen är ett äldre Office-dokument. Spara den som Word-dokument (.docx) eller PDF och välj den igen."
            ),
            _ => ReadPlain(file.Span),
        };
        return outcome switch
        {
            Outcome.Read({ Text.Length: > MaxCharacters } text) => new Outcome.Refused(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Texten är {text.Text.Length / 1_000_000} miljoner tecken; högst {MaxCharacters / 1_000_000} miljoner tas emot. Dela upp filen."
                )
            ),
            Outcome.Read({ Text: "" }) => new Outcome.Refused("Filen innehåller ingen text. Välj en annan fil."),
            _ => outcome,
        };
    }

    // Some programs write a few bytes of their own before it.
    private static bool IsPdf(ReadOnlySpan<byte> file) => file[..Math.Min(file.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    private static Outcome ReadWord(ReadOnlyMemory<byte> file)
    {
        var (parts, trouble) = WordParts.Read(file);
        return parts is null
            ? new Outcome.Refused(trouble!)
            : new Outcome.Read(new DocumentText(DocumentText.Word, DocxText(parts), [], []));
    }

    private static string DocxText(WordParts parts)
    {
        var blocks = new WordBlocks(parts);
        var paragraphs = blocks
            .Read()
            .Select(block =>
                block switch
                {
                    WordBlock.Text text => text.Written,
                    WordBlock.Table table => string.Join('\n', table.Rows.Select(Row)),
                    _ => throw new System.Diagnostics.UnreachableException(),
                }
            )
            // The notes come last, as they would on the last page.
            .Concat(blocks.Notes().Select(note => note.Words))
            .Select(paragraph => Source.Normalised(SafeText.Of(paragraph)))
            .Where(paragraph => paragraph.Length > 0);
        return string.Join("\n\n", paragraphs);
    }

    private static string Row(IReadOnlyList<string> cells) =>
        string.Join(" | ", cells.Select(cell => cell.Replace('\n', ' ').Trim()));

    private static Outcome ReadPlain(ReadOnlySpan<byte> file)
    {
        if (TextDecoder.Decode(file) is not TextDecoder.Result.Decoded(var decoded, _))
        {
            return new Outcome.Refused(
                file.Trim((byte)' ').IsEmpty
                    ? "Filen är tom. Välj en annan fil."
                    : "Filen är varken PDF, Word eller text, eller så är den skadad. Spara den som PDF eller Word-dokument (.docx) och välj den igen."
            );
        }

        // A form feed ends a page.
        List<string> pages = [.. decoded.Split('\f').Select(page => Source.Normalised(SafeText.Of(page)))];
        return new Outcome.Read(
            pages.Count == 1
                ? new DocumentText(DocumentText.Plain, pages[0], [], [])
                : PageText.Join(DocumentText.Plain, pages.Select(page => page.Split("\n\n")))
        );
    }

    /// <summary>What became of the file.</summary>
    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Read(DocumentText Document) : Outcome;

        /// <param name="Message">What is wrong and what to do, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
