using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>All that one reporter has answered in a round, to be read through from the first question to the last.</summary>
public sealed class ViewReporterReading(SamlaDb db)
{
    /// <param name="Earlier">The round before; null for the first.</param>
    /// <param name="HasSubmitted">Whether the reporter has handed in; else there is nothing to read.</param>
    /// <param name="Sections">Those in which something is asked of the reporter.</param>
    /// <param name="Codes">By requirement, in the codebook's order.</param>
    public sealed record Result(
        Round Round,
        Round? Earlier,
        Reporter Reporter,
        bool HasSubmitted,
        IReadOnlyList<Part> Sections,
        ILookup<Key<Requirement>?, Code> Codes
    );

    /// <param name="Questions">In the template's order.</param>
    public sealed record Part(Section Section, IReadOnlyList<Question> Questions);

    /// <param name="Answer">Null where the reporter left it blank, or has not handed in.</param>
    public sealed record Question(Requirement Requirement, AnswerToRead? Answer);

    /// <summary>Null where there is no such round, or the reporter takes no part in it.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="reporterId">Who answered.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="cancellation">Stops the questions.</param>
    public async Task<Result?> Run(
        Key<Round> roundId,
        Key<Reporter> reporterId,
        string reader,
        CancellationToken cancellation
    )
    {
        var where = await db.RoundToRead(roundId, cancellation);
        var taking = await (
            from submission in db.Submissions
            join reporter in db.Reporters on submission.ReporterId equals reporter.Id
            where submission.RoundId == roundId && reporter.Id == reporterId
            select new { Reporter = reporter, HasSubmitted = submission.CurrentVersion > 0 }
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellation);
        if (where is null || taking is null)
        {
            return null;
        }

        var asked = (await db.AskedInSections(where.Round.TemplateId, cancellation)).FindAll(one =>
            one.Requirement.Asks(taking.Reporter)
        );
        var answers = await db.AnswersToRead(
            where,
            asked.ConvertAll(one => one.Requirement.Id),
            reporterId,
            reader,
            cancellation
        );
        var codes = await db
            .Codes.AsNoTracking()
            .Where(code => code.RoundId == roundId && code.Subject == taking.Reporter.Kind)
            .OrderBy(code => code.Order)
            .ToListAsync(cancellation);
        var byRequirement = answers.ToDictionary(answer => answer.Requirement);
        return new Result(
            where.Round,
            where.Earlier,
            taking.Reporter,
            taking.HasSubmitted,
            [
                .. from one in asked
                group one by one.Section.Id into part
                select new Part(
                    part.First().Section,
                    [
                        .. part.Select(one => new Question(
                            one.Requirement,
                            byRequirement.GetValueOrDefault(one.Requirement.Id)
                        )),
                    ]
                ),
            ],
            codes.ToLookup(code => code.RequirementId)
        );
    }
}
