using Microsoft.EntityFrameworkCore;
using Samla.Check;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Check;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;
using Samla.Publish.FactChecks;
using Samla.Publish.Reviews;

namespace Samla.Publish;

/// <summary>What has to be in place before a report is published (checklistan), and what is not.</summary>
public sealed class CheckPublication(SamlaDb db, ListContests listContests, ViewReviews viewReviews)
{
    /// <summary>The report against the checklist. Each list is empty where its point is in place.</summary>
    /// <param name="Alarms">Those that an author must mend.</param>
    /// <param name="Errors">What the checker of published reports is sure is wrong.</param>
    /// <param name="Contests">What a reporter contests and has no reply to.</param>
    /// <param name="WithoutSummary">The chapters that count and do not sum up.</param>
    /// <param name="Unsigned">The chapters that an expert is asked to sign, and has not signed as they are now.</param>
    /// <param name="Unpublished">Comparisons with a round of which nobody has published anything.</param>
    /// <param name="Reviews">How far the experts have come with each chapter.</param>
    /// <param name="Exhibits">How many tables and figures there are. All of them are written as text too, so none can lack it.</param>
    /// <param name="Before">The latest edition; null where there is none.</param>
    /// <param name="IsSample">Whether the round is reconstructed or made up: nobody has decided on it, so nobody has to.</param>
    public sealed record Result(
        IReadOnlyList<ReportAlarm> Alarms,
        IReadOnlyList<OwnFinding> Errors,
        IReadOnlyList<ListContests.Line> Contests,
        IReadOnlyList<ReportChapter> WithoutSummary,
        IReadOnlyList<UnsignedChapter> Unsigned,
        IReadOnlyList<Comparison> Unpublished,
        IReadOnlyList<ViewReviews.Line> Reviews,
        int Exhibits,
        Edition? Before,
        bool IsSample
    )
    {
        /// <summary>How many things hinder, besides what is asked for when it is published.</summary>
        public int Hindrances =>
            Alarms.Count + Errors.Count + Contests.Count + WithoutSummary.Count + Unsigned.Count + Unpublished.Count;

        /// <summary>Each of them as a sentence that tells where it is and what to do.</summary>
        public IEnumerable<string> Messages =>
            [
                .. Alarms.Select(alarm => $"Avsnitt {alarm.Section}: {alarm.Message}"),
                .. Errors.Select(error => $"Avsnitt {error.Section}: {error.Finding.Message}"),
                .. Contests.Select(contest => $"Avsnitt {contest.Answer.Heading}: {contest.Message}"),
                .. WithoutSummary.Select(MessageOf),
                .. Unsigned.Select(one => one.Message),
                .. Unpublished.Select(one => one.Message),
            ];

        /// <summary>What the imprint lacks or should not have.</summary>
        public IEnumerable<ImprintProblem> ProblemsOf(Imprint imprint)
        {
            if (imprint.Decision is null && !IsSample)
            {
                yield return new(
                    ImprintPart.Decision,
                    "Beslutet om publicering är inte angivet. Ange vem som har beslutat, när, diarienummer och föredragande."
                );
            }

            if (imprint.ChangeNote is null && Before is not null && !IsSample)
            {
                yield return new(
                    ImprintPart.ChangeNote,
                    $"Skriv vad som är ändrat sedan utgåva {Before.Number}. Det visas bland rättelserna."
                );
            }

            if (imprint.ChangeNote is not null && Before is null)
            {
                yield return new(
                    ImprintPart.ChangeNote,
                    "Det finns ingen tidigare utgåva att beskriva ändringar mot. Ta bort beskrivningen."
                );
            }

            foreach (var problem in imprint.Problems)
            {
                yield return problem;
            }
        }

        /// <summary>What is the matter with a chapter of <see cref="WithoutSummary"/>.</summary>
        public static string MessageOf(ReportChapter chapter) =>
            $"{TitleOf(chapter)} redovisar antal men saknar sammanfattning. Skriv ett avsnitt med rubriken Sammanfattning.";
    }

    /// <summary>"Kapitel 3 Boende".</summary>
    public static string TitleOf(ReportChapter chapter) => $"Kapitel {chapter.Number} {chapter.Title}";

    /// <param name="Names">The experts, in Swedish order.</param>
    public sealed record UnsignedChapter(ReportChapter Chapter, IReadOnlyList<string> Names)
    {
        public string Message =>
            $"{TitleOf(Chapter)} är inte signerat i sin nuvarande lydelse. Signatur saknas från {SwedishText.Enumeration(Names)}.";
    }

    public sealed record Comparison(ReportChapter Chapter, ReportComparison Compared)
    {
        public string Message =>
            $"{TitleOf(Chapter)}: ”{Compared.Label}” jämförs med omgång {Compared.Round}, som inte är publicerad.";
    }

    /// <param name="round">The round.</param>
    /// <param name="report">Its report, as it is composed now.</param>
    /// <param name="findings">What the checker finds in it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<Result> Run(
        Key<Round> round,
        ReportDocument report,
        IReadOnlyList<OwnFinding> findings,
        CancellationToken cancellation
    )
    {
        var reviews = await viewReviews.Of(round, report, cancellation);
        return new Result(
            [.. report.Chapters.SelectMany(chapter => chapter.AllAlarms).Where(alarm => alarm.IsBlocking).Distinct()],
            [.. findings.Where(one => one.Finding.Severity == Severity.Error)],
            await listContests.Run(round, cancellation),
            [.. SummaryRule.WithoutSummary(report.Chapters)],
            [
                .. reviews
                    .Where(line => line.Awaited.Count > 0)
                    .Select(line => new UnsignedChapter(line.Chapter, line.Awaited)),
            ],
            await ComparedWithUnpublished(report, cancellation),
            reviews,
            report.Chapters.Sum(chapter => chapter.Blocks.OfType<ReportBlock.Exhibit>().Count()),
            await db.EditionsOf(round).FirstOrDefaultAsync(cancellation),
            report.Mark is not null
        );
    }

    /// <summary>Its numbers and names are not to be read first in another report.</summary>
    private async Task<IReadOnlyList<Comparison>> ComparedWithUnpublished(
        ReportDocument report,
        CancellationToken cancellation
    )
    {
        List<Comparison> compared =
        [
            .. from chapter in report.Chapters
            from inline in chapter.Blocks.SelectMany(block => block.Inlines).OfType<ReportInline.Compared>()
            where !inline.Comparison.IsPrinted
            select new Comparison(chapter, inline.Comparison),
        ];
        if (compared.Count == 0)
        {
            return [];
        }

        var published = await db.Editions.Select(edition => edition.RoundId).Distinct().ToListAsync(cancellation);
        var open = published.Select(one => one.Value).ToHashSet(StringComparer.Ordinal);
        return [.. compared.Where(one => !open.Contains(one.Compared.Round!))];
    }
}
