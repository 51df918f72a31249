using Microsoft.AspNetCore.Antiforgery;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Web.Access;

namespace Samla.Web.Collect;

/// <summary>Tells the script who else is on a section's page, and what they have saved since the page last heard.</summary>
internal static class PresenceEndpoint
{
    public const string Route = "/redovisa/{round}/{reporter}/{section}/narvaro";

    /// <summary>What the fields begin with that say which revision of an answer the page has.</summary>
    private const string Seen = "sedd.";

    private const int LongestKey = 80;

    public static async Task<IResult> Post(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Section> section,
        IFormCollection form,
        HttpContext http,
        IAntiforgery antiforgery,
        Presence presence,
        FindNewAnswers findNewAnswers,
        CancellationToken cancellation
    )
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return TypedResults.Json(new { }, statusCode: StatusCodes.Status400BadRequest);
        }

        var place = new Presence.Place(round, reporter, section);
        var visitor = http.SignedIn;
        if (form.ContainsKey("lamnar"))
        {
            presence.Leave(place, visitor.Session);
            return TypedResults.NoContent();
        }

        var answers = await findNewAnswers.Run(round, reporter, section, SeenIn(form), cancellation);
        if (answers is null)
        {
            return TypedResults.NotFound();
        }

        var writes = form["skriver"].ToString();
        var others = presence.Meet(
            place,
            visitor.Session,
            visitor.Account,
            visitor.Name,
            writes.Length <= LongestKey ? writes : ""
        );
        return TypedResults.Json(
            new
            {
                People = others.Select(person => new { person.Name, person.Writes }),
                Answers = answers.Select(answer => new
                {
                    Id = answer.Requirement.Value,
                    answer.Text,
                    Revision = $"{answer.Revision}",
                    answer.By,
                    Time = SwedishTime.ClockOf(answer.SavedAt),
                }),
            }
        );
    }

    private static Dictionary<Key<Requirement>, int> SeenIn(IFormCollection form)
    {
        var seen = new Dictionary<Key<Requirement>, int>();
        foreach (var (name, value) in form)
        {
            if (
                name.StartsWith(Seen, StringComparison.Ordinal)
                && Key<Requirement>.TryParse(name[Seen.Length..], null, out var requirement)
            )
            {
                seen[requirement] = SaveEndpoint.Revision(value);
            }
        }

        return seen;
    }
}
