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
    private static readonly string[] Pages = ["ny", "lika", "las-in", "valj"];

    private readonly HashSet<string> _taken = [.. taken.Select(id => id.Value), .. Pages];

    /// <summary>An id that nothing else has; it is taken from now on.</summary>
    public Key<Intervention> For(string name)
    {
        var word = WordOf(name);
        var id = word;
        for (var number = 2; !_taken.Add(id); number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{word}-{number}");
        }

        return Key<Intervention>.Parse(id, null);
    }

    private static string WordOf(string name)
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
        return trimmed.Length == 0 ? "insats" : trimmed;
    }
}
