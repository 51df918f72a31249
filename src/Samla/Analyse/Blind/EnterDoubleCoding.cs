using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Blind;

/// <summary>
/// Lets what was coded blind count: what all gave, and what was settled to be given. Each passage becomes a coding of whoever
/// marked it, and each reading theirs who read. One step, which can be undone.
/// </summary>
public sealed class EnterDoubleCoding(SamlaDb db, TimeProvider clock)
{
    /// <summary>What the step is called in the audit trail.</summary>
    public const string Action = "coding.enter";

    public async Task<DoubleCodingOutcome> Run(Id<DoubleCoding> id, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var coding = await db.DoubleCodings.SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (
            coding is not { IsOpen: true }
            || await db.DoubleCoders.AnyAsync(one => one.DoubleCodingId == id && one.HandedInAt == null, cancellation)
        )
        {
            return new DoubleCodingOutcome.Refused(
                "Dubbelkodningen är avslutad, eller också har inte alla lämnat in. Ladda om sidan."
            );
        }

        var compared = await new CompareCodings(db).Run(coding, only: null, cancellation);
        var settled = await db
            .Settlements.Where(one => one.DoubleCodingId == id)
            .ToDictionaryAsync(one => (one.SourceId, one.CodeId), one => one.IsGiven, cancellation);
        var differences = compared
            .Texts.SelectMany(text =>
                CodingDifference.In(compared.Coders, text.Shared).Select(one => (text.Source.Id, one.Code))
            )
            .ToHashSet();
        if (differences.Count(one => !settled.ContainsKey(one)) is > 0 and var left)
        {
            return new DoubleCodingOutcome.Refused(
                left == 1
                    ? "En skillnad är inte avgjord. Avgör den först."
                    : $"{SwedishText.Capitalized(Numeral.Write(left))} skillnader är inte avgjorda. Avgör dem först."
            );
        }

        await Enter(compared, one => !differences.Contains(one) || settled[one], cancellation);
        coding.EnteredAt = clock.GetUtcNow();
        await db.SaveStep(
            coding.RoundId,
            new Deed(actor, Action, $"förde in dubbelkodningen ”{coding.Title}”"),
            coding.EnteredAt.Value,
            cancellation
        );
        await transaction.CommitOwn(cancellation);
        return new DoubleCodingOutcome.Done();
    }

    private async Task Enter(
        CompareCodings.Result compared,
        Predicate<(Id<Source>, Key<Code>)> isGiven,
        CancellationToken cancellation
    )
    {
        var sources = compared.Texts.Select(text => text.Source.Id).ToList();
        var existing = await db.Codings.Where(one => sources.Contains(one.SourceId)).Places.ToListAsync(cancellation);
        var there = existing.ToHashSet();
        var entered =
            from text in compared.Texts
            from code in text.Shared.Codes
            where isGiven((text.Source.Id, code))
            from passage in text.PassagesOf(code)
            select (Passage: passage, Code: code);
        foreach (var (passage, code) in entered)
        {
            // Two codes of a person on the same words may have become one, and what was coded openly stays.
            if (there.Add(new(code, passage.SourceId, passage.Start, passage.Length, passage.Coder)))
            {
                db.Codings.Add(
                    new Coding
                    {
                        Id = Id.New<Coding>(clock),
                        RoundId = passage.RoundId,
                        CodeId = code,
                        SourceId = passage.SourceId,
                        Start = passage.Start,
                        Length = passage.Length,
                        Quote = passage.Quote,
                        Coder = passage.Coder,
                        CodedAt = passage.CodedAt,
                    }
                );
            }
        }

        await EnterReadings(compared, sources, cancellation);
    }

    private async Task EnterReadings(
        CompareCodings.Result compared,
        List<Id<Source>> sources,
        CancellationToken cancellation
    )
    {
        var read = (
            await db
                .Readings.Where(one => sources.Contains(one.SourceId))
                .Select(one => new { one.SourceId, one.Reader })
                .ToListAsync(cancellation)
        )
            .Select(one => (one.SourceId, one.Reader))
            .ToHashSet();
        db.Readings.AddRange(
            from text in compared.Texts
            from reader in text.Shared.ReadBy
            where compared.Coders.Contains(reader) && !read.Contains((text.Source.Id, reader))
            select new Reading
            {
                SourceId = text.Source.Id,
                Reader = reader,
                ReadAt = clock.GetUtcNow(),
            }
        );
    }
}
