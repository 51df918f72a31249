namespace Samla.Reference;

/// <summary>The files of a sample round, read and found to fit together.</summary>
/// <param name="Wordings">For each code the sentences of which a reporter's answer holds one.</param>
/// <param name="Chapters">By section: the chapter's Markdown.</param>
public sealed record Sample(
    RoundFile Round,
    TemplateFile Template,
    IReadOnlyList<CodeEntry> Codebook,
    IReadOnlyDictionary<string, FactEntry> Facts,
    IReadOnlyList<InterventionEntry> Interventions,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Wordings,
    IReadOnlyDictionary<string, string> Chapters
)
{
    /// <summary>Reads a folder. Everything that is wrong is said at once, and nothing is used then.</summary>
    public static Outcome Read(string path)
    {
        var folder = new DataFolder(path);
        var round = folder.Read<RoundFile>(SampleChecks.RoundName);
        var codebook = folder.Read<List<CodeEntry>>(SampleChecks.CodebookName);
        var facts = folder.Read<List<FactEntry>>("facts.json");
        var interventions = folder.Read<List<InterventionEntry>>("interventions.json");
        var wordings = ReadWordings(folder);
        var chapters = ReadChapters(folder);
        var template = round is null ? null : SampleChecks.CheckRound(round, folder);
        if (round is null || template is null || codebook is null || facts is null || interventions is null)
        {
            return new Outcome.Refused(folder.Errors);
        }

        var byCode = new Dictionary<string, FactEntry>();
        foreach (var fact in facts.Where(fact => !byCode.TryAdd(fact.Code, fact)))
        {
            folder.Report("facts.json", fact.Code, "Koden står två gånger.");
        }

        var sample = new Sample(round, template, codebook, byCode, interventions, wordings, chapters);
        SampleChecks.Check(sample, folder);
        return folder.Errors.Count > 0 ? new Outcome.Refused(folder.Errors) : new Outcome.Fits(sample);
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadWordings(DataFolder folder)
    {
        var wordings = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var file in folder.Files("wordings", ".json"))
        {
            foreach (var (code, sentences) in folder.Read<Dictionary<string, IReadOnlyList<string>?>>(file) ?? [])
            {
                SampleChecks.CheckWording(file, code, sentences ?? [], folder);
                if (!wordings.TryAdd(code, sentences ?? []))
                {
                    folder.Report(file, code, "Koden har formuleringar i en annan fil också.");
                }
            }
        }

        return wordings;
    }

    private static Dictionary<string, string> ReadChapters(DataFolder folder)
    {
        var chapters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in folder.Files("chapters", ".md"))
        {
            if (!chapters.TryAdd(SectionOf(file), folder.ReadText(file)))
            {
                folder.Report(file, "", $"Avsnittet ”{SectionOf(file)}” har ett kapitel i en annan fil också.");
            }
        }

        return chapters;
    }

    /// <summary>The section that a chapter's file compiles: <c>chapters/03-rus.md</c> is about "rus".</summary>
    internal static string SectionOf(string file) => Path.GetFileNameWithoutExtension(file).Split('-', 2)[^1];

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Fits(Sample Sample) : Outcome;

        /// <param name="Errors">At least one.</param>
        public sealed record Refused(IReadOnlyList<DataError> Errors) : Outcome;
    }
}
