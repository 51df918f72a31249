using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Assessments;

/// <summary>What experts have judged a form's documents to be: what they agree on, what differs and what is settled.</summary>
public sealed class ReadAssessed(SamlaDb db)
{
    /// <summary>A document that is judged by the form.</summary>
    /// <param name="Source">The text that is judged.</param>
    /// <param name="Title">The document's.</param>
    /// <param name="County">The county that it is about; null for others.</param>
    /// <param name="IsCurrent">Whether the text is still the one that counts: not replaced by a later version, and not taken out.</param>
    /// <param name="Experts">Those who judge it, without those who were relieved, in the order of their names in the audit trail.</param>
    public sealed record JudgedDocument(
        Id<Source> Source,
        Id<Document> Document,
        string Title,
        RegionCode? County,
        bool IsCurrent,
        IReadOnlyList<Assessment> Experts
    )
    {
        /// <summary>Whether all have handed in, so that nobody is kept from the others' answers.</summary>
        public bool IsHandedIn =>
            Experts.Count >= AssessmentForm.FewestExperts && Experts.All(one => one.HandedInAt is not null);
    }

    /// <param name="Documents">In the order of the regions, then of their titles.</param>
    /// <param name="Evidence">What was handed in, in the order of the text.</param>
    public sealed record Result(
        AssessmentForm Form,
        IReadOnlyList<JudgedDocument> Documents,
        IReadOnlyDictionary<(Id<Assessment>, Key<AssessmentQuestion>), AssessmentAnswer> Answers,
        ILookup<(Id<Assessment>, Key<AssessmentQuestion>), AssessmentEvidence> Evidence,
        IReadOnlyDictionary<(Id<Source>, Key<AssessmentQuestion>), AssessmentSettlement> Settlements
    )
    {
        /// <summary>The answer of each expert who judges a document, in the order of <see cref="JudgedDocument.Experts"/>; null from one who has not answered.</summary>
        public IReadOnlyList<AssessmentAnswer?> AnswersTo(JudgedDocument document, AssessmentQuestion question) =>
            [.. document.Experts.Select(expert => Answers.GetValueOrDefault((expert.Id, question.Id)))];

        /// <summary>How many questions somebody has begun to answer for a document.</summary>
        public int AnsweredIn(Assessment assessment) =>
            Form.Questions.Count(question => Answers.ContainsKey((assessment.Id, question.Id)));

        /// <summary>Where a question on the scale stands for a document.</summary>
        public AssessmentOutcome OutcomeOf(JudgedDocument document, AssessmentQuestion question) =>
            AssessmentOutcome.Of(
                document.IsHandedIn ? [.. AnswersTo(document, question).Select(answer => answer?.Judgement)] : [],
                Settlements.GetValueOrDefault((document.Source, question.Id))?.Judgement
            );
    }

    /// <summary>Null where the round has no such form.</summary>
    public async Task<Result?> Run(Key<Round> round, Key<AssessmentForm> formId, CancellationToken cancellation)
    {
        var form = await db
            .AssessmentForms.AsNoTracking()
            .SingleOrDefaultAsync(one => one.RoundId == round && one.Id == formId, cancellation);
        if (form is null)
        {
            return null;
        }

        var assessments = await db
            .Assessments.AsNoTracking()
            .Where(one => one.RoundId == round && one.FormId == formId && one.LeftAt == null)
            .ToListAsync(cancellation);
        var documents = await (
            from version in db.DocumentVersions
            join document in db.Documents on version.DocumentId equals document.Id
            where document.RoundId == round
            where db.Assessments.Any(one => one.FormId == formId && one.SourceId == version.SourceId)
            select new
            {
                version.SourceId,
                document.Id,
                document.Title,
                document.County,
                IsCurrent = document.RemovedAt == null && document.CurrentVersion == version.Number,
            }
        ).ToListAsync(cancellation);
        var answers = await (
            from answer in db.AssessmentAnswers.AsNoTracking()
            join assessment in db.Assessments on answer.AssessmentId equals assessment.Id
            where assessment.RoundId == round && assessment.FormId == formId && assessment.LeftAt == null
            select answer
        ).ToListAsync(cancellation);
        var evidence = await (
            from one in db.AssessmentEvidence.AsNoTracking()
            join assessment in db.Assessments on one.AssessmentId equals assessment.Id
            where assessment.RoundId == round && assessment.FormId == formId && assessment.HandedInAt != null
            orderby one.Start
            select one
        ).ToListAsync(cancellation);
        var settlements = await db
            .AssessmentSettlements.AsNoTracking()
            .Where(one => one.RoundId == round && one.FormId == formId)
            .ToDictionaryAsync(one => (one.SourceId, one.QuestionId), cancellation);
        var experts = assessments.ToLookup(one => one.SourceId);
        return new Result(
            form,
            [
                .. documents
                    .Where(document => experts[document.SourceId].Any())
                    .OrderBy(document => document.County is { } county ? Regions.PlaceOf(county) : int.MaxValue)
                    .ThenBy(document => document.Title, SwedishText.Order)
                    .Select(document => new JudgedDocument(
                        document.SourceId,
                        document.Id,
                        document.Title,
                        document.County,
                        document.IsCurrent,
                        [.. experts[document.SourceId].OrderBy(one => one.Expert, StringComparer.Ordinal)]
                    )),
            ],
            answers.ToDictionary(answer => (answer.AssessmentId, answer.QuestionId)),
            evidence.ToLookup(one => (one.AssessmentId, one.QuestionId)),
            settlements
        );
    }
}
