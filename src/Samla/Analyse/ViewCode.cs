using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>A code with every passage that counts for it: the way from a printed number to the words it rests on.</summary>
public sealed class ViewCode(SamlaDb db, ReadMatrix matrix)
{
    /// <param name="Row">The code and where the 21 stand.</param>
    /// <param name="Requirement">The requirement it is about.</param>
    /// <param name="Section">The requirement's section.</param>
    /// <param name="Passages">Those of the answers that count, in the order of their texts.</param>
    public sealed record Result(
        Round Round,
        CodeRow Row,
        Requirement Requirement,
        Section Section,
        IReadOnlyList<Passage> Passages
    );

    public sealed record Passage(Reporter Reporter, Id<Source> Source, string Quote);

    /// <summary>Null where there is no such code, or it is given to no answers.</summary>
    public async Task<Result?> Run(Key<Round> roundId, Key<Code> codeId, CancellationToken cancellation)
    {
        var found = await (
            from code in db.Codes.AsNoTracking()
            join round in db.Rounds.AsNoTracking() on code.RoundId equals round.Id
            join requirement in db.Requirements.AsNoTracking()
                on new { round.TemplateId, Id = code.RequirementId } equals new
                {
                    requirement.TemplateId,
                    Id = (Key<Requirement>?)requirement.Id,
                }
            join section in db.Sections.AsNoTracking()
                on new { round.TemplateId, Id = requirement.SectionId } equals new { section.TemplateId, section.Id }
            where code.RoundId == roundId && code.Id == codeId && code.Kind == CodeKind.Leaf
            select new
            {
                round,
                requirement,
                section,
            }
        ).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var rows = await matrix.Run(roundId, found.requirement.Id, cancellation) ?? [];
        var passages = await (
            from answer in db.CurrentAnswers(roundId)
            join coding in db.Codings on answer.SourceId equals coding.SourceId
            join reporter in db.Reporters.AsNoTracking() on answer.ReporterId equals reporter.Id
            where coding.CodeId == codeId
            orderby coding.Start
            select new Passage(reporter, answer.SourceId, coding.Quote)
        ).ToListAsync(cancellation);
        return new Result(
            found.round,
            rows.First(row => row.Code.Id == codeId),
            found.requirement,
            found.section,
            passages
        );
    }
}
