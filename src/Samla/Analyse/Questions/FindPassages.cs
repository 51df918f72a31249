using Microsoft.EntityFrameworkCore;
using Samla.Analyse.Blind;
using Samla.Analyse.Search;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Questions;

/// <summary>
/// Finds the passages of a round's documents that are likeliest to answer a question put to them. None counts until a person has
/// given it a code.
/// </summary>
public sealed class FindPassages(SamlaDb db, PassageRankings rankings)
{
    /// <summary>How many of each document are shown at first.</summary>
    public const int MostOfEach = 3;

    /// <summary>How many are shown of a document that somebody wants to see more of.</summary>
    public const int MostOfOne = 12;

    /// <summary>A passage as strong as this stands out; where none does, the document may have no answer.</summary>
    public const double StandsOut = 0.95;

    /// <summary>The most signs of other words.</summary>
    public const int LongestWords = SearchQuery.LongestText;

    /// <param name="Question">What is asked of the documents.</param>
    /// <param name="Questions">All questions that the round puts to documents, in the template's order.</param>
    /// <param name="Codes">Those of the question that can be given, in the codebook's order.</param>
    /// <param name="Documents">By county, and in Swedish order of their titles.</param>
    /// <param name="Passages">How many passages the documents have in all.</param>
    public sealed record Result(
        Round Round,
        Requirement Question,
        IReadOnlyList<Requirement> Questions,
        IReadOnlyList<Code> Codes,
        IReadOnlyList<InDocument> Documents,
        int Passages
    );

    /// <param name="IsMadeUp">Whether we made it up.</param>
    /// <param name="IsBlind">Whether who looks is to code it blind: what others have coded in it, and where it may be coded, is not shown.</param>
    /// <param name="IsRead">Whether somebody has read it to its end.</param>
    /// <param name="Given">What of it has been given one of the question's codes, in the order of the text.</param>
    /// <param name="Found">The likeliest that has none, the likeliest first.</param>
    public sealed record InDocument(
        Document Document,
        Id<Source> Source,
        bool IsMadeUp,
        bool IsBlind,
        bool IsRead,
        IReadOnlyList<Given> Given,
        IReadOnlyList<Found> Found
    )
    {
        /// <summary>Whether words of a passage have one of the question's codes.</summary>
        internal bool HasGiven(TextPassage passage) =>
            Given.Any(one =>
                one.Start < passage.Start + passage.Length && passage.Start < one.Start + one.Quote.Length
            );

        /// <summary>Whether a passage of it stands out among all documents'.</summary>
        public bool StandsOut => Found is [{ Strength: >= FindPassages.StandsOut }, ..];
    }

    /// <summary>A passage that has a code.</summary>
    public sealed record Given(Code Code, int Start, string Quote);

    /// <param name="Paragraph">The number of its paragraph in the text, from 1.</param>
    /// <param name="Heading">The heading that it stands under; empty where there is none.</param>
    /// <param name="Strength">The share of all the documents' passages that answer less well, from 0 to 1.</param>
    /// <param name="Code">The code that its words are nearest; null where there is none.</param>
    /// <param name="Words">Those of its words that count most for it, as they are written.</param>
    public sealed record Found(
        int Start,
        int Paragraph,
        string Quote,
        string Heading,
        double Strength,
        Code? Code,
        IReadOnlyList<string> Words
    );

    /// <param name="roundId">The round.</param>
    /// <param name="questionId">A requirement that documents answer.</param>
    /// <param name="otherWords">Words to look for beside those of the question and its codes.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="more">A document of which more passages are wanted; null for none.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>Null where the round puts no such question to documents.</returns>
    public async Task<Result?> Run(
        Key<Round> roundId,
        Key<Requirement> questionId,
        string? otherWords,
        string actor,
        Id<Document>? more,
        CancellationToken cancellation
    )
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == roundId, cancellation);
        if (round is null)
        {
            return null;
        }

        var questions = (await db.RequirementsOf(round.TemplateId, cancellation))
            .Where(one => one.IsPutToDocuments)
            .ToList();
        if (questions.Find(one => one.Id == questionId) is not { } question)
        {
            return null;
        }

        var codes = await db.CodesFor(roundId, requirement: null, kind: null)
            .Where(code => code.RequirementId == questionId && code.Kind == CodeKind.Leaf)
            .ToListAsync(cancellation);
        var documents = await Documents(roundId, codes, actor, cancellation);
        codes.RemoveAll(code => !code.IsGiven);
        var ranking = await rankings.Of(db, documents.ConvertAll(one => one.Source), cancellation);
        var found = ranking.Rank(
            new QuestionWords(
                $"{question.Title}. {question.Instruction}",
                codes.ConvertAll(code => $"{code.Label}. {code.Definition} {code.Inclusion}"),
                otherWords is { Length: > LongestWords } ? otherWords[..LongestWords] : otherWords ?? ""
            ),
            (number, passage) => !documents[number].HasGiven(passage),
            number =>
                documents[number].IsBlind ? 0
                : documents[number].Document.Id == more ? MostOfOne
                : MostOfEach
        );
        return new Result(
            round,
            question,
            questions,
            codes,
            [
                .. documents.Select(
                    (one, number) => one with { Found = [.. found[number].Select(passage => Shown(passage, codes))] }
                ),
            ],
            ranking.Count
        );
    }

    private static Found Shown(RankedPassage passage, List<Code> codes) =>
        new(
            passage.Passage.Start,
            passage.Passage.Paragraph,
            passage.Quote,
            passage.Passage.Heading,
            passage.Strength,
            passage.Code is { } code ? codes[code] : null,
            passage.Words
        );

    /// <summary>The round's documents with what is coded in them for the question; nothing is found yet.</summary>
    private async Task<List<InDocument>> Documents(
        Key<Round> round,
        List<Code> codes,
        string actor,
        CancellationToken cancellation
    )
    {
        var blind = await new FindBlindWork(db).Sources(actor, cancellation);
        var documents = await db.CurrentDocuments(round)
            .AsNoTracking()
            .Select(one => new
            {
                one.Document,
                one.SourceId,
                one.IsMadeUp,
                IsRead = db.Readings.Any(reading => reading.SourceId == one.SourceId),
            })
            .ToListAsync(cancellation);
        var sources = documents.ConvertAll(one => one.SourceId);
        var ids = codes.ConvertAll(code => code.Id);
        var byId = codes.ToDictionary(code => code.Id);
        var codings = (
            await db
                .Codings.AsNoTracking()
                .Where(one => sources.Contains(one.SourceId) && ids.Contains(one.CodeId))
                .Select(one => new
                {
                    one.SourceId,
                    one.CodeId,
                    one.Start,
                    one.Quote,
                })
                .ToListAsync(cancellation)
        ).ToLookup(one => one.SourceId);
        return
        [
            .. from one in documents
                .OrderBy(one => one.Document.County is null)
                .ThenBy(one => one.Document.County?.ToString(), StringComparer.Ordinal)
                .ThenBy(one => one.Document.Title, SwedishText.Order)
            let given = codings[one.SourceId]
                .Select(coding => new Given(byId[coding.CodeId], coding.Start, coding.Quote))
                .Distinct()
                .OrderBy(coding => coding.Start)
                .ThenBy(coding => coding.Code.Order)
            let isBlind = blind.Contains(one.SourceId)
            select new InDocument(
                one.Document,
                one.SourceId,
                one.IsMadeUp,
                isBlind,
                one.IsRead,
                isBlind ? [] : [.. given],
                []
            ),
        ];
    }
}
