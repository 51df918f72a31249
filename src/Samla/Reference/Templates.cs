namespace Samla.Reference;

/// <summary>The templates that come with the program, and where the requirements of each are found again in the next.</summary>
/// <param name="Files">By id.</param>
public sealed record Templates(IReadOnlyDictionary<string, TemplateFile> Files, IReadOnlyList<MappingFile> Mappings)
{
    /// <summary>Reads a folder with the folders <c>templates</c> and <c>mappings</c>. Everything that is wrong is said at once.</summary>
    public static Outcome Read(string path)
    {
        var folder = new DataFolder(path);
        var templates = new Dictionary<string, TemplateFile>();
        foreach (var file in folder.Files("templates", ".json"))
        {
            if (folder.Read<TemplateFile>(file) is not { } template)
            {
                continue;
            }

            foreach (var fault in TemplateChecks.Of(template))
            {
                folder.Report(file, fault.Part.ToString(), fault.Reason);
            }

            if (!templates.TryAdd(template.Id, template))
            {
                folder.Report(file, template.Id, "Mallen står i en annan fil också.");
            }
        }

        CheckBases(templates, folder);
        var mappings = ReadMappings(templates, folder);
        if (templates.Count == 0 && folder.Errors.Count == 0)
        {
            folder.Report("templates", "", "Mappen saknas eller är tom.");
        }

        return folder.Errors.Count > 0
            ? new Outcome.Refused(folder.Errors)
            : new Outcome.Fits(new Templates(templates, mappings));
    }

    private static List<MappingFile> ReadMappings(Dictionary<string, TemplateFile> templates, DataFolder folder)
    {
        var mappings = new List<MappingFile>();
        foreach (var file in folder.Files("mappings", ".json"))
        {
            if (folder.Read<MappingFile>(file) is not { } mapping)
            {
                continue;
            }

            MappingChecks.Check(mapping, templates, (place, reason) => folder.Report(file, place, reason));
            if (mappings.Exists(other => (other.From, other.To) == (mapping.From, mapping.To)))
            {
                folder.Report(file, $"{mapping.From} → {mapping.To}", "Mallarna jämförs i en annan fil också.");
            }

            mappings.Add(mapping);
        }

        return mappings;
    }

    private static void CheckBases(Dictionary<string, TemplateFile> templates, DataFolder folder)
    {
        foreach (var template in templates.Values.Where(template => template.BasedOn is not null))
        {
            var basis = template;
            for (var steps = 0; basis?.BasedOn is { } id; steps++)
            {
                basis = templates.GetValueOrDefault(id);
                if (basis is null || steps > templates.Count)
                {
                    folder.Report(
                        "templates",
                        template.Id,
                        $"Bygger på ”{id}”, som saknas eller bygger på mallen själv."
                    );
                    break;
                }
            }
        }
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Fits(Templates Templates) : Outcome;

        /// <param name="Errors">At least one.</param>
        public sealed record Refused(IReadOnlyList<DataError> Errors) : Outcome;
    }
}
