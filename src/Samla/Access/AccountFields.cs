using System.Globalization;

namespace Samla.Access;

/// <summary>What is filled in about an account.</summary>
public enum AccountField
{
    Email,
    Name,
    Roles,
    Reporter,
}

/// <summary>Why what was filled in will not do.</summary>
/// <param name="Field">Where.</param>
/// <param name="Message">What is wrong and what to do, in Swedish.</param>
public sealed record AccountProblem(AccountField Field, string Message);

/// <summary>How addresses and names may look.</summary>
internal static class AccountFields
{
    private const int LongestEmail = 254;
    private const int LongestLocal = 64;
    private const int LongestName = 100;

    public static AccountProblem? ProblemOfEmail(string email) =>
        LooksLikeEmail(email)
            ? null
            : new(
                AccountField.Email,
                "Skriv en hel e-postadress, som namn@organisation.se, utan mellanslag och utan å, ä och ö."
            );

    /// <summary>Names end up in letters, so they hold nothing that a mail program would make a link of.</summary>
    public static AccountProblem? ProblemOfName(string name) =>
        name.Length is 0 or > LongestName ? new(AccountField.Name, $"Skriv ett namn på högst {LongestName} tecken.")
        : !name.All(IsOfName) || !name.Any(char.IsLetter)
            ? new(
                AccountField.Name,
                "Namnet kan bara ha bokstäver, siffror, mellanslag, bindestreck, komma och apostrof."
            )
        : null;

    private static bool IsOfName(char sign) =>
        char.IsLetterOrDigit(sign)
        || char.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark
        || sign is ' ' or '-' or ',' or '\'' or '’';

    private static bool LooksLikeEmail(string email) =>
        email.Length <= LongestEmail
        && email.Split('@') is [{ Length: > 0 and <= LongestLocal } local, var domain]
        && local.Split('.').All(part => part.Length > 0 && part.All(IsOfLocal))
        && domain.Split('.') is { Length: > 1 } labels
        && labels.All(label =>
            label is [not '-', ..] and [.., not '-'] and { Length: <= 63 }
            && label.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-')
        );

    private static bool IsOfLocal(char sign) =>
        char.IsAsciiLetterOrDigit(sign) || "!#$%&'*+-/=?^_`{|}~".Contains(sign, StringComparison.Ordinal);
}
