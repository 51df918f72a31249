using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>A chapter as its author writes it, and the markers that can be put in it.</summary>
public sealed class ViewChapter(SamlaDb db)
{
    /// <param name="Codes">Codes to count: those of what the chapter rests on, or those found.</param>
    /// <param name="Interventions">Interventions to show as examples: those of what the chapter rests on, or those found.</param>
    /// <param name="Sections">What it can refer to in the report.</param>
    /// <param name="Groups">Groups of codes to show in a table or a figure: those that belong to what the chapter rests on.</param>
    public sealed record Result(
        Chapter Chapter,
        IReadOnlyList<Code> Codes,
        IReadOnlyList<Intervention> Interventions,
        ReportSections Sections,
        IReadOnlyList<Code> Groups
    );

    /// <summary>Null where there is no such chapter.</summary>
    /// <param name="round">The round.</param>
    /// <param name="chapterId">The chapter.</param>
    /// <param name="search">Words to look for in the whole codebook and register; empty for what belongs to the chapter.</param>
    /// <param name="cancellation">Stops between the questions.</param>
    public async Task<Result?> Run(
        Key<Round> round,
        Key<Chapter> chapterId,
        string search,
        CancellationToken cancellation
    )
    {
        var report = await db.ChaptersOf(round).AsNoTracking().ToListAsync(cancellation);
        if (report.Find(one => one.Id == chapterId) is not { } chapter)
        {
            return null;
        }

        var requirements = chapter.RestsOn;
        var codes = await db
            .Codes.AsNoTracking()
            .Where(code => code.RoundId == round)
            .OrderBy(code => code.Order)
            .ToListAsync(cancellation);
        var interventions = await db
            .Interventions.Whole.Where(intervention => intervention.RoundId == round)
            .OrderBy(intervention => intervention.Id)
            .AsSubmitted(cancellation);
        search = search.Trim();
        return new Result(
            chapter,
            [
                .. codes
                    .Where(code => code.Kind == CodeKind.Leaf)
                    .Where(code =>
                        search.Length == 0
                            ? code.RequirementId is { } about && requirements.Contains(about)
                            : Holds(search, code.Label, code.Definition, code.Id.Value)
                    ),
            ],
            [
                .. interventions.Where(intervention =>
                    intervention.IsInRegister()
                    && (
                        search.Length == 0
                            ? intervention.References.Exists(one => requirements.Contains(one.RequirementId))
                            : Holds(search, intervention.Name, intervention.Summary, intervention.Id.Value)
                    )
                ),
            ],
            ReportSections.Of(report),
            [
                .. codes.Where(code =>
                    code.Kind == CodeKind.Group && code.RequirementId is { } about && requirements.Contains(about)
                ),
            ]
        );
    }

    private static bool Holds(string search, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Contains(search, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
