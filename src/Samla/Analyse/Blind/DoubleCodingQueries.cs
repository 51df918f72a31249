using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Blind;

/// <summary>A double coding as one of its coders has it.</summary>
internal sealed class BlindWork
{
    public required DoubleCoding Coding { get; init; }

    public required DoubleCoder Coder { get; init; }

    /// <summary>Why the coder can change nothing in it, in Swedish; null while they can.</summary>
    public string? WhyNot =>
        !Coding.IsOpen ? "Dubbelkodningen är avslutad."
        : Coder.HandedInAt is not null ? "Du har lämnat in din kodning. Den går inte att ändra längre."
        : null;
}

/// <summary>Questions about double codings that others are built on.</summary>
internal static class DoubleCodingQueries
{
    extension(SamlaDb db)
    {
        /// <summary>What is coded in a double coding, as it was when it was handed out.</summary>
        public IQueryable<OwnedSource> DoubleCodingTexts(Id<DoubleCoding> id) =>
            from part in db.DoubleCodingSources
            join text in db.OwnedSources on part.SourceId equals text.Source.Id
            where part.DoubleCodingId == id
            select text;

        /// <summary>Whether the coder of a blind coding has given the same code to the same words already.</summary>
        /// <param name="coding">What is to be given.</param>
        /// <param name="own">Those that are not asked of.</param>
        /// <param name="cancellation">Stops the question.</param>
        public Task<bool> IsCodedBlind(
            BlindCoding coding,
            IReadOnlyCollection<Id<BlindCoding>> own,
            CancellationToken cancellation
        ) =>
            db.BlindCodings.AnyAsync(
                one =>
                    one.DoubleCodingId == coding.DoubleCodingId
                    && one.SourceId == coding.SourceId
                    && one.Coder == coding.Coder
                    && one.CodeId == coding.CodeId
                    && one.Start == coding.Start
                    && one.Length == coding.Length
                    && !own.Contains(one.Id),
                cancellation
            );

        /// <summary>Why somebody cannot code in a double coding now, in Swedish; null where they can.</summary>
        public async Task<string?> WhyNotCodeBlind(
            Id<DoubleCoding> id,
            Id<Source> source,
            string coder,
            CancellationToken cancellation
        )
        {
            var work = await db.BlindWorkOn(id, source, coder).AsNoTracking().SingleOrDefaultAsync(cancellation);
            return work is null ? "Texten är inte utdelad till dig i den dubbelkodningen." : work.WhyNot;
        }

        /// <summary>A double coding in which a source is somebody's to code, also after it is handed in; no row where it is not.</summary>
        public IQueryable<BlindWork> BlindWorkOn(Id<DoubleCoding> id, Id<Source> source, string coder) =>
            from coding in db.DoubleCodings
            join one in db.DoubleCoders on coding.Id equals one.DoubleCodingId
            join part in db.DoubleCodingSources on coding.Id equals part.DoubleCodingId
            where coding.Id == id && one.Coder == coder && part.SourceId == source
            select new BlindWork { Coding = coding, Coder = one };
    }
}
