using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>What a person can give once: a code to the same words.</summary>
internal sealed record CodingPlace(Key<Code> Code, Id<Source> Source, int Start, int Length, string Coder)
{
    public static CodingPlace Of(Coding coding) =>
        new(coding.CodeId, coding.SourceId, coding.Start, coding.Length, coding.Coder);
}

/// <summary>Asking for places alone, without the words.</summary>
internal static class CodingPlaceQueries
{
    extension(IQueryable<Coding> codings)
    {
        public IQueryable<CodingPlace> Places =>
            codings.Select(coding => new CodingPlace(
                coding.CodeId,
                coding.SourceId,
                coding.Start,
                coding.Length,
                coding.Coder
            ));
    }
}
