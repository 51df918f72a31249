using System.Globalization;
using System.Security.Cryptography;
using System.Text.Unicode;
using Samla.Domain;
using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>
/// Puts the rows of each case together. A case has a row for each area that it serves and each year that it was paid in; every row has the whole
/// case's amount granted, and the whole of what was paid in its year. The amounts are then shared out, so that no sum has anything twice.
/// </summary>
internal static class GrantCases
{
    /// <summary>The rows of each case together, in the file's order within it. What does not add up is told to <paramref name="reader"/>.</summary>
    public static IReadOnlyList<ArraySegment<GrantRow>> Of(
        GrantRowReader reader,
        ColumnMapping mapping,
        CancellationToken cancellation
    )
    {
        GrantRow[] rows = [.. reader.Read(cancellation)];
        Array.Sort(rows, ByCase);
        var cases = new List<ArraySegment<GrantRow>>(rows.Length);
        for (var from = 0; from < rows.Length; )
        {
            var to = from + 1;
            while (to < rows.Length && rows[to].Case == rows[from].Case)
            {
                to++;
            }

            cases.Add(new ArraySegment<GrantRow>(rows, from, to - from));
            from = to;
        }

        var mayRepeat =
            mapping.Columns.ContainsKey(GrantField.Share.Id) || mapping.Columns.ContainsKey(GrantField.PaymentYear.Id);
        foreach (var parts in cases.Where(one => !reader.Broken.Contains(one[0].Case)))
        {
            if (parts.Count == 1 && IsPlain(parts[0]))
            {
                continue;
            }

            var trouble = parts.Count > 1 && !mayRepeat ? Doubled(parts) : Trouble(parts);
            if (trouble.Count > 0)
            {
                reader.Rejected.AddRange(trouble);
                reader.Broken.Add(parts[0].Case);
            }
        }

        // Each by itself, so every core helps: the digests take an eighth of the time.
        Parallel.ForEach(
            cases,
            new ParallelOptions { CancellationToken = cancellation },
            parts =>
            {
                if (!reader.Broken.Contains(parts.AsSpan()[0].Case))
                {
                    ShareOutAmounts(parts);
                }
            }
        );
        return cases;
    }

    /// <summary>Whether a case of one row adds up, as nearly all do: then there is nothing to say, and nothing to hold what is said.</summary>
    private static bool IsPlain(GrantRow row) =>
        row.Share is 0 or ShareOut.Whole && row.Paid >= 0 && row.Paid <= row.Granted;

    private static int ByCase(GrantRow one, GrantRow other) =>
        string.CompareOrdinal(one.Case, other.Case) is var order and not 0 ? order : one.Number.CompareTo(other.Number);

    private static List<RejectedRow> Doubled(ArraySegment<GrantRow> parts) =>
        [
            .. parts
                .Skip(1)
                .Select(row => new RejectedRow(
                    row.Number,
                    GrantField.Case,
                    $"Ärendet {row.Case} står även på rad {parts[0].Number}. Ett ärende ska ha en rad, om filen inte har en kolumn för andel eller utbetalningsår."
                )),
        ];

    private static List<RejectedRow> Trouble(ArraySegment<GrantRow> parts)
    {
        var first = parts[0];
        var trouble = new List<RejectedRow>();
        if (parts.Count == 1) // as nearly all are: nothing can differ
        {
            Sums(first, new Whole(1, 1, first.Share, 1, first.Paid), Reject);
            return trouble;
        }

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
            Sums(
                first,
                new Whole(parts.Count, shares.Count, shares.Values.Sum(), paid.Count, paid.Values.Sum()),
                Reject
            );
        }

        return trouble;

        void Reject(GrantRow row, GrantField field, string reason) =>
            trouble.Add(new RejectedRow(row.Number, field, reason));
    }

    private static void Sums(GrantRow first, Whole whole, Action<GrantRow, GrantField, string> reject)
    {
        var saysNoShare = whole.Areas == 1 && first.Share == 0;
        if (!saysNoShare && whole.Share != ShareOut.Whole)
        {
            reject(
                first,
                GrantField.Share,
                $"Andelarna i ärendet {first.Case} blir tillsammans {SwedishFigures.Of(whole.Share / 100m)} procent, inte 100."
            );
        }

        if (whole.Rows != whole.Areas * whole.Years)
        {
            reject(
                first,
                GrantField.Case,
                $"Ärendet {first.Case} ska ha en rad för varje område och utbetalningsår ({whole.Areas * whole.Years}), men har {whole.Rows}."
            );
        }

        if (whole.Paid < 0 || whole.Paid > first.Granted)
        {
            reject(
                first,
                GrantField.Paid,
                whole.Paid < 0
                    ? $"Det utbetalda i ärendet {first.Case} blir mindre än noll."
                    : $"Utbetalt ({SwedishFigures.Of(whole.Paid / 100m)} kr) är mer än beviljat ({SwedishFigures.Of(first.Granted / 100m)} kr)."
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

    private static void ShareOutAmounts(ArraySegment<GrantRow> parts)
    {
        var first = parts[0];
        first.Digest = DigestOf(parts);
        if (parts.Count == 1)
        {
            first.Share = ShareOut.Whole;
            return;
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
    private static Guid DigestOf(ArraySegment<GrantRow> parts)
    {
        const int Longest = 512; // of the case, and of each row: terms of ours, figures and days
        var first = parts[0];
        const int MostOnStack = 7; // rows, as nearly every case has
        Span<byte> text =
            parts.Count <= MostOnStack
                ? stackalloc byte[(MostOnStack + 1) * Longest]
                : new byte[(parts.Count + 1) * Longest];
        var length = Written(
            Utf8.TryWrite(
                text,
                CultureInfo.InvariantCulture,
                $"{first.County};{first.Municipality};{first.Form};{first.DecisionYear};{first.Granted};{first.TotalCost};{first.Fund};{first.FundAmount};{first.Applicant};{first.Sex};{first.Industry};{first.StartsOn:yyyyMMdd};{first.EndsOn:yyyyMMdd};{first.HasResultsChain};{first.Economic};{first.Social};{first.Environmental}",
                out var written
            ),
            written
        );
        ReadOnlySpan<GrantRow> ordered =
            parts.Count == 1
                ? parts.AsSpan()
                :
                [
                    .. parts
                        .OrderBy(row => row.Area, StringComparer.Ordinal)
                        .ThenBy(row => row.Priority, StringComparer.Ordinal)
                        .ThenBy(row => row.PaymentYear),
                ];
        foreach (var row in ordered)
        {
            length += Written(
                Utf8.TryWrite(
                    text[length..],
                    CultureInfo.InvariantCulture,
                    $"|{row.Area};{row.Priority};{row.PaymentYear};{(row.Share == 0 ? ShareOut.Whole : row.Share)};{row.Paid}",
                    out written
                ),
                written
            );
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        return new Guid(hash[..16]);

        static int Written(bool hasRoom, int bytes) =>
            hasRoom ? bytes : throw new InvalidOperationException("A case says more than its terms can.");
    }

    /// <summary>What the rows of a case are together.</summary>
    /// <param name="Areas">How many areas and priorities there are.</param>
    /// <param name="Share">Of all areas, in hundredths of a percent.</param>
    /// <param name="Years">How many years of payment.</param>
    /// <param name="Paid">In all years, in öre.</param>
    private readonly record struct Whole(int Rows, int Areas, int Share, int Years, long Paid);
}
