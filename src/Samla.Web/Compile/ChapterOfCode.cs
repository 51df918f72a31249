using Microsoft.AspNetCore.Http.HttpResults;
using Samla.Compile;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Web.Compile;

/// <summary>Leads from a code to the chapter that compiles its requirement: the pages where codes are given do not know the chapters.</summary>
internal static class ChapterOfCode
{
    public const string Route = "/arbete/{round}/krav/{requirement}/kapitel";

    /// <param name="round">The round.</param>
    /// <param name="requirement">The requirement that the code belongs to.</param>
    /// <param name="kod">The code, which the chapter shows; null for the chapter's beginning.</param>
    /// <param name="find">Finds the chapter.</param>
    /// <param name="cancellation">Stops the question.</param>
    public static async Task<RedirectHttpResult> Get(
        Key<Round> round,
        Key<Requirement> requirement,
        Key<Code>? kod,
        FindChapter find,
        CancellationToken cancellation
    ) =>
        TypedResults.LocalRedirect(
            await find.Run(round, requirement, cancellation) is { } chapter
                ? $"{ChapterAddress.Of(round, chapter)}{(kod is null ? "" : $"#kod-{kod}")}"
                : ChapterAddress.All(round)
        );
}
