using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>Changes the words of a code. What the code means is then another version of it.</summary>
public sealed class EditCode(SamlaDb db, TimeProvider clock)
{
    /// <param name="round">The round.</param>
    /// <param name="id">The code.</param>
    /// <param name="words">Its words from now on.</param>
    /// <param name="seen">The words that the writer had before them: somebody else's change in between is not overwritten.</param>
    /// <param name="actor">Who changes it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<CodebookOutcome> Run(
        Key<Round> round,
        Key<Code> id,
        CodeWords words,
        CodeWords seen,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var codebook = await Codebook.Read(db, round, cancellation);
        if (codebook.Find(id) is not { } code)
        {
            return CodebookOutcome.Gone;
        }

        words = words.Normalised();
        if (words == CodeWords.Of(code))
        {
            return new CodebookOutcome.Changed(id);
        }

        if (seen.Normalised() != CodeWords.Of(code).Normalised())
        {
            return new CodebookOutcome.Refused(
                "Någon annan har ändrat koden medan du skrev. Din text står kvar här. Jämför med den som gäller nu och spara igen."
            );
        }

        if (
            words.Problem(codebook.Codes.Where(other => other.ParentId == code.ParentId && other != code)) is
            { } problem
        )
        {
            return new CodebookOutcome.Refused(problem);
        }

        // What it says something about sorts it; what it means is as it was.
        var isSameMeaning = words == CodeWords.Of(code) with { Aspect = words.Aspect };
        (code.Label, code.Definition) = (words.Label, words.Definition);
        (code.Inclusion, code.Exclusion) = (words.Inclusion, words.Exclusion);
        code.Aspect = words.Aspect;
        code.Version += isSameMeaning ? 0 : 1;
        await db.SaveStep(
            round,
            new Deed(actor, "code.edit", $"ändrade {Codebook.NameOf(code)}") { Code = id },
            clock.GetUtcNow(),
            cancellation
        );
        await transaction.CommitOwn(cancellation);
        return new CodebookOutcome.Changed(id);
    }
}
