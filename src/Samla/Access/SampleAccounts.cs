using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Access;

/// <summary>
/// The accounts that come with the sample round: two for each reporter, four at the agency, one at the ministry. They hold no password, are
/// used by whoever wants to try, and let nobody in where a real round is kept.
/// </summary>
public sealed class SampleAccounts(SamlaDb db, TimeProvider clock)
{
    /// <summary>A domain that is reserved for examples, so that no letter to it reaches anybody (RFC 2606).</summary>
    private const string Domain = "prov.example";

    /// <summary>What somebody is told who would change one.</summary>
    public const string Fixed =
        "Det här är ett provkonto som flera kan använda. Namn, lösenord och passnycklar kan därför inte ändras.";

    /// <summary>The addresses of some, one of each kind.</summary>
    public static IReadOnlyList<string> Examples { get; } =
    [
        $"analytiker@{Domain}",
        $"sakkunnig@{Domain}",
        $"administrator@{Domain}",
        $"departement@{Domain}",
        $"ansvarig.10@{Domain}",
        $"handlaggare.10@{Domain}",
    ];

    /// <summary>Whether it is one of them; an account that one of them invited belongs to a person, and is not.</summary>
    public static bool IsShared(Account account) => account.IsSample && IsTheirs(account.Email);

    /// <summary>Whether an address is one of theirs, so that nobody is invited to it.</summary>
    internal static bool IsTheirs(string email) => email.EndsWith($"@{Domain}", StringComparison.Ordinal);

    /// <summary>Whether they let anybody in: as long as no round here is a real one.</summary>
    public Task<bool> AreOpen(CancellationToken cancellation) => AreOpen(db).AnyAsync(cancellation);

    /// <summary>By name, in Swedish order within the reporters and the agency; empty where they are shut.</summary>
    public async Task<IReadOnlyList<Account>> List(CancellationToken cancellation) =>
        [
            .. (
                await db
                    .Accounts.AsNoTracking()
                    .Where(account => account.IsSample && !account.IsShut && AreOpen(db).Any())
                    .ToListAsync(cancellation)
            )
                .Where(IsShared)
                .OrderBy(account => account.ReporterId is not null)
                .ThenBy(account => account.Name, SwedishText.Order),
        ];

    /// <summary>Makes them, for the reporters that the sample has brought.</summary>
    public async Task Make(CancellationToken cancellation)
    {
        Add("analytiker", "Analytiker, provkonto", reporter: null, Roles.Analyst);
        Add("analytiker2", "Analytiker två, provkonto", reporter: null, Roles.Analyst);
        Add("sakkunnig", "Sakkunnig, provkonto", reporter: null, Roles.Expert);
        Add("administrator", "Administratör, provkonto", reporter: null, Roles.Administrator);
        Add("departement", "Departement, provkonto", reporter: null, Roles.Ministry);
        foreach (var reporter in await db.Reporters.AsNoTracking().ToListAsync(cancellation))
        {
            Add($"handlaggare.{reporter.Id}", $"Handläggare, {reporter.Name}, provkonto", reporter, Roles.Officer);
            Add($"ansvarig.{reporter.Id}", $"Redovisningsansvarig, {reporter.Name}, provkonto", reporter, Roles.Lead);
        }

        await db.Save(new Change("Samla", "account.sample", "accounts"), cancellation);
    }

    /// <summary>A row where they are open, none where not: part of larger questions.</summary>
    internal static IQueryable<Round> AreOpen(SamlaDb db) =>
        db.Rounds.Where(round =>
            round.Origin != Origin.Reported && !db.Rounds.Any(other => other.Origin == Origin.Reported)
        );

    private void Add(string address, string name, Reporter? reporter, Roles roles) =>
        db.Accounts.Add(
            new Account
            {
                Id = Id.New<Account>(clock),
                Email = $"{address}@{Domain}",
                Name = name,
                ReporterId = reporter?.Id,
                Roles = roles,
                SecurityStamp = SecretText.New(),
                IsSample = true,
                CreatedAt = clock.GetUtcNow(),
            }
        );
}
