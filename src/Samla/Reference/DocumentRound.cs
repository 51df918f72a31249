using Samla.Domain;
using Samla.Domain.Analyse;

namespace Samla.Reference;

/// <summary>The files of a sample round whose questions are put to documents that we made up: nobody has read or coded them.</summary>
/// <param name="Printed">What the printed compilation says, as somebody has read it.</param>
/// <param name="Files">By their names in <c>documents.json</c>: the documents byte for byte.</param>
public sealed record DocumentRound(
    RoundFile Round,
    IReadOnlyList<CodeEntry> Codebook,
    IReadOnlyList<DocumentEntry> Documents,
    IReadOnlyDictionary<string, byte[]> Files,
    IReadOnlyList<PrintedEntry> Printed
)
{
    internal const string DocumentsName = "documents.json";
    private const string PrintedName = "printed.json";

    /// <summary>Reads a folder. Everything that is wrong is said at once, and nothing is used then.</summary>
    public static Outcome Read(string path)
    {
        var folder = new DataFolder(path);
        var round = folder.Read<RoundFile>(SampleChecks.RoundName);
        var codebook = folder.Read<List<CodeEntry>>(SampleChecks.CodebookName);
        var documents = folder.Read<List<DocumentEntry>>(DocumentsName);
        var printed = folder.Read<List<PrintedEntry>>(PrintedName);
        var template = round is null ? null : SampleChecks.CheckRound(round, folder);
        if (round is null || template is null || codebook is null || documents is null || printed is null)
        {
            return new Outcome.Refused(folder.Errors);
        }

        var codes = SampleChecks.CheckCodebook(codebook, template, folder);
        foreach (var entry in printed)
        {
            Check(entry, codes, folder);
        }

        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            Check(document, folder);
            if (!files.TryAdd(document.File, folder.ReadBytes($"documents/{document.File}")))
            {
                folder.Report(DocumentsName, document.File, "Filen står två gånger.");
            }
        }

        return folder.Errors.Count > 0
            ? new Outcome.Refused(folder.Errors)
            : new Outcome.Fits(new DocumentRound(round, codebook, documents, files, printed));
    }

    private static void Check(PrintedEntry entry, Dictionary<string, CodeEntry> codes, DataFolder folder)
    {
        if (codes.GetValueOrDefault(entry.Code) is not { Kind: "leaf" })
        {
            folder.Report(PrintedName, entry.Code, "Koden finns inte i kodschemat, eller är en grupp.");
        }

        SampleChecks.CheckCounties(entry.Regions, PrintedName, entry.Code, folder);
    }

    private static void Check(DocumentEntry document, DataFolder folder)
    {
        if (document.File != Path.GetFileName(document.File))
        {
            folder.Report(DocumentsName, document.File, "Skriv filens namn utan mapp.");
        }

        if (!SampleWords.DocumentKinds.ContainsKey(document.Kind))
        {
            folder.Report(
                DocumentsName,
                document.File,
                SampleChecks.Expected("slag av dokument", SampleWords.DocumentKinds.Keys)
            );
        }

        if (document.Title.Length is 0 or > Document.LongestTitle)
        {
            folder.Report(DocumentsName, document.File, $"Titeln ska ha mellan 1 och {Document.LongestTitle} tecken.");
        }

        if (document.County is { } county && !RegionCode.TryParse(county, null, out _))
        {
            folder.Report(DocumentsName, document.File, $"”{county}” är inget län. Skriv länskoden.");
        }
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Fits(DocumentRound Round) : Outcome;

        /// <param name="Errors">At least one.</param>
        public sealed record Refused(IReadOnlyList<DataError> Errors) : Outcome;
    }
}
