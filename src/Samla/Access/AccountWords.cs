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
            Roles.Administrator => "administrator",
            _ => throw new ArgumentException($"{role} is no single role.", nameof(role)),
        };

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
