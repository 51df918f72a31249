using System.Text.Json.Serialization;
using Samla.Domain.Analyse;

namespace Samla.Domain.Compile;

/// <summary>How many more or fewer than in an earlier year, as it stands in a report.</summary>
/// <param name="Code">The code's key; of several that are counted together, the first.</param>
/// <param name="Label">The code's label, or in words whom the number counts.</param>
/// <param name="Words">The words of it: "två fler än föregående år".</param>
/// <param name="Year">The earlier year.</param>
/// <param name="Round">The round that the earlier number was counted in; null where it was read from a report that is in print.</param>
/// <param name="Then">Where the 21 stood.</param>
/// <param name="Now">Where they stand.</param>
/// <param name="Who">Whom it counts, as <see cref="Compile.Who"/> writes it; null where it is those who say what <paramref name="Code"/> stands for.</param>
public sealed record ReportComparison(
    string Code,
    string Label,
    string Words,
    int Year,
    string? Round,
    Standing Then,
    Standing Now,
    string? Who = null
)
{
    /// <summary>Whether the earlier number was read from a report that is in print.</summary>
    [JsonIgnore]
    public bool IsPrinted => Round is null;

    /// <summary>What it rests on, as sentences: how many it was, who has come and who has gone.</summary>
    [JsonIgnore]
    public string Told
    {
        get
        {
            var (came, went, unknown) = Then.ShiftTo(Now);
            var number = Then.Says.IsEmpty ? "ingen" : Numeral.Write(Then.Says.Count);
            return string.Join(
                ' ',
                new[]
                {
                    IsPrinted ? $"{Year} enligt den tryckta rapporten: {number}." : $"{Year}: {number}.",
                    came.IsEmpty ? null : $"Har tillkommit: {came.Names}.",
                    went.IsEmpty ? null : $"Är inte längre med: {went.Names}.",
                    unknown.IsEmpty ? null : $"Går inte att jämföra: {unknown.Names}.",
                }.OfType<string>()
            );
        }
    }

    /// <summary>How much a number differs from an earlier one, in the middle of a sentence.</summary>
    /// <param name="now">The number.</param>
    /// <param name="then">The earlier number.</param>
    /// <param name="earlier">When that was, as it goes after "än": "föregående år".</param>
    public static string Write(int now, int then, string earlier) =>
        (now - then) switch
        {
            0 => $"lika många som {earlier}",
            > 0 and var more => $"{Numeral.Write(more)} fler än {earlier}",
            var fewer => $"{Numeral.Write(-fewer)} färre än {earlier}",
        };

    /// <summary>An earlier year as it goes after "än", seen from the year that is told of.</summary>
    public static string Earlier(int year, bool isPrinted, int now) =>
        isPrinted ? $"i rapporten om {year}"
        : year == now - 1 ? "föregående år"
        : $"{year}";
}
