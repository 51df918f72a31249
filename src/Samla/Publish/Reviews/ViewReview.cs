using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Analyse;
using Samla.Check;
using Samla.Compile;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;

namespace Samla.Publish.Reviews;

/// <summary>A chapter as those who review it see it: as it is now, what is said of it, who has signed, and the words behind one claim.</summary>
public sealed class ViewReview(SamlaDb db, CheckRound checkRound, ReadCodedWords readWords, ActorNames actorNames)
{
    /// <param name="Round">The round.</param>
    /// <param name="Chapter">As it is now.</param>
    /// <param name="Seen">What the page shows, for <see cref="SignChapter"/>: see <see cref="ChapterChange.Fingerprint"/>.</param>
    /// <param name="Reviewers">Those who are asked, or have signed, by name in Swedish order.</param>
    /// <param name="Comments">Those that stand: what is not settled first, each in the order they were written.</param>
    /// <param name="Claim">The claim that was asked for; null where none was, or it is gone.</param>
    /// <param name="Experts">Those who can be asked, by name in Swedish order.</param>
    /// <param name="Documents">The round's documents, by title in Swedish order.</param>
    public sealed record Result(
        Round Round,
        ReportChapter Chapter,
        string Seen,
        IReadOnlyList<ViewReviews.Reviewer> Reviewers,
        IReadOnlyList<Comment> Comments,
        ChosenClaim? Claim,
        IReadOnlyList<Account> Experts,
        IReadOnlyList<Document> Documents
    );

    /// <param name="By">Who wrote it, by name.</param>
    /// <param name="SettledBy">By name; null while it is not settled.</param>
    /// <param name="Claim">The first claim of the chapter that it is about; null for the whole chapter, and where that is gone.</param>
    /// <param name="Document">What the claim was held against; null for none.</param>
    public sealed record Comment(
        ChapterComment Said,
        string By,
        string? SettledBy,
        ReportClaim? Claim,
        Document? Document
    );

    /// <param name="Sentence">The claim in its sentence.</param>
    /// <param name="Words">The words behind it, of those whom it counts.</param>
    /// <param name="Attributed">Those who are counted without words.</param>
    public sealed record ChosenClaim(
        ClaimSentence Sentence,
        IReadOnlyList<ReadCodedWords.Words> Words,
        IReadOnlyList<Attributed> Attributed
    )
    {
        public ReportClaim Claim => Sentence.Claim;
    }

    /// <param name="roundId">The round.</param>
    /// <param name="chapterId">The chapter.</param>
    /// <param name="claim">The id of a claim whose words are wanted; null for none.</param>
    /// <param name="who">Whom it counts, where that is known: ids move. The first that counts them is taken where that one does not.</param>
    /// <param name="visitor">Who asks.</param>
    /// <param name="cancellation">Stops between the questions.</param>
    /// <returns>Null where there is no such round or chapter.</returns>
    public async Task<Result?> Run(
        Key<Round> roundId,
        Key<Chapter> chapterId,
        string? claim,
        string? who,
        Visitor visitor,
        CancellationToken cancellation
    )
    {
        if (
            await checkRound.Run(roundId, cancellation) is not { Round: var round, Report: var report }
            || report.Chapters.FirstOrDefault(one => one.Id == chapterId.Value) is not { } chapter
        )
        {
            return null;
        }

        var reviews = await db
            .ChapterReviews.AsNoTracking()
            .Where(review => review.RoundId == roundId && review.ChapterId == chapterId)
            .ToListAsync(cancellation);
        var comments = await db
            .ChapterComments.AsNoTracking()
            .Where(one => one.RoundId == roundId && one.ChapterId == chapterId && one.WithdrawnAt == null)
            .ToListAsync(cancellation);
        var names = await actorNames.Run(
            [
                .. reviews.Select(review => Account.ActorOf(review.AccountId)),
                .. comments.SelectMany(one => new[] { one.WrittenBy, one.SettledBy }).OfType<string>(),
            ],
            cancellation
        );
        var documents = await db
            .Documents.AsNoTracking()
            .Where(document => document.RoundId == roundId)
            .ToDictionaryAsync(document => document.Id, cancellation);
        var sentence = Find(chapter, claim, who);
        var merged = await db
            .Codes.Where(code => code.RoundId == roundId && code.MergedIntoId != null)
            .ToDictionaryAsync(code => code.Id, code => code.MergedIntoId!, cancellation);
        return new Result(
            round,
            chapter,
            ChapterChange.Fingerprint(chapter),
            [
                .. reviews
                    .Select(review => ViewReviews.ReviewerOf(review, chapter, names))
                    .OrderBy(one => one.Name, SwedishText.Order),
            ],
            [
                .. from one in comments
                orderby one.SettledAt is not null, one.WrittenAt
                select new Comment(
                    one,
                    names[one.WrittenBy],
                    one.SettledBy is { } who ? names[who] : null,
                    one.Who is null ? null : Find(chapter, null, Standing(one.Who, merged))?.Claim,
                    one.DocumentId is { } document ? documents[document] : null
                ),
            ],
            sentence is null ? null : await Read(roundId, sentence, cancellation),
            await Experts(db, visitor, cancellation),
            [
                .. documents
                    .Values.Where(document => document.RemovedAt is null)
                    .OrderBy(document => document.Title, SwedishText.Order),
            ]
        );
    }

    /// <summary>The claim with that id, where it counts those; else the first that does.</summary>
    internal static ClaimSentence? Find(ReportChapter chapter, string? claim, string? who)
    {
        var sentences = ClaimSentence.In(chapter).Select(found => found.Sentence).ToList();
        return sentences.Find(one => one.Claim.Id == claim && (who is null || one.Claim.Subject == who))
            ?? sentences.Find(one => one.Claim.Subject == who);
    }

    /// <summary>Whom a comment is about, with the codes that those which were merged since have become.</summary>
    private static string Standing(string who, Dictionary<Key<Code>, Key<Code>> merged) =>
        Who.Read(who)?.With(code => merged.GetValueOrDefault(code, code)).ToString() ?? who;

    private async Task<ChosenClaim> Read(Key<Round> round, ClaimSentence sentence, CancellationToken cancellation)
    {
        var claim = sentence.Claim;
        var words = new List<ReadCodedWords.Words>();
        var attributed = new List<Attributed>();
        foreach (var code in claim.Codes.Select(code => Key<Code>.Parse(code, null)))
        {
            words.AddRange(await readWords.Run(round, code, county: null, cancellation));
            attributed.AddRange(await readWords.Attributed(round, code, county: null, cancellation));
        }

        return new ChosenClaim(
            sentence,
            [.. words.Where(one => IsCounted(one.County)).OrderBy(one => Regions.PlaceOf(one.County!))],
            [.. attributed.Where(one => IsCounted(one.Reporter.County))]
        );

        bool IsCounted(RegionCode? county) => county is { } at && claim.Claim.Regions.Contains(at);
    }

    /// <summary>Those who can sign in and be asked, by name in Swedish order.</summary>
    internal static async Task<IReadOnlyList<Account>> Experts(
        SamlaDb db,
        Visitor visitor,
        CancellationToken cancellation
    ) =>
        [
            .. (
                await db.WhoCanSignIn(db.Accounts.Where(account => account.ReporterId == null), visitor, cancellation)
            ).Where(account => account.Roles.HasFlag(Roles.Expert)),
        ];
}
