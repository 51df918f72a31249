namespace Samla.Reference;

/// <summary>The sample: the templates, a round reconstructed from public facts, one after it that is being answered, and one of documents.</summary>
/// <param name="Reconstructed">In the order of their periods.</param>
/// <param name="Invented">In the order of their periods.</param>
/// <param name="OfDocuments">In the order of their periods.</param>
public sealed record Samples(
    Templates Templates,
    IReadOnlyList<Sample> Reconstructed,
    IReadOnlyList<InventedRound> Invented,
    IReadOnlyList<DocumentRound> OfDocuments
)
{
    /// <summary>Reads a folder that holds a folder for each round. Everything that is wrong is said at once.</summary>
    public static Outcome Read(string path)
    {
        var errors = new List<DataError>();
        var (reconstructed, invented, ofDocuments) = (
            new List<Sample>(),
            new List<InventedRound>(),
            new List<DocumentRound>()
        );
        foreach (var folder in Folders(path))
        {
            var wrong = Read(folder, reconstructed, invented, ofDocuments);
            errors.AddRange(wrong.Select(error => error with { File = $"{Path.GetFileName(folder)}/{error.File}" }));
        }

        if (errors.Count == 0)
        {
            errors.AddRange(
                Between([
                    .. reconstructed.Select(sample => sample.Round),
                    .. invented.Select(sample => sample.Round),
                    .. ofDocuments.Select(sample => sample.Round),
                ])
            );
        }

        return errors.Count == 0 && Templates.Read(DataFolder.Registers) is Templates.Outcome.Fits(var templates)
            ? new Outcome.Fits(
                new Samples(
                    templates,
                    [.. reconstructed.OrderBy(sample => sample.Round.PeriodStart)],
                    [.. invented.OrderBy(sample => sample.Round.PeriodStart)],
                    [.. ofDocuments.OrderBy(sample => sample.Round.PeriodStart)]
                )
            )
            : new Outcome.Refused(errors);
    }

    /// <summary>Reads a round's folder into the list of its kind, and gives what is wrong with it.</summary>
    private static IReadOnlyList<DataError> Read(
        string folder,
        List<Sample> reconstructed,
        List<InventedRound> invented,
        List<DocumentRound> ofDocuments
    )
    {
        // A round that cannot be read is taken for the fuller kind, so that all its files are looked at.
        var round = new DataFolder(folder).Read<RoundFile>(SampleChecks.RoundName);
        if (round is { Origin: "invented", Kind: "strategy-compilation" })
        {
            switch (DocumentRound.Read(folder))
            {
                case DocumentRound.Outcome.Fits(var sample):
                    ofDocuments.Add(sample);
                    break;
                case DocumentRound.Outcome.Refused(var errors):
                    return errors;
            }
        }
        else if (round is { Origin: "invented" })
        {
            switch (InventedRound.Read(folder))
            {
                case InventedRound.Outcome.Fits(var sample):
                    invented.Add(sample);
                    break;
                case InventedRound.Outcome.Refused(var errors):
                    return errors;
            }
        }
        else
        {
            switch (Sample.Read(folder))
            {
                case Sample.Outcome.Fits(var sample):
                    reconstructed.Add(sample);
                    break;
                case Sample.Outcome.Refused(var errors):
                    return errors;
            }
        }

        return [];
    }

    private static IEnumerable<string> Folders(string path) =>
        Directory.Exists(path)
            ? Directory
                .EnumerateDirectories(path)
                .Where(folder => Path.GetFileName(folder) != LoadGrants.Folder)
                .Order(StringComparer.Ordinal)
            : [];

    /// <summary>What is wrong between the rounds.</summary>
    private static IEnumerable<DataError> Between(List<RoundFile> rounds)
    {
        if (rounds.Count == 0)
        {
            yield return new DataError("", "", "Mappen har ingen omgång. Varje omgång ska ha en mapp för sig.");
        }

        foreach (var twice in rounds.CountBy(round => round.Id).Where(count => count.Value > 1))
        {
            yield return new DataError(SampleChecks.RoundName, twice.Key, "Omgången står i två mappar.");
        }

        foreach (var round in rounds.Where(round => round.Previous is not null))
        {
            if (rounds.Find(other => other.Id == round.Previous) is not { } previous)
            {
                yield return new DataError(
                    SampleChecks.RoundName,
                    round.Id,
                    $"Omgången före, ”{round.Previous}”, finns inte."
                );
            }
            else if (previous.PeriodStart >= round.PeriodStart)
            {
                yield return new DataError(
                    SampleChecks.RoundName,
                    round.Id,
                    $"Omgången före, ”{previous.Id}”, ska ha en tidigare period."
                );
            }
        }
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Fits(Samples Samples) : Outcome;

        /// <param name="Errors">At least one.</param>
        public sealed record Refused(IReadOnlyList<DataError> Errors) : Outcome;
    }
}
