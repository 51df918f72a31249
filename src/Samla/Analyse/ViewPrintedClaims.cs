using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>Which of a printed report's claims are shown.</summary>
public enum PrintedChoice
{
    /// <summary>Those that nobody has said anything of.</summary>
    Open,

    /// <summary>Those that are tied, or that no code fits.</summary>
    Said,

    All,
}

/// <summary>The claims of a printed report, to be tied to codes: some at a time, each with the codes that its words are like.</summary>
public sealed class ViewPrintedClaims(SamlaDb db, ActorNames names)
{
    /// <summary>How many are shown at a time.</summary>
    public const int PageSize = 20;

    /// <summary>How many codes are proposed for one.</summary>
    private const int MostProposed = 3;

    /// <param name="Report">How far the tying has come.</param>
    /// <param name="Claims">In the order of the print.</param>
    /// <param name="Next">The number that the next page begins with; null on the last.</param>
    /// <param name="Codes">All that a claim can be tied to, with a name that no other has, in the codebook's order.</param>
    public sealed record Result(
        Round Round,
        ListPrintedReports.Report Report,
        IReadOnlyList<Shown> Claims,
        int? Next,
        IReadOnlyList<Named> Codes
    );

    /// <param name="Code">What it is tied to; null where it is not.</param>
    /// <param name="By">Who said so, by name; null where nobody has.</param>
    /// <param name="Proposed">The codes that its words are like, the likest first; none where somebody has said something.</param>
    public sealed record Shown(PrintedClaim Claim, Code? Code, string? By, IReadOnlyList<Named> Proposed);

    /// <param name="Name">The label, with the group where two codes are called the same.</param>
    public sealed record Named(Code Code, string Name);

    /// <summary>Null where there is no such round, or no report about that year was read in for it.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="year">What the report is about.</param>
    /// <param name="choice">Which claims.</param>
    /// <param name="from">The least number that is shown.</param>
    /// <param name="cancellation">Stops between the questions.</param>
    public async Task<Result?> Run(
        Key<Round> roundId,
        int year,
        PrintedChoice choice,
        int from,
        CancellationToken cancellation
    )
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == roundId, cancellation);
        var reports = await new ListPrintedReports(db).Run(roundId, cancellation);
        if (round is null || reports.FirstOrDefault(one => one.Year == year) is not { } report)
        {
            return null;
        }

        var claims = await Claims(roundId, year, choice, from, cancellation);
        var codebook = await db
            .Codes.AsNoTracking()
            .Where(code => code.RoundId == roundId)
            .OrderBy(code => code.Order)
            .ToListAsync(cancellation);
        var named = NamesOf(codebook).ToList();
        var byId = named.ToDictionary(one => one.Code.Id);
        var called = await names.Run(claims.Select(claim => claim.TiedBy).OfType<string>(), cancellation);
        var suggestions = claims.Exists(claim => claim.TiedAt is null) ? new PrintedSuggestions(codebook) : null;
        return new Result(
            round,
            report,
            [.. claims.Take(PageSize).Select(Show)],
            claims.Count > PageSize ? claims[PageSize].Number : null,
            named
        );

        Shown Show(PrintedClaim claim) =>
            new(
                claim,
                claim.CodeId is { } code ? byId.GetValueOrDefault(code)?.Code : null,
                claim.TiedBy is { } by ? called[by] : null,
                claim.TiedAt is null ? [.. suggestions!.Find(claim, MostProposed).Select(one => byId[one.Id])] : []
            );
    }

    /// <summary>One more than a page, to know whether there are more.</summary>
    private Task<List<PrintedClaim>> Claims(
        Key<Round> round,
        int year,
        PrintedChoice choice,
        int from,
        CancellationToken cancellation
    )
    {
        var all = db
            .PrintedClaims.AsNoTracking()
            .Where(claim => claim.RoundId == round && claim.Year == year && claim.Number >= from);
        var chosen = choice switch
        {
            PrintedChoice.Open => all.Where(claim => claim.TiedAt == null),
            PrintedChoice.Said => all.Where(claim => claim.TiedAt != null),
            PrintedChoice.All => all,
        };
        return chosen.OrderBy(claim => claim.Number).Take(PageSize + 1).ToListAsync(cancellation);
    }

    private static IEnumerable<Named> NamesOf(List<Code> codebook)
    {
        var groups = codebook.ToDictionary(code => code.Id, code => code.Label);
        var leaves = codebook.FindAll(code => code is { Kind: CodeKind.Leaf, MergedIntoId: null });
        var taken = leaves.CountBy(code => code.Label).Where(label => label.Value > 1).Select(label => label.Key);
        var shared = taken.ToHashSet();
        var used = new HashSet<string>();
        foreach (var code in leaves)
        {
            var name =
                shared.Contains(code.Label) && code.ParentId is { } parent
                    ? $"{code.Label} ({groups[parent]})"
                    : code.Label;
            // Two groups may be called the same as well.
            yield return new(code, used.Add(name) ? name : $"{name}, nummer {code.Order + 1}");
        }
    }
}
