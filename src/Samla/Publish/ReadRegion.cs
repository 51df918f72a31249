using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;
using Samla.Grants;

namespace Samla.Publish;

/// <summary>One region as the latest edition and its round show it: what is said of it, what it does, what it wrote.</summary>
public sealed class ReadRegion(
    SamlaDb db,
    ListPublishedRounds published,
    ReadEdition readEdition,
    ListTiedGrants listTiedGrants
)
{
    /// <param name="Report">What the edition holds.</param>
    /// <param name="Region">The region's own part.</param>
    /// <param name="Board">The part of its county administrative board; null where the board has none.</param>
    /// <param name="Grants">What has been granted in the cases that the region's interventions are tied to, by the cases' numbers.</param>
    public sealed record Result(
        Round Round,
        Edition Edition,
        ReportDocument Report,
        Part Region,
        Part? Board,
        IReadOnlyDictionary<string, ListTiedGrants.Tied> Grants
    );

    /// <summary>What there is of one reporter.</summary>
    /// <param name="Version">The latest submitted version; 0 where nothing is submitted.</param>
    /// <param name="Statements">Every sentence of the edition that counts it, in reading order.</param>
    public sealed record Part(
        Reporter Reporter,
        int Version,
        IReadOnlyList<Statement> Statements,
        IReadOnlyList<Intervention> Interventions,
        IReadOnlyList<AnswerText> Answers
    );

    /// <param name="Heading">The number of the heading that the sentence stands under.</param>
    /// <param name="Words">The reporter's own words behind it, or those of a document; empty where the edition kept none.</param>
    /// <param name="Requirement">The answer that the words stand in.</param>
    /// <param name="Document">The title of the document that the words stand in; null for an answer.</param>
    /// <param name="IsMarked">Whether the round's mark is true of the words: not of what somebody uploaded.</param>
    /// <param name="Reason">Why it is counted without a passage; null where the edition has no such reason.</param>
    public sealed record Statement(
        ReportChapter Chapter,
        string Heading,
        ClaimSentence Sentence,
        string Words,
        Key<Requirement>? Requirement,
        string? Document,
        bool IsMarked,
        string? Reason
    );

    /// <param name="Passages">The words that the edition counts, by code.</param>
    public sealed record AnswerText(
        Section Section,
        Requirement Requirement,
        string Text,
        ILookup<string, Range> Passages
    );

    /// <summary>Null where nothing is published.</summary>
    public async Task<Result?> Run(RegionCode region, CancellationToken cancellation)
    {
        if (
            await published.Run(cancellation) is not [{ Round: var round }, ..]
            || await readEdition.ReadWhole(round.Id, cancellation) is not var (edition, report)
        )
        {
            return null;
        }

        var reporters = await db
            .Reporters.AsNoTracking()
            .Where(reporter => reporter.County == region && reporter.Kind != ReporterKind.Agency)
            .ToListAsync(cancellation);
        var basis = await RegionBasis.Read(db, round, edition, region, cancellation);
        var own = reporters.Find(reporter => reporter.Kind == ReporterKind.Region) ?? Reporter.Of(Regions.Of(region));
        var board = reporters.Find(reporter => reporter.Kind == ReporterKind.CountyBoard);
        var boardPart = board is null ? null : basis.PartOf(board, report);
        var ownPart = basis.PartOf(own, report);
        return new Result(
            round,
            edition,
            report,
            ownPart,
            boardPart is { Version: 0, Statements: [] } ? null : boardPart,
            await listTiedGrants.Run(ownPart.Interventions.SelectMany(one => one.Cases), region, cancellation)
        );
    }
}
