using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Samla.Common;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Samla.Analyse.Documents;

/// <summary>
/// Reads the text of a PDF in reading order. The file may be the work of somebody who wishes us ill: what it unpacks to, how
/// many pages it has and how long it takes are bounded.
/// </summary>
internal sealed partial class PdfReader(TimeProvider clock)
{
    private const int MaxPages = 1_000;

    private const string Scanned =
        "Filen innehåller bilder av sidor men ingen text. Kör den genom textigenkänning (OCR) i det program du skannar med, och välj den igen.";

    private const string Bomb =
        "PDF-filen packar upp till mer än vad som tas emot. Spara den på nytt ur det program den kommer från.";

    private const string Broken =
        "PDF-filen är skadad och kan inte läsas. Öppna den, spara den på nytt och välj den igen.";

    /// <summary>A thousand ordinary pages take half of it.</summary>
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(90);

    public ReadDocumentFile.Outcome Read(ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        var filters = new BoundedFilters();
        try
        {
            using var pdf = PdfDocument.Open(
                file.ToArray(),
                new ParsingOptions
                {
                    UseLenientParsing = true,
                    SkipMissingFonts = true,
                    FilterProvider = filters,
                }
            );
            if (pdf.NumberOfPages > MaxPages)
            {
                return new ReadDocumentFile.Outcome.Refused(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Filen har {pdf.NumberOfPages} sidor; högst {MaxPages} tas emot. Dela upp den."
                    )
                );
            }

            // The library may read on past what was not unpacked, and what is then missing is not known.
            var outcome = Read(pdf, cancellation);
            return filters.IsTooMuch ? new ReadDocumentFile.Outcome.Refused(Bomb) : outcome;
        }
        catch (PdfDocumentEncryptedException)
        {
            return new ReadDocumentFile.Outcome.Refused(
                "PDF-filen är skyddad med lösenord. Spara den utan skydd och välj den igen."
            );
        }
        // The library throws whatever the broken place makes it stumble on.
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            return new ReadDocumentFile.Outcome.Refused(filters.IsTooMuch ? Bomb : Broken);
        }
    }

    private ReadDocumentFile.Outcome Read(PdfDocument pdf, CancellationToken cancellation)
    {
        var begun = clock.GetTimestamp();
        var pages = new List<PdfPage>();
        foreach (var page in pdf.GetPages())
        {
            cancellation.ThrowIfCancellationRequested();
            if (clock.GetElapsedTime(begun) > MaxTime)
            {
                return new ReadDocumentFile.Outcome.Refused(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Filen tar för lång tid att läsa: {pages.Count} av {pdf.NumberOfPages} sidor hanns med. Dela upp den."
                    )
                );
            }

            pages.Add(PdfPage.Read(page));
        }

        var running = RunningLines.Of(pages);
        var text = PageText.Join(
            DocumentText.Pdf,
            pages.Select(page =>
                (IReadOnlyList<string>)
                    [
                        .. page
                            .Blocks.Select(block => block.Where(line => !running.Contains(page, line)))
                            .Select(lines => SafeText.Of(PageText.JoinLines(lines.Select(line => Whole(line.Text))))),
                    ]
            )
        );
        return text.Text.Length == 0 && pages.Exists(page => page.HasPictures)
            ? new ReadDocumentFile.Outcome.Refused(Scanned)
            : new ReadDocumentFile.Outcome.Read(text);
    }

    /// <summary>
    /// A line as it would be written: two letters that a typeface draws as one sign are two, the dots that lead to a page
    /// number are three, and nothing stands between a word and its full stop where a note's mark did.
    /// </summary>
    private static string Whole(string line)
    {
        const char First = '\uFB00';
        const char Last = '\uFB06';
        if (line.AsSpan().ContainsAnyInRange(First, Last))
        {
            line = string.Concat(
                line.Select(sign =>
                    sign is >= First and <= Last ? sign.ToString().Normalize(NormalizationForm.FormKC) : sign.ToString()
                )
            );
        }

        return LoneStops().Replace(Leaders().Replace(line, " … "), "");
    }

    [GeneratedRegex(@"\s*(\.\s?){5,}\s*", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Leaders();

    [GeneratedRegex(@"(?<=\p{L})\s+(?=[.,;:](\s|$))", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex LoneStops();
}
