using System.Collections.Concurrent;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Web.Collect;

/// <summary>
/// Who has a section's page open right now, and writes which answer. Kept in memory: it is worth nothing after half a minute,
/// and where it fails, a conflict still shows both texts.
/// </summary>
internal sealed class Presence(TimeProvider clock)
{
    /// <summary>How long somebody is here after the page last said so; it says so every ten seconds.</summary>
    private static readonly TimeSpan Here = TimeSpan.FromSeconds(25);

    private readonly ConcurrentDictionary<(Place Place, Id<Session> Session), Person> _people = new();

    /// <summary>A section of a reporter's part of a round.</summary>
    public readonly record struct Place(Key<Round> Round, Key<Reporter> Reporter, Key<Section> Section);

    /// <param name="Writes">The requirement whose answer the person is in; empty for none.</param>
    public sealed record Person(Id<Account> Account, string Name, string Writes, DateTimeOffset SeenAt);

    /// <summary>Says that somebody is here, and tells who else is.</summary>
    public IReadOnlyList<Person> Meet(Place place, Id<Session> session, Id<Account> account, string name, string writes)
    {
        var now = clock.GetUtcNow();
        _people[(place, session)] = new Person(account, name, writes, now);
        foreach (var gone in _people.Where(one => now - one.Value.SeenAt > Here))
        {
            _people.TryRemove(gone);
        }

        return
        [
            .. _people
                .Where(one => one.Key.Place == place && one.Value.Account != account)
                .Select(one => one.Value)
                .DistinctBy(person => (person.Account, person.Writes)),
        ];
    }

    /// <summary>Says that somebody has left.</summary>
    public void Leave(Place place, Id<Session> session) => _people.TryRemove((place, session), out _);
}
