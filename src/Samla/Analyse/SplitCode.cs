using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>Splits a code: a new one beside it takes over some of its codings.</summary>
public sealed class SplitCode(SamlaDb db, TimeProvider clock)
{
    /// <param name="round">The round.</param>
    /// <param name="id">The code that is split.</param>
    /// <param name="words">Of the new code.</param>
    /// <param name="codingIds">The codings that the new code takes over; those that are not the code's are left as they are.</param>
    /// <param name="actor">Who splits it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<CodebookOutcome> Run(
        Key<Round> round,
        Key<Code> id,
        CodeWords words,
        IReadOnlyCollection<Id<Coding>> codingIds,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var codebook = await Codebook.Read(db, round, cancellation);
        if (codebook.Find(id) is not { Kind: CodeKind.Leaf, MergedIntoId: null } code)
        {
            return CodebookOutcome.Gone;
        }

        words = words.Normalised();
        if (words.Problem(codebook.Codes.Where(other => other.ParentId == code.ParentId)) is { } problem)
        {
            return new CodebookOutcome.Refused(problem);
        }

        var codings = await db
            .Codings.Where(coding => coding.RoundId == round && coding.CodeId == id && codingIds.Contains(coding.Id))
            .ToListAsync(cancellation);
        if (codings.Count == 0)
        {
            return new CodebookOutcome.Refused("Välj de textställen som den nya koden ska ta över.");
        }

        var added = New(code, await CodeIds.New(db, words.Label, cancellation), words);
        db.Codes.Add(added);
        codebook.Add(added);
        codebook.Place(added, code.ParentId, After(codebook, code));
        codings.ForEach(coding => coding.CodeId = added.Id);
        code.Version++;
        await db.SaveStep(
            round,
            new Deed(
                actor,
                "code.split",
                $"delade koden ”{code.Label}”: {Passages(codings.Count)} gick till ”{added.Label}”"
            )
            {
                Code = id,
                OtherCode = added.Id,
            },
            clock.GetUtcNow(),
            cancellation
        );
        await transaction.CommitOwn(cancellation);
        return new CodebookOutcome.Changed(added.Id);
    }

    private static string Passages(int number) =>
        number == 1 ? "ett textställe" : $"{Numeral.Write(number)} textställen";

    private static Code New(Code code, Key<Code> id, CodeWords words) =>
        new()
        {
            RoundId = code.RoundId,
            Id = id,
            ParentId = code.ParentId,
            Kind = CodeKind.Leaf,
            Order = int.MaxValue,
            Label = words.Label,
            Definition = words.Definition,
            Inclusion = words.Inclusion,
            Exclusion = words.Exclusion,
            Aspect = words.Aspect,
            RequirementId = code.RequirementId,
            Subject = code.Subject,
            Withheld = code.Withheld,
        };

    private static Code? After(Codebook codebook, Code code) =>
        codebook
            .Codes.Where(other =>
                other.ParentId == code.ParentId && other.Order > code.Order && other.Order < int.MaxValue
            )
            .MinBy(other => other.Order);
}
