using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Analyse.Blind;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Model;

/// <summary>All that has been asked of language models in a round, the latest first.</summary>
public sealed class ListModelAnswers(SamlaDb db, FindBlindWork blindWork, ActorNames names)
{
    /// <summary>How many are shown at a time.</summary>
    public const int PageSize = 20;

    /// <param name="Whose">Whose answer it was about, or the title of the document.</param>
    /// <param name="Requirement">The title of what was answered or asked.</param>
    /// <param name="By">Who asked, by name.</param>
    /// <param name="IsBlind">Whether who looks is to code the text blind: then neither what was sent nor what came back is shown.</param>
    public sealed record Entry(ModelAnswer Answer, string Whose, string Requirement, string By, bool IsBlind);

    /// <param name="Entries">At most <see cref="PageSize"/>.</param>
    /// <param name="Total">How many there are in all.</param>
    public sealed record Result(IReadOnlyList<Entry> Entries, int Total);

    /// <param name="round">The round.</param>
    /// <param name="skip">How many of the latest to leave out.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Result> Run(Key<Round> round, int skip, string actor, CancellationToken cancellation)
    {
        var blind = await blindWork.Sources(actor, cancellation);
        var total = await db.ModelAnswers.CountAsync(answer => answer.RoundId == round, cancellation);
        var found = await (
            from answer in db.ModelAnswers.AsNoTracking()
            join asked in db.Rounds on answer.RoundId equals asked.Id
            join owned in db.OwnedSources on answer.SourceId equals owned.Source.Id
            from requirement in db.Requirements
            where
                answer.RoundId == round
                && requirement.TemplateId == asked.TemplateId
                && (
                    requirement.Id == answer.QuestionId
                    || (answer.QuestionId == null && requirement.Id == owned.Source.RequirementId)
                )
            orderby answer.AskedAt descending
            select new
            {
                answer,
                owned.Reporter,
                owned.Document,
                requirement.Title,
            }
        )
            .Skip(skip)
            .Take(PageSize)
            .ToListAsync(cancellation);
        var called = await names.Run(found.Select(one => one.answer.AskedBy), cancellation);
        return new Result(
            [
                .. found.Select(one => new Entry(
                    one.answer,
                    one.Reporter?.ShortName ?? one.Document!.Title,
                    one.Title,
                    called[one.answer.AskedBy],
                    blind.Contains(one.answer.SourceId)
                )),
            ],
            total
        );
    }
}
