using Samla.Domain;
using Samla.Domain.Access;
using Samla.Letters;

namespace Samla.Access;

/// <summary>The letters that bring somebody a link.</summary>
public static class AccountLetters
{
    /// <param name="account">Who is invited.</param>
    /// <param name="from">Who invites, by name.</param>
    /// <param name="organisation">Whose people the person becomes one of; null for the agency's.</param>
    /// <param name="link">The whole address.</param>
    /// <param name="until">How long it holds.</param>
    public static Letter Invitation(
        Account account,
        string from,
        string? organisation,
        string link,
        DateTimeOffset until
    ) =>
        new(
            account.Email,
            account.Name,
            "Inbjudan till Samla",
            $"""
            Hej {account.Name}!

            {from} har bjudit in dig till Samla{(
                organisation is null ? "" : $" för {organisation}"
            )}. Du blir {account.Roles.Swedish.ToLowerInvariant()}.

            Öppna länken och välj ett lösenord:
            {link}

            Länken gäller till {SwedishTime.Of(until)} och kan användas en gång. Behöver du en ny, be {from} om det.

            Är inbjudan inte till dig, gör ingenting. Utan lösenord kommer ingen in.

            """,
            account.IsSample
        );

    /// <param name="account">Whose password is to be chosen.</param>
    /// <param name="link">The whole address.</param>
    /// <param name="until">How long it holds.</param>
    public static Letter Recovery(Account account, string link, DateTimeOffset until) =>
        new(
            account.Email,
            account.Name,
            "Nytt lösenord till Samla",
            $"""
            Hej {account.Name}!

            Någon har bett om ett nytt lösenord till ditt konto i Samla. Var det du, öppna länken och välj ett:
            {link}

            Länken gäller till {SwedishTime.Of(until)} och kan användas en gång.

            Var det inte du, gör ingenting. Ditt lösenord är oförändrat.

            """,
            account.IsSample
        );
}
