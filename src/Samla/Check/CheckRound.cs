using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Samla.Compile;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Check;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Check;

/// <summary>A round's report as it is at this moment, and what the checker of published reports finds in it.</summary>
public sealed class CheckRound(SamlaDb db, ComposeReport compose, CheckOwnReport check, CheckedRounds known)
{
    /// <param name="Report">The report, composed from what is coded now.</param>
    /// <param name="Findings">Errors first, then warnings; within each in the order of the text.</param>
    public sealed record Result(Round Round, ReportDocument Report, IReadOnlyList<OwnFinding> Findings);

    /// <summary>Null where there is no such round.</summary>
    public async Task<Result?> Run(Key<Round> roundId, CancellationToken cancellation)
    {
        // Read before the rest: what is saved meanwhile makes the next reader look again.
        var state = await db.LatestForReports(cancellation);
        if (known.Find(roundId, state) is { } found)
        {
            return found;
        }

        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == roundId, cancellation);
        var report = await compose.Run(roundId, cancellation);
        if (round is null || report is null)
        {
            return null;
        }

        var result = new Result(round, report, Check(report, cancellation));
        known.Keep(roundId, state, result);
        return result;
    }

    /// <summary>What the checker finds in a report that is not saved.</summary>
    public IReadOnlyList<OwnFinding> Check(ReportDocument report, CancellationToken cancellation) =>
        report.Chapters.Count == 0 ? [] : OwnFinding.Of(check.Run(report, cancellation));
}

/// <summary>
/// The latest answer of <see cref="CheckRound"/> for each round. It takes a tenth of a second to make and is the same for
/// everybody until somebody saves something, which the audit trail tells.
/// </summary>
public sealed class CheckedRounds
{
    private readonly ConcurrentDictionary<Key<Round>, (long State, CheckRound.Result Result)> _latest = new();

    internal CheckRound.Result? Find(Key<Round> round, long state) =>
        _latest.TryGetValue(round, out var kept) && kept.State == state ? kept.Result : null;

    internal void Keep(Key<Round> round, long state, CheckRound.Result result) => _latest[round] = (state, result);
}

/// <summary>A finding in a report of our own, with its place in words.</summary>
/// <param name="Finding">What is wrong.</param>
/// <param name="Chapter">The chapter it stands in; null before any chapter.</param>
/// <param name="Section">The heading it stands under, such as "11.1.3".</param>
/// <param name="Evidence">The whole sentences and notes it rests on.</param>
public sealed partial record OwnFinding(Finding Finding, int? Chapter, string Section, IReadOnlyList<string> Evidence)
{
    internal static IReadOnlyList<OwnFinding> Of(CheckOwnReport.Result result) =>
        [
            .. result
                .Findings.Select(finding =>
                {
                    var section = result.Report.SectionAt(finding.Places[0]);
                    return new OwnFinding(
                        finding,
                        int.TryParse(section.Chapter, CultureInfo.InvariantCulture, out var chapter) ? chapter : null,
                        section.Number,
                        [.. result.Report.EvidenceOf(finding).Select(AsPrinted)]
                    );
                })
                .OrderByDescending(finding => finding.Finding.Severity),
        ];

    // The checker reads our Markdown, where a note's mark is "[^13]".
    private static string AsPrinted(string words) =>
        TextMark()
            .Replace(
                NoteStart().Replace(words, "Fotnot ${number}: "),
                mark => string.Concat(mark.Groups["number"].Value.Select(digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']))
            );

    [GeneratedRegex(@"^\[\^(?<number>[0-9]+)\]:\s*", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex NoteStart();

    [GeneratedRegex(@"\[\^(?<number>[0-9]+)\]", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex TextMark();
}
