using System.Diagnostics;
using Samla.Check.Reading;
using Samla.Collect.Word;
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
    /// <param name="output">Where the Word file is written; it is put together in memory and written in one go.</param>
    public void Run(
        ReadOnlyMemory<byte> content,
        PublishedReport report,
        IReadOnlyList<Finding> findings,
        Stream output
    )
    {
        using var file = new MemoryStream();
        var (parts, find) = report.Text.Source.IsWord ? OfWord(content, file) : OfText(report.Text, file);
        var comments = new WordComments(parts, clock.GetUtcNow());
        foreach (var finding in findings.Take(MaxComments))
        {
            // What cannot be told where it stands is told where the report begins, rather than not at all.
            var place =
                finding.Places.Select(find).FirstOrDefault(found => found is not null) ?? find(new Place(0, 0, 0));
            if (place is { } known)
            {
                comments.Add(known, $"{finding.Severity.Swedish}: {ReportRules.TitleOf(finding.Rule)}", Lines(finding));
            }
        }

        if (findings.Count > MaxComments && find(new Place(0, 0, 0)) is { } first)
        {
            comments.Add(
                first,
                $"Här är de första {SwedishFigures.Of(MaxComments)} av {SwedishFigures.Of(findings.Count)} avvikelser",
                ["Alla finns i granskningens CSV- och JSON-filer."]
            );
        }

        comments.WriteTo(file);
        file.Position = 0;
        file.CopyTo(output);
    }

    private static IEnumerable<string> Lines(Finding finding) =>
        finding.Suggestion is { } suggestion ? [finding.Message, $"Förslag: {suggestion}"] : [finding.Message];

    private static (WordParts Parts, Func<Place, WordPlace?> Find) OfWord(
        ReadOnlyMemory<byte> content,
        MemoryStream file
    )
    {
        file.Write(content.Span);
        var parts = Parts(file);
        return (parts, WordReport.Read("", parts).Find);
    }

    private static (WordParts Parts, Func<Place, WordPlace?> Find) OfText(PublishedText text, MemoryStream file)
    {
        var written = ReportDocx.Write(text, file);
        var parts = Parts(file);
        var passages = WordPassages
            .Read(parts, new WordNoteNumbers(parts))
            .Where(passage => !passage.IsEmpty || passage.Number is not null);
        var byBlock = new Dictionary<int, WordPassage>();
        var (paragraphs, notes) = (new Queue<int>(written.Paragraphs), new Queue<int>(written.Notes));
        foreach (var passage in passages)
        {
            if ((passage.Number is null ? paragraphs : notes).TryDequeue(out var block))
            {
                byBlock.TryAdd(block, passage);
            }
        }

        return (parts, place => byBlock.TryGetValue(place.Block, out var passage) ? Moved(text, place, passage) : null);
    }

    // Signs around a number, as Markdown's, are no part of Word's mark.
    private static WordPlace Moved(PublishedText text, Place place, WordPassage passage)
    {
        var marks = text.Blocks[place.Block]
            .Marks.Zip(passage.Marks, (typed, counted) => (typed.End, Less: typed.Length - counted.Length))
            .ToList();
        int At(int offset) => offset - marks.Where(mark => mark.End <= offset).Sum(mark => mark.Less);
        return new WordPlace(passage, At(place.Start), Math.Max(1, At(place.End) - At(place.Start)));
    }

    private static WordParts Parts(MemoryStream file) =>
        WordParts.Read(file.ToArray()) is ({ } parts, _) ? parts : throw new UnreachableException();
}
