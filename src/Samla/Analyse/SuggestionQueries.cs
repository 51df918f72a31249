using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>What people have said of suggestions, asked for each who suggests by itself.</summary>
internal static class SuggestionQueries
{
    extension(SamlaDb db)
    {
        /// <summary>How often people agreed in the round.</summary>
        public async Task<SuggestCodes.Verdicts> Heard(
            Key<Round> round,
            string suggester,
            CancellationToken cancellation
        )
        {
            var counts = await db
                .SuggestionVerdicts.Where(verdict => verdict.RoundId == round && verdict.Suggester == suggester)
                .GroupBy(verdict => verdict.Verdict)
                .Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
            return new SuggestCodes.Verdicts(
                counts.GetValueOrDefault(Verdict.Accepted),
                counts.GetValueOrDefault(Verdict.Corrected),
                counts.GetValueOrDefault(Verdict.Rejected)
            );
        }

        /// <summary>The suggestions in the source that somebody has judged: the code, and where its words begin.</summary>
        public async Task<HashSet<(Key<Code>, int)>> Judged(
            Id<Source> source,
            string suggester,
            CancellationToken cancellation
        )
        {
            var said = await db
                .SuggestionVerdicts.Where(verdict => verdict.SourceId == source && verdict.Suggester == suggester)
                .Select(verdict => new { verdict.CodeId, verdict.Start })
                .ToListAsync(cancellation);
            return [.. said.Select(verdict => (verdict.CodeId, verdict.Start))];
        }
    }

    /// <summary>Whether one of the codings gives the code to some of the words already.</summary>
    public static bool Has(this IEnumerable<Coding> codings, Key<Code> code, int start, int length) =>
        codings.Any(coding => coding.CodeId == code && coding.Start < start + length && start < coding.End);
}
