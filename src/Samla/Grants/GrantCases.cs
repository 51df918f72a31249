using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Samla.Domain;
using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>
/// Puts the rows of each case together. A case has a row for each area that it serves and each year that it was paid in; every row has the whole
/// case's amount granted, and the whole of what was paid in its year. The amounts are then shared out, so that no sum has anything twice.
/// </summary>
internal static class GrantCases
{
    /// <summary>The rows by case, in the order of the file. What does not add up is told to <paramref name="reader"/>.</summary>
    public static Dictionary<string, List<GrantRow>> Of(
        GrantRowReader reader,
        ColumnMapping mapping,
        CancellationToken cancellation
    )
    {
        var cases = new Dictionary<string, List<GrantRow>>(StringComparer.Ordinal);
        foreach (var row in reader.Read(cancellation))
        {
            if (cases.TryGetValue(row.Case, out var same))
            {
                same.Add(row);
            }
            else
            {
                cases.Add(row.Case, [row]);
            }
        }

        var mayRepeat =
            mapping.Columns.ContainsKey(GrantField.Share.Id) || mapping.Columns.ContainsKey(GrantField.PaymentYear.Id);
        foreach (var (_, parts) in cases.Where(one => !reader.Broken.Contains(one.Key)))
        {
            var trouble = parts.Count > 1 && !mayRepeat ? Doubled(parts) : Trouble(parts);
            if (trouble.Count > 0)
            {
                reader.Rejected.AddRange(trouble);
            }
            else
            {
                ShareOutAmounts(parts);
            }
        }

        return cases;
    }

    private static List<RejectedRow> Doubled(List<GrantRow> parts) =>
        [
            .. parts
                .Skip(1)
                .Select(row => new RejectedRow(
                    row.Number,
                    GrantField.Case,
                    $"Ärendet {row.Case} står även på rad {parts[0].Number}. Ett ärende ska ha en rad, om filen inte har en kolumn för andel eller utbetalningsår."
                )),
        ];

    private static List<RejectedRow> Trouble(List<GrantRow> parts)
    {
        var first = parts[0];
        var trouble = new List<RejectedRow>();
        var seen = new HashSet<(string?, string?, int?)>();
        var shares = new Dictionary<(string?, string?), int>();
        var paid = new Dictionary<int, long>();
        foreach (var row in parts)
        {
            if (Different(first, row) is { } field)
            {
                Reject(
                    row,
                    field,
                    $"Ärendet {row.Case} har ett annat värde på rad {first.Number}. Det ska vara detsamma på ärendets alla rader."
                );
            }

            if (!seen.Add((row.Area, row.Priority, row.PaymentYear)))
            {
                Reject(row, GrantField.Case, $"Ärendet {row.Case} har två rader med samma område och utbetalningsår.");
            }

            if (
                shares.TryAdd((row.Area, row.Priority), row.Share) is false
                && shares[(row.Area, row.Priority)] != row.Share
            )
            {
                Reject(row, GrantField.Share, $"Ärendet {row.Case} har olika andelar för samma område.");
            }

            if (paid.TryAdd(row.PaymentYear ?? 0, row.Paid) is false && paid[row.PaymentYear ?? 0] != row.Paid)
            {
                Reject(
                    row,
                    GrantField.Paid,
                    $"Ärendet {row.Case} har olika belopp utbetalda samma år. På varje rad ska stå vad som är utbetalt i hela ärendet det året."
                );
            }
        }

        foreach (var row in shares.Count > 1 ? parts.Where(row => row.Share == 0) : [])
        {
            Reject(row, GrantField.Share, $"Ärendet {row.Case} har flera områden, så varje rad ska ha en andel.");
        }

        if (trouble.Count == 0)
        {
            Sums(first, parts.Count, shares, paid, Reject);
        }

        return trouble;

        void Reject(GrantRow row, GrantField field, string reason) =>
            trouble.Add(new RejectedRow(row.Number, field, reason));
    }

