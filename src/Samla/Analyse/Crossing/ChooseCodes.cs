using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Crossing;

/// <summary>Which codes somebody wants a table of, as the address has it.</summary>
/// <param name="Section">A section of the codebook; the first where it is none.</param>
/// <param name="Requirement">One requirement of the section; the whole section where it is none of its.</param>
/// <param name="Codes">Codes from anywhere; with any of them the other two do not count.</param>
public sealed record CodeChoice(string? Section, string? Requirement, IReadOnlyList<string> Codes);

/// <summary>The rows of the matrix that a table is made of: a section's, a requirement's, or those of codes from anywhere.</summary>
public sealed class ChooseCodes(SamlaDb db, ListMatrix listMatrix)
{
    /// <param name="Matrix">All that there is to choose from.</param>
    /// <param name="Section">Null where the codes were chosen from anywhere, and where there is no codebook.</param>
    /// <param name="Requirements">What the section's codes are about.</param>
    /// <param name="Requirement">Null for all of them.</param>
    /// <param name="Rows">Those that can be counted, in the codebook's order.</param>
    /// <param name="Withheld">Those of the chosen that nothing can be said with.</param>
    public sealed record Result(
        ListMatrix.Result Matrix,
        Code? Section,
        IReadOnlyList<Requirement> Requirements,
        Requirement? Requirement,
        IReadOnlyList<CodeRow> Rows,
        IReadOnlyList<Code> Withheld
    )
    {
        public Round Round => Matrix.Round;

        /// <summary>Whether the codes were chosen one by one.</summary>
        public bool IsFree => Section is null && Matrix.Groups.Count > 0;

        /// <summary>What the table is about, as a heading.</summary>
        public string Heading =>
            (Section, Requirement) switch
            {
                (null, _) => "Egna koder",
                (var section, null) => section.Label,
                (var section, var requirement) => $"{section.Label}: {requirement.Title}",
            };
    }

    /// <summary>Null where there is no such round.</summary>
    public async Task<Result?> Run(Key<Round> round, CodeChoice choice, CancellationToken cancellation)
    {
        if (await listMatrix.Run(round, cancellation) is not { } matrix)
        {
            return null;
        }

        var free = choice.Codes.ToHashSet();
        List<CodeRow> chosen = [.. matrix.Rows.Where(row => free.Contains(row.Code.Id.Value))];
        if (chosen.Count > 0 || matrix.Section(choice.Section) is not { } section)
        {
            return Of(matrix, section: null, [], requirement: null, chosen);
        }

        var rows = matrix.RowsOf(section);
        var requirements = await RequirementsOf(matrix.Round, rows, cancellation);
        var requirement = requirements.Find(one => one.Id.Value == choice.Requirement);
        return Of(
            matrix,
            section,
            requirements,
            requirement,
            requirement is null ? rows : [.. rows.Where(row => row.Code.RequirementId == requirement.Id)]
        );
    }

    /// <summary>What another authority says has no place among the 21, and what is withheld is said of nobody.</summary>
    private static Result Of(
        ListMatrix.Result matrix,
        Code? section,
        IReadOnlyList<Requirement> requirements,
        Requirement? requirement,
        IReadOnlyList<CodeRow> rows
    ) =>
        new(
            matrix,
            section,
            requirements,
            requirement,
            [.. rows.Where(row => row.Code is { Withheld: null, Subject: not ReporterKind.Agency })],
            [.. rows.Where(row => row.Code.Withheld is not null).Select(row => row.Code)]
        );

    /// <summary>In the order in which the codebook comes to them.</summary>
    private async Task<List<Requirement>> RequirementsOf(
        Round round,
        IReadOnlyList<CodeRow> rows,
        CancellationToken cancellation
    )
    {
        List<Key<Requirement>> ids =
        [
            .. rows.Select(row => row.Code.RequirementId).OfType<Key<Requirement>>().Distinct(),
        ];
        var found = await db
            .Requirements.AsNoTracking()
            .Where(one => one.TemplateId == round.TemplateId && ids.Contains(one.Id))
            .ToListAsync(cancellation);
        return [.. found.OrderBy(one => ids.IndexOf(one.Id))];
    }
}
