using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Blind;

/// <summary>Somebody codes a source of a double coding; nobody else sees it before all have handed in.</summary>
public sealed class CodeBlind(SamlaDb db, TimeProvider clock)
{
    /// <summary>Gives a code to a passage.</summary>
    /// <param name="id">The double coding.</param>
    /// <param name="sourceId">The text.</param>
    /// <param name="codeId">The code; it must be one that is given to passages of the text.</param>
    /// <param name="quote">The passage word for word.</param>
    /// <param name="start">Its UTF-16 offset; null where the quote is to be looked for, and must then stand once.</param>
    /// <param name="coder">Who codes.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<DoubleCodingOutcome> Add(
        Id<DoubleCoding> id,
        Id<Source> sourceId,
        Key<Code> codeId,
        string quote,
        int? start,
        string coder,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        if (await db.WhyNotCodeBlind(id, sourceId, coder, cancellation) is { } closed)
        {
            return new DoubleCodingOutcome.Refused(closed);
        }

        var text = await db.DoubleCodingTexts(id)
            .AsNoTracking()
            .SingleAsync(one => one.Source.Id == sourceId, cancellation);
        var source = text.Source;
        var codes = await db.CodesFor(source.RoundId, source.RequirementId, text.Reporter?.Kind)
            .ToListAsync(cancellation);
        if (codes.Find(one => one.Id == codeId) is not { IsGiven: true } code)
        {
            return new DoubleCodingOutcome.Refused("Välj en kod i listan.");
        }

        switch (PassagePlace.Find(source.Text, quote, start))
        {
            case PassagePlace.Outcome.Missing(var message):
                return new DoubleCodingOutcome.Refused(message);
            case PassagePlace.Outcome.Found(var at, var words):
                var coding = new BlindCoding
                {
                    Id = Id.New<BlindCoding>(clock),
                    DoubleCodingId = id,
                    SourceId = sourceId,
                    RoundId = source.RoundId,
                    CodeId = codeId,
                    Start = at,
                    Length = words.Length,
                    Quote = words,
                    Coder = coder,
                    CodedAt = clock.GetUtcNow(),
                };
                if (await db.IsCodedBlind(coding, [], cancellation))
                {
                    return new DoubleCodingOutcome.Refused("De orden har redan koden.");
                }

                db.BlindCodings.Add(coding);
                break;
        }

        await Save(source.RoundId, coder, "blind.add", $"gav koden ”{code.Label}” i en dubbelkodning", cancellation);
        await transaction.CommitOwn(cancellation);
        return new DoubleCodingOutcome.Done();
    }

    /// <summary>Takes a code off a passage; nothing where it is already gone.</summary>
    public async Task<DoubleCodingOutcome> Remove(Id<BlindCoding> id, string coder, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var coding = await db.BlindCodings.SingleOrDefaultAsync(
            one => one.Id == id && one.Coder == coder,
            cancellation
        );
        if (coding is null)
        {
            return new DoubleCodingOutcome.Done();
        }

        if (await db.WhyNotCodeBlind(coding.DoubleCodingId, coding.SourceId, coder, cancellation) is { } closed)
        {
            return new DoubleCodingOutcome.Refused(closed);
        }

        db.BlindCodings.Remove(coding);
        await Save(coding.RoundId, coder, "blind.remove", "tog bort en kod i en dubbelkodning", cancellation);
        await transaction.CommitOwn(cancellation);
        return new DoubleCodingOutcome.Done();
    }

    /// <summary>Marks a source as read to its end, or takes that back.</summary>
    public async Task<DoubleCodingOutcome> MarkRead(
        Id<DoubleCoding> id,
        Id<Source> source,
        bool isRead,
        string coder,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        if (await db.WhyNotCodeBlind(id, source, coder, cancellation) is { } closed)
        {
            return new DoubleCodingOutcome.Refused(closed);
        }

        var reading = await db.BlindReadings.SingleOrDefaultAsync(
            one => one.DoubleCodingId == id && one.SourceId == source && one.Reader == coder,
            cancellation
        );
        if (isRead == reading is not null)
        {
            return new DoubleCodingOutcome.Done();
        }

        if (reading is not null)
        {
            db.BlindReadings.Remove(reading);
        }
        else
        {
            db.BlindReadings.Add(
                new BlindReading
                {
                    DoubleCodingId = id,
                    SourceId = source,
                    Reader = coder,
                    ReadAt = clock.GetUtcNow(),
                }
            );
        }

        await db.Save(new Change(coder, isRead ? "blind.read" : "blind.unread", $"{id}/{source}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new DoubleCodingOutcome.Done();
    }

    /// <summary>Hands in one's work: from then on it can be compared, and no longer changed.</summary>
    public async Task<DoubleCodingOutcome> HandIn(Id<DoubleCoding> id, string coder, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var own = await db.DoubleCoders.SingleOrDefaultAsync(
            one => one.DoubleCodingId == id && one.Coder == coder,
            cancellation
        );
        if (own is null || await db.DoubleCodings.SingleAsync(one => one.Id == id, cancellation) is { IsOpen: false })
        {
            return new DoubleCodingOutcome.Refused("Dubbelkodningen är avslutad, eller inte utdelad till dig.");
        }

        if (own.HandedInAt is not null)
        {
            return new DoubleCodingOutcome.Done();
        }

        var unread = await db.DoubleCodingSources.CountAsync(
            part =>
                part.DoubleCodingId == id
                && !db.BlindReadings.Any(reading =>
                    reading.DoubleCodingId == id && reading.SourceId == part.SourceId && reading.Reader == coder
                ),
            cancellation
        );
        if (unread > 0)
        {
            return new DoubleCodingOutcome.Refused(
                unread == 1
                    ? "En text är inte markerad som läst. Läs den till slutet och markera den först."
                    : $"{SwedishText.Capitalized(Numeral.Write(unread))} texter är inte markerade som lästa. Läs dem till slutet och markera dem först."
            );
        }

        own.HandedInAt = clock.GetUtcNow();
        await db.Save(new Change(coder, "blind.hand-in", $"{id}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new DoubleCodingOutcome.Done();
    }

    // Without code and source, so that it stands in no history that others read.
    private Task Save(Key<Round> round, string coder, string action, string words, CancellationToken cancellation) =>
        db.SaveStep(round, new Deed(coder, action, words), clock.GetUtcNow(), cancellation);
}
