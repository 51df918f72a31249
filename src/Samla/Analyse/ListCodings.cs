using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>Every code that was given in a round to the texts that count: with the words it was given to, or with the reason where there are none.</summary>
public sealed class ListCodings(SamlaDb db, ActorNames names)
{
    /// <param name="Rows">In the codebook's order, passages first. They are read as they are asked for, once.</param>
    public sealed record Result(Round Round, IAsyncEnumerable<Row> Rows);

    /// <param name="Reporter">Who answered; null where the words are a document's.</param>
    /// <param name="Document">The document's title; null where the words are an answer's.</param>
    /// <param name="Question">What the code is about answers to; null for documents, and where the template does not have it.</param>
    /// <param name="Passage">The words; null where the code was given without any.</param>
    /// <param name="Reason">Why the code was given without words; null where there are some.</param>
    /// <param name="Coder">The name of who gave it.</param>
    public sealed record Row(
        Key<Code> Code,
        string Label,
        int Version,
        string? Reporter,
        string? Document,
        RegionCode? County,
        Key<Requirement>? Requirement,
        string? Question,
        Passage? Passage,
        string? Reason,
        string Coder,
        DateTimeOffset At
    )
    {
        /// <summary>What the passage's coding is called; null where the code was given without any words.</summary>
        public Id<Coding>? Coding { get; init; }

        /// <summary>What was noted of the coding, each with its author's name; the oldest first.</summary>
        public IReadOnlyList<string> Notes { get; init; } = [];
    }

    /// <param name="Start">UTF-16 offset in the answer's text.</param>
    /// <param name="Length">UTF-16 length.</param>
    /// <param name="Quote">The words.</param>
    /// <param name="IsStarred">Whether it is starred as one to quote.</param>
    public sealed record Passage(int Start, int Length, string Quote, bool IsStarred);

    /// <summary>Null where there is no such round.</summary>
    public async Task<Result?> Run(Key<Round> id, CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (round is null)
        {
            return null;
        }

        var coders = await db
            .Codings.Where(coding => coding.RoundId == id)
            .Select(coding => coding.Coder)
            .Union(db.Attributions.Where(one => one.RoundId == id).Select(one => one.Coder))
            .ToListAsync(cancellation);
        var memos = await db
            .Memos.AsNoTracking()
            .Where(memo => memo.RoundId == id && memo.CodingId != null)
            .ToListAsync(cancellation);
        var called = await names.Run(coders.Concat(memos.Select(memo => memo.Author)), cancellation);
        var notes = memos
            .OrderBy(memo => memo.WrittenAt)
            .ThenBy(memo => memo.Id.Value)
            .ToLookup(memo => memo.CodingId, memo => $"{called[memo.Author]}: {memo.Text}");
        return new(round, Rows(round, called, notes, cancellation));
    }

    private async IAsyncEnumerable<Row> Rows(
        Round round,
        IReadOnlyDictionary<string, string> called,
        ILookup<Id<Coding>?, string> notes,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var row in Codings(round).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return row with
            {
                Coder = called.GetValueOrDefault(row.Coder, row.Coder),
                Notes = [.. notes[row.Coding]],
            };
        }

        await foreach (var row in Attributions(round).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return row with
            {
                Coder = called.GetValueOrDefault(row.Coder, row.Coder),
            };
        }
    }

    private IQueryable<Row> Codings(Round round) =>
        from current in db.CurrentSources(round.Id)
        join coding in db.Codings on current.Source.Id equals coding.SourceId
        join code in db.Codes on new { coding.RoundId, coding.CodeId } equals new { code.RoundId, CodeId = code.Id }
        from requirement in db
            .Requirements.Where(one => one.TemplateId == round.TemplateId && one.Id == current.Source.RequirementId)
            .DefaultIfEmpty()
        orderby code.Order, current.Reporter!.Id, current
            .Document!
            .Title, coding.SourceId, coding.Start, coding.Length, coding.Id
        select new Row(
            code.Id,
            code.Label,
            code.Version,
            current.Reporter!.Name,
            current.Document!.Title,
            current.Reporter!.County ?? current.Document!.County,
            requirement.Id,
            requirement.Title,
            new Passage(coding.Start, coding.Length, coding.Quote, coding.IsStarred),
            null,
            coding.Coder,
            coding.CodedAt
        )
        {
            Coding = coding.Id,
        };

    private IQueryable<Row> Attributions(Round round) =>
        from attribution in db.Attributions
        join code in db.Codes
            on new { attribution.RoundId, attribution.CodeId } equals new { code.RoundId, CodeId = code.Id }
        join reporter in db.Reporters on attribution.ReporterId equals reporter.Id
        where attribution.RoundId == round.Id
        orderby code.Order, reporter.Id, attribution.Id
        select new Row(
            code.Id,
            code.Label,
            code.Version,
            reporter.Name,
            null,
            reporter.County,
            code.RequirementId,
            db.Requirements.Where(one => one.TemplateId == round.TemplateId && one.Id == code.RequirementId)
                .Select(one => one.Title)
                .FirstOrDefault(),
            null,
            attribution.Reason,
            attribution.Coder,
            attribution.CodedAt
        );
}
