using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;

namespace Samla.Analyse;

/// <summary>An analyst places a coding from an earlier version in the answer or the document that counts now, or lets it go.</summary>
public sealed class PlaceCoding(SamlaDb db, TimeProvider clock)
{
    /// <summary>Places it on words of the new answer.</summary>
    /// <param name="id">The coding in the old answer.</param>
    /// <param name="quote">The words of the new answer, word for word.</param>
    /// <param name="start">Their UTF-16 offset; null where they stand once.</param>
    /// <param name="actor">Who places it, and thereby codes.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Id<Coding> id,
        string quote,
        int? start,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        if (await Find(id, cancellation) is not { } one)
        {
            return Outcome.Gone;
        }

        if (one.Current is not { } target)
        {
            return new Outcome.Refused("Frågan är inte besvarad i den nya versionen. Koden kan bara släppas.");
        }

        var text = await db.Sources.Where(s => s.Id == target).Select(s => s.Text).SingleAsync(cancellation);
        switch (PassagePlace.Find(text, quote, start))
        {
            case PassagePlace.Outcome.Missing(var message):
                return new Outcome.Refused(message);
            case PassagePlace.Outcome.Found(var at, var words):
                var mover = await CodingMover.For(db, [target], [id], clock, cancellation);
                mover.Move(one.Coding, target, at, words, actor);
                break;
        }

        return await Save(
            one,
            "coding.place",
            "placerade en kod i den nya versionen",
            actor,
            transaction,
            cancellation
        );
    }

    /// <summary>Lets it go: the new answer no longer says it.</summary>
    public async Task<Outcome> Drop(Id<Coding> id, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        if (await Find(id, cancellation) is not { } one)
        {
            return Outcome.Gone;
        }

        one.Coding.DroppedBecause = "Den nya versionen säger det inte.";
        return await Save(
            one,
            "coding.drop",
            "släppte en kod från en tidigare version",
            actor,
            transaction,
            cancellation
        );
    }

    private async Task<UnplacedCoding?> Find(Id<Coding> id, CancellationToken cancellation)
    {
        var round = await db
            .Codings.Where(coding => coding.Id == id)
            .Select(coding => coding.RoundId)
            .SingleOrDefaultAsync(cancellation);
        return round is null
            ? null
            : await db.UnplacedInAnswers(round).SingleOrDefaultAsync(one => one.Coding.Id == id, cancellation)
                ?? await db.UnplacedInDocuments(round).SingleOrDefaultAsync(one => one.Coding.Id == id, cancellation);
    }

    private async Task<Outcome> Save(
        UnplacedCoding one,
        string action,
        string words,
        string actor,
        LoneTransaction? transaction,
        CancellationToken cancellation
    )
    {
        await db.SaveStep(
            one.Coding.RoundId,
            new Deed(actor, action, words) { Code = one.Coding.CodeId, Source = one.Current ?? one.Coding.SourceId },
            clock.GetUtcNow(),
            cancellation
        );
        await transaction.CommitOwn(cancellation);
        return new Outcome.Done();
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Done : Outcome;

        /// <param name="Message">Why nothing was done, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;

        internal static Refused Gone { get; } = new("Koden är redan placerad eller släppt.");
    }
}
