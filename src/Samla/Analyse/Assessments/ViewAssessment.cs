using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Assessments;

/// <summary>What an expert is to judge, and what they have answered: nothing of what others have.</summary>
public sealed class ViewAssessment(SamlaDb db)
{
    /// <summary>A document in the expert's queue.</summary>
    /// <param name="Answered">How many questions have an answer.</param>
    public sealed record Item(
        Assessment Assessment,
        AssessmentForm Form,
        Round Round,
        string Title,
        RegionCode? County,
        bool IsCurrent,
        bool IsMadeUp,
        int Answered
    );

    /// <param name="Text">The document's.</param>
    /// <param name="Answers">The expert's own, by question.</param>
    /// <param name="Evidence">The expert's own, in the order of the text.</param>
    /// <param name="Queue">All that the expert has to judge by the form, this among them.</param>
    public sealed record Result(
        Item Item,
        Source Text,
        IReadOnlyDictionary<Key<AssessmentQuestion>, AssessmentAnswer> Answers,
        ILookup<Key<AssessmentQuestion>, AssessmentEvidence> Evidence,
        IReadOnlyList<Item> Queue
    );

    /// <summary>All that somebody is to judge or has judged, the rounds' latest first; within a form in the order of the regions.</summary>
    public async Task<IReadOnlyList<Item>> Queue(string expert, CancellationToken cancellation)
    {
        // One form and one round, however many documents: a form's text is read once.
        var found = await (
            from assessment in db.Assessments.AsNoTrackingWithIdentityResolution()
            join form in db.AssessmentForms
                on new { assessment.RoundId, assessment.FormId } equals new { form.RoundId, FormId = form.Id }
            join round in db.Rounds on assessment.RoundId equals round.Id
            join version in db.DocumentVersions on assessment.SourceId equals version.SourceId
            join document in db.Documents on version.DocumentId equals document.Id
            where assessment.Expert == expert && assessment.LeftAt == null
            select new
            {
                assessment,
                form,
                round,
                document.Title,
                document.County,
                IsCurrent = document.RemovedAt == null && document.CurrentVersion == version.Number,
                IsMadeUp = version.UploadedBy == Marks.Inventor,
                Answered = db.AssessmentAnswers.Count(answer =>
                    answer.AssessmentId == assessment.Id
                    && (answer.Level != null || answer.IsNotApplicable || answer.Text != "")
                ),
            }
        ).ToListAsync(cancellation);
        return
        [
            .. found
                .OrderByDescending(one => one.round.PeriodEnd)
                .ThenBy(one => one.form.Title, SwedishText.Order)
                .ThenBy(one => one.County is { } county ? Regions.PlaceOf(county) : int.MaxValue)
                .ThenBy(one => one.Title, SwedishText.Order)
                .Select(one => new Item(
                    one.assessment,
                    one.form,
                    one.round,
                    one.Title,
                    one.County,
                    one.IsCurrent,
                    one.IsMadeUp,
                    one.Answered
                )),
        ];
    }

    /// <summary>Null where it is not the expert's own, or was taken from them.</summary>
    public async Task<Result?> Run(Id<Assessment> id, string expert, CancellationToken cancellation)
    {
        var queue = await Queue(expert, cancellation);
        if (queue.FirstOrDefault(one => one.Assessment.Id == id) is not { } item)
        {
            return null;
        }

        var text = await db.Sources.AsNoTracking().SingleAsync(one => one.Id == item.Assessment.SourceId, cancellation);
        var answers = await db
            .AssessmentAnswers.AsNoTracking()
            .Where(answer => answer.AssessmentId == id)
            .ToDictionaryAsync(answer => answer.QuestionId, cancellation);
        var evidence = await db
            .AssessmentEvidence.AsNoTracking()
            .Where(one => one.AssessmentId == id)
            .OrderBy(one => one.Start)
            .ToListAsync(cancellation);
        return new Result(
            item,
            text,
            answers,
            evidence.ToLookup(one => one.QuestionId),
            [.. queue.Where(one => one.Form.Id == item.Form.Id && one.Round.Id == item.Round.Id)]
        );
    }
}
