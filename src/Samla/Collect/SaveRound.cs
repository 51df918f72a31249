using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>
/// An administrator adds a round, closed, or changes one. All whom the template asks take part; which of the authorities do can then
/// be chosen (<see cref="ChooseAgencies"/>). What has been answered keeps its questions: the template can be changed until somebody
/// has written.
/// </summary>
public sealed class SaveRound(SamlaDb db, TimeProvider clock)
{
    /// <param name="known">The round that is changed; null for a new one.</param>
    /// <param name="written">What is to be true of it; the id of a round that is there does not change.</param>
    /// <param name="seen">The <see cref="WrittenRound.ReadMark"/> of the round as it was shown; null where nobody looked first.</param>
    /// <param name="origin">Where the texts of a new round will come from.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Round>? known,
        WrittenRound written,
        string? seen,
        Origin origin,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var round = known is null ? null : await db.Rounds.SingleOrDefaultAsync(one => one.Id == known, cancellation);
        if (known is not null && round is null)
        {
            return new Outcome.Refused([new(RoundField.Id, "Omgången finns inte.")]);
        }

        if (round is not null && seen is not null && seen != WrittenRound.Of(round).ReadMark())
        {
            return new Outcome.Refused([
                new(
                    RoundField.Title,
                    "Någon annan har ändrat omgången sedan du öppnade sidan. Öppna den på nytt i en annan flik, jämför och spara igen här."
                ),
            ]);
        }

        var read = RoundPlan.Read(
            known is null ? written : written with { Id = known.Value },
            SwedishTime.DayOf(clock.GetUtcNow()),
            round
        );
        if (read is not RoundPlan.Outcome.Whole(var plan))
        {
            return new Outcome.Refused(((RoundPlan.Outcome.Wrong)read).Problems);
        }

        var asked = await Asked(plan, round, cancellation);
        if (await Problems(plan, round, asked, cancellation) is { Count: > 0 } problems)
        {
            return new Outcome.Refused(problems);
        }

        if (round is null)
        {
            db.Rounds.Add(New(plan, origin));
        }
        else
        {
            Change(round, plan);
        }

        await TakePart(plan.Id, asked, cancellation);
        if (round is null || db.ChangeTracker.HasChanges())
        {
            await db.Save(new Change(actor, round is null ? "round.add" : "round.change", plan.Id.Value), cancellation);
        }

