using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>The texts that an answer has had; each is named by the number of its first save.</summary>
public sealed class ViewAnswerHistory(SamlaDb db, ActorNames names)
{
    /// <param name="submission">Whose answer.</param>
    /// <param name="requirement">To what.</param>
    /// <param name="from">The first number to show; null for the latest.</param>
    /// <param name="chosen">The text to show; null for none.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public Task<TextHistory> Run(
        Id<Submission> submission,
        Key<Requirement> requirement,
        int? from,
        int? chosen,
        CancellationToken cancellation
    ) =>
        TextHistory.Read(
            db.AnswerRevisions.AsNoTracking()
                .Where(one => one.SubmissionId == submission && one.RequirementId == requirement)
                .Select(one => new TextHistory.Kept
                {
                    Number = one.First,
                    Text = one.Text,
                    SavedBy = one.SavedBy,
                    SavedAt = one.SavedAt,
                }),
            names,
            from,
            chosen,
            cancellation
        );
}
