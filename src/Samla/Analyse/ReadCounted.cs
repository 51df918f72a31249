using Microsoft.EntityFrameworkCore;
using Samla.Analyse.Assessments;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Analyse;

/// <summary>That a reporter has a code which is counted from something else than passages.</summary>
/// <param name="Code">The code.</param>
/// <param name="Reporter">Who has it.</param>
/// <param name="Requirement">Whose rows say so; null where it is nothing of the reporter's own.</param>
/// <param name="Reason">What is said, where a passage's words would stand.</param>
/// <param name="From">What it is counted from.</param>
public sealed record CountedSaid(
    Key<Code> Code,
    Reporter Reporter,
    Key<Requirement>? Requirement,
    string Reason,
    CountedFrom From
);

/// <summary>
/// Counts the codes that are given to no passages: from answers in rows, in the latest submitted version of each reporter, from the
/// register of strategies, and from assessments.
/// </summary>
public sealed class ReadCounted(SamlaDb db, ReadAssessed assessed, StrategyRegister strategies)
{
    /// <param name="Said">Who has which code, in the order of the codes and the reporters' keys.</param>
    /// <param name="Known">Of codes that are counted from something else than rows: of whom it can be told whether they have it, and of whom it is.</param>
    public sealed record Result(
        IReadOnlyList<CountedSaid> Said,
        IReadOnlyDictionary<Key<Code>, (RegionSet Asked, RegionSet Read)> Known
    );

    /// <summary>Who has which code, in the order of the codes and the reporters' keys.</summary>
    /// <param name="round">The round.</param>
    /// <param name="isWanted">Which of the round's codes.</param>
    /// <param name="cancellation">Stops between the questions.</param>
    public async Task<IReadOnlyList<CountedSaid>> Run(
        Key<Round> round,
        Func<Code, bool> isWanted,
        CancellationToken cancellation
    )
    {
        var codes = await db
            .Codes.AsNoTracking()
            .Where(code => code.RoundId == round && code.CountedFrom != null)
            .ToListAsync(cancellation);
        return (await Of(round, codes.FindAll(code => isWanted(code)), cancellation)).Said;
    }

    /// <summary>The same of codes that are read already, with of whom it can be told; asks nothing where none of them is counted so.</summary>
    internal async Task<Result> Of(Key<Round> round, IEnumerable<Code> codes, CancellationToken cancellation)
    {
        var counted = codes.Where(code => code.CountedFrom is not null).OrderBy(code => code.Order).ToList();
        var known = new Dictionary<Key<Code>, (RegionSet Asked, RegionSet Read)>();
        if (counted.Count == 0)
        {
            return new Result([], known);
        }

        var reporters = await db.Reporters.AsNoTracking().ToDictionaryAsync(one => one.Id, cancellation);
        var said = new List<CountedSaid>();
        foreach (var code in counted.Where(code => code.CountedFrom is StrategyStatus))
        {
            known[code.Id] = (strategies.All, strategies.All);
            said.AddRange(InRegister(code, (StrategyStatus)code.CountedFrom!, reporters));
        }

        var judged = counted.FindAll(code => code.CountedFrom is AssessedAs);
        var documents = judged.Count == 0 ? null : await DocumentsByCounty(round, cancellation);
        foreach (var form in judged.GroupBy(code => ((AssessedAs)code.CountedFrom!).Form))
        {
            var result = await assessed.Run(round, form.Key, cancellation);
            foreach (var code in form)
            {
                var (asked, read, has) = InAssessments(
                    code,
                    (AssessedAs)code.CountedFrom!,
                    result,
                    documents!,
                    reporters
                );
                known[code.Id] = (asked, read);
                said.AddRange(has);
            }
        }

        said.AddRange(
            await InRows(round, counted.FindAll(code => code.CountedFrom is StructuredAnswer), reporters, cancellation)
        );
        return new Result(
            [
                .. from one in said
                join code in counted on one.Code equals code.Id
                orderby code.Order, one.Reporter.Id.Value
                select one,
            ],
            known
        );
    }

    private async Task<ILookup<RegionCode, Id<Source>>> DocumentsByCounty(
        Key<Round> round,
        CancellationToken cancellation
    )
    {
        var documents = await db.CurrentDocuments(round)
            .Where(current => current.Document.County != null)
            .Select(current => new { County = current.Document.County!, current.SourceId })
            .ToListAsync(cancellation);
        return documents.ToLookup(one => one.County, one => one.SourceId);
    }

