using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Samla.Reference;

/// <summary>
/// JSON Schemas of the data files, made from the types that read them: an editor that knows schemas shows a slip while it is
/// being made. They lie in <c>reference/schemas</c>; a test holds them to the types.
/// </summary>
public static class DataSchemas
{
    /// <summary>By the file's name: the type it is read as.</summary>
    public static IReadOnlyDictionary<string, Type> Types { get; } =
        new Dictionary<string, Type>
        {
            ["round"] = typeof(RoundFile),
            ["template"] = typeof(TemplateFile),
            ["report-type"] = typeof(ReportTypeFile),
            ["mapping"] = typeof(MappingFile),
            ["answers"] = typeof(IReadOnlyList<AnswerEntry>),
            ["codebook"] = typeof(IReadOnlyList<CodeEntry>),
            ["documents"] = typeof(IReadOnlyList<DocumentEntry>),
            ["printed"] = typeof(IReadOnlyList<PrintedEntry>),
            ["facts"] = typeof(IReadOnlyList<FactEntry>),
            ["interventions"] = typeof(IReadOnlyList<InterventionEntry>),
            ["regions"] = typeof(RegionsFile),
            ["municipalities"] = typeof(MunicipalitiesFile),
            ["strategies"] = typeof(StrategiesFile),
            ["taxonomy"] = typeof(TaxonomyFile),
            ["focus-areas"] = typeof(FocusAreasFile),
            ["assessment-form"] = typeof(AssessmentFormFile),
        };

    /// <summary>The schema of a type, as it is written to its file.</summary>
    public static string Of(Type type)
    {
        var schema = DataFolder.Strict.GetJsonSchemaAsNode(
            type,
            new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true }
        );
        var file = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema" };
        foreach (var (name, value) in schema.AsObject())
        {
            file[name] = value?.DeepClone();
        }

        return file.ToJsonString(Readable) + "\n";
    }

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n" };
}
