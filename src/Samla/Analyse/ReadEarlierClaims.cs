using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>Who said of a code what it stands for in an earlier year: counted in Samla, or read from a printed report.</summary>
/// <param name="Code">The code as it is in the round that is compared.</param>
/// <param name="Round">The round that it was counted in, or in whose codebook what is in print was tied.</param>
/// <param name="Year">What the number is about.</param>
/// <param name="Version">The code's version then.</param>
/// <param name="Standing">Where the 21 stood; in print nobody is unread, since a list is taken at its word.</param>
/// <param name="Comparability">Whether the two numbers can be laid beside each other.</param>
/// <param name="Note">What differs between the questions; empty where nobody has said, or nothing does.</param>
/// <param name="Printed">The claims that it was read from, in the order of the print; none where it was counted.</param>
public sealed record EarlierClaim(
    Code Code,
    Round Round,
    int Year,
    int Version,
    Standing Standing,
    Comparability Comparability,
    string Note,
    IReadOnlyList<PrintedClaim> Printed
)
{
    /// <summary>Whether it was read from print: then nobody can open the answers, and it is always to be said.</summary>
    public bool IsPrinted => Printed.Count > 0;

    /// <summary>How it is marked: "läst ur trycket".</summary>
    public const string PrintedMark = "läst ur trycket";

    /// <summary>Whether its number can be laid beside that of a round: the two mean the same, it is of an earlier year, and something was known then.</summary>
    public bool IsComparableIn(Round round) => WhyNotIn(round).Length == 0;

    /// <summary>Where the 21 stood, with those not asked in print taken to be those not asked now: a printed list tells of nobody else.</summary>
    /// <param name="now">Where they stand in the round that is compared.</param>
    public Standing StandingBeside(Standing now) =>
        IsPrinted
            ? Standing with
            {
                Silent = Standing.Silent - now.NotAsked,
                NotAsked = now.NotAsked - Standing.Says,
            }
            : Standing;

    /// <summary>Who has come and who has gone since.</summary>
    /// <param name="now">Where they stand in the round that is compared.</param>
    public Standing.Shift ShiftTo(Standing now) => StandingBeside(now).ShiftTo(now);

    /// <summary>Why its number cannot be laid beside that of a round, as sentences; empty where it can.</summary>
    public string WhyNotIn(Round round) =>
        Comparability switch
        {
            Comparability.Comparable => Year >= round.PeriodEnd.Year ? "Det är samma år."
            : Standing.Asked.IsEmpty ? "Inget svar är läst för det året."
            : "",
            Comparability.CodeChanged =>
                $"Då var koden version {Version}, nu är den version {Code.Version}. Läs definitionerna innan du skriver att något har ökat.",
            Comparability.QuestionChanged => Note.Length > 0
                ? Note
                : "Kravet motsvarar bara delvis det som ställdes då.",
            Comparability.NotMapped => "Ingen har sagt vilket av kraven då som motsvarar det nu.",
        };
}

/// <summary>What there is to compare a round's codes with: the rounds before it, and the printed reports that were read in for any of them.</summary>
public sealed class ReadEarlierClaims(SamlaDb db, ReadMatrix matrix)
{
    /// <summary>For each code of the round, the latest year first, what was counted before what is in print; null where there is no such round.</summary>
    public Task<ILookup<Key<Code>, EarlierClaim>?> Run(Key<Round> round, CancellationToken cancellation) =>
        Read(round, null, cancellation);

    /// <summary>For some of them.</summary>
    public Task<ILookup<Key<Code>, EarlierClaim>?> Run(
        Key<Round> round,
        IReadOnlyCollection<Key<Code>> codes,
        CancellationToken cancellation
    ) => Read(round, codes, cancellation);

    /// <summary>For one code.</summary>
    public async Task<IReadOnlyList<EarlierClaim>> Run(
        Key<Round> round,
        Key<Code> code,
        CancellationToken cancellation
    ) => [.. (await Read(round, [code], cancellation))?[code] ?? []];

    private async Task<ILookup<Key<Code>, EarlierClaim>?> Read(
        Key<Round> id,
        IReadOnlyCollection<Key<Code>>? only,
        CancellationToken cancellation
    )
    {
        var chain = await Chain(id, cancellation);
        if (chain.Count == 0)
        {
            return null;
        }

        var ids = chain.ConvertAll(round => round.Id);
        var codes = await db
            .Codes.AsNoTracking()
            .Where(code => ids.Contains(code.RoundId) && code.Kind == CodeKind.Leaf)
            .Where(code => only == null || only.Contains(code.Id))
            .ToListAsync(cancellation);
        var questions = await QuestionsOf(chain, cancellation);
        var now = codes.Where(code => code.RoundId == id).ToDictionary(code => code.Id);
        List<EarlierClaim> found = [];
        foreach (var round in chain.Skip(1))
        {
            var there = codes.FindAll(code => code.RoundId == round.Id && now.ContainsKey(code.Id));
            foreach (var (code, standing) in await Rows(round.Id, there, only, cancellation))
            {
                found.Add(Counted(now[code.Id], code, round, standing, questions));
            }
        }

        found.AddRange(await Printed(chain, codes, now, only, questions, cancellation));
        return found
            .OrderByDescending(claim => claim.Year)
            .ThenBy(claim => claim.IsPrinted)
            .ThenByDescending(claim => claim.Round.PeriodEnd)
            .ToLookup(claim => claim.Code.Id);
    }

