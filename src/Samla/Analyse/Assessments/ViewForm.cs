using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Assessments;

/// <summary>A form's work and results: who judges what, how well they agree, what is to be settled and what counts.</summary>
public sealed class ViewForm(SamlaDb db, ReadAssessed read, ActorNames names)
{
    /// <summary>A round's form with how far its work has come.</summary>
    /// <param name="Documents">How many are handed out.</param>
    /// <param name="Assessments">How many are to be handed in.</param>
    /// <param name="HandedIn">How many are.</param>
    public sealed record Entry(AssessmentForm Form, int Documents, int Assessments, int HandedIn);

    /// <summary>A document of the round that can be handed out.</summary>
    public sealed record Choice(Id<Document> Document, Id<Source> Source, string Title, RegionCode? County);

    /// <summary>The same form in an earlier round.</summary>
    public sealed record Earlier(Round Round, ReadAssessed.Result Assessed, bool IsSameScale)
    {
        /// <summary>What a question came to for a county then; null where nothing did, or the question or the scale was another.</summary>
        public Judgement? Counted(RegionCode county, AssessmentQuestion question) =>
            Assessed.Form.Find(question.Id) is { } then
            && IsSameScale
            && then.Text == question.Text
            && Assessed.Documents.FirstOrDefault(one => one.County == county && one.IsCurrent) is { } document
                ? Assessed.OutcomeOf(document, then).Counted
                : null;
    }

    /// <param name="Names">What to call those who are named, by how the audit trail names them.</param>
    /// <param name="Experts">Those who judge what counts, in the order of their names.</param>
    /// <param name="ByQuestion">How well they agree on each question on the scale.</param>
    /// <param name="ByGroup">By the letter of the group: all its questions together.</param>
    /// <param name="All">All questions together.</param>
    /// <param name="Choices">The documents of the round, in the order of the regions.</param>
    /// <param name="Groups">The codebook's groups about documents, in which codes can stand that are counted from the form.</param>
    /// <param name="May">Those who may judge.</param>
    /// <param name="Before">The same form in the latest earlier round that has handed it out; null where none has.</param>
    public sealed record Result(
        Round Round,
        ReadAssessed.Result Assessed,
        IReadOnlyDictionary<string, string> Names,
        IReadOnlyList<string> Experts,
        IReadOnlyDictionary<Key<AssessmentQuestion>, AssessmentAgreement> ByQuestion,
        IReadOnlyDictionary<string, AssessmentAgreement> ByGroup,
        AssessmentAgreement All,
        IReadOnlyList<Choice> Choices,
        IReadOnlyList<Code> Groups,
        IReadOnlyList<Account> May,
        Earlier? Before
    )
    {
        public AssessmentForm Form => Assessed.Form;

        /// <summary>The documents that count: those that are neither replaced nor taken out.</summary>
        public IEnumerable<ReadAssessed.JudgedDocument> Documents =>
            Assessed.Documents.Where(document => document.IsCurrent);

        /// <summary>What is to be settled, and what is, document by document in the order of the questions.</summary>
        public IEnumerable<(ReadAssessed.JudgedDocument Document, AssessmentQuestion Question)> Differences =>
            from document in Documents
            from question in Form.Questions
            where !question.IsFree
            where
                Assessed.OutcomeOf(document, question)
                    is AssessmentOutcome.Differs
                        or AssessmentOutcome.Known { IsSettled: true }
            select (document, question);

        /// <summary>How many of <see cref="Differences"/> nobody has settled.</summary>
        public int Unsettled =>
            Differences.Count(one => Assessed.OutcomeOf(one.Document, one.Question) is AssessmentOutcome.Differs);
    }

    /// <summary>The forms of other rounds that a round does not have, each as the latest has it: taken along it is the same form at another time, and what it comes to is compared.</summary>
    public async Task<IReadOnlyList<(Round Round, AssessmentForm Form)>> Elsewhere(
        Key<Round> round,
        CancellationToken cancellation
    )
    {
        var forms = await (
            from form in db.AssessmentForms.AsNoTracking()
            join other in db.Rounds.AsNoTracking() on form.RoundId equals other.Id
            where form.RoundId != round
            where !db.AssessmentForms.Any(own => own.RoundId == round && own.Id == form.Id)
            orderby other.PeriodEnd descending
            select new { other, form }
        ).ToListAsync(cancellation);
        return
        [
            .. forms
                .DistinctBy(one => one.form.Id)
                .OrderBy(one => one.form.Title, SwedishText.Order)
                .Select(one => (one.other, one.form)),
        ];
    }

