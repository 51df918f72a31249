using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Letters;

namespace Samla.Collect;

/// <summary>
/// The letters about a consultation: that it begins, that its last day is another, and again to whom none came. To whom they are to go
/// is saved before the first goes, so that nobody is written to twice, and what came of each when it has gone.
/// </summary>
internal sealed class ConsultationLetters(SamlaDb db, PostOffice post)
{
    /// <summary>What is to be sent, to whom.</summary>
    public sealed record Run(Key<Template> Template, IReadOnlyList<(Account To, ConsultationLetter Letter)> Letters);

    /// <summary>The people that a consultation is told to: the ministry, and of each reporter those who answer for it, or all where nobody does.</summary>
    public static async Task<IReadOnlyList<Account>> Receivers(
        SamlaDb db,
        TemplateConsultation consultation,
        Visitor sender,
        CancellationToken cancellation
    )
    {
        var reporters = consultation.Reporters.Select(asked => asked.ReporterId).ToList();
        var people = (
            await db
                .Accounts.AsNoTracking()
                .Where(account =>
                    !account.IsShut
                    && account.IsSample == sender.IsSample
                    && (account.ReporterId == null || reporters.Contains(account.ReporterId))
                )
                .ToListAsync(cancellation)
        ).ToLookup(account => account.ReporterId);
        return
        [
            .. people.SelectMany(group =>
                group.Key is null
                    ? group.Where(account => account.Roles.HasFlag(Roles.Ministry))
                    : ReporterPeople.Reminded(group)
            ),
        ];
    }

    /// <summary>Notes to whom letters are to go; the caller saves.</summary>
    public async Task<Run> Begin(Key<Template> template, IEnumerable<Account> receivers, CancellationToken cancellation)
    {
        var known = await db
            .ConsultationLetters.Where(letter => letter.TemplateId == template)
            .ToDictionaryAsync(letter => letter.AccountId, cancellation);
        List<(Account, ConsultationLetter)> letters = [];
        foreach (var receiver in receivers)
        {
            if (!known.TryGetValue(receiver.Id, out var letter))
            {
                letter = new ConsultationLetter
                {
                    TemplateId = template,
                    AccountId = receiver.Id,
                    State = LetterState.Begun,
                };
                db.ConsultationLetters.Add(letter);
            }

            (letter.State, letter.Trouble) = (LetterState.Begun, null);
            letter.Attempts++;
            letters.Add((receiver, letter));
        }

        return new Run(template, letters);
    }

    /// <inheritdoc cref="LetterRun.SendAll" />
    public Task<IReadOnlyList<PostOffice.Outcome>> Send(Run run, Func<Account, Letter> letterTo, Visitor sender) =>
        new LetterRun(post, LetterRun.GivenUp).SendAll(
            run.Letters,
            letterTo,
            async (receiver, letter, outcome) =>
            {
                (letter.State, letter.Trouble) = LetterRun.StateOf(outcome);
                await db.Save(
                    new Change(sender.Actor, "consultation.letter", $"{run.Template}/{receiver.Id}"),
                    CancellationToken.None
                );
            }
        );

    /// <summary>The letter that asks for comments.</summary>
    public static Letter Asking(Account to, string title, TemplateConsultation consultation, string link) =>
        LetterTo(
            to,
            $"Remiss: {title}",
            $"Ett utkast till mall är på remiss: {title}.{(consultation.Message.Length == 0 ? "" : $"\n\n{consultation.Message}")}",
            consultation,
            link
        );

    /// <summary>The letter that says that the last day is another.</summary>
    public static Letter Moved(Account to, string title, TemplateConsultation consultation, string link) =>
        LetterTo(
            to,
            $"Ny sista dag {SwedishTime.Of(consultation.LastDay)}: {title}",
            $"Remissen av {title} har fått en ny sista dag: {SwedishTime.Of(consultation.LastDay)}.",
            consultation,
            link
        );

    private static Letter LetterTo(
        Account to,
        string subject,
        string beginning,
        TemplateConsultation consultation,
        string link
    ) =>
        new(
            to.Email,
            to.Name,
            subject,
            $"""
            Hej {to.Name}!

            {beginning}

            Läs utkastet och lämna era synpunkter senast {SwedishTime.Of(consultation.LastDay)}:
            {link}

            Alla som får remissen ser varandras synpunkter och våra svar på dem.

            """,
            to.IsSample
        );
}
