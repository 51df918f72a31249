using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>Moves a code, with what is below it, to another place in the codebook.</summary>
public sealed class MoveCode(SamlaDb db, TimeProvider clock)
{
    /// <param name="round">The round.</param>
    /// <param name="id">The code.</param>
    /// <param name="parentId">The group it is to stand in; null for the codebook's top.</param>
    /// <param name="beforeId">The sibling it is to stand before; null for last.</param>
    /// <param name="actor">Who moves it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<CodebookOutcome> Run(
        Key<Round> round,
        Key<Code> id,
        Key<Code>? parentId,
        Key<Code>? beforeId,
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

        var parent = codebook.Find(parentId);
        var before = codebook.Find(beforeId);
        if (Problem(codebook, code, parentId, parent) is { } problem)
        {
            return new CodebookOutcome.Refused(problem);
        }

        var places = codebook.Codes.ToDictionary(one => one.Id, one => (one.ParentId, one.Order));
        codebook.Place(code, parentId, before != code && before?.ParentId == parentId ? before : null);
        if (codebook.Codes.All(one => places[one.Id] == (one.ParentId, one.Order)))
        {
            return new CodebookOutcome.Changed(id);
        }

        await db.SaveStep(
            round,
            new Deed(actor, "code.move", $"flyttade {Codebook.NameOf(code)}") { Code = id, Placed = id },
            clock.GetUtcNow(),
            cancellation
        );
        await transaction.CommitOwn(cancellation);
        return new CodebookOutcome.Changed(id);
    }

    private static string? Problem(Codebook codebook, Code code, Key<Code>? parentId, Code? parent) =>
        parentId is not null && parent is not { Kind: CodeKind.Group } ? "Välj en grupp att flytta till."
        : parent is not null && codebook.IsWithin(parent, code) ? "En grupp kan inte flyttas in i sig själv."
        : parent is null && code.Kind == CodeKind.Leaf ? "En kod står alltid i en grupp."
        : parent?.RequirementId is { } about && about != code.RequirementId
            ? "Koden gäller ett annat krav än gruppen. Lägg till en ny kod i stället."
        : parent is { IsAboutDocuments: true } && !code.IsAboutDocuments
            ? "Gruppen är till för koder om dokument. Lägg till en ny kod i stället."
        // In another section it would be a group, and a group without a requirement is about documents.
        : parent is not null
        && code is { Kind: CodeKind.Group, RequirementId: null }
        && codebook.Codes.Any(below =>
            below is { RequirementId: not null, IsAboutDocuments: false } && codebook.IsWithin(below, code)
        )
            ? $"Avsnittet ”{code.Label}” har koder som gäller svar. Flytta grupperna i det en och en i stället."
        : codebook.Codes.Any(other =>
            other != code
            && other.ParentId == parentId
            && string.Equals(other.Label, code.Label, StringComparison.OrdinalIgnoreCase)
        )
            ? $"Det finns redan en kod som heter ”{code.Label}” där."
        : null;
}