    private static void Sums(
        GrantRow first,
        int rows,
        Dictionary<(string?, string?), int> shares,
        Dictionary<int, long> paid,
        Action<GrantRow, GrantField, string> reject
    )
    {
        var saysNoShare = shares.Count == 1 && first.Share == 0;
        if (!saysNoShare && shares.Values.Sum() != ShareOut.Whole)
        {
            reject(
                first,
                GrantField.Share,
                $"Andelarna i ärendet {first.Case} blir tillsammans {SwedishFigures.Of(shares.Values.Sum() / 100m)} procent, inte 100."
            );
        }

        if (rows != shares.Count * paid.Count)
        {
            reject(
                first,
                GrantField.Case,
                $"Ärendet {first.Case} ska ha en rad för varje område och utbetalningsår ({shares.Count * paid.Count}), men har {rows}."
            );
        }

        if (paid.Values.Sum() is var sum && (sum < 0 || sum > first.Granted))
        {
            reject(
                first,
                GrantField.Paid,
                sum < 0
                    ? $"Det utbetalda i ärendet {first.Case} blir mindre än noll."
                    : $"Utbetalt ({SwedishFigures.Of(sum / 100m)} kr) är mer än beviljat ({SwedishFigures.Of(first.Granted / 100m)} kr)."
            );
        }
    }

    /// <summary>What says of the case itself, and not the same in both rows.</summary>
    private static GrantField? Different(GrantRow one, GrantRow other) =>
        one.County != other.County ? GrantField.County
        : one.DecisionYear != other.DecisionYear ? GrantField.DecisionYear
        : one.Granted != other.Granted ? GrantField.Granted
        : one.Form != other.Form ? GrantField.Form
        : one.Municipality != other.Municipality ? GrantField.Municipality
        : one.TotalCost != other.TotalCost ? GrantField.TotalCost
        : one.Fund != other.Fund ? GrantField.Fund
        : one.FundAmount != other.FundAmount ? GrantField.FundAmount
        : one.Applicant != other.Applicant ? GrantField.Applicant
        : one.Sex != other.Sex ? GrantField.Sex
        : one.Industry != other.Industry ? GrantField.Industry
        : one.StartsOn != other.StartsOn ? GrantField.StartsOn
        : one.EndsOn != other.EndsOn ? GrantField.EndsOn
        : one.HasResultsChain != other.HasResultsChain ? GrantField.ResultsChain
        : one.Economic != other.Economic ? GrantField.Economic
        : one.Social != other.Social ? GrantField.Social
        : one.Environmental != other.Environmental ? GrantField.Environmental
        : null;

    private static void ShareOutAmounts(List<GrantRow> parts)
    {
        var first = parts[0];
        first.Digest = DigestOf(parts);
        first.Cases = 1;
        foreach (var area in parts.DistinctBy(row => row.Area))
        {
            area.CasesInArea = 1;
        }

        var (granted, cost, fund) = (first.Granted, first.TotalCost, first.FundAmount);
        foreach (var year in parts.GroupBy(row => row.PaymentYear))
        {
            List<GrantRow> areas = [.. year];
            int[] shares = areas is [{ Share: 0 }] ? [ShareOut.Whole] : [.. areas.Select(row => row.Share)];
            var isFirst = year.Key == first.PaymentYear;
            var (paidParts, grantedParts) = (
                ShareOut.Of(areas[0].Paid, shares),
                ShareOut.Of(isFirst ? granted : 0, shares)
            );
            var costParts = isFirst && cost is { } whole ? ShareOut.Of(whole, shares) : null;
            var fundParts = isFirst && fund is { } eu ? ShareOut.Of(eu, shares) : null;
            foreach (var (at, row) in areas.Index())
            {
                (row.Share, row.Paid, row.Granted) = (shares[at], paidParts[at], grantedParts[at]);
                (row.TotalCost, row.FundAmount) = (costParts?[at], fundParts?[at]);
            }
        }
    }

    /// <summary>The first half of a SHA-256 over all that the case says, whatever order its rows stand in.</summary>
    private static Guid DigestOf(List<GrantRow> parts)
    {
        var first = parts[0];
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{first.County};{first.Municipality};{first.Form};{first.DecisionYear};{first.Granted};{first.TotalCost};{first.Fund};{first.FundAmount};{first.Applicant};{first.Sex};{first.Industry};{first.StartsOn:yyyyMMdd};{first.EndsOn:yyyyMMdd};{first.HasResultsChain};{first.Economic};{first.Social};{first.Environmental}"
        );
        foreach (
            var row in parts
                .OrderBy(row => row.Area, StringComparer.Ordinal)
                .ThenBy(row => row.Priority, StringComparer.Ordinal)
                .ThenBy(row => row.PaymentYear)
        )
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"|{row.Area};{row.Priority};{row.PaymentYear};{(row.Share == 0 ? ShareOut.Whole : row.Share)};{row.Paid}"
            );
        }

        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }
}
