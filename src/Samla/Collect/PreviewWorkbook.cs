using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>Shows what a workbook would do to a register, and does nothing.</summary>
public sealed class PreviewWorkbook(ListInterventions list, Taxonomy taxonomy)
{
    public async Task<Outcome> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        byte[] content,
        CancellationToken cancellation
    )
    {
        if (await list.Run(round, reporter, cancellation) is not { } register)
        {
            return new Outcome.Refused("Redovisningen finns inte.");
        }

        if (!register.Register.Round.IsOpen)
        {
            return new Outcome.Refused(InterventionRegister.Closed);
        }

        var (file, refusal) = WorkbookFile.Read(content);
        return file is null
            ? new Outcome.Refused(refusal)
            : new Outcome.Compared(WorkbookRows.Compare(register, file, taxonomy));
    }

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Plan">With faults it cannot be carried out.</param>
        public sealed record Compared(WorkbookPlan Plan) : Outcome;

        /// <param name="Message">Why the file cannot be used, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
