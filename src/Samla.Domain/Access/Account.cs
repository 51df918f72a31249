using Samla.Domain.Collect;

namespace Samla.Domain.Access;

/// <summary>A person who can sign in.</summary>
public sealed class Account
{
    private const string ActorPrefix = "konto/";

    public required Id<Account> Id { get; init; }

    /// <summary>In lower case: what a person signs in with, and where letters are sent.</summary>
    [Personal]
    public required string Email { get; set; }

    /// <summary>As colleagues know the person.</summary>
    [Personal]
    public required string Name { get; set; }

    /// <summary>The reporter that the person belongs to; null for the agency's people.</summary>
    public required Key<Reporter>? ReporterId { get; init; }

    public required Roles Roles { get; set; }

    /// <summary>Null until the person has chosen one. Those that come with the sample never have one.</summary>
    [Personal]
    public string? PasswordHash { get; set; }

    /// <summary>Changes whenever what lets the person in does.</summary>
    [Personal]
    public required string SecurityStamp { get; set; }

    /// <summary>Wrong passwords since the last right one.</summary>
    public int FailedSignIns { get; set; }

    /// <summary>No password is tried before this; null when there is no such time.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>A shut account lets nobody in; what the person has done stays.</summary>
    public bool IsShut { get; set; }

    /// <summary>
    /// Made with the sample round, or by somebody who was: let in only while nothing but sample rounds is here, so that
    /// nobody takes a right along from the sample into real work.
    /// </summary>
    public required bool IsSample { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public List<Passkey> Passkeys { get; init; } = [];

    /// <summary>As the audit trail names the person: what it holds can never be taken back, so it is no name.</summary>
    public string Actor => ActorOf(Id);

    public static string ActorOf(Id<Account> id) => $"{ActorPrefix}{id}";

    /// <summary>The account that is named so; null where it is no account that did it.</summary>
    public static Id<Account>? OfActor(string actor) =>
        actor.StartsWith(ActorPrefix, StringComparison.Ordinal)
        && Id<Account>.TryParse(actor[ActorPrefix.Length..], provider: null, out var id)
            ? id
            : null;

    /// <summary>Whether the person has been forgotten; what they did stays under the account's id.</summary>
    public bool IsErased => Email == Actor;

    /// <summary>Forgets the person. The place of the address holds no address, and lets nobody in.</summary>
    public void Erase()
    {
        Email = Actor;
        Name = "";
        PasswordHash = null;
        IsShut = true;
    }

    /// <summary>How an address is kept and looked up.</summary>
    public static string Normalised(string email) => email.Trim().ToLowerInvariant();
}

/// <summary>A passkey (WebAuthn credential) of an account.</summary>
public sealed class Passkey
{
    public required Id<Account> AccountId { get; init; }

    [Personal]
    public required byte[] CredentialId { get; init; }

    [Personal]
    public required byte[] PublicKey { get; init; }

    /// <summary>What its owner calls it.</summary>
    [Personal]
    public required string Name { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How many times it has been used, where it counts.</summary>
    public required long SignCount { get; set; }

    /// <summary>How it is reached, such as "internal" or "usb", with spaces between.</summary>
    public required string Transports { get; init; }

    public required bool IsUserVerified { get; set; }

    public required bool IsBackupEligible { get; init; }

    public required bool IsBackedUp { get; set; }

    [Personal]
    public required byte[] AttestationObject { get; init; }

    [Personal]
    public required byte[] ClientDataJson { get; init; }
}

/// <summary>A sign-in that has not ended. Each can be ended by itself.</summary>
public sealed class Session
{
    /// <summary>It goes unused for this long before it ends by itself: a day's work.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    public required Id<Session> Id { get; init; }

    public required Id<Account> AccountId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was last used, to within some minutes.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>The browser and system, as its owner would know them again: "Firefox på Windows".</summary>
    [Personal]
    public required string Device { get; init; }

    /// <summary>By a passkey; else by a password.</summary>
    public required bool ByPasskey { get; init; }
}

/// <summary>What a link that was sent to a person lets them do.</summary>
public enum LinkPurpose
{
    /// <summary>Choose a first password and come in.</summary>
    Invitation,

    /// <summary>Choose a new password.</summary>
    Recovery,
}

/// <summary>A link that lets its holder choose the account's password, once. The link itself is kept by nobody.</summary>
public sealed class AccountLink
{
    /// <summary>SHA-256 of what stands in the link, in hexadecimal.</summary>
    [Personal]
    public required string TokenHash { get; init; }

    public required Id<Account> AccountId { get; init; }

    public required LinkPurpose Purpose { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How long it holds.</summary>
    public static TimeSpan LifeOf(LinkPurpose purpose) =>
        purpose switch
        {
            LinkPurpose.Invitation => TimeSpan.FromDays(14),
            LinkPurpose.Recovery => TimeSpan.FromHours(1),
        };
}
