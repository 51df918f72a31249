using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>
/// Text for an author to begin a chapter from: a claim for each code that somebody has, with the words that show it best. Nothing is saved,
/// and every number is a marker.
/// </summary>
/// <remarks>A chapter that rests on nothing has the codes about documents and no question, such as where the strategies stand.</remarks>
public sealed class DraftChapter(SamlaDb db, ReadMatrix matrix, OfferQuotations offerQuotations)
{
    /// <summary>The quotations below each heading: more is for the author to choose.</summary>
    private const int MostQuotations = 3;

    /// <summary>The text with the draft last in it, but before a summary of the chapter; null where no code that the chapter could tell of is given to anybody.</summary>
    /// <param name="round">The round.</param>
    /// <param name="chapterId">The chapter.</param>
    /// <param name="text">What the author has written so far.</param>
    /// <param name="cancellation">Stops between the questions.</param>
    public async Task<string?> Run(
        Key<Round> round,
        Key<Chapter> chapterId,
        string text,
        CancellationToken cancellation
    )
    {
        if (await Draft(round, chapterId, cancellation) is not { } draft)
        {
            return null;
        }

        var at = ChapterMarkdown.SummaryIn(text) ?? text.Length;
        return $"{text[..at].TrimEnd()}\n\n{draft}\n\n{text[at..]}".TrimEnd() + "\n";
    }

    private async Task<string?> Draft(Key<Round> round, Key<Chapter> chapterId, CancellationToken cancellation)
    {
        var chapter = await db.ChaptersOf(round)
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == chapterId, cancellation);
        if (chapter is null || await matrix.Run(round, cancellation) is not { } rows)
        {
            return null;
        }

        var template = await db
            .Rounds.Where(one => one.Id == round)
            .Select(one => one.TemplateId)
            .SingleAsync(cancellation);
        var asked = (await db.RequirementsOf(template, cancellation)).FindAll(one => chapter.RestsOn.Contains(one.Id));
        var groups = await db
            .Codes.AsNoTracking()
            .Where(code => code.RoundId == round && code.Kind == CodeKind.Group)
            .ToDictionaryAsync(code => code.Id, cancellation);
        var told = rows.Where(row => row.Code.Withheld is null && !row.Standing.Says.IsEmpty).ToList();
        var words = (await offerQuotations.Run(round, chapterId, cancellation))
            .Where(offer => offer.IsFirst)
            .ToLookup(offer => offer.Code);
        var parts = new List<string>();
        foreach (var requirement in asked)
        {
            var about = told.FindAll(row => requirement.Id.Equals(row.Code.RequirementId));
            if (about.Count > 0 && asked.Count > 1)
            {
                parts.Add($"## {ChapterMarkdown.Escaped(requirement.Title)}");
            }

            parts.AddRange(Told(about, groups, words, asked.Count > 1 ? "###" : "##"));
        }

        if (asked.Count == 0)
        {
            var unasked = told.FindAll(row => row.Code is { Subject: ReporterKind.Document, RequirementId: null });
            parts.AddRange(Told(unasked, groups, words, "##"));
        }

        return parts.Count == 0 ? null : string.Join("\n\n", parts);
    }

    /// <summary>The codes with most of them first; under a heading for each group where they stand in several.</summary>
    private static IEnumerable<string> Told(
        List<CodeRow> rows,
        Dictionary<Key<Code>, Code> groups,
        ILookup<string, OfferQuotations.Offer> words,
        string level
    )
    {
        var byGroup = rows.GroupBy(row => row.Code.ParentId).ToList();
        foreach (var group in byGroup)
        {
            if (byGroup.Count > 1 && group.Key is { } key && groups.TryGetValue(key, out var heading))
            {
                yield return $"{level} {ChapterMarkdown.Escaped(heading.Label)}";
            }

            var ordered = group
                .OrderByDescending(row => row.Standing.Says.Count)
                .ThenBy(row => row.Code.Order)
                .ToList();
            // The label may be a verb, a noun or a name: what stands after a colon can be any of them, as it is written.
            yield return string.Join(
                '\n',
                ordered.Select(row => $"- {{{{{row.Code.Id}}}}}: {ChapterMarkdown.Escaped(row.Code.Label)}.")
            );
            foreach (var offer in Examples(ordered, words))
            {
                yield return $"> {{{{citat {offer.Code} {offer.Reporter}}}}}";
            }
        }
    }

    /// <summary>Each of another code and of another region, so that they show different things.</summary>
    private static List<OfferQuotations.Offer> Examples(
        IEnumerable<CodeRow> rows,
        ILookup<string, OfferQuotations.Offer> words
    )
    {
        var chosen = new List<OfferQuotations.Offer>();
        foreach (var row in rows.TakeWhile(_ => chosen.Count < MostQuotations))
        {
            // The starred ones are offered first.
            var others = words[row.Code.Id.Value].Where(one => !chosen.Exists(other => other.Reporter == one.Reporter));
            if (others.FirstOrDefault() is { } best)
            {
                chosen.Add(best);
            }
        }

        return chosen;
    }
}