    /// <summary>A round's forms, in the order of their titles; null where there is no such round.</summary>
    public async Task<(Round Round, IReadOnlyList<Entry> Forms)?> List(
        Key<Round> roundId,
        CancellationToken cancellation
    )
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == roundId, cancellation);
        if (round is null)
        {
            return null;
        }

        var forms = await db
            .AssessmentForms.AsNoTracking()
            .Where(form => form.RoundId == roundId)
            .ToListAsync(cancellation);
        var work = await db
            .Assessments.Where(one => one.RoundId == roundId && one.LeftAt == null)
            .Select(one => new
            {
                one.FormId,
                one.SourceId,
                IsHandedIn = one.HandedInAt != null,
            })
            .ToListAsync(cancellation);
        var byForm = work.ToLookup(one => one.FormId);
        return (
            round,
            [
                .. forms
                    .OrderBy(form => form.Title, SwedishText.Order)
                    .Select(form => new Entry(
                        form,
                        byForm[form.Id].Select(one => one.SourceId).Distinct().Count(),
                        byForm[form.Id].Count(),
                        byForm[form.Id].Count(one => one.IsHandedIn)
                    )),
            ]
        );
    }

    /// <summary>Null where the round has no such form.</summary>
    public async Task<Result?> Run(Key<Round> roundId, Key<AssessmentForm> formId, CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == roundId, cancellation);
        if (round is null || await read.Run(roundId, formId, cancellation) is not { } assessed)
        {
            return null;
        }

        var experts = assessed
            .Documents.SelectMany(document => document.Experts)
            .Select(one => one.Expert)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var called = await names.Run(
            experts.Concat(assessed.Settlements.Values.Select(one => one.Actor)).Append(assessed.Form.MadeBy),
            cancellation
        );
        // Who judged only what is replaced since is not compared with those who judge what counts.
        experts =
        [
            .. assessed
                .Documents.Where(document => document.IsCurrent)
                .SelectMany(document => document.Experts)
                .Select(one => one.Expert)
                .Distinct(StringComparer.Ordinal)
                .OrderBy(one => called[one], SwedishText.Order),
        ];
        var choices = await db.CurrentDocuments(roundId)
            .Select(current => new Choice(
                current.Document.Id,
                current.SourceId,
                current.Document.Title,
                current.Document.County
            ))
            .ToListAsync(cancellation);
        var onScale = assessed.Form.Questions.Where(question => !question.IsFree).ToList();
        return new Result(
            round,
            assessed,
            called,
            experts,
            onScale.ToDictionary(question => question.Id, question => AgreementOn([question], assessed, experts)),
            onScale
                .GroupBy(question => question.Letter)
                .ToDictionary(group => group.Key, group => AgreementOn([.. group], assessed, experts)),
            AgreementOn(onScale, assessed, experts),
            [
                .. choices
                    .OrderBy(one => one.County is { } county ? Regions.PlaceOf(county) : int.MaxValue)
                    .ThenBy(one => one.Title, SwedishText.Order),
            ],
            await db
                .Codes.AsNoTracking()
                .Where(code => code.RoundId == roundId && code.Kind == CodeKind.Group)
                .Where(code => code.Subject == ReporterKind.Document && code.ParentId != null)
                .OrderBy(code => code.Order)
                .ToListAsync(cancellation),
            await db.AccountsThatMay(Permission.Assess, cancellation),
            await Before(round, assessed.Form, cancellation)
        );
    }

    private async Task<Earlier?> Before(Round round, AssessmentForm now, CancellationToken cancellation)
    {
        var earlier = await (
            from other in db.Rounds.AsNoTracking()
            join form in db.AssessmentForms on other.Id equals form.RoundId
            where form.Id == now.Id && other.PeriodEnd < round.PeriodEnd && form.HandedOutAt != null
            orderby other.PeriodEnd descending
            select other
        ).FirstOrDefaultAsync(cancellation);
        return earlier is not null && await read.Run(earlier.Id, now.Id, cancellation) is { } assessed
            ? new Earlier(earlier, assessed, assessed.Form.LevelText == now.LevelText)
            : null;
    }

    /// <summary>Only of documents that all have handed in: until then nobody is to see how another answers.</summary>
    private static AssessmentAgreement AgreementOn(
        IReadOnlyList<AssessmentQuestion> questions,
        ReadAssessed.Result assessed,
        List<string> experts
    ) =>
        AssessmentAgreement.Of(
            [.. assessed.Form.Levels.Select(level => level.Value)],
            experts.Count,
            [
                .. from document in assessed.Documents
                where document is { IsHandedIn: true, IsCurrent: true }
                from question in questions
                let answers = document
                    .Experts.Zip(assessed.AnswersTo(document, question))
                    .ToDictionary(one => one.First.Expert, one => one.Second?.Judgement)
                select (IReadOnlyList<Judgement?>)[.. experts.Select(expert => answers.GetValueOrDefault(expert))],
            ]
        );
}