        await transaction.CommitOwn(cancellation);
        return new Outcome.Saved(plan.Id);
    }

    /// <summary>Those whom the template asks something; of the authorities those that are chosen, where that could be done.</summary>
    private async Task<List<Key<Reporter>>> Asked(RoundPlan plan, Round? round, CancellationToken cancellation)
    {
        var requirements = await db
            .Requirements.AsNoTracking()
            .Where(one => one.TemplateId == plan.Template)
            .ToListAsync(cancellation);
        var isChosen = round?.TemplateId == plan.Template;
        var reporters = await db
            .Reporters.AsNoTracking()
            .Where(one =>
                !isChosen
                || one.Kind != ReporterKind.Agency
                || db.Submissions.Any(taking => taking.RoundId == plan.Id && taking.ReporterId == one.Id)
            )
            .ToListAsync(cancellation);
        return
        [
            .. from reporter in reporters
            where requirements.Exists(requirement => requirement.Asks(reporter))
            select reporter.Id,
        ];
    }

    private async Task<List<RoundProblem>> Problems(
        RoundPlan plan,
        Round? round,
        List<Key<Reporter>> asked,
        CancellationToken cancellation
    )
    {
        var problems = new List<RoundProblem>();
        if (round is null && await db.Rounds.AnyAsync(one => one.Id == plan.Id, cancellation))
        {
            problems.Add(new(RoundField.Id, $"Det finns redan en omgång {plan.Id}. Välj en annan beteckning."));
        }

        if (!await db.Templates.AnyAsync(one => one.Id == plan.Template && one.PublishedAt != null, cancellation))
        {
            problems.Add(
                new(RoundField.Template, "Mallen är inte publicerad. Publicera den först, eller välj en annan.")
            );
        }
        else if (asked.Count == 0 && !await IsPutToDocuments(plan.Template, cancellation))
        {
            problems.Add(
                new(
                    RoundField.Template,
                    "Mallen ställer ingen fråga till någon av uppgiftslämnarna. Är det andra myndigheter som ska svara lägger du upp dem först, under Uppgiftslämnare."
                )
            );
        }

        if (round is not null && round.TemplateId != plan.Template && await db.IsAnswered(plan.Id, cancellation))
        {
            problems.Add(new(RoundField.Template, "Någon har börjat svara, och då kan mallen inte bytas."));
        }

        problems.AddRange(await ProblemsOfOrder(plan, round, cancellation));
        return problems;
    }

    private Task<bool> IsPutToDocuments(Key<Template> template, CancellationToken cancellation) =>
        db.Requirements.AnyAsync(
            one => one.TemplateId == template && one.AnsweredBy == ReporterKind.Document,
            cancellation
        );

    /// <summary>Each round comes after the one before it, so that none is before itself by way of others.</summary>
    private async Task<IEnumerable<RoundProblem>> ProblemsOfOrder(
        RoundPlan plan,
        Round? round,
        CancellationToken cancellation
    )
    {
        var others = await db.Rounds.AsNoTracking().Where(one => one.Id != plan.Id).ToListAsync(cancellation);
        var previous = others.Find(one => one.Id == plan.Previous);
        var next = others.Find(one =>
            round is not null && one.PreviousRoundId == round.Id && one.PeriodStart <= plan.PeriodEnd
        );
        return new[]
        {
            plan.Previous is null || (previous?.Kind == plan.Kind && previous.PeriodEnd < plan.PeriodStart)
                ? null
                : new RoundProblem(
                    RoundField.Previous,
                    "Välj en omgång av samma slag, med en period som slutade innan den här börjar."
                ),
            next is null
                ? null
                : new RoundProblem(
                    RoundField.PeriodEnd,
                    $"{next.Title} har den här omgången som föregående och börjar {SwedishTime.Of(next.PeriodStart)}. Låt perioden sluta innan dess, eller välj en annan föregående omgång där först."
                ),
        }.OfType<RoundProblem>();
    }

    /// <summary>Makes those who are asked take part, and, while nobody has written, those who are not asked not.</summary>
    private async Task TakePart(Key<Round> round, List<Key<Reporter>> asked, CancellationToken cancellation)
    {
        var there = await db.Submissions.Where(one => one.RoundId == round).ToListAsync(cancellation);
        db.Submissions.AddRange(
            asked
                .Except(there.Select(one => one.ReporterId))
                .Select(reporter => new Submission
                {
                    Id = Id.New<Submission>(clock),
                    RoundId = round,
                    ReporterId = reporter,
                    CurrentVersion = 0,
                })
        );
        var without = there.FindAll(one => !asked.Contains(one.ReporterId));
        if (without.Count > 0 && !await db.IsAnswered(round, cancellation))
        {
            db.Submissions.RemoveRange(without);
        }
    }

    private static Round New(RoundPlan plan, Origin origin) =>
        new()
        {
            Id = plan.Id,
            Kind = plan.Kind,
            Title = plan.Title,
            PeriodStart = plan.PeriodStart,
            PeriodEnd = plan.PeriodEnd,
            DueOn = plan.DueOn,
            Recipient = plan.Recipient,
            TemplateId = plan.Template,
            PreviousRoundId = plan.Previous,
            Origin = origin,
            IsOpen = false,
            AllowsReturn = plan.AllowsReturn,
        };

    private static void Change(Round round, RoundPlan plan)
    {
        round.Kind = plan.Kind;
        round.Title = plan.Title;
        round.PeriodStart = plan.PeriodStart;
        round.PeriodEnd = plan.PeriodEnd;
        round.DueOn = plan.DueOn;
        round.Recipient = plan.Recipient;
        round.TemplateId = plan.Template;
        round.PreviousRoundId = plan.Previous;
        round.AllowsReturn = plan.AllowsReturn;
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Saved(Key<Round> Id) : Outcome;

        /// <param name="Problems">At least one; nothing is saved.</param>
        public sealed record Refused(IReadOnlyList<RoundProblem> Problems) : Outcome;
    }
}

/// <summary>The questions about rounds that several use cases ask.</summary>
internal static class RoundQueries
{
    extension(SamlaDb db)
    {
        /// <summary>The submissions in a round that somebody has begun with.</summary>
        public IQueryable<Submission> Begun(Key<Round> round) =>
            db.Submissions.Where(one =>
                one.RoundId == round
                && (
                    db.Answers.Any(answer => answer.SubmissionId == one.Id)
                    || db.SubmissionVersions.Any(version => version.SubmissionId == one.Id)
                    || db.SectionWork.Any(work => work.SubmissionId == one.Id)
                    || db.AnswerComments.Any(comment => comment.SubmissionId == one.Id)
                    || db.Interventions.Any(intervention =>
                        intervention.RoundId == round
                        && intervention.Reporters.Any(whose => whose.ReporterId == one.ReporterId)
                    )
                )
            );

        /// <summary>Whether anybody has begun with anything in a round.</summary>
        public async Task<bool> IsAnswered(Key<Round> round, CancellationToken cancellation) =>
            await db.Begun(round).AnyAsync(cancellation)
            || await db.Interventions.AnyAsync(one => one.RoundId == round, cancellation)
            || await db.Sources.AnyAsync(one => one.RoundId == round, cancellation);
    }
}
