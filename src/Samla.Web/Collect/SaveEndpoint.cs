using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Web.Access;

namespace Samla.Web.Collect;

/// <summary>Saves an answer for the script, which shows the outcome without leaving the page.</summary>
internal static class SaveEndpoint
{
    public const string Route = "/redovisa/{round}/{reporter}/svar/{requirement}";

    public static async Task<IResult> Post(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Requirement> requirement,
        IFormCollection form,
        HttpContext http,
        IAntiforgery antiforgery,
        SaveAnswer saveAnswer,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return TypedResults.Json(new { }, statusCode: StatusCodes.Status400BadRequest);
        }

        var outcome = await saveAnswer.Save(
            round,
            reporter,
            requirement,
            form["text"].ToString(),
            Revision(form["revision"]),
            http.SignedIn.Actor,
            cancellation
        );
        return outcome switch
        {
            SaveAnswer.Outcome.Saved(var revision, var characters) => TypedResults.Json(
                new
                {
                    Revision = revision,
                    Characters = characters,
                    Time = SwedishTime.ClockOf(clock.GetUtcNow()),
                }
            ),
            SaveAnswer.Outcome.Conflict(var text, var revision) => TypedResults.Json(
                new { Text = text, Revision = revision },
                statusCode: StatusCodes.Status409Conflict
            ),
            SaveAnswer.Outcome.Refused(var message) => TypedResults.Json(
                new { Message = message },
                statusCode: StatusCodes.Status422UnprocessableEntity
            ),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>What the writer began from. What is no number fits no answer, so nothing is overwritten.</summary>
    public static int Revision(string? sent) =>
        int.TryParse(sent, CultureInfo.InvariantCulture, out var revision) ? revision : -1;

    /// <summary>Saves as the pages do: the same text from two sides is no conflict.</summary>
    public static async Task<SaveAnswer.Outcome> Save(
        this SaveAnswer saveAnswer,
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Requirement> requirement,
        string text,
        int seenRevision,
        string actor,
        CancellationToken cancellation
    )
    {
        var outcome = await saveAnswer.Run(round, reporter, requirement, text, seenRevision, actor, cancellation);
        return outcome is SaveAnswer.Outcome.Conflict(var theirs, var revision) && theirs == Source.Normalised(text)
            ? new SaveAnswer.Outcome.Saved(revision, Characters.CountIn(theirs))
            : outcome;
    }
}
