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
    /// <param name="Requirement">What it answers; null for other texts.</param>
    /// <param name="IsCurrent">Whether the text counts; false for one that a later version replaced.</param>
    /// <param name="Places">How many places there are in it.</param>
    /// <param name="Excerpts">The first of them, with the words around.</param>
    public sealed record Hit(
        Source Source,
        Round Round,
        Reporter? Reporter,
        Requirement? Requirement,
        bool IsCurrent,
        bool IsRead,
        int Places,
        IReadOnlyList<SearchExcerpt> Excerpts
    );

    private sealed record Found(Id<Source> Id, Key<Round> Round, Key<Reporter>? Reporter, int Count);

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
                let reporter = one.Reporter is null ? null : reporters.GetValueOrDefault(one.Reporter)
                where reporter is { Kind: ReporterKind.Region, County: not null }
                select reporter.County,
            ],
            page,
            await Hits(shown, request.Query, reporters, cancellation)
        );
    }

    private async Task<List<Found>> Ordered(
        SearchRequest request,
        Dictionary<Key<Reporter>, Reporter> reporters,
        CancellationToken cancellation
    )
    {
        // The places of a word, without reading the texts: what goes away when the word is taken out of them.
        List<string> written = [.. request.Query.Parts.SelectMany(Written).Distinct(StringComparer.Ordinal)];
        var found = await (
            from text in InOrder(db.Having(request.Query), request.Query)
            join source in Sources(request) on text.SourceId equals source.Id
            select new Found(
                source.Id,
                source.RoundId,
                source.ReporterId,
                written.Sum(word =>
                    (
                        text.Words.Length
                        - text.Words.Replace(word, "").Length
                        + text.Parts.Length
                        - text.Parts.Replace(word, "").Length
                    ) / word.Length
                )
            )
        ).ToListAsync(cancellation);
        return
        [
            .. found
                .OrderByDescending(one => one.Count)
                .ThenBy(
                    one => NameOf(one.Reporter is null ? null : reporters.GetValueOrDefault(one.Reporter)),
                    SwedishText.Order
                )
                .ThenByDescending(one => one.Round.Value, StringComparer.Ordinal)
                .ThenBy(one => one.Id.Value),
        ];
    }

    private static string NameOf(Reporter? reporter) =>
        reporter switch
        {
            null => "",
            { Kind: ReporterKind.Region, County: { } county } => Regions.Of(county).Name,
            _ => reporter.Name,
        };

    private static IEnumerable<string> Written(SearchPart part) =>
        part switch
        {
            SearchPart.Word(var words) => words.Select(word => $" {word} "),
            SearchPart.Beginning(var letters, _) => [$" {letters}"],
            SearchPart.Phrase phrase => [phrase.Written],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static IQueryable<SearchText> InOrder(IQueryable<SearchText> texts, SearchQuery query) =>
        query
            .Parts.OfType<SearchPart.Phrase>()
            .Select(phrase => phrase.Written)
            .Aggregate(texts, (some, written) => some.Where(text => text.Words.Contains(written)));

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

        return request.AlsoReplaced ? sources : sources.Where(source => Current.Contains(source.Id));
    }

    /// <summary>The texts that count, in all rounds.</summary>
    private IQueryable<Id<Source>> Current =>
        from submission in db.Submissions
        join answer in db.SubmittedAnswers
            on new { SubmissionId = submission.Id, Version = submission.CurrentVersion } equals new
            {
                answer.SubmissionId,
                answer.Version,
            }
        select answer.SourceId;

    private async Task<IReadOnlyList<Hit>> Hits(
        List<Found> found,
        SearchQuery query,
        Dictionary<Key<Reporter>, Reporter> reporters,
        CancellationToken cancellation
    )
    {
        var ids = found.ConvertAll(one => one.Id);
        var rows = await (
            from source in db.Sources.AsNoTracking()
            join round in db.Rounds.AsNoTracking() on source.RoundId equals round.Id
            from requirement in db
                .Requirements.AsNoTracking()
                .Where(one => one.TemplateId == round.TemplateId && one.Id == source.RequirementId)
                .DefaultIfEmpty()
            where ids.Contains(source.Id)
            select new
            {
                source,
                round,
                requirement,
                IsCurrent = Current.Contains(source.Id),
                IsRead = db.Readings.Any(reading => reading.SourceId == source.Id),
            }
        ).ToDictionaryAsync(row => row.source.Id, cancellation);
        return
        [
            .. from id in ids
            let row = rows[id]
            let places = SearchPlaces.In(row.source.Text, query, SearchAnalyzer.Shipped)
            select new Hit(
                row.source,
                row.round,
                row.source.ReporterId is { } reporter ? reporters.GetValueOrDefault(reporter) : null,
                row.requirement,
                row.IsCurrent,
                row.IsRead,
                places.Count,
                SearchExcerpts.Of(row.source.Text, places, MostExcerpts)
            ),
        ];
    }
}
