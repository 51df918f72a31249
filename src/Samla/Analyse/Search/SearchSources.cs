using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Search;

/// <summary>What is looked for, and where.</summary>
/// <param name="Query">What the texts must have.</param>
/// <param name="Round">Null for all rounds.</param>
/// <param name="Counties">Whose answers; null for everybody's, also of those who stand in no county.</param>
public sealed record SearchRequest(SearchQuery Query, Key<Round>? Round, RegionSet? Counties)
{
    public Key<Requirement>? Requirement { get; init; }

    /// <summary>Texts with a passage that has the code, in the round it is of; null for any.</summary>
    public Key<Code>? Code { get; init; }

    /// <summary>Whether somebody has read the text to its end; null for both.</summary>
    public bool? IsRead { get; init; }

    /// <summary>Whether texts that a later version replaced are looked in too.</summary>
    public bool AlsoReplaced { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>
/// Finds sources by their words, with the places in them. Those with most places come first, then in Swedish order of whose
/// they are: an order that does not depend on the engine.
/// </summary>
public sealed class SearchSources(SamlaDb db)
{
    /// <summary>How many are shown on a page.</summary>
    public const int PageSize = 20;

    private const int MostExcerpts = 3;

    /// <param name="Total">How many texts there are in all.</param>
    /// <param name="Counties">The counties whose region has one of them.</param>
    /// <param name="Page">The page that is shown, from 1: the last where a later was asked for.</param>
    public sealed record Result(int Total, RegionSet Counties, int Page, IReadOnlyList<Hit> Hits)
    {
        public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
    }

    /// <summary>A text that was found.</summary>
    /// <param name="Reporter">Whose words they are; null for documents.</param>
    /// <param name="Document">The document and its version; null for answers.</param>
    /// <param name="Requirement">What it answers; null for documents.</param>
    /// <param name="Section">The requirement's section.</param>
    /// <param name="IsCurrent">Whether the text counts; false for one that a later version replaced.</param>
    /// <param name="Places">How many places there are in it.</param>
    /// <param name="Excerpts">The first of them, with the words around.</param>
    public sealed record Hit(
        Source Source,
        Round Round,
        Reporter? Reporter,
        (Document Document, DocumentVersion Version)? Document,
        Requirement? Requirement,
        Section? Section,
        bool IsCurrent,
        bool IsRead,
        int Places,
        IReadOnlyList<SearchExcerpt> Excerpts
    );

    private sealed record Found(Id<Source> Id, Key<Round> Round, Reporter? Reporter);

    public async Task<Result> Run(SearchRequest request, CancellationToken cancellation)
    {
        var reporters = await db.Reporters.AsNoTracking().ToDictionaryAsync(r => r.Id, cancellation);
        var found = await Ordered(request, reporters, cancellation);
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(request.Page, 1, pages);
        var shown = found.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        return new Result(
            found.Count,
            [
                .. from one in found
                let county = one.Reporter is { Kind: ReporterKind.Region } region ? region.County : null
                where county is not null
                select county,
            ],
            page,
            await Hits(shown, request.Query, cancellation)
        );
    }

    /// <remarks>Asked in two: where both are one question, SQLite may look in the index once for each source.</remarks>
    private async Task<List<Found>> Ordered(
        SearchRequest request,
        Dictionary<Key<Reporter>, Reporter> reporters,
        CancellationToken cancellation
    )
    {
        var places = new Dictionary<Id<Source>, int>();
        await foreach (
            var text in db.Having(request.Query).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation)
        )
        {
            if (text.PlacesOf(request.Query) is > 0 and var count)
            {
                places.Add(text.SourceId, count);
            }
        }

        if (places.Count == 0)
        {
            return [];
        }

        var sources = await Sources(request)
            .Select(source => new
            {
                source.Id,
                source.RoundId,
                source.ReporterId,
            })
            .ToListAsync(cancellation);
        return
        [
            .. sources
                .Where(source => places.ContainsKey(source.Id))
                .Select(source => new Found(source.Id, source.RoundId, ReporterOf(source.ReporterId, reporters)))
                .OrderByDescending(found => places[found.Id])
                .ThenBy(found => found.Reporter?.ShortName ?? "", SwedishText.Order)
                .ThenByDescending(found => found.Round.Value, StringComparer.Ordinal)
                .ThenBy(found => found.Id.Value),
        ];
    }

    private static Reporter? ReporterOf(Key<Reporter>? key, Dictionary<Key<Reporter>, Reporter> reporters) =>
        key is null ? null : reporters.GetValueOrDefault(key);

    private IQueryable<Source> Sources(SearchRequest request)
    {
        var sources = db.Sources.AsNoTracking();
        if (request.Round is { } round)
        {
            sources = sources.Where(source => source.RoundId == round);
        }

        if (request.Counties is { } counties)
        {
            RegionCode?[] codes = [.. counties];
            sources = sources.Where(source =>
                db.Reporters.Any(reporter => reporter.Id == source.ReporterId && codes.Contains(reporter.County))
                || db.Documents.Any(document =>
                    codes.Contains(document.County)
                    && db.DocumentVersions.Any(version =>
                        version.DocumentId == document.Id && version.SourceId == source.Id
                    )
                )
            );
        }

        if (request.Requirement is { } requirement)
        {
            sources = sources.Where(source => source.RequirementId == requirement);
        }

        if (request.Code is { } code)
        {
            sources = sources.Where(source =>
                db.Codings.Any(coding => coding.SourceId == source.Id && coding.CodeId == code)
            );
        }

        if (request.IsRead is { } isRead)
        {
            sources = sources.Where(source => db.Readings.Any(reading => reading.SourceId == source.Id) == isRead);
        }

        // What was taken out is found no more, replaced or not.
        return request.AlsoReplaced
            ? sources.Where(source => source.Kind == SourceKind.Answer || KeptDocuments.Contains(source.Id))
            : sources.Where(source => CurrentAnswers.Contains(source.Id) || CurrentDocuments.Contains(source.Id));
    }

    /// <summary>The versions of documents that are not taken out.</summary>
    private IQueryable<Id<Source>> KeptDocuments =>
        from document in db.Documents
        join version in db.DocumentVersions on document.Id equals version.DocumentId
        where document.RemovedAt == null
        select version.SourceId;

    /// <summary>The documents that count, in all rounds.</summary>
    private IQueryable<Id<Source>> CurrentDocuments =>
        from document in db.Documents
        join version in db.DocumentVersions on document.Id equals version.DocumentId
        where document.RemovedAt == null && version.Number == document.CurrentVersion
        select version.SourceId;

    /// <summary>The answers that count, in all rounds.</summary>
    private IQueryable<Id<Source>> CurrentAnswers =>
        from submission in db.Submissions
        join answer in db.SubmittedAnswers
            on new { SubmissionId = submission.Id, Version = submission.CurrentVersion } equals new
            {
                answer.SubmissionId,
                answer.Version,
            }
        select answer.SourceId;

    private async Task<IReadOnlyList<Hit>> Hits(List<Found> found, SearchQuery query, CancellationToken cancellation)
    {
        var ids = found.ConvertAll(one => one.Id);
        var rows = await (
            from source in db.Sources.AsNoTracking()
            join round in db.Rounds.AsNoTracking() on source.RoundId equals round.Id
            from requirement in db
                .Requirements.AsNoTracking()
                .Where(one => one.TemplateId == round.TemplateId && one.Id == source.RequirementId)
                .DefaultIfEmpty()
            from section in db
                .Sections.AsNoTracking()
                .Where(one => one.TemplateId == round.TemplateId && one.Id == requirement.SectionId)
                .DefaultIfEmpty()
            where ids.Contains(source.Id)
            select new
            {
                source,
                round,
                requirement,
                section,
                IsCurrent = CurrentAnswers.Contains(source.Id) || CurrentDocuments.Contains(source.Id),
                IsRead = db.Readings.Any(reading => reading.SourceId == source.Id),
            }
        ).ToDictionaryAsync(row => row.source.Id, cancellation);
        var documents = await (
            from version in db.DocumentVersions.AsNoTracking()
            join document in db.Documents.AsNoTracking() on version.DocumentId equals document.Id
            where ids.Contains(version.SourceId)
            select new { document, version }
        ).ToDictionaryAsync(row => row.version.SourceId, row => (row.document, row.version), cancellation);
        return
        [
            .. from one in found
            let row = rows[one.Id]
            let places = SearchPlaces.In(row.source.Text, query, SearchAnalyzer.Shipped)
            select new Hit(
                row.source,
                row.round,
                one.Reporter,
                documents.TryGetValue(one.Id, out var document) ? document : null,
                row.requirement,
                row.section,
                row.IsCurrent,
                row.IsRead,
                places.Count,
                SearchExcerpts.Of(row.source.Text, places, MostExcerpts)
            ),
        ];
    }
}
