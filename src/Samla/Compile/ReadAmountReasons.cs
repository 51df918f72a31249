using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain.Compile;
using Samla.Grants;

namespace Samla.Compile;

/// <summary>What can have changed amounts since they were accepted: the files of decisions that have been read in.</summary>
public sealed class ReadAmountReasons(SamlaDb db, ActorNames names)
{
    /// <param name="Imports">Those since the first of the amounts was accepted, the latest first.</param>
    /// <param name="Names">By the actors of the audit trail who accepted the amounts.</param>
    public sealed record Result(
        IReadOnlyList<ListGrantImports.Entry> Imports,
        IReadOnlyDictionary<string, string> Names
    )
    {
        /// <summary>The latest first.</summary>
        public IReadOnlyList<ListGrantImports.Entry> ImportsSince(DateTimeOffset accepted) =>
            [.. Imports.Where(one => one.Import.At > accepted)];
    }

    /// <summary>Of all that are asked for in one go.</summary>
    public async Task<Result> Run(IReadOnlyCollection<UnacceptedAmount> amounts, CancellationToken cancellation)
    {
        if (amounts.Count == 0)
        {
            return new Result([], new Dictionary<string, string>());
        }

        var first = amounts.Min(amount => amount.Accepted.AcceptedAt);
        var imports = await db
            .GrantImports.AsNoTracking()
            .Where(import => import.At > first)
            .OrderByDescending(import => import.Number)
            .ToListAsync(cancellation);
        var called = await names.Run(
            imports.Select(import => import.Actor).Concat(amounts.Select(amount => amount.Accepted.AcceptedBy)),
            cancellation
        );
        return new Result(
            imports.ConvertAll(import => new ListGrantImports.Entry(import, called[import.Actor])),
            called
        );
    }
}
