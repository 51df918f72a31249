using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>Which of a reporter's answers in the round before answer what is asked now.</summary>
public sealed class FindPredecessors(SamlaDb db)
{
    /// <param name="Earlier">The round before.</param>
    /// <param name="OfRequirement">By requirement of this round: all that are asked of the reporter stand in it.</param>
    public sealed record Result(Round Earlier, IReadOnlyDictionary<Key<Requirement>, Predecessors> OfRequirement);

    /// <param name="New">What there is to know of a question that is new; null for others.</param>
    /// <param name="Earlier">In the earlier template's order; none for what is new, or where nobody has compared the templates.</param>
    public sealed record Predecessors(string? New, IReadOnlyList<Predecessor> Earlier);

    /// <summary>A requirement of the round before.</summary>
    /// <param name="Kind">How what is asked now answers to it.</param>
    /// <param name="Note">What differs from what is asked now; empty where the round before asked the same template.</param>
    /// <param name="SourceId">The reporter's submitted answer; null where there is none.</param>
    /// <param name="Text">That answer's words, without its rows; null where there is no answer.</param>
    /// <param name="Table">The requirement's own table; null where it has none.</param>
    /// <param name="Rows">The rows of that, as they were submitted.</param>
    public sealed record Predecessor(
        Section Section,
        Requirement Requirement,
        MappingKind Kind,
        string Note,
        Id<Source>? SourceId,
        string? Text,
        TemplateTable? Table,
        IReadOnlyList<SubmittedRow> Rows
    );

    /// <summary>Null where there is no such round or reporter, or no round before.</summary>
    public async Task<Result?> Run(Key<Round> round, Key<Reporter> reporter, CancellationToken cancellation)
    {
        var found = await (
            from now in db.Rounds.AsNoTracking()
            join earlier in db.Rounds.AsNoTracking() on now.PreviousRoundId equals earlier.Id
            from whose in db.Reporters.AsNoTracking()
            where now.Id == round && whose.Id == reporter
            select new
            {
                now.TemplateId,
                Earlier = earlier,
                Reporter = whose,
            }
        ).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var requirements = await db
            .Requirements.AsNoTracking()
            .Where(requirement => requirement.TemplateId == found.TemplateId)
            .ToListAsync(cancellation);
        var asked = requirements.Where(one => one.Asks(found.Reporter)).Select(one => one.Id).ToList();
        var pairs = await db.RequirementPairs(asked, found.TemplateId, found.Earlier.TemplateId, cancellation);
        var before = await Before(found.Earlier, found.Reporter, cancellation);
        return new Result(
            found.Earlier,
            asked.ToDictionary(
                id => id,
                id => new Predecessors(
                    pairs[id].FirstOrDefault(pair => pair.Kind == MappingKind.New)?.Note,
                    [.. Of(pairs[id])]
                )
            )
        );

        // What was asked of others only holds no answer of this reporter's.
        IEnumerable<Predecessor> Of(IEnumerable<RequirementPair> those) =>
            from one in before
            join pair in those on one.Requirement.Id equals pair.Earlier
            select one with
            {
                Kind = pair.Kind,
                Note = pair.Note,
            };
    }

    /// <summary>What the earlier round asked the reporter, with what the reporter submitted.</summary>
    private async Task<List<Predecessor>> Before(Round earlier, Reporter reporter, CancellationToken cancellation)
    {
        var asked = await (
            from requirement in db.Requirements.AsNoTracking()
            join section in db.Sections.AsNoTracking()
                on new { requirement.TemplateId, Id = requirement.SectionId } equals new
                {
                    section.TemplateId,
                    section.Id,
                }
            where requirement.TemplateId == earlier.TemplateId
            orderby section.Order, requirement.Order
            select new { section, requirement }
        ).ToListAsync(cancellation);
        var answers = await (
            from answer in db.CurrentAnswers(earlier.Id)
            join source in db.Sources.AsNoTracking() on answer.SourceId equals source.Id
            where answer.ReporterId == reporter.Id
            select new
            {
                answer.RequirementId,
                source.Id,
                source.Text,
                answer.Rows,
                answer.ProseEnd,
            }
        ).ToDictionaryAsync(answer => answer.RequirementId, cancellation);
        var tables = answers.Values.Any(answer => answer.Rows is not null)
            ? await db.TablesOf(earlier.TemplateId).ToDictionaryAsync(table => table.Id, cancellation)
            : [];
        return
        [
            .. from one in asked
            where one.requirement.Asks(reporter)
            let answer = answers.GetValueOrDefault(one.requirement.Id)
            let table = one.requirement is { HasOwnRows: true, TableId: { } id } ? tables.GetValueOrDefault(id) : null
            select new Predecessor(
                one.section,
                one.requirement,
                MappingKind.Same,
                "",
                answer?.Id,
                answer is null ? null : SubmittedAnswer.ProseOf(answer.Text, answer.ProseEnd),
                table,
                table is null ? [] : SubmittedRow.Read(answer?.Rows, table)
            ),
        ];
    }
}
