using System.Globalization;
using System.Text;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>Makes ids of names: an analyst writes them in a chapter, so they should be words.</summary>
internal sealed class InterventionIds(IEnumerable<Key<Intervention>> taken)
{
    private const int MostSigns = 60;

    /// <summary>Words that stand for pages of their own where an intervention's id would stand.</summary>
    private static readonly string[] Pages = ["ny", "lika", "las-in", "valj", "forra"];

    private readonly HashSet<string> _taken = [.. taken.Select(id => id.Value), .. Pages];

    /// <summary>An id that nothing else has; it is taken from now on.</summary>
    public Key<Intervention> For(string name) => Key<Intervention>.Parse(Free(name, "insats", _taken), null);

    /// <summary>A key made of a name that is none of those that are taken; it is one of them from now on.</summary>
    /// <param name="name">The name.</param>
    /// <param name="otherwise">What stands for a name without letters.</param>
    /// <param name="taken">Those that are taken.</param>
    internal static string Free(string name, string otherwise, HashSet<string> taken)
    {
        var word = WordOf(name, otherwise);
        var id = word;
        for (var number = 2; !taken.Add(id); number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{word}-{number}");
        }

        return id;
    }

    /// <summary>A name in small letters, with hyphens between its words.</summary>
    /// <param name="name">The name.</param>
    /// <param name="otherwise">What stands for a name without letters.</param>
    internal static string WordOf(string name, string otherwise)
    {
        var word = new StringBuilder();
        foreach (var sign in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (word.Length >= MostSigns)
            {
                break;
            }

            if (char.IsAsciiLetterOrDigit(sign))
            {
                word.Append(sign);
            }
            else if (
                word is [.., not '-']
                && CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark
            )
            {
                word.Append('-');
            }
        }

        var trimmed = word.ToString().Trim('-');
        return trimmed.Length == 0 ? otherwise : trimmed;
    }
}