    private IEnumerable<CountedSaid> InRegister(
        Code code,
        StrategyStatus wanted,
        Dictionary<Key<Reporter>, Reporter> reporters
    ) =>
        from line in strategies.Lines
        where line.Standings.GetValueOrDefault(wanted.Year)?.Id == wanted.Status
        let reporter = RegionOf(line.Region, reporters)
        where reporter is not null
        select new CountedSaid(code.Id, reporter, null, line.Told(wanted.Year), wanted);

    /// <summary>
    /// A county is asked where it has a document, unless the question does not apply to it; read where all of its documents that are handed
    /// out are judged and nothing is left to settle, or one reaches the step; and has the code where one does.
    /// </summary>
    private static (RegionSet Asked, RegionSet Read, IReadOnlyList<CountedSaid> Said) InAssessments(
        Code code,
        AssessedAs wanted,
        ReadAssessed.Result? result,
        ILookup<RegionCode, Id<Source>> documents,
        Dictionary<Key<Reporter>, Reporter> reporters
    )
    {
        var question = result?.Form.Find(wanted.Question);
        var outcomes = question is null
            ? []
            : result!.Documents.ToDictionary(
                one => one.Source,
                one => (Document: one, Outcome: result.OutcomeOf(one, question))
            );
        var (asked, read, said) = (new List<RegionCode>(), new List<RegionCode>(), new List<CountedSaid>());
        foreach (var county in documents)
        {
            // A plan that nobody is to judge keeps no strategy of the same county from being known.
            var judged = county.Where(outcomes.ContainsKey).Select(source => outcomes[source]).ToList();
            if (judged.Count > 0 && judged.TrueForAll(one => one.Outcome.Counted == Judgement.NotApplicable))
            {
                continue;
            }

            asked.Add(county.Key);
            var (reaching, _) = judged.Find(one => one.Outcome.Counted?.Level >= wanted.AtLeast);
            if (reaching is not null && RegionOf(county.Key, reporters) is { } reporter)
            {
                said.Add(new CountedSaid(code.Id, reporter, null, Reason(result!, reaching, question!), wanted));
            }

            if (reaching is not null || (judged.Count > 0 && judged.TrueForAll(one => one.Outcome.Counted is not null)))
            {
                read.Add(county.Key);
            }
        }

        return ([.. asked], [.. read], said);
    }

    private static string Reason(
        ReadAssessed.Result result,
        ReadAssessed.JudgedDocument document,
        AssessmentQuestion question
    )
    {
        var outcome = (AssessmentOutcome.Known)result.OutcomeOf(document, question);
        var shown = document.Experts.SelectMany(expert => result.Evidence[(expert.Id, question.Id)]).FirstOrDefault();
        return Characters.Beginning(
            $"{question.Text} {result.Form.LabelOf(outcome.Judgement)}{(outcome.IsSettled ? ", jämkat" : "")}.{(shown is null ? "" : $" ”{shown.Quote}”")}",
            Attribution.LongestReason - 2
        );
    }

    private static Reporter? RegionOf(RegionCode county, Dictionary<Key<Reporter>, Reporter> reporters) =>
        reporters.GetValueOrDefault(Reporter.KeyOf(county, ReporterKind.Region));

    private async Task<IReadOnlyList<CountedSaid>> InRows(
        Key<Round> round,
        List<Code> counted,
        Dictionary<Key<Reporter>, Reporter> reporters,
        CancellationToken cancellation
    )
    {
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
            let wanted = (StructuredAnswer)code.CountedFrom!
            let requirement = asked.GetValueOrDefault(code.RequirementId!)
            let table = requirement?.TableId is { } id ? tables.GetValueOrDefault(id) : null
            where table is not null
            from said in requirement.HasOwnRows
                ? InOwnRows(wanted, table, answers[requirement.Id])
                : InInterventions(wanted, table, requirement.Id, interventions!)
            let reporter = reporters[said.Reporter]
            where reporter.Kind == code.Subject
            select new CountedSaid(code.Id, reporter, requirement.Id, said.Reason, wanted),
        ];
    }

    private static IEnumerable<(Key<Reporter> Reporter, string Reason)> InOwnRows(
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
