using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;

namespace Samla.Access;

/// <summary>
/// What to call those who did things. A trail that cannot be changed keeps accounts' ids; their names are looked up when
/// somebody reads it, as long as the person is here.
/// </summary>
public sealed class ActorNames(SamlaDb db)
{
    /// <summary>A name for each: of an account its person's, of anything else what it is called already.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Run(
        IEnumerable<string> actors,
        CancellationToken cancellation
    )
    {
        var all = actors.Distinct(StringComparer.Ordinal).ToList();
        var ids = all.Select(Account.OfActor).OfType<Id<Account>>().ToList();
        var names =
            ids.Count == 0
                ? []
                : await db
                    .Accounts.AsNoTracking()
                    .Where(account => ids.Contains(account.Id) && account.Name != "")
                    .ToDictionaryAsync(account => account.Id, account => account.Name, cancellation);
        return all.ToDictionary(
            actor => actor,
            actor =>
                Account.OfActor(actor) is { } id
                    ? names.GetValueOrDefault(id, "ett konto som inte finns längre")
                    : actor,
            StringComparer.Ordinal
        );
    }
}
