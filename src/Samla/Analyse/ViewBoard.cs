using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>How far a round has come: each requirement and the 21 counties' answers to it, or those of other authorities.</summary>
public sealed class ViewBoard(SamlaDb db)
{
    /// <param name="Sections">What reporters answer, in the template's order.</param>
    /// <param name="Questions">What documents are read for, in the template's order.</param>
    public sealed record Result(Round Round, IReadOnlyList<SectionRow> Sections, IReadOnlyList<QuestionRow> Questions)
    {
        public IEnumerable<RequirementRow> Requirements => Sections.SelectMany(section => section.Requirements);
    }

    public sealed record SectionRow(Section Section, IReadOnlyList<RequirementRow> Requirements);

    /// <param name="Question">What documents are read for.</param>
    /// <param name="Codings">How many of their passages are coded for it.</param>
    /// <param name="Counties">The counties whose documents they stand in.</param>
    public sealed record QuestionRow(Requirement Question, int Codings, RegionSet Counties);

    /// <param name="Requirement">What is asked.</param>
    /// <param name="Cells">One for each of the 21 counties, by county code; none where other authorities answer.</param>
    /// <param name="Agencies">One for each authority in the round where they answer, in Swedish order; else none.</param>
    public sealed record RequirementRow(
        Requirement Requirement,
        IReadOnlyDictionary<RegionCode, Cell> Cells,
        IReadOnlyList<AgencyCell> Agencies
    )
    {
        /// <summary>Those of counties, or of authorities.</summary>
        public IEnumerable<Cell> All => Cells.Values.Concat(Agencies.Select(agency => agency.Cell));

        /// <summary>How many answers there are to read.</summary>
        public int Answers => All.Count(cell => cell.Source is not null);

        /// <summary>How many passages are coded.</summary>
        public int Codings => All.Sum(cell => cell.Codings);

        /// <summary>How many answers nobody has read to their end.</summary>
        public int Unread => Count(AnswerState.Unread) + Count(AnswerState.Begun);

        public int Count(AnswerState state) => All.Count(cell => cell.State == state);
    }

    /// <summary>An authority's answer.</summary>
    public sealed record AgencyCell(Reporter Agency, Cell Cell);

    /// <param name="State">How far it has come.</param>
    /// <param name="Source">The answer; null where there is none.</param>
    /// <param name="Codings">How many of its passages are coded.</param>
    public sealed record Cell(AnswerState State, Id<Source>? Source, int Codings);

    /// <summary>Null where there is no such round.</summary>
    public async Task<Result?> Run(Key<Round> roundId, CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == roundId, cancellation);
        if (round is null)
        {
            return null;
        }

        var sections = await db.SectionsOf(round.TemplateId).ToListAsync(cancellation);
        var reporters = await Reporters(roundId, cancellation);
        var answers = await Answers(roundId, cancellation);
        return new Result(
            round,
            [
                .. from section in sections
                let asked = section.Requirements.FindAll(requirement => !requirement.IsPutToDocuments)
                where asked.Count > 0
                select new SectionRow(
                    section,
                    [
                        .. asked
                            .OrderBy(requirement => requirement.Order)
                            .Select(requirement => RowOf(requirement, reporters, answers)),
                    ]
                ),
            ],
            await Questions(round, sections, cancellation)
        );
    }

    private async Task<IReadOnlyList<QuestionRow>> Questions(
        Round round,
        List<Section> sections,
        CancellationToken cancellation
    )
    {
        List<Requirement> asked =
        [
            .. from section in sections
            from requirement in section.InOrder()
            where requirement.IsPutToDocuments
            select requirement,
        ];
        if (asked.Count == 0)
        {
            return [];
        }

        var coded = await (
            from current in db.CurrentDocuments(round.Id)
            join coding in db.Codings on current.SourceId equals coding.SourceId
            join code in db.Codes on new { coding.RoundId, Id = coding.CodeId } equals new { code.RoundId, code.Id }
            group coding by new { code.RequirementId, current.Document.County } into given
            select new
            {
                given.Key.RequirementId,
                given.Key.County,
                Count = given.Count(),
            }
        ).ToListAsync(cancellation);
        var byQuestion = coded.ToLookup(one => one.RequirementId);
        return
        [
            .. asked.Select(question => new QuestionRow(
                question,
                byQuestion[question.Id].Sum(one => one.Count),
                [.. byQuestion[question.Id].Select(one => one.County).OfType<RegionCode>()]
            )),
        ];
    }

    private static RequirementRow RowOf(
        Requirement requirement,
        List<Taking> reporters,
        Dictionary<(Key<Requirement>, Key<Reporter>), Found> answers
    )
    {
        var asked = reporters.FindAll(one => requirement.Asks(one.Reporter));
        if (requirement.AnsweredBy == ReporterKind.Agency)
        {
            return new RequirementRow(
                requirement,
                new Dictionary<RegionCode, Cell>(),
                [.. asked.Select(one => new AgencyCell(one.Reporter, CellFor(one)))]
            );
        }

        var byCounty = asked.ToDictionary(one => one.Reporter.County!);
        return new RequirementRow(
            requirement,
            Regions.All.ToDictionary(
                region => region.Code,
                region =>
                    byCounty.TryGetValue(region.Code, out var one) ? CellFor(one)
                    : requirement.Counties.Contains(region.Code) ? new Cell(AnswerState.Missing, null, 0)
                    : new Cell(AnswerState.NotAsked, null, 0)
            ),
            []
        );

        Cell CellFor(Taking one) =>
            CellOf(one.HasSubmitted, answers.GetValueOrDefault((requirement.Id, one.Reporter.Id)));
    }

    private static Cell CellOf(bool hasSubmitted, Found? answer) =>
        (hasSubmitted, answer) switch
        {
            (false, _) => new Cell(AnswerState.Missing, null, 0),
            (_, null) => new Cell(AnswerState.Blank, null, 0),
            (_, (var source, var codings, var isRead)) => new Cell(
                AnswerState.Of(isRead, codings > 0),
                source,
                codings
            ),
        };

    /// <summary>Who takes part, in Swedish order.</summary>
    private async Task<List<Taking>> Reporters(Key<Round> round, CancellationToken cancellation)
    {
        var reporters = await (
            from submission in db.Submissions.AsNoTracking()
            join reporter in db.Reporters.AsNoTracking() on submission.ReporterId equals reporter.Id
            where submission.RoundId == round
            select new Taking(reporter, submission.CurrentVersion > 0)
        ).ToListAsync(cancellation);
        return [.. reporters.OrderBy(one => one.Reporter.Name, SwedishText.Order)];
    }

    private async Task<Dictionary<(Key<Requirement>, Key<Reporter>), Found>> Answers(
        Key<Round> round,
        CancellationToken cancellation
    )
    {
        var answers = await (
            from answer in db.CurrentAnswers(round)
            select new
            {
                answer.RequirementId,
                answer.ReporterId,
                answer.SourceId,
                Codings = db.Codings.Count(coding => coding.SourceId == answer.SourceId),
                IsRead = db.Readings.Any(reading => reading.SourceId == answer.SourceId),
            }
        ).ToListAsync(cancellation);
        return answers.ToDictionary(
            answer => (answer.RequirementId, answer.ReporterId),
            answer => new Found(answer.SourceId, answer.Codings, answer.IsRead)
        );
    }

    private sealed record Taking(Reporter Reporter, bool HasSubmitted);

    private sealed record Found(Id<Source> Source, int Codings, bool IsRead);
}
