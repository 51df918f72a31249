using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Check;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Check;

/// <summary>
/// Reads the counted claims of a report that is in print, so that a round can be compared with a year that nobody has coded. All of
/// them are one step, which can be undone; they never become codings.
/// </summary>
public sealed class ImportPrintedReport(SamlaDb db, CheckReport check, TimeProvider clock)
{
    /// <summary>No report is older than the regions' own work.</summary>
    private const int EarliestYear = 1990;

    /// <param name="File">The file's name.</param>
    /// <param name="Round">The round that it is compared with.</param>
    /// <param name="Year">What the report is about.</param>
    /// <param name="Claims">Those that say who, in the order of the print.</param>
    /// <param name="Unread">Those that do not.</param>
    /// <param name="Doubts">What the checker is sure is wrong with the lists that are read, in Swedish sentences.</param>
    public sealed record Result(
        string File,
        Round Round,
        int Year,
        IReadOnlyList<PrintedClaim> Claims,
        IReadOnlyList<UnreadClaim> Unread,
        IReadOnlyList<string> Doubts
    );

    /// <param name="round">The round that it is compared with: its own, or the one after it where its year has none.</param>
    /// <param name="year">What the report is about.</param>
    /// <param name="name">The file's name; its ending says how notes are marked.</param>
    /// <param name="content">The file, text or Markdown.</param>
    /// <param name="isDryRun">Whether to say what would be read in, and not keep it.</param>
    /// <param name="actor">Who reads it in.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Round> round,
        int year,
        string name,
        byte[] content,
        bool isDryRun,
        string actor,
        CancellationToken cancellation
    )
    {
        var outcome = check.Run(name, content, cancellation);
        if (outcome is not CheckReport.Outcome.Checked(var report, var findings))
        {
            return new Outcome.Refused(((CheckReport.Outcome.Unreadable)outcome).Message);
        }

        await using var transaction = isDryRun ? null : await db.BeginAlone(cancellation);
        var into = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == round, cancellation);
        if (await Problem(into, round, year, cancellation) is { } problem)
        {
            return new Outcome.Refused(problem);
        }

        List<PrintedClaim> claims =
        [
            .. PrintedReading.Whole(report).Select((claim, index) => ClaimOf(round, year, report, claim, index + 1)),
        ];
        if (claims.Count == 0)
        {
            return new Outcome.Refused(
                "Texten har inga påståenden om hur många regioner som gör något, med en fotnot som räknar upp dem. Kontrollera att det är rätt fil och att fotnoterna följde med."
            );
        }

        if (!isDryRun)
        {
            db.PrintedClaims.AddRange(claims);
            await db.SaveStep(
                round,
                new Deed(
                    actor,
                    "printed.import",
                    $"läste in den tryckta rapporten om {year} (påståenden: {SwedishFigures.Of(claims.Count)})"
                ),
                clock.GetUtcNow(),
                cancellation
            );
            await transaction.CommitOwn(cancellation);
        }

        return new Outcome.Read(
            new Result(
                name,
                into!,
                year,
                claims,
                PrintedReading.Unread(report),
                PrintedReading.Doubts(report, findings)
            )
        );
    }

    private async Task<string?> Problem(Round? round, Key<Round> id, int year, CancellationToken cancellation) =>
        round is null ? $"Omgången {id} finns inte."
        : year < EarliestYear || year > round.PeriodEnd.Year
            ? $"Skriv året som rapporten handlar om, som {round.PeriodEnd.Year - 1}. Det kan inte vara senare än omgångens, {round.PeriodEnd.Year}."
        : await db.PrintedClaims.AnyAsync(claim => claim.RoundId == id && claim.Year == year, cancellation)
            ? $"Det finns redan en inläst rapport om {year}. Ta bort den först om den här ska gälla i stället; det som är knutet till koder måste då knytas på nytt."
        : null;

    private PrintedClaim ClaimOf(Key<Round> round, int year, PublishedReport report, ReadClaim claim, int number) =>
        new()
        {
            Id = Id.New<PrintedClaim>(clock),
            RoundId = round,
            Year = year,
            Number = number,
            Section = PrintedReading.SectionOf(claim),
            Words = PrintedReading.WordsOf(report, claim),
            Regions = claim.Claim.Regions,
            Subject = claim.Claim.Subject switch
            {
                ClaimSubject.Regions => ReporterKind.Region,
                ClaimSubject.Agencies => ReporterKind.CountyBoard,
            },
            Note = claim.Footnote?.Footnote.Number,
            Page = report.PageOf(claim),
        };

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Result">What was read, or would be.</param>
        public sealed record Read(Result Result) : Outcome;

        /// <param name="Message">Why nothing was read in, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
