using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Blind;

/// <summary>
/// How far a double coding has come: until all have handed in, only who has; from then on how well they agree, and where
/// they do not.
/// </summary>
public sealed class ViewDoubleCoding(SamlaDb db, ActorNames actorNames, ViewBlindSource viewBlindSource)
{
    /// <param name="Coders">By name in Swedish order.</param>
    /// <param name="Sources">How many are coded.</param>
    /// <param name="Own">What whoever asks is to code; null where they are none of the coders.</param>
    /// <param name="Comparison">Null until all have handed in.</param>
    /// <param name="Waiting">
    /// Once it is entered, how many of its codings do not count until somebody has placed them in the version that
    /// replaced the text meanwhile.
    /// </param>
    /// <param name="Names">What to call those who coded, settled and handed it out.</param>
    public sealed record Result(
        Round Round,
        DoubleCoding Coding,
        IReadOnlyList<Progress> Coders,
        int Sources,
        IReadOnlyList<ViewBlindSource.Part>? Own,
        Compared? Comparison,
        int Waiting,
        IReadOnlyDictionary<string, string> Names
    );

    /// <param name="Read">How many of the sources the coder has read to the end.</param>
    public sealed record Progress(DoubleCoder Coder, string Name, int Read);

    /// <param name="LazyAgreement">For <see cref="Agreement"/>.</param>
    /// <param name="Codes">By their keys.</param>
    /// <param name="Differences">In the order of the codebook, and by name within each code.</param>
    public sealed record Compared(
        Lazy<AgreementTable> LazyAgreement,
        IReadOnlyDictionary<Key<Code>, Code> Codes,
        IReadOnlyList<Difference> Differences
    )
    {
        /// <summary>For each code that could be given, and for all; reckoned when it is asked for, since it costs and is not always shown.</summary>
        public AgreementTable Agreement => LazyAgreement.Value;

        /// <summary>Those that nobody has settled.</summary>
        public int Unsettled => Differences.Count(one => one.Settlement is null);
    }

    /// <param name="Name">Whose the source is: a region's short name, a reporter's own, or a document's title.</param>
    /// <param name="Passages">What was coded with the code in the source, in the order of the text.</param>
    /// <param name="Settlement">Null until somebody settles it.</param>
    public sealed record Difference(
        Source Source,
        string Name,
        Code Code,
        IReadOnlyList<string> GivenBy,
        IReadOnlyList<string> NotGivenBy,
        IReadOnlyList<BlindCoding> Passages,
        Settlement? Settlement
    );

    /// <summary>Null where there is no such double coding.</summary>
    public async Task<Result?> Run(Id<DoubleCoding> id, string actor, CancellationToken cancellation)
    {
        var found = await (
            from one in db.DoubleCodings.AsNoTracking()
            join round in db.Rounds.AsNoTracking() on one.RoundId equals round.Id
            where one.Id == id
            select new { Coding = one, Round = round }
        ).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var coders = await db
            .DoubleCoders.AsNoTracking()
            .Where(coder => coder.DoubleCodingId == id)
            .Select(coder => new
            {
                Coder = coder,
                Read = db.BlindReadings.Count(one => one.DoubleCodingId == id && one.Reader == coder.Coder),
            })
            .ToListAsync(cancellation);
        var own = coders.Exists(one => one.Coder.Coder == actor)
            ? await viewBlindSource.Parts(found.Coding, actor, cancellation)
            : null;
        var settlements = await db
            .Settlements.AsNoTracking()
            .Where(one => one.DoubleCodingId == id)
            .ToListAsync(cancellation);
        var names = await actorNames.Run(
            [.. coders.Select(one => one.Coder.Coder), .. settlements.Select(one => one.Actor), found.Coding.StartedBy],
            cancellation
        );
        return new Result(
            found.Round,
            found.Coding,
            [
                .. coders
                    .Select(one => new Progress(one.Coder, names[one.Coder.Coder], one.Read))
                    .OrderBy(one => one.Name, SwedishText.Order),
            ],
            await db.DoubleCodingSources.CountAsync(part => part.DoubleCodingId == id, cancellation),
            own,
            coders.TrueForAll(one => one.Coder.HandedInAt is not null)
                ? await Compare(found.Coding, settlements, cancellation)
                : null,
            found.Coding.EnteredAt is null ? 0 : await CountWaiting(found.Coding, cancellation),
            names
        );
    }

    private async Task<int> CountWaiting(DoubleCoding coding, CancellationToken cancellation)
    {
        return await CountEntered(db.UnplacedInAnswers(coding.RoundId))
            + await CountEntered(db.UnplacedInDocuments(coding.RoundId));

        Task<int> CountEntered(IQueryable<UnplacedCoding> unplaced) =>
            unplaced.CountAsync(
                one =>
                    db.BlindCodings.Any(blind =>
                        blind.DoubleCodingId == coding.Id
                        && blind.SourceId == one.Coding.SourceId
                        && blind.Coder == one.Coding.Coder
                        && blind.Start == one.Coding.Start
                        && blind.Length == one.Coding.Length
                    ),
                cancellation
            );
    }

    private async Task<Compared> Compare(
        DoubleCoding coding,
        List<Settlement> settlements,
        CancellationToken cancellation
    )
    {
        var compared = await new CompareCodings(db).Run(coding, only: null, cancellation);
        var codes = compared.Codes.ToDictionary(code => code.Id);
        var settled = settlements.ToDictionary(one => (one.SourceId, one.CodeId));
        return new Compared(
            new(() =>
                AgreementTable.Of(
                    compared.Coders,
                    [.. compared.Codes.Select(code => code.Id)],
                    [.. compared.Texts.Select(text => text.Shared)]
                )
            ),
            codes,
            [
                .. from text in compared.Texts
                from difference in CodingDifference.In(compared.Coders, text.Shared)
                let code = codes[difference.Code]
                orderby code.Order
                select new Difference(
                    text.Source,
                    text.Name,
                    code,
                    difference.GivenBy,
                    difference.NotGivenBy,
                    [.. text.PassagesOf(difference.Code)],
                    settled.GetValueOrDefault((text.Source.Id, code.Id))
                ),
            ]
        );
    }
}
