using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>How far the reading of one answer has come.</summary>
public enum AnswerState
{
    /// <summary>Read to its end, and some of it has codes.</summary>
    Coded,

    /// <summary>Some of it has codes, but nobody has read it to its end.</summary>
    Begun,

    /// <summary>Read to its end, and none of it was given a code.</summary>
    Silent,

    /// <summary>Submitted and not read.</summary>
    Unread,

    /// <summary>The reporter submitted and left this answer empty.</summary>
    Blank,

    /// <summary>Nothing is submitted.</summary>
    Missing,

    /// <summary>The question was not put to this reporter.</summary>
    NotAsked,
}

/// <summary>How far a round has come: each requirement and the 21 counties' answers to it.</summary>
public sealed class ViewBoard(SamlaDb db)
{
    /// <param name="Sections">In the template's order.</param>
    public sealed record Result(Round Round, IReadOnlyList<SectionRow> Sections)
    {
        public IEnumerable<RequirementRow> Requirements => Sections.SelectMany(section => section.Requirements);
    }

    public sealed record SectionRow(Section Section, IReadOnlyList<RequirementRow> Requirements);

    /// <param name="Requirement">What is asked.</param>
    /// <param name="Cells">One for each of the 21 counties, by county code.</param>
    public sealed record RequirementRow(Requirement Requirement, IReadOnlyDictionary<RegionCode, Cell> Cells)
    {
        /// <summary>How many passages are coded.</summary>
        public int Codings => Cells.Values.Sum(cell => cell.Codings);

        /// <summary>How many answers nobody has read to their end.</summary>
        public int Unread => Count(AnswerState.Unread) + Count(AnswerState.Begun);

        public int Count(AnswerState state) => Cells.Values.Count(cell => cell.State == state);
    }

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

        var sections = await db
            .Sections.AsNoTracking()
            .Include(section => section.Requirements)
            .Where(section => section.TemplateId == round.TemplateId)
            .OrderBy(section => section.Order)
            .ToListAsync(cancellation);
        var submitted = await Submitted(roundId, cancellation);
        var answers = await Answers(roundId, cancellation);
        return new Result(
            round,
            [
                .. sections.Select(section => new SectionRow(
                    section,
                    [
                        .. section
                            .Requirements.OrderBy(requirement => requirement.Order)
                            .Select(requirement => new RequirementRow(
                                requirement,
                                Regions.All.ToDictionary(
                                    region => region.Code,
                                    region =>
                                        CellOf(
                                            requirement.Counties.Contains(region.Code),
                                            submitted.GetValueOrDefault(requirement.AnsweredBy).Contains(region.Code),
                                            answers.GetValueOrDefault(
                                                (requirement.Id, requirement.AnsweredBy, region.Code)
                                            )
                                        )
                                )
                            )),
                    ]
                )),
            ]
        );
    }

    private static Cell CellOf(bool isAsked, bool hasSubmitted, Found? answer) =>
        (isAsked, hasSubmitted, answer) switch
        {
            (false, _, _) => new Cell(AnswerState.NotAsked, null, 0),
            (_, false, _) => new Cell(AnswerState.Missing, null, 0),
            (_, _, null) => new Cell(AnswerState.Blank, null, 0),
            (_, _, (var source, > 0 and var codings, var isRead)) => new Cell(
                isRead ? AnswerState.Coded : AnswerState.Begun,
                source,
                codings
            ),
            (_, _, (var source, _, var isRead)) => new Cell(
                isRead ? AnswerState.Silent : AnswerState.Unread,
                source,
                0
            ),
        };

    private async Task<Dictionary<ReporterKind, RegionSet>> Submitted(Key<Round> round, CancellationToken cancellation)
    {
        var reporters = await (
            from submission in db.Submissions
            join reporter in db.Reporters on submission.ReporterId equals reporter.Id
            where submission.RoundId == round && submission.CurrentVersion > 0 && reporter.County != null
            select new { reporter.Kind, reporter.County }
        ).ToListAsync(cancellation);
        return reporters
            .GroupBy(reporter => reporter.Kind)
            .ToDictionary(group => group.Key, group => Set(group.Select(reporter => reporter.County)));
    }

    private async Task<Dictionary<(Key<Requirement>, ReporterKind, RegionCode), Found>> Answers(
        Key<Round> round,
        CancellationToken cancellation
    )
    {
        var answers = await (
            from answer in db.CurrentAnswers(round)
            join reporter in db.Reporters on answer.ReporterId equals reporter.Id
            where reporter.County != null
            select new
            {
                answer.RequirementId,
                reporter.Kind,
                reporter.County,
                answer.SourceId,
                Codings = db.Codings.Count(coding => coding.SourceId == answer.SourceId),
                IsRead = db.Readings.Any(reading => reading.SourceId == answer.SourceId),
            }
        ).ToListAsync(cancellation);
        return answers.ToDictionary(
            answer => (answer.RequirementId, answer.Kind, answer.County!),
            answer => new Found(answer.SourceId, answer.Codings, answer.IsRead)
        );
    }

    private static RegionSet Set(IEnumerable<RegionCode?> counties) => [.. counties.OfType<RegionCode>()];

    private sealed record Found(Id<Source> Source, int Codings, bool IsRead);
}
