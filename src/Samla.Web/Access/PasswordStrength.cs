using Microsoft.AspNetCore.Identity;
using Samla.Domain.Access;

namespace Samla.Web.Access;

/// <summary>
/// Refuses passwords that are soon guessed, and asks for no digits or signs: what guessers try first is known words, one's
/// own name, years, and neighbours on the keyboard (NIST SP 800-63B, 5.1.1.2).
/// </summary>
internal sealed class PasswordStrength : IPasswordValidator<Account>
{
    public const int Shortest = 12;

    /// <summary>More would only cost time to hash.</summary>
    public const int Longest = 128;

    /// <summary>As many characters or words as must be left when what is soon guessed counts as one.</summary>
    private const int FewestParts = 7;

    /// <summary>Three in a row make a run.</summary>
    private const int ShortestRun = 3;

    private static readonly string[] Rows =
    [
        "abcdefghijklmnopqrstuvwxyzåäö",
        "01234567890",
        "qwertyuiopå",
        "asdfghjklöä",
        "zxcvbnm",
    ];

    /// <summary>What many passwords are made of, here and in general.</summary>
    private static readonly string[] Common =
    [
        .. "lösenord losenord password passord hemligt hemlig secret sommar vinter höst host vår januari februari mars april maj juni juli augusti september oktober november december måndag tisdag onsdag torsdag fredag lördag söndag stockholm göteborg malmö sverige sweden svensk samla tillväxtverket tillvaxtverket region regionen länsstyrelsen lansstyrelsen redovisning welcome välkommen valkommen hejsan hej admin administrator letmein iloveyou älskar alskar master dragon monkey football fotboll hockey qwerty login test testar system dator".Split(
            ' '
        ),
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(
            Weakness(password ?? "", user.Email, user.Name) is { } weakness
                ? IdentityResult.Failed(new IdentityError { Description = weakness })
                : IdentityResult.Success
        );

    /// <summary>Why it will not do, in Swedish; null when it will.</summary>
    public static string? Weakness(string password, string email, string name) =>
        password.Length < Shortest
            ? $"Lösenordet är för kort: minst {Shortest} tecken behövs. Ta gärna några ord som inte hör ihop."
        : password.Length > Longest ? $"Lösenordet är för långt: högst {Longest} tecken får plats."
        : PartsOf(password.ToLowerInvariant(), [.. Common, .. OwnWords(email, name)]) < FewestParts
            ? "Lösenordet är lätt att gissa. Ta några ord till som inte hör ihop, och inget om dig själv."
        : null;

    private static IEnumerable<string> OwnWords(string email, string name) =>
        $"{email} {name}"
            .ToLowerInvariant()
            .Split([' ', '@', '.', '-', '_', ','], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= ShortestRun);

    private static int PartsOf(string password, string[] words)
    {
        var parts = 0;
        for (var at = 0; at < password.Length; parts++)
        {
            var rest = password[at..];
            var word = words
                .Where(word => rest.StartsWith(word, StringComparison.Ordinal))
                .Max(word => word.Length as int?);
            at += Math.Max(word ?? 1, Math.Max(YearIn(rest), RunIn(rest)));
        }

        return parts;
    }

    private static int YearIn(string text) =>
        text
            is ['1', '9', >= '0' and <= '9', >= '0' and <= '9', ..]
                or ['2', '0', >= '0' and <= '9', >= '0' and <= '9', ..]
            ? 4
            : 1;

    /// <summary>How long the same character goes on, or neighbours forwards or backwards.</summary>
    private static int RunIn(string text) =>
        Math.Max(
            LengthWhile(text, (one, next) => one == next, 2),
            Math.Max(
                LengthWhile(
                    text,
                    (one, next) => Rows.Any(row => row.Contains($"{one}{next}", StringComparison.Ordinal)),
                    ShortestRun
                ),
                LengthWhile(
                    text,
                    (one, next) => Rows.Any(row => row.Contains($"{next}{one}", StringComparison.Ordinal)),
                    ShortestRun
                )
            )
        );

    private static int LengthWhile(string text, Func<char, char, bool> follows, int shortest)
    {
        var length = 1;
        while (length < text.Length && follows(text[length - 1], text[length]))
        {
            length++;
        }

        return length >= shortest ? length : 1;
    }
}