    /// <summary>The round and those before it, backwards; none where there is no such round.</summary>
    private async Task<List<Round>> Chain(Key<Round> id, CancellationToken cancellation)
    {
        var rounds = await db.Rounds.AsNoTracking().ToDictionaryAsync(round => round.Id, cancellation);
        List<Round> chain = [];
        for (
            var round = rounds.GetValueOrDefault(id);
            round is not null && !chain.Contains(round);
            round = round.PreviousRoundId is { } before ? rounds.GetValueOrDefault(before) : null
        )
        {
            chain.Add(round);
        }

        return chain;
    }

    private async Task<Questions> QuestionsOf(List<Round> chain, CancellationToken cancellation)
    {
        var (now, then) = (chain[0].TemplateId, chain.ConvertAll(round => round.TemplateId));
        return new(
            now,
            await db
                .RequirementMappings.AsNoTracking()
                .Where(mapping => mapping.TemplateId == now && then.Contains(mapping.EarlierTemplateId))
                .ToListAsync(cancellation)
        );
    }

    /// <summary>Where the 21 stood in an earlier round, for the codes that the later one has too.</summary>
    private async Task<IEnumerable<CodeRow>> Rows(
        Key<Round> round,
        List<Code> there,
        IReadOnlyCollection<Key<Code>>? only,
        CancellationToken cancellation
    )
    {
        if (there.Count == 0)
        {
            return [];
        }

        var rows =
            only is not null && there.TrueForAll(code => code.RequirementId == there[0].RequirementId)
                ? await matrix.Run(round, there[0].RequirementId, cancellation)
                : await matrix.Run(round, cancellation);
        var wanted = there.Select(code => code.Id).ToHashSet();
        return rows?.Where(row => wanted.Contains(row.Code.Id)) ?? [];
    }

    private static EarlierClaim Counted(Code now, Code then, Round round, Standing standing, Questions questions)
    {
        var (question, note) = questions.Between(now, then, round);
        return new(
            now,
            round,
            round.PeriodEnd.Year,
            then.Version,
            standing,
            Comparability.Of(now.Version, then.Version, question),
            note,
            []
        );
    }

    private async Task<IEnumerable<EarlierClaim>> Printed(
        List<Round> chain,
        List<Code> codes,
        Dictionary<Key<Code>, Code> now,
        IReadOnlyCollection<Key<Code>>? only,
        Questions questions,
        CancellationToken cancellation
    )
    {
        var rounds = chain.ToDictionary(round => round.Id);
        var ids = chain.ConvertAll(round => round.Id);
        var tied = await db
            .PrintedClaims.AsNoTracking()
            .Where(claim => ids.Contains(claim.RoundId) && claim.CodeId != null)
            .Where(claim => only == null || only.Contains(claim.CodeId!))
            .OrderBy(claim => claim.Number)
            .ToListAsync(cancellation);
        var then = codes.ToDictionary(code => (code.RoundId, code.Id));
        return
        [
            .. from claim in tied
            where now.ContainsKey(claim.CodeId!)
            group claim by (claim.RoundId, claim.Year, Code: claim.CodeId!) into claims
            select Printed(
                now[claims.Key.Code],
                then[(claims.Key.RoundId, claims.Key.Code)],
                rounds[claims.Key.RoundId],
                [.. claims],
                questions
            ),
        ];
    }

    private static EarlierClaim Printed(
        Code now,
        Code then,
        Round round,
        List<PrintedClaim> claims,
        Questions questions
    )
    {
        var (question, note) = questions.Between(now, then, round);
        // One that was tied before the code came to mean something else is enough to make them incomparable.
        var version = claims.Min(claim => claim.CodeVersion ?? 0);
        var says = claims.Aggregate(default(RegionSet), (all, claim) => all | claim.Regions);
        return new(
            now,
            round,
            claims[0].Year,
            version,
            new Standing(says, RegionSet.All - says, [], []),
            Comparability.Of(now.Version, version, question),
            note,
            claims
        );
    }

    /// <summary>How today's questions answer to those of the templates of the rounds before.</summary>
    private sealed record Questions(Key<Template> Now, List<RequirementMapping> Pairs)
    {
        /// <summary>Null where nobody has said.</summary>
        public (MappingKind? Kind, string Note) Between(Code now, Code then, Round earlier)
        {
            if (now.RequirementId == then.RequirementId && (now.RequirementId is null || earlier.TemplateId == Now))
            {
                return (MappingKind.Same, "");
            }

            var pair = Pairs.Find(mapping =>
                mapping.EarlierTemplateId == earlier.TemplateId
                && mapping.RequirementId == now.RequirementId
                && mapping.EarlierRequirementId == then.RequirementId
            );
            return (pair?.Kind, pair?.Note ?? "");
        }
    }
}
