using Samla.Domain;

namespace Samla.Reference;

/// <summary>The report types that come with the program.</summary>
/// <param name="All">In the order of their titles.</param>
public sealed record ReportTypes(IReadOnlyList<ReportTypeFile> All)
{
    private const string FolderName = "report-types";

    /// <summary>Reads a folder with the folders <c>report-types</c> and <c>templates</c>. Everything that is wrong is said at once.</summary>
    public static Outcome Read(string path)
    {
        if (Templates.Read(path) is not Templates.Outcome.Fits(var templates))
        {
            return new Outcome.Refused([new("templates", "", "Mallarna som följer med kan inte läsas.")]);
        }

        var folder = new DataFolder(path);
        var types = new List<ReportTypeFile>();
        foreach (var file in folder.Files(FolderName, ".json"))
        {
            if (folder.Read<ReportTypeFile>(file) is not { } type)
            {
                continue;
            }

            foreach (var (place, reason) in type.Faults(templates.Files))
            {
                folder.Report(file, place, reason);
            }

            if (types.Exists(other => other.Id == type.Id))
            {
                folder.Report(file, type.Id, "Rapporttypen står i en annan fil också.");
            }

            types.Add(type);
        }

        return folder.Errors.Count > 0
            ? new Outcome.Refused(folder.Errors)
            : new Outcome.Fits(new ReportTypes([.. types.OrderBy(type => type.Title, SwedishText.Order)]));
    }

    /// <summary>From what was read.</summary>
    /// <exception cref="InvalidDataException">The files cannot be used; the application says so when it starts.</exception>
    public static ReportTypes Of(Outcome read) =>
        read switch
        {
            Outcome.Fits(var types) => types,
            Outcome.Refused(var errors) => throw new InvalidDataException(string.Join(" | ", errors)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Fits(ReportTypes Types) : Outcome;

        /// <param name="Errors">At least one.</param>
        public sealed record Refused(IReadOnlyList<DataError> Errors) : Outcome;
    }
}
