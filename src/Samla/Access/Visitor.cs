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
/// <param name="IsSample">Whether the account belongs to the sample, as <see cref="Account.IsSample"/> has it.</param>
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
    /// <summary>The one who runs a command where the database is, and so may do all that an administrator may.</summary>
    public static Visitor AtCommandLine { get; } =
        new(
            default,
            default,
            "Kommandoraden",
            Roles.Administrator,
            Reporter: null,
            ReporterName: null,
            IsSample: false
        );

    /// <summary>As the audit trail names the person.</summary>
    public string Actor => this == AtCommandLine ? "kommandoraden" : Domain.Access.Account.ActorOf(Account);

    /// <summary>Whether the person may do it; to nobody's data in particular where <paramref name="to"/> is null.</summary>
    public bool May(Permission permission, Key<Reporter>? to = null) => Rights.Allow(Roles, Reporter, permission, to);

    /// <summary>Whether the person may do it with everybody's data at once, and not only with that of one reporter.</summary>
    public bool MayWithAll(Permission permission) => Rights.AllowWithAll(Roles, permission);

    /// <summary>
    /// Whether the person manages accounts at a reporter, or at the agency where it is null. One who belongs to the sample
    /// neither sees nor changes what is real.
    /// </summary>
    public bool MayManage(Key<Reporter>? reporter, bool isSample) =>
        May(Permission.ManageAccounts, reporter)
        && (Reporter is null || Reporter == reporter)
        && (isSample || !IsSample);
}
