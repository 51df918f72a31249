using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>Whom no letter about a consultation has reached, by name: those it could not be sent to, and reporters where nobody is.</summary>
public sealed class ViewConsultationLetters(SamlaDb db)
{
    /// <param name="Missed">To whom it can be sent again.</param>
    /// <param name="Uncertain">Those whose letter may have come; they are asked before they are written to again.</param>
    /// <param name="Empty">Reporters where nobody has an account, and the ministry.</param>
    /// <param name="Attempts">How many letters there have been to send: <see cref="SendConsultationAgain"/> asks for it.</param>
    public sealed record Result(
        IReadOnlyList<Line> Missed,
        IReadOnlyList<Line> Uncertain,
        IReadOnlyList<string> Empty,
        int Attempts
    )
    {
        public bool IsEverybodyReached => Missed.Count + Uncertain.Count + Empty.Count == 0;
    }

    /// <param name="Person">By name.</param>
    /// <param name="Home">The reporter, or the ministry.</param>
    /// <param name="Why">In Swedish.</param>
    public sealed record Line(Account Person, string Home, string Why);

    /// <summary>Null where there is no consultation, or it is not the visitor's to see.</summary>
    public async Task<Result?> Run(Key<Template> id, Visitor visitor, CancellationToken cancellation)
    {
        var consultation = await db
            .TemplateConsultations.AsNoTracking()
            .Include(one => one.Reporters)
            .SingleOrDefaultAsync(one => one.TemplateId == id, cancellation);
        if (consultation is null || !visitor.May(Permission.ManageTemplates))
        {
            return null;
        }

        var names = await db
            .Reporters.AsNoTracking()
            .Where(reporter => db.ConsultedReporters.Any(one => one.TemplateId == id && one.ReporterId == reporter.Id))
            .ToDictionaryAsync(reporter => reporter.Id, reporter => reporter.Name, cancellation);
        var receivers = await ConsultationLetters.Receivers(db, consultation, visitor, cancellation);
        var letters = await db
            .ConsultationLetters.AsNoTracking()
            .Where(letter => letter.TemplateId == id)
            .ToDictionaryAsync(letter => letter.AccountId, cancellation);
        var lines = receivers
            .Select(person =>
                (
                    Letter: letters.GetValueOrDefault(person.Id),
                    Line: LineOf(person, letters, names, consultation.OpenedAt)
                )
            )
            .OrderBy(one => one.Line.Home, SwedishText.Order)
            .ThenBy(one => one.Line.Person.Name, SwedishText.Order)
            .ToList();
        return new Result(
            [.. lines.Where(one => IsMissed(one.Letter)).Select(one => one.Line)],
            [.. lines.Where(one => one.Letter?.State == LetterState.Uncertain).Select(one => one.Line)],
            [
                .. names
                    .Where(reporter => !receivers.Any(person => person.ReporterId == reporter.Key))
                    .Select(reporter => reporter.Value)
                    .Order(SwedishText.Order),
                .. receivers.Any(person => person.ReporterId is null)
                    ? (string[])[]
                    : [AccountWords.HomeOf(Roles.Ministry, null)],
            ],
            letters.Values.Sum(letter => letter.Attempts)
        );
    }

    /// <summary>Whether no letter has gone, as far as anybody knows.</summary>
    internal static bool IsMissed(ConsultationLetter? letter) =>
        letter is null or { State: LetterState.NotSent or LetterState.Begun };

    private static Line LineOf(
        Account person,
        Dictionary<Id<Account>, ConsultationLetter> letters,
        Dictionary<Key<Reporter>, string> names,
        DateTimeOffset openedAt
    ) =>
        new(
            person,
            AccountWords.HomeOf(person.Roles, person.ReporterId is { } reporter ? names[reporter] : null),
            letters.GetValueOrDefault(person.Id) switch
            {
                null when person.CreatedAt > openedAt => "Har fått sitt konto sedan breven skickades.",
                null => "Det finns inget besked om något brev.",
                { State: LetterState.Begun } => "Inget besked: brevet är på väg, eller så stoppades Samla mitt i.",
                var letter => letter.Trouble ?? "",
            }
        );
}
