using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>An answer that counts, as the reading room has it.</summary>
/// <param name="Codings">In the order of the text.</param>
/// <param name="IsReadByMe">Whether the one who reads has marked it as read.</param>
/// <param name="OtherReaders">How many others have.</param>
/// <param name="Earlier">What the reporter answered in the round before, in the order it was asked; none where there is nothing.</param>
public sealed record AnswerToRead(
    Reporter Reporter,
    Key<Requirement> Requirement,
    Source Source,
    IReadOnlyList<Coding> Codings,
    bool IsReadByMe,
    int OtherReaders,
    IReadOnlyList<EarlierWords> Earlier
)
{
    public string Name => Reporter.ShortName;

    public AnswerState State => AnswerState.Of(IsReadByMe || OtherReaders > 0, Codings.Count > 0);
}

/// <summary>What a reporter answered to a question of the round before, the rows with it.</summary>
/// <param name="Question">The question's title then.</param>
/// <param name="Note">What differs from what is asked now; empty where nothing does.</param>
public sealed record EarlierWords(string Question, string Note, string Text);

/// <summary>A round with the one before it; null for the first.</summary>
internal sealed record RoundToRead(Round Round, Round? Earlier);

/// <summary>A requirement in its section.</summary>
public sealed record AskedInSection(Section Section, Requirement Requirement);

/// <summary>What the reading room is made of. However many answers there are, the questions to the database are as many.</summary>
internal static class AnswerToReadQueries
{
    extension(SamlaDb db)
    {
        public Task<RoundToRead?> RoundToRead(Key<Round> id, CancellationToken cancellation) =>
            (
                from round in db.Rounds
                from earlier in db.Rounds.Where(one => one.Id == round.PreviousRoundId).DefaultIfEmpty()
                where round.Id == id
                select new RoundToRead(round, earlier)
            )
                .AsNoTracking()
                .SingleOrDefaultAsync(cancellation);

        /// <summary>What reporters answer, in the order it is asked.</summary>
        public Task<List<AskedInSection>> AskedInSections(Key<Template> template, CancellationToken cancellation) =>
            (
                from section in db.Sections
                join requirement in db.Requirements
                    on new { section.TemplateId, section.Id } equals new
                    {
                        requirement.TemplateId,
                        Id = requirement.SectionId,
                    }
                where section.TemplateId == template && requirement.AnsweredBy != ReporterKind.Document
                orderby section.Order, requirement.Order
                select new AskedInSection(section, requirement)
            )
                .AsNoTracking()
                .ToListAsync(cancellation);

        /// <summary>The answers that count to some requirements, in Swedish order; of one reporter or, for null, of all.</summary>
        /// <param name="where">The round.</param>
        /// <param name="asked">The requirements.</param>
        /// <param name="whose">The reporter.</param>
        /// <param name="reader">Who reads.</param>
        /// <param name="cancellation">Stops the questions.</param>
        public async Task<List<AnswerToRead>> AnswersToRead(
            RoundToRead where,
            List<Key<Requirement>> asked,
            Key<Reporter>? whose,
            string reader,
            CancellationToken cancellation
        )
        {
            var current = db.Wanted(where.Round, asked, whose);
            var answers = await (
                from answer in current
                join reporter in db.Reporters on answer.ReporterId equals reporter.Id
                join source in db.Sources on answer.SourceId equals source.Id
                select new
                {
                    answer.RequirementId,
                    reporter,
                    source,
                }
            )
                .AsNoTracking()
                .ToListAsync(cancellation);
            var codings = await (
                from answer in current
                join coding in db.Codings on answer.SourceId equals coding.SourceId
                select coding
            )
                .AsNoTracking()
                .ToListAsync(cancellation);
            var readings = await (
                from answer in current
                join reading in db.Readings on answer.SourceId equals reading.SourceId
                select new { reading.SourceId, reading.Reader }
            ).ToListAsync(cancellation);
            var earlier = await db.EarlierWords(where, asked, whose, cancellation);
            var codingsOf = codings.ToLookup(coding => coding.SourceId);
            var readersOf = readings.ToLookup(reading => reading.SourceId, reading => reading.Reader);
            return
            [
                .. answers
                    .Select(one => new AnswerToRead(
                        one.reporter,
                        one.RequirementId,
                        one.source,
                        [
                            .. codingsOf[one.source.Id]
                                .OrderBy(coding => coding.Start)
                                .ThenByDescending(coding => coding.Length),
                        ],
                        readersOf[one.source.Id].Contains(reader, StringComparer.Ordinal),
                        readersOf[one.source.Id].Count(other => other != reader),
                        [.. earlier[(one.reporter.Id, one.RequirementId)]]
                    ))
                    .OrderBy(one => one.Name, SwedishText.Order),
            ];
        }

        private async Task<ILookup<(Key<Reporter>, Key<Requirement>), EarlierWords>> EarlierWords(
            RoundToRead where,
            List<Key<Requirement>> asked,
            Key<Reporter>? whose,
            CancellationToken cancellation
        )
        {
            var pairs = where.Earlier is { } before
                ? await db.RequirementPairs(asked, where.Round.TemplateId, before.TemplateId, cancellation)
                : Enumerable.Empty<RequirementPair>().ToLookup(pair => pair.Now);
            var asIs = pairs.SelectMany(those => those).Where(pair => pair.Earlier is not null).ToList();
            var ids = asIs.Select(pair => pair.Earlier!).Distinct().ToList();
            if (where.Earlier is not { } earlier || ids.Count == 0)
            {
                return Array.Empty<EarlierWords>().ToLookup(_ => default((Key<Reporter>, Key<Requirement>)));
            }

            var texts = await (
                from answer in db.Wanted(earlier, ids, whose)
                join source in db.Sources on answer.SourceId equals source.Id
                join requirement in db.Requirements
                    on new { earlier.TemplateId, Id = answer.RequirementId } equals new
                    {
                        requirement.TemplateId,
                        requirement.Id,
                    }
                join section in db.Sections
                    on new { requirement.TemplateId, Id = requirement.SectionId } equals new
                    {
                        section.TemplateId,
                        section.Id,
                    }
                orderby section.Order, requirement.Order
                select new
                {
                    answer.ReporterId,
                    answer.RequirementId,
                    requirement.Title,
                    source.Text,
                }
            ).ToListAsync(cancellation);
            return (
                from text in texts
                join pair in asIs on text.RequirementId equals pair.Earlier
                select (Key: (text.ReporterId, pair.Now), Words: new EarlierWords(text.Title, pair.Note, text.Text))
            ).ToLookup(one => one.Key, one => one.Words);
        }

        private IQueryable<CurrentAnswer> Wanted(Round round, List<Key<Requirement>> asked, Key<Reporter>? whose)
        {
            var answers = db.CurrentAnswers(round.Id).Where(answer => asked.Contains(answer.RequirementId));
            return whose is null ? answers : answers.Where(answer => answer.ReporterId == whose);
        }
    }
}
