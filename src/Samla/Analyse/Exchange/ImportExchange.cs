using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Analyse.Exchange;

/// <summary>Adds what an exchange file holds to a round, and tells everything that is to be told of it.</summary>
public sealed class ImportExchange(FindRound findRound, ImportProject importProject, ImportCodebook importCodebook)
{
    /// <param name="id">The round.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="read">The file as it was read.</param>
    /// <param name="isDryRun">Whether to say what would be done, and not do it.</param>
    /// <param name="actor">Who reads it in.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Round> id,
        string name,
        ExchangeOutcome<ExchangeFile>.Read read,
        bool isDryRun,
        string actor,
        CancellationToken cancellation
    )
    {
        if (await findRound.Run(id, cancellation) is not { } round)
        {
            return new Outcome.Refused($"Omgången {id} finns inte.");
        }

        var import = read.Content switch
        {
            ExchangeFile.Project(var project) => await importProject.Run(id, project, isDryRun, actor, cancellation),
            ExchangeFile.Codebook(var codes) => await importCodebook.Run(id, codes, isDryRun, actor, cancellation),
            _ => throw new NotSupportedException(),
        };
        return import switch
        {
            ExchangeImport.Imported imported => new Outcome.Done(new(name, round, isDryRun, read.Report, imported)),
            ExchangeImport.Refused(var message) => new Outcome.Refused(message),
            _ => throw new NotSupportedException(),
        };
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Done(ExchangeResult Result) : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}

/// <summary>What reading in a file did, or would do.</summary>
/// <param name="File">Its name.</param>
/// <param name="Round">The round that it was added to.</param>
/// <param name="IsDryRun">Whether nothing was done.</param>
/// <param name="Report">What was told when it was read.</param>
/// <param name="Import">What was added.</param>
public sealed record ExchangeResult(
    string File,
    Round Round,
    bool IsDryRun,
    ExchangeReport Report,
    ExchangeImport.Imported Import
)
{
    /// <summary>Everything that could not be placed, and why, in Swedish.</summary>
    public IReadOnlyList<string> Unplaced { get; } =
    [.. Report.Unplaced.Select(one => one.Swedish), .. Import.Unplaced];

    /// <summary>Everything that had to be assumed, in Swedish.</summary>
    public IReadOnlyList<string> Assumed { get; } = [.. Report.Assumed, .. Import.Assumed];

    /// <summary>What was added: "3 kodningar och 1 anteckning".</summary>
    public string Added =>
        Import.IsNothing
            ? "ingenting"
            : SwedishText.Enumeration([
                .. Number(Import.Codings, "kodning", "kodningar"),
                .. Number(Import.Attributions, "kod utan textställe", "koder utan textställe"),
                .. Number(Import.Stars, "stjärna", "stjärnor"),
                .. Number(Import.Memos, "anteckning", "anteckningar"),
                .. Number(Import.NewCodes, "ny kod eller grupp", "nya koder och grupper"),
            ]);

    private static IEnumerable<string> Number(int number, string one, string many) =>
        number == 0 ? [] : [$"{SwedishFigures.Of(number)} {(number == 1 ? one : many)}"];
}
