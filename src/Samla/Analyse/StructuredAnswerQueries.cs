using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>That a reporter has a code which is counted from answers in rows.</summary>
/// <param name="Code">The code.</param>
/// <param name="Reporter">Who answered.</param>
/// <param name="Requirement">To what.</param>
/// <param name="Reason">What the rows say, where a passage's words would stand.</param>
internal sealed record StructuredSaid(Key<Code> Code, Reporter Reporter, Key<Requirement> Requirement, string Reason);

/// <summary>Counts the codes that are counted from answers in rows, in the latest submitted version of each reporter.</summary>
internal static class StructuredAnswerQueries
{
    extension(SamlaDb db)
    {
        /// <summary>Who has which code, in the order of the codes and the reporters' keys.</summary>
        /// <param name="round">The round.</param>
        /// <param name="isWanted">Which of the round's codes; asks nothing more where none of them is counted so.</param>
        /// <param name="cancellation">Stops between the questions.</param>
        public async Task<IReadOnlyList<StructuredSaid>> StructuredAnswers(
            Key<Round> round,
            Func<Code, bool> isWanted,
            CancellationToken cancellation
        )
        {
            var counted = await db
                .Codes.AsNoTracking()
                .Where(code => code.RoundId == round && code.CountedFrom != null)
                .OrderBy(code => code.Order)
                .ToListAsync(cancellation);
            counted.RemoveAll(code => !isWanted(code));
            if (counted.Count == 0)
            {
                return [];
            }

            var about = counted.Select(code => code.RequirementId).OfType<Key<Requirement>>().Distinct().ToList();
            var asked = await (
                from one in db.Rounds
                join requirement in db.Requirements on one.TemplateId equals requirement.TemplateId
                where one.Id == round && about.Contains(requirement.Id)
                select requirement
            )
                .AsNoTracking()
                .ToDictionaryAsync(requirement => requirement.Id, cancellation);
            var tables = await db.TablesOf(asked.Values, cancellation);
            var reporters = await db.Reporters.AsNoTracking().ToDictionaryAsync(one => one.Id, cancellation);
            var own = asked.Values.Where(requirement => requirement.HasOwnRows).Select(one => one.Id).ToList();
            var rows = await db.CurrentAnswers(round)
                .Where(answer => answer.Rows != null && own.Contains(answer.RequirementId))
                .ToListAsync(cancellation);
            var answers = rows.ToLookup(answer => answer.RequirementId);
            var interventions =
                own.Count < asked.Count ? await db.SubmittedInterventionsOf(round, null, null, cancellation) : null;
            return
            [
                .. from code in counted
                let requirement = asked.GetValueOrDefault(code.RequirementId!)
                let table = requirement?.TableId is { } id ? tables.GetValueOrDefault(id) : null
                where table is not null
                from said in requirement.HasOwnRows
                    ? InRows(code.CountedFrom!, table, answers[requirement.Id])
                    : InInterventions(code.CountedFrom!, table, requirement.Id, interventions!)
                let reporter = reporters[said.Reporter]
                where reporter.Kind == code.Subject
                orderby code.Order, reporter.Id.Value
                select new StructuredSaid(code.Id, reporter, requirement.Id, said.Reason),
            ];
        }

        /// <summary>The tables of requirements with columns and options, by their ids.</summary>
        public async Task<Dictionary<Key<TemplateTable>, TemplateTable>> TablesOf(
            IReadOnlyCollection<Requirement> requirements,
            CancellationToken cancellation
        )
        {
            var ids = requirements.Select(one => one.TableId).OfType<Key<TemplateTable>>().Distinct().ToList();
            var template = requirements.FirstOrDefault()?.TemplateId;
            return ids.Count == 0
                ? []
                : await db
                    .TemplateTables.AsNoTracking()
                    .Include(table => table.Columns)
                        .ThenInclude(column => column.Options)
                    .Where(table => table.TemplateId == template && ids.Contains(table.Id))
                    .ToDictionaryAsync(table => table.Id, cancellation);
        }
    }

    private static IEnumerable<(Key<Reporter> Reporter, string Reason)> InRows(
        StructuredAnswer wanted,
        TemplateTable table,
        IEnumerable<CurrentAnswer> answers
    ) =>
        from answer in answers
        let found = SubmittedRow.Read(answer.Rows, table).Where(row => wanted.IsIn(row.Cells, table)).ToList()
        where found.Count > 0
        select (answer.ReporterId, Reason(found.Select(row => row.Cells.AsText(table).ReplaceLineEndings("; "))));

    private static IEnumerable<(Key<Reporter> Reporter, string Reason)> InInterventions(
        StructuredAnswer wanted,
        TemplateTable table,
        Key<Requirement> requirement,
        ILookup<Key<Reporter>, Intervention> interventions
    ) =>
        from own in interventions
        let found = own.Where(one => one.RequirementsOf(own.Key).Contains(requirement) && wanted.IsIn(one, table))
            .ToList()
        where found.Count > 0
        select (own.Key, Reason(found.Select(one => one.Name)));

    private static string Reason(IEnumerable<string> rows) =>
        Characters.Beginning(string.Join(" · ", rows), Attribution.LongestReason - 2);
}
