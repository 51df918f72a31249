namespace Samla.Reference;

/// <summary><c>regions.json</c>: the 21 regions and the collaborations between them.</summary>
public sealed record RegionsFile(
    string Note,
    IReadOnlyList<RegionsFile.Entry> Regions,
    IReadOnlyList<RegionsFile.Collaboration> Collaborations
)
{
    /// <param name="Letter">The county letter, such as "AB".</param>
    /// <param name="Nuts2">Statistics' area of one or several counties.</param>
    /// <param name="Municipalities">How many municipalities the county has.</param>
    public sealed record Entry(
        string Code,
        string Letter,
        string ShortName,
        string OfficialName,
        string CountyName,
        string Nuts3,
        Area Nuts2,
        int Municipalities,
        string Genitive,
        string OfficialGenitive,
        int ListOrder,
        IReadOnlyList<string> Variants,
        string? VariantSource,
        IReadOnlyList<string> Collaborations,
        bool MunicipalityWithRegionalResponsibility,
        string? Note = null
    );

    public sealed record Area(string Code, string Name);

    /// <param name="Members">By county codes.</param>
    /// <param name="Complete">Whether all members are known.</param>
    public sealed record Collaboration(
        string Id,
        string Name,
        IReadOnlyList<string> Members,
        string Source,
        string Note,
        bool Complete
    );
}

/// <summary><c>municipalities.json</c>: Sweden's municipalities.</summary>
public sealed record MunicipalitiesFile(string Note, IReadOnlyList<MunicipalitiesFile.Entry> Municipalities)
{
    /// <param name="Code">Four digits, of which the first two are the county's.</param>
    /// <param name="County">The county's code.</param>
    public sealed record Entry(string Code, string Name, string ShortName, string County);
}

/// <summary><c>strategies.json</c>: the regional development strategies (RUS) and where each stands.</summary>
public sealed record StrategiesFile(
    string Note,
    IReadOnlyList<StrategiesFile.Status> Statuses,
    IReadOnlyList<StrategiesFile.Entry> Strategies
)
{
    /// <param name="IsRevision">Whether the strategy is being made anew, or is looked over for that.</param>
    public sealed record Status(string Id, string Label, bool IsRevision = false);

    /// <param name="AdoptedYear">The year that the strategy in force in 2026 was adopted, or adopted anew.</param>
    /// <param name="HorizonYear">The last year that its name tells; null where it tells none.</param>
    /// <param name="Status2023">Where it stood in 2023, by the status's id.</param>
    /// <param name="Status2026">Where it stands in 2026, by the status's id.</param>
    public sealed record Entry(
        string Id,
        string Region,
        string Name,
        int AdoptedYear,
        string Status2023,
        string Note2023,
        string Status2026,
        string Note,
        int? HorizonYear = null
    );
}

/// <summary><c>taxonomy.json</c>: the national strategies with their areas, and the other lists that interventions are sorted by.</summary>
public sealed record TaxonomyFile(
    IReadOnlyList<TaxonomyFile.NationalStrategy> NationalStrategies,
    IReadOnlyList<TaxonomyFile.Named> SustainabilityDimensions,
    IReadOnlyList<TaxonomyFile.Theme> HorizontalThemes,
    IReadOnlyList<TaxonomyFile.Named> SupportForms,
    IReadOnlyList<TaxonomyFile.GlobalGoal> Agenda2030,
    string Agenda2030Note,
    IReadOnlyList<TaxonomyFile.Programme> EuProgrammes
)
{
    public sealed record NationalStrategy(
        string Id,
        string Name,
        string Goal,
        IReadOnlyList<Area> Areas,
        string? Reference = null,
        IReadOnlyList<Named>? Challenges = null,
        IReadOnlyList<Named>? Conditions = null,
        IReadOnlyList<Named>? OtherCategories = null,
        string? OtherCategoriesNote = null
    );

    /// <param name="MapsTo">The areas of the strategy that came after, which it corresponds to.</param>
    public sealed record Area(
        string Id,
        string Name,
        IReadOnlyList<Priority> Priorities,
        string? Section = null,
        string? NameNote = null,
        IReadOnlyList<string>? MapsTo = null,
        string? Note = null
    );

    /// <param name="MapsTo">The priorities of the strategy that came after, which it corresponds to.</param>
    /// <param name="Mapping">How sure that is.</param>
    public sealed record Priority(
        string Id,
        string Name,
        string? NameVariant2023 = null,
        IReadOnlyList<string>? MapsTo = null,
        string? Mapping = null
    );

    public sealed record Named(string Id, string Name, string? NameVariant2023 = null);

    public sealed record Theme(string Id, string Name, string Section);

    public sealed record GlobalGoal(int Number, string Title);

    public sealed record Programme(string Id, string Name, string Fund, string Source);
}

/// <summary><c>focus-areas.json</c>: what each region chose to work with in <i>Vägar till hållbar utveckling</i>.</summary>
public sealed record FocusAreasFile(
    string Programme,
    string Source,
    IReadOnlyList<FocusAreasFile.Aim> MandatoryAims,
    IReadOnlyList<FocusAreasFile.Area> Areas
)
{
    public sealed record Aim(string Id, string Text);

    public sealed record Area(
        string Id,
        string Region,
        string Title,
        bool ProperTitle,
        string Summary,
        string? Note = null
    );
}

/// <summary><c>assessment-form.json</c>: what two experts judge each strategy by.</summary>
public sealed record AssessmentFormFile(
    string Id,
    string Title,
    string Purpose,
    string Source,
    bool Derived,
    AssessmentFormFile.AssessorRule Assessors,
    AssessmentFormFile.Marks Scale,
    IReadOnlyList<AssessmentFormFile.Group> Groups
)
{
    /// <param name="Min">How many experts at the least.</param>
    /// <param name="MethodDerived">Whether the method is ours and not the source's.</param>
    public sealed record AssessorRule(int Min, string Method, bool MethodDerived);

    public sealed record Marks(bool Proposed, IReadOnlyList<Level> Levels, bool NotApplicable, bool RequiresQuote);

    public sealed record Level(int Value, string Label, string Description);

    public sealed record Group(string Id, string Letter, string Title, int Count, IReadOnlyList<Question> Questions);

    public sealed record Question(string Id, string Text, string Basis, bool Derived);
}
