using Samla.Domain.Grants;

namespace Samla.Domain.Compile;

/// <summary>How an amount of grants is told in a chapter.</summary>
public enum AmountForm
{
    /// <summary>In kronor: "2 431 miljoner kronor".</summary>
    Kronor,

    /// <summary>As a share: "31 procent".</summary>
    Share,

    /// <summary>What has the most: "innovation och förnyelse …".</summary>
    Largest,
}

/// <summary>What a chapter asks of the decisions on grants: <c>medel kompetens 20 2021-2024|andel</c>.</summary>
/// <param name="What">A strategic area, a heading under Annat or a form of support, by its id; for <see cref="AmountForm.Largest"/> one of <see cref="Kinds"/>; null for all.</param>
/// <param name="County">Null for all counties and national decisions.</param>
/// <param name="Years">The years of decision. They are always said: a new year's decisions are not to change what is written of others.</param>
/// <param name="Form">How it is told.</param>
public sealed record AmountAsked(string? What, RegionCode? County, YearSpan Years, AmountForm Form)
{
    /// <summary>The first word of the marker.</summary>
    public const string Word = "medel";

    /// <summary>For a marker of all: "medel allt 2021-2024".</summary>
    public const string All = "allt";

    public const string AreaKind = "område";
    public const string FormKind = "stödform";
    public const string CountyKind = "län";

    private const string Share = "andel";
    private const string Largest = "störst";

    /// <summary>What can be asked for the largest of.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [AreaKind, FormKind, CountyKind];

    /// <param name="words">What stands after <see cref="Word"/>: first what, then a county's code where one is wanted, last the years.</param>
    /// <param name="choice">What stands after the bar; empty where there is none.</param>
    /// <returns>Null where it cannot be understood. Whether there is such an area is not known here.</returns>
    public static AmountAsked? Read(IReadOnlyList<string> words, string choice)
    {
        AmountForm? form = choice switch
        {
            "" => AmountForm.Kronor,
            Share => AmountForm.Share,
            Largest => AmountForm.Largest,
            _ => null,
        };
        if (form is null || words.Count == 0)
        {
            return null;
        }

        var (county, years) = ((RegionCode?)null, (YearSpan?)null);
        foreach (var word in words.Skip(1))
        {
            if (county is null && years is null && RegionCode.TryParse(word, null, out var code))
            {
                county = code;
            }
            else if (years is null && YearSpan.TryParse(word, out var span))
            {
                years = span;
            }
            else
            {
                return null;
            }
        }

        var isKind = Kinds.Contains(words[0]);
        return
            years is null
            || isKind != (form == AmountForm.Largest)
            || ((words[0] == All || words[0] == SupportForm.Transport.Id) && form == AmountForm.Share) // a whole is no share
            || (words[0] == CountyKind && county is not null)
            ? null
            : new AmountAsked(words[0] == All ? null : words[0], county, years, form.Value);
    }

    /// <summary>As <see cref="ToString"/> wrote it; null where a later version does not know it.</summary>
    public static AmountAsked? Of(string text) => (Marker.Read(text) as Marker.Amount)?.Asked;

    /// <summary>As an author writes it, always in the same way.</summary>
    public override string ToString() =>
        string.Join(' ', ((string?[])[Word, What ?? All, County?.ToString(), Years.ToString()]).OfType<string>())
        + Form switch
        {
            AmountForm.Kronor => "",
            AmountForm.Share => $"|{Share}",
            AmountForm.Largest => $"|{Largest}",
        };
}
