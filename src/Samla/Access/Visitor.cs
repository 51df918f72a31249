using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Access;

/// <summary>A person who is signed in.</summary>
/// <param name="Account">Whose account.</param>
/// <param name="Session">By which sign-in.</param>
/// <param name="Name">As colleagues know the person.</param>
/// <param name="Roles">What the person does.</param>
/// <param name="Reporter">Whose people it is one of; null for the agency's.</param>
/// <param name="ReporterName">That reporter's own name; null for the agency's people.</param>
/// <param name="IsSample">Whether it is one of the accounts that come with the sample.</param>
public sealed record Visitor(
    Id<Account> Account,
    Id<Session> Session,
    string Name,
    Roles Roles,
    Key<Reporter>? Reporter,
    string? ReporterName,
    bool IsSample
)
{
    /// <summary>As the audit trail names the person.</summary>
    public string Actor => Domain.Access.Account.ActorOf(Account);

    /// <summary>Whether the person may do it; to nobody's data in particular where <paramref name="to"/> is null.</summary>
    public bool May(Permission permission, Key<Reporter>? to = null) => Rights.Allow(Roles, Reporter, permission, to);
}
