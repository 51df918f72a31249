using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Letters;

namespace Samla.Collect;

/// <summary>
/// The agency returns the version that counts, with comments on answers. The version stays as it was and counts until there is a new
/// one; those who answer for the submission get a letter.
/// </summary>
public sealed class ReturnSubmission(SamlaDb db, PostOffice post, TimeProvider clock)
{
    /// <param name="round">The round.</param>
    /// <param name="reporter">Whose submission.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="message">What concerns the whole; may be empty.</param>
    /// <param name="comments">What concerns an answer, by requirement; empty ones are left out.</param>
    /// <param name="link">Where the reporter's task list is, for the letter.</param>
    /// <param name="sender">Who returns it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        int version,
        string message,
        IReadOnlyDictionary<Key<Requirement>, string> comments,
        string link,
        Visitor sender,
        CancellationToken cancellation
    )
    {
        // The reporter may submit at the same time: what is returned is what counts.
        await using var transaction = await db.BeginAlone(cancellation);
        var found = await (
            from submission in db.Submissions.AsNoTracking()
            join reporting in db.Rounds.AsNoTracking() on submission.RoundId equals reporting.Id
            join whose in db.Reporters.AsNoTracking() on submission.ReporterId equals whose.Id
            where submission.RoundId == round && submission.ReporterId == reporter
            select new
            {
                Submission = submission,
                Round = reporting,
                Reporter = whose,
            }
        ).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return new Outcome.Refused("Redovisningen finns inte.");
        }

        var returned = ReturnOf(found.Submission, version, message, comments, sender);
        if (await Problem(found.Round, found.Reporter, found.Submission, returned, cancellation) is { } problem)
        {
            return new Outcome.Refused(problem);
        }

        db.SubmissionReturns.Add(returned);
        await db.Save(new Change(sender.Actor, "return.add", $"{round}/{reporter}/v{version}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new Outcome.Returned(await Tell(found.Round, found.Reporter, returned, link, sender));
    }

    private SubmissionReturn ReturnOf(
        Submission submission,
        int version,
        string message,
        IReadOnlyDictionary<Key<Requirement>, string> comments,
        Visitor sender
    )
    {
        var id = Id.New<SubmissionReturn>(clock);
        return new SubmissionReturn
        {
            Id = id,
            SubmissionId = submission.Id,
            Version = version,
            Message = Source.Normalised(message),
            At = clock.GetUtcNow(),
            By = sender.Actor,
            Comments =
            [
                .. from comment in comments
                let text = Source.Normalised(comment.Value)
                where text.Length > 0
                select new ReturnComment
                {
                    ReturnId = id,
                    RequirementId = comment.Key,
                    Text = text,
                },
            ],
        };
    }

    private async Task<string?> Problem(
        Round round,
        Reporter reporter,
        Submission submission,
        SubmissionReturn returned,
        CancellationToken cancellation
    )
    {
        var named = returned.Comments.Select(comment => comment.RequirementId).ToList();
        var asked = (
            await db
                .Requirements.AsNoTracking()
                .Where(one => one.TemplateId == round.TemplateId && named.Contains(one.Id))
                .ToListAsync(cancellation)
        ).Count(one => one.Asks(reporter));
        return !round.AllowsReturn ? "I den här omgången kan en redovisning inte återlämnas."
            : !round.IsOpen ? "Omgången är stängd, så ingen kan rätta. Den måste öppnas först."
            : submission.CurrentVersion == 0 ? "Inget är inlämnat än."
            : submission.CurrentVersion != returned.Version
                ? $"Version {submission.CurrentVersion} är inlämnad sedan du öppnade sidan. Läs den först; kommentarerna står kvar."
            : named.Count == 0 ? "Skriv en kommentar till minst ett svar, så att de vet vad som ska rättas."
            : asked != named.Count ? "En av frågorna ställs inte till uppgiftslämnaren."
            : returned.Message.Length > SubmissionReturn.MostSigns
            || returned.Comments.Exists(comment => comment.Text.Length > SubmissionReturn.MostSigns)
                ? $"En text är för lång. Högst {SubmissionReturn.MostSigns} tecken i varje ruta."
            : null;
    }

    // It is saved whether the letters come through or not: the pages show it, and the sender learns whom to call.
    private async Task<IReadOnlyList<PostOffice.Outcome>> Tell(
        Round round,
        Reporter reporter,
        SubmissionReturn returned,
        string link,
        Visitor sender
    )
    {
        var leads = (
            await db
                .Accounts.AsNoTracking()
                .Where(account =>
                    account.ReporterId == reporter.Id && !account.IsShut && account.IsSample == sender.IsSample
                )
                .ToListAsync(CancellationToken.None)
        ).Where(account => account.Roles.HasFlag(Roles.Lead));
        List<PostOffice.Outcome> outcomes = [];
        foreach (var lead in leads)
        {
            var letter = LetterTo(lead, round, reporter, returned, link, sender.Name);
            outcomes.Add(await post.Send(letter, CancellationToken.None));
        }

        return outcomes;
    }

    private static Letter LetterTo(
        Account lead,
        Round round,
        Reporter reporter,
        SubmissionReturn returned,
        string link,
        string sender
    ) =>
        new(
            lead.Email,
            lead.Name,
            $"{round.Title}: version {returned.Version} är återlämnad för rättelse",
            $"""
            Hej {lead.Name}!

            {sender} har återlämnat version {returned.Version} av redovisningen från {reporter.Name}, med {(
                returned.Comments.Count == 1 ? "en kommentar" : $"{Numeral.Write(returned.Comments.Count)} kommentarer"
            )}.{(returned.Message.Length == 0 ? "" : $"\n\n{returned.Message}")}

            Kommentarerna står vid svaren:
            {link}

            Version {returned.Version} är kvar som den lämnades in. När ni har rättat lämnar ni in en ny version.

            """,
            // What is sent back in a round that no reporter wrote is sent to nobody in earnest.
            lead.IsSample
                || round.Origin != Origin.Reported
        );

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Letters">What became of the letter to each who answers for the submission.</param>
        public sealed record Returned(IReadOnlyList<PostOffice.Outcome> Letters) : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
