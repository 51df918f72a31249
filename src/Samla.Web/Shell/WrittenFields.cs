using System.Text.RegularExpressions;

namespace Samla.Web.Shell;

/// <summary>What of a form a person may have written, as told from the form alone.</summary>
internal static partial class WrittenFields
{
    /// <summary>The fields that hold passwords and passkeys; see the account's pages.</summary>
    private static readonly string[] Secrets = ["losenord", "nuvarande", "nytt", "passnyckel"];

    public static IEnumerable<string> In(IFormCollection form) =>
        form.Where(field => !field.Key.StartsWith('_') && !Secrets.Contains(field.Key))
            .SelectMany(field => field.Value)
            .OfType<string>()
            .Where(text => !OfThePage().IsMatch(text));

    /// <summary>Keys, ids, numbers and choices, with what a page sends along beside them: nobody has written those.</summary>
    [GeneratedRegex(@"^[a-z0-9._/-]*$|\|[0-9.]*$", RegexOptions.None, 1_000)]
    private static partial Regex OfThePage();
}
