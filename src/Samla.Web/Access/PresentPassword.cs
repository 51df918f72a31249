using Microsoft.AspNetCore.Identity;

namespace Samla.Web.Access;

/// <summary>What somebody who is signed in is told of the password they give once more.</summary>
internal static class PresentPassword
{
    /// <summary>What is wrong, in Swedish; null where it is right.</summary>
    public static string? Trouble(SignInResult present) =>
        present.Succeeded ? null
        : present.IsLockedOut ? "För många felaktiga lösenord. Vänta en kvart och försök igen."
        : "Det är inte ditt nuvarande lösenord.";
}
