using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Publish.Briefs;

/// <summary>What briefs need beside the edition: what each code says something about, and the earlier years that anybody may read of.</summary>
internal sealed record BriefBasis(
    IReadOnlyDictionary<string, CodeAspect> Aspects,
    ILookup<Key<Code>, EarlierClaim> Earlier
)
{
    public static async Task<BriefBasis> Read(
        SamlaDb db,
        ReadEarlierClaims readEarlier,
        ReadEdition readEdition,
        Round round,
        CancellationToken cancellation
    )
    {
        var aspects = await db
            .Codes.Where(code => code.RoundId == round.Id && code.Aspect != null)
            .Select(code => new { code.Id, code.Aspect })
            .ToDictionaryAsync(code => code.Id.Value, code => code.Aspect!.Value, cancellation);
        List<EarlierClaim> earlier = [.. (await readEarlier.Run(round.Id, cancellation))!.SelectMany(code => code)];
        var counted = earlier.Where(claim => !claim.IsPrinted).Select(claim => claim.Round.Id).Distinct();
        var frozen = await Standings(readEdition, counted, cancellation);
        return new BriefBasis(
            aspects,
            earlier
                .Select(claim => claim.IsPrinted ? claim : AsPublished(claim, frozen))
                .OfType<EarlierClaim>()
                .Where(claim => claim.IsComparableIn(round))
                .ToLookup(claim => claim.Code.Id)
        );
    }

    /// <summary>As the round's edition has it: what is coded there since, or in a round without an edition, is nobody's to read of.</summary>
    private static EarlierClaim? AsPublished(EarlierClaim claim, Dictionary<(Key<Round>, string), Standing> frozen) =>
        frozen.TryGetValue((claim.Round.Id, claim.Code.Id.Value), out var standing)
            ? claim with
            {
                Standing = standing,
            }
            : null;

    private static async Task<Dictionary<(Key<Round>, string), Standing>> Standings(
        ReadEdition readEdition,
        IEnumerable<Key<Round>> rounds,
        CancellationToken cancellation
    )
    {
        Dictionary<(Key<Round>, string), Standing> standings = [];
        foreach (var round in rounds)
        {
            var whole = await readEdition.ReadWhole(round, cancellation);
            foreach (var claim in whole?.Report.Chapters.SelectMany(chapter => chapter.Claims) ?? [])
            {
                if (claim.Who is null)
                {
                    standings.TryAdd((round, claim.Code), claim.Standing);
                }
            }
        }

        return standings;
    }

    /// <summary>Whether a claim counts those who say what a code about an aspect stands for. What is put together may count those who do not.</summary>
    public bool IsAbout(ReportClaim claim, CodeAspect aspect) =>
        claim.Who is null && Aspects.TryGetValue(claim.Code, out var about) && about == aspect;

    /// <summary>The latest earlier year of a claim; null where there is none, or it counts more than one code.</summary>
    public EarlierClaim? EarlierOf(ReportClaim claim) =>
        claim.Who is null && Key<Code>.TryParse(claim.Code, null, out var code) ? Earlier[code].FirstOrDefault() : null;
}

/// <summary>An outcome with the intervention that it follows.</summary>
public sealed record BriefOutcome(Intervention Intervention, Outcome Outcome)
{
    /// <summary>Those of some interventions: what is best known first, and what is achieved before what is expected.</summary>
    internal static IReadOnlyList<BriefOutcome> Of(IEnumerable<Intervention> interventions) =>
        [
            .. from intervention in interventions
            from outcome in intervention.Outcomes
            orderby StrengthOf(outcome.Evidence) descending, outcome.State
                == OutcomeState.Achieved descending, intervention.Id.Value, outcome.Order
            select new BriefOutcome(intervention, outcome),
        ];

    private static int StrengthOf(Evidence evidence) =>
        evidence switch
        {
            Evidence.Evaluation => 4,
            Evidence.Monitoring => 3,
            Evidence.Other => 2,
            Evidence.OwnAssessment => 1,
            Evidence.Unknown => 0,
        };
}
