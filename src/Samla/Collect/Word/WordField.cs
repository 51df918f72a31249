using System.Security.Cryptography;
using System.Text;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect.Word;

/// <summary>
/// How a field of the template is found again: by the tag of its content control; and by marks in the lines before and
/// after it, since LibreOffice keeps no content control around several paragraphs.
/// </summary>
internal static class WordField
{
    /// <summary>The most signs that Word takes in the title of a content control.</summary>
    public const int MostSigns = 64;

    private const string Start = "svar_";
    private const string End = "slut_";

    // Of a bookmark's name: letters, digits and underscores.
    private const int LongestName = 40;

    public static string StartOf(Key<Requirement> requirement) => Start + NameOf(requirement);

    public static string EndOf(Key<Requirement> requirement) => End + NameOf(requirement);

    public static bool IsEnd(string bookmark) => bookmark.StartsWith(End, StringComparison.Ordinal);

    /// <summary>A number that is always the same, as the file's bytes are.</summary>
    public static int IdOf(Key<Requirement> requirement) =>
        BitConverter.ToInt32(SHA256.HashData(Encoding.ASCII.GetBytes(requirement.Value))) & int.MaxValue;

    private static string NameOf(Key<Requirement> requirement)
    {
        var name = requirement.Value.Replace('-', '_');
        return name.Length + Start.Length <= LongestName ? name : $"{name[..26]}_{IdOf(requirement):x8}";
    }
}
