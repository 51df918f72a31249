using Microsoft.AspNetCore.Mvc;
using Samla.Analyse.Assessments;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Web.Analyse.Assessments;

/// <summary>What experts have judged, as data.</summary>
internal static class AssessmentDownload
{
    public static async Task<IResult> Get(
        [FromRoute(Name = "round")] string roundId,
        [FromRoute(Name = "name")] string formId,
        string format,
        ViewForm view,
        CancellationToken cancellation
    )
    {
        if (
            !Key<Round>.TryParse(roundId, null, out var round)
            || !Key<AssessmentForm>.TryParse(formId, null, out var form)
            || format is not ("csv" or "json")
            || await view.Run(round, form, cancellation) is not { } result
        )
        {
            return Results.NotFound();
        }

        using var output = new MemoryStream();
        if (format == "csv")
        {
            AssessmentFile.WriteCsv(output, result);
            return Results.File(output.ToArray(), "text/csv; charset=utf-8", $"{form}-{round}.csv");
        }

        AssessmentFile.WriteJson(output, result);
        return Results.File(output.ToArray(), "application/json", $"{form}-{round}.json");
    }
}
