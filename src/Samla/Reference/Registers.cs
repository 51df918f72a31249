namespace Samla.Reference;

/// <summary>The registers that people edit as files: regions, municipalities, strategies, taxonomies, focus areas and the assessment form.</summary>
public sealed record Registers(
    RegionsFile Regions,
    MunicipalitiesFile Municipalities,
    StrategiesFile Strategies,
    TaxonomyFile Taxonomy,
    FocusAreasFile FocusAreas,
    AssessmentFormFile AssessmentForm
)
{
    internal const string RegionsName = "regions.json";
    internal const string MunicipalitiesName = "municipalities.json";
    internal const string StrategiesName = "strategies.json";
    internal const string TaxonomyName = "taxonomy.json";
    internal const string FocusAreasName = "focus-areas.json";
    internal const string AssessmentFormName = "assessment-form.json";

    /// <summary>Reads a folder. Everything that is wrong is said at once, and nothing is used then.</summary>
    public static Outcome Read(string path)
    {
        var folder = new DataFolder(path);
        var regions = folder.Read<RegionsFile>(RegionsName);
        var municipalities = folder.Read<MunicipalitiesFile>(MunicipalitiesName);
        var strategies = folder.Read<StrategiesFile>(StrategiesName);
        var taxonomy = folder.Read<TaxonomyFile>(TaxonomyName);
        var areas = folder.Read<FocusAreasFile>(FocusAreasName);
        var form = folder.Read<AssessmentFormFile>(AssessmentFormName);
        if (
            regions is null
            || municipalities is null
            || strategies is null
            || taxonomy is null
            || areas is null
            || form is null
        )
        {
            return new Outcome.Refused(folder.Errors);
        }

        RegisterChecks.Check(regions, folder);
        RegisterChecks.Check(municipalities, regions, folder);
        RegisterChecks.Check(strategies, folder);
        RegisterChecks.Check(taxonomy, folder);
        RegisterChecks.Check(areas, folder);
        RegisterChecks.Check(form, folder);
        return folder.Errors.Count > 0
            ? new Outcome.Refused(folder.Errors)
            : new Outcome.Fits(new Registers(regions, municipalities, strategies, taxonomy, areas, form));
    }

    /// <summary>The registers that were read.</summary>
    /// <exception cref="InvalidDataException">They cannot be used; the application says so when it starts.</exception>
    internal static Registers Of(Outcome read) =>
        read switch
        {
            Outcome.Fits(var registers) => registers,
            Outcome.Refused(var errors) => throw new InvalidDataException(string.Join(" | ", errors)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Fits(Registers Registers) : Outcome;

        /// <param name="Errors">At least one.</param>
        public sealed record Refused(IReadOnlyList<DataError> Errors) : Outcome;
    }
}
