using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Samla.Check.Reading;
using Samla.Collect.Word;
using Samla.Common;
using Samla.Domain;
using Samla.Domain.Check;

namespace Samla.Check;

/// <summary>
/// Writes a checked report as a Word file with a comment at each finding. Of a Word file it is the same file with comments; a text
/// becomes a Word file first.
/// </summary>
public sealed class AnnotateReport(TimeProvider clock)
{
    /// <summary>More comments than this serve nobody, and make Word slow; the last one tells how many findings there are.</summary>
    public const int MaxComments = 3_000;

    /// <param name="content">The file that was checked.</param>
    /// <param name="report">What was understood of it.</param>
    /// <param name="findings">What becomes comments.</param>
    /// <param name="cancellation">Stops between the steps.</param>
    public Outcome Run(
        ReadOnlyMemory<byte> content,
        PublishedReport report,
        IReadOnlyList<Finding> findings,
        CancellationToken cancellation
    )
    {
        using var file = new MemoryStream();
        if ((report.Text.Source.IsWord ? OfWord(content, file) : OfText(report.Text, file)) is not { } copy)
        {
            return new Outcome.Refused(
                "Texten är för lång för att bli ett Word-dokument. Dela upp rapporten och granska delarna var för sig."
            );
        }

        cancellation.ThrowIfCancellationRequested();
        var comments = new WordComments(copy.Parts, clock.GetUtcNow());
        foreach (var finding in findings.Take(MaxComments))
        {
            // What cannot be told where it stands is told where the report begins, rather than not at all.
            if (
                (finding.Places.Select(copy.Find).FirstOrDefault(found => found is not null) ?? copy.Beginning) is
                { } place
            )
            {
                comments.Add(place, $"{finding.Severity.Swedish}: {ReportRules.TitleOf(finding.Rule)}", Lines(finding));
            }
        }

        if (findings.Count > MaxComments && copy.Beginning is { } first)
        {
            comments.Add(
                first,
                $"Här visas de {SwedishFigures.Of(MaxComments)} första av {SwedishFigures.Of(findings.Count)} avvikelser",
                ["Hämta alla avvikelser som CSV eller JSON."]
            );
        }

        cancellation.ThrowIfCancellationRequested();
        try
        {
            comments.WriteTo(file);
        }
        catch (Exception unlike)
            when (unlike is OpenXmlPackageException or FormatException or InvalidDataException or XmlException)
        {
            // The package has something odd that the reading of its text does not meet.
            return new Outcome.Refused(
                "Filen går att granska men inte att kommentera: något i den är inte som i en Word-fil. Öppna den i Word eller LibreOffice, spara den som Word-dokument (.docx) och försök igen."
            );
        }

        return new Outcome.Annotated(file.ToArray());
    }

    private static IEnumerable<string> Lines(Finding finding) =>
        finding.Suggestion is { } suggestion ? [finding.Message, $"Förslag: {suggestion}"] : [finding.Message];

    /// <summary>The file that becomes the copy.</summary>
    /// <param name="Parts">What stands in it.</param>
    /// <param name="Find">Where a place of the report stands in it; null where it cannot be told.</param>
    /// <param name="Beginning">Its first words; null where it has none.</param>
    private sealed record Copy(WordParts Parts, Func<Place, WordPlace?> Find, WordPlace? Beginning);

    private static Copy? OfWord(ReadOnlyMemory<byte> content, MemoryStream file)
    {
        file.Write(content.Span);
        if (WordParts.Read(content) is not ({ } parts, _))
        {
            return null;
        }

        var word = WordReport.Read("", parts);
        return new Copy(parts, word.Find, word.Beginning);
    }

    private static Copy? OfText(PublishedText text, MemoryStream file)
    {
        var written = ReportDocx.Write(text, file);
        if (WordParts.Read(file.ToArray()) is not ({ } parts, _))
        {
            return null;
        }

        var passages = WordPassages.Read(parts, new WordNoteNumbers(parts));
        var byBlock = new Dictionary<int, WordPassage>();
        var (paragraphs, notes) = (new Queue<int>(written.Paragraphs), new Queue<int>(written.Notes));
        foreach (var passage in passages)
        {
            if ((passage.Number is null ? paragraphs : notes).TryDequeue(out var block))
            {
                byBlock.TryAdd(block, passage);
            }
        }

        return new Copy(
            parts,
            place =>
                byBlock.TryGetValue(place.Block, out var passage)
                    ? Moved(text.Blocks[place.Block], place, passage)
                    : null,
            WordPlace.First(passages)
        );
    }

    private static WordPlace Moved(Block block, Place place, WordPassage passage)
    {
        var start = Moved(block, place.Start);
        return new WordPlace(passage, start, Math.Max(1, Moved(block, place.End) - start));
    }

    // Signs around a number, as Markdown's, are no part of Word's mark; and some signs of a text are none in Word.
    private static int Moved(Block block, int offset)
    {
        var words = SafeText.Of(block.Text[..offset]).Replace("\u00AD", "", StringComparison.Ordinal);
        return words.Length
            - block
                .Marks.TakeWhile(mark => mark.End <= offset)
                .Sum(mark => mark.Length - mark.Number.ToString(CultureInfo.InvariantCulture).Length);
    }

    /// <summary>What became of the report.</summary>
    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="File">The Word file with comments.</param>
        public sealed record Annotated(byte[] File) : Outcome;

        /// <param name="Message">Why there is none and what to do, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
