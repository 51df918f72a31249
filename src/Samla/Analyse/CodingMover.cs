using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>Moves codings to the answer that replaced theirs, with their memos and stars. The old ones stay with the old words and say where they went.</summary>
internal sealed class CodingMover
{
    private readonly SamlaDb _db;
    private readonly TimeProvider _clock;
    private readonly Dictionary<CodingPlace, Coding> _there;

    private readonly ILookup<Id<Coding>?, Memo> _memos;

    private CodingMover(SamlaDb db, TimeProvider clock, IEnumerable<Coding> there, IEnumerable<Memo> memos)
    {
        _db = db;
        _clock = clock;
        _there = there.ToDictionary(CodingPlace.Of);
        _memos = memos.ToLookup(memo => memo.CodingId);
    }

    /// <param name="db">Holds the changes until they are saved.</param>
    /// <param name="targets">The sources that codings are moved to.</param>
    /// <param name="codings">Those that may be moved.</param>
    /// <param name="clock">Says when.</param>
    /// <param name="cancellation">Stops the questions.</param>
    public static async Task<CodingMover> For(
        SamlaDb db,
        IReadOnlyCollection<Id<Source>> targets,
        IReadOnlyCollection<Id<Coding>> codings,
        TimeProvider clock,
        CancellationToken cancellation
    ) =>
        new(
            db,
            clock,
            await db.Codings.Where(coding => targets.Contains(coding.SourceId)).ToListAsync(cancellation),
            await db
                .Memos.Where(memo => memo.CodingId != null && codings.Contains(memo.CodingId.Value))
                .ToListAsync(cancellation)
        );

    /// <summary>Moves one; where the same person has given the code to those words already, that coding takes its place.</summary>
    public void Move(Coding coding, Id<Source> target, int start, string quote, string coder)
    {
        var place = new CodingPlace(coding.CodeId, target, start, quote.Length, coder);
        if (!_there.TryGetValue(place, out var moved))
        {
            moved = New(coding, target, start, quote, coder);
            _db.Codings.Add(moved);
            _there.Add(place, moved);
        }

        moved.IsStarred |= coding.IsStarred;
        coding.MovedToId = moved.Id;
        foreach (var memo in _memos[coding.Id])
        {
            _db.Entry(memo).Property(m => m.CodingId).CurrentValue = moved.Id;
        }
    }

    private Coding New(Coding coding, Id<Source> target, int start, string quote, string coder) =>
        new()
        {
            Id = Id.New<Coding>(_clock),
            RoundId = coding.RoundId,
            CodeId = coding.CodeId,
            SourceId = target,
            Start = start,
            Length = quote.Length,
            Quote = quote,
            Coder = coder,
            CodedAt = _clock.GetUtcNow(),
        };
}
