using Samla.Domain.Access;

namespace Samla.Access;

/// <summary>The words for roles and states: those that scripts know, part of the command line's contract, and the Swedish.</summary>
public static class AccountWords
{
    /// <summary>The word for a single role.</summary>
    public static string Of(Roles role) =>
        role switch
        {
            Roles.Officer => "officer",
            Roles.Lead => "lead",
            Roles.Analyst => "analyst",
            Roles.Expert => "expert",
            Roles.Administrator => "administrator",
            Roles.Ministry => "ministry",
            _ => throw new ArgumentException($"{role} is no single role.", nameof(role)),
        };

    /// <summary>Where somebody belongs.</summary>
    /// <param name="roles">What the person does.</param>
    /// <param name="reporter">The reporter's name; null for those who belong to none.</param>
    public static string HomeOf(Roles roles, string? reporter) =>
        reporter ?? (roles.HasFlag(Roles.Ministry) ? "Departementet" : "Myndigheten");

    /// <summary>The word for a state.</summary>
    public static string Of(AccountState state) =>
        state switch
        {
            AccountState.Open => "open",
            AccountState.Sample => "sample",
            AccountState.Invited => "invited",
            AccountState.InvitationEnded => "invitation-ended",
            AccountState.Shut => "disabled",
        };

    /// <summary>The state as a reader has it.</summary>
    public static string SwedishOf(AccountState state) =>
        state switch
        {
            AccountState.Open => "öppet",
            AccountState.Sample => "provkonto",
            AccountState.Invited => "inbjuden",
            AccountState.InvitationEnded => "inbjudan har gått ut",
            AccountState.Shut => "stängt",
        };
}
