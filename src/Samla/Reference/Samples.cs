namespace Samla.Reference;

/// <summary>The sample: the templates, a round reconstructed from public facts, and a round after it that is being answered.</summary>
/// <param name="Reconstructed">In the order of their periods.</param>
/// <param name="Invented">In the order of their periods.</param>
public sealed record Samples(
    Templates Templates,
    IReadOnlyList<Sample> Reconstructed,
    IReadOnlyList<InventedRound> Invented
)
{
    /// <summary>Reads a folder that holds a folder for each round. Everything that is wrong is said at once.</summary>
    public static Outcome Read(string path)
    {
        var errors = new List<DataError>();
        var (reconstructed, invented) = (new List<Sample>(), new List<InventedRound>());
        foreach (var folder in Folders(path))
        {
            var name = Path.GetFileName(folder);
            // A round that cannot be read is taken for the fuller kind, so that all its files are looked at.
            if (new DataFolder(folder).Read<RoundFile>(SampleChecks.RoundName) is { Origin: "invented" })
            {
                switch (InventedRound.Read(folder))
                {
                    case InventedRound.Outcome.Fits(var round):
                        invented.Add(round);
                        break;
                    case InventedRound.Outcome.Refused(var wrong):
                        errors.AddRange(wrong.Select(error => error with { File = $"{name}/{error.File}" }));
                        break;
                }
            }
            else
            {
                switch (Sample.Read(folder))
                {
                    case Sample.Outcome.Fits(var round):
                        reconstructed.Add(round);
                        break;
                    case Sample.Outcome.Refused(var wrong):
                        errors.AddRange(wrong.Select(error => error with { File = $"{name}/{error.File}" }));
                        break;
                }
            }
        }

        if (errors.Count == 0)
        {
            errors.AddRange(Between([.. reconstructed.Select(s => s.Round), .. invented.Select(s => s.Round)]));
        }

        return errors.Count == 0 && Templates.Read(DataFolder.Registers) is Templates.Outcome.Fits(var templates)
            ? new Outcome.Fits(
                new Samples(
                    templates,
                    [.. reconstructed.OrderBy(sample => sample.Round.PeriodStart)],
                    [.. invented.OrderBy(sample => sample.Round.PeriodStart)]
                )
            )
            : new Outcome.Refused(errors);
    }

    private static IEnumerable<string> Folders(string path) =>
        Directory.Exists(path) ? Directory.EnumerateDirectories(path).Order(StringComparer.Ordinal) : [];

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
