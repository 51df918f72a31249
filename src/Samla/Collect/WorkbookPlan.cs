using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>What a workbook would do to a register. Nothing of it is done before somebody says so.</summary>
/// <param name="Rows">Its interventions, in the file's order.</param>
/// <param name="Missing">Those of the register that the file does not have; they stay unless somebody says otherwise.</param>
/// <param name="Faults">Why it cannot be read in as it is; empty where it can.</param>
/// <param name="Seen">Stands for the register as it was compared with: another when somebody has changed it.</param>
public sealed record WorkbookPlan(
    InterventionRegister Register,
    IReadOnlyList<WorkbookPlan.Row> Rows,
    IReadOnlyList<Intervention> Missing,
    IReadOnlyList<WorkbookPlan.Fault> Faults,
    string Seen
)
{
    public enum RowKind
    {
        Added,
        Changed,
        Unchanged,
    }

    /// <param name="Number">The row in the sheet.</param>
    /// <param name="Existing">The intervention of the register; null for a new one.</param>
    /// <param name="Before">What the register says; empty for a new one.</param>
    /// <param name="After">What the file says.</param>
    /// <param name="IsOutdated">Whether somebody has changed it in the register since the file was fetched.</param>
    public sealed record Row(
        int Number,
        Intervention? Existing,
        InterventionTexts Before,
        InterventionTexts After,
        bool IsOutdated
    )
    {
        public RowKind Kind =>
            Existing is null ? RowKind.Added
            : Before.IsSameAs(After) ? RowKind.Unchanged
            : RowKind.Changed;

        public string Name => After.Main.GetValueOrDefault(nameof(Intervention.Name), "");
    }

    /// <param name="Sheet">Which sheet; empty where it is the file itself.</param>
    /// <param name="Row">Which row of it; 0 for the sheet itself.</param>
    /// <param name="Column">The column's heading; empty for the row itself.</param>
    /// <param name="Message">What is wrong and what to do, in Swedish.</param>
    public sealed record Fault(string Sheet, int Row, string Column, string Message);

    public IEnumerable<Row> Of(RowKind kind) => Rows.Where(row => row.Kind == kind);

    internal static string SeenOf(IEnumerable<Intervention> interventions) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        ' ',
                        interventions
                            .OrderBy(one => one.Id.Value, StringComparer.Ordinal)
                            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Id}:{one.Revision}"))
                    )
                )
            )
        )[..32];
}
