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
    private const string RowsStart = "tabb_";
    private const string RowsEnd = "tabs_";

    // No sign of a key, so that no requirement has it.
    private const string RowsTag = ".rader";

    // Of a bookmark's name: letters, digits and underscores.
    private const int LongestName = 40;

    public static string StartOf(Key<Requirement> requirement) => Start + NameOf(requirement);

    public static string EndOf(Key<Requirement> requirement) => End + NameOf(requirement);

    public static string RowsStartOf(Key<Requirement> requirement) => RowsStart + NameOf(requirement);

    public static string RowsEndOf(Key<Requirement> requirement) => RowsEnd + NameOf(requirement);

    public static bool IsEnd(string bookmark) =>
        bookmark.StartsWith(End, StringComparison.Ordinal) || bookmark.StartsWith(RowsEnd, StringComparison.Ordinal);

    /// <summary>The tag of the content control around a requirement's own table.</summary>
    public static string RowsTagOf(Key<Requirement> requirement) => requirement.Value + RowsTag;

    /// <summary>What a content control is to be filled in with, by its tag; null for a control that is not ours.</summary>
    public static (Key<Requirement> Requirement, bool IsRows)? Of(string? tag)
    {
        var isRows = tag?.EndsWith(RowsTag, StringComparison.Ordinal) == true;
        return Key<Requirement>.TryParse(isRows ? tag![..^RowsTag.Length] : tag, null, out var requirement)
            ? (requirement, isRows)
            : null;
    }

    /// <summary>A number that is always the same, as the file's bytes are.</summary>
    public static int IdOf(Key<Requirement> requirement) => IdOf(requirement.Value);

    public static int IdOf(string tag) =>
        BitConverter.ToInt32(SHA256.HashData(Encoding.ASCII.GetBytes(tag))) & int.MaxValue;

    private static string NameOf(Key<Requirement> requirement)
    {
        var name = requirement.Value.Replace('-', '_');
        return name.Length + Start.Length <= LongestName ? name : $"{name[..26]}_{IdOf(requirement):x8}";
    }
}
