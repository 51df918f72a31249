namespace Samla.Reference;

/// <summary>What kind of part of a template something is.</summary>
public enum TemplatePartKind
{
    /// <summary>The template itself.</summary>
    Whole,
    Section,
    Requirement,
    Table,
    Column,
}

/// <summary>Names a part of a template.</summary>
/// <param name="Kind">What kind of part.</param>
/// <param name="Id">Its id.</param>
/// <param name="Table">A column's table; null for other parts.</param>
public sealed record PartName(TemplatePartKind Kind, string Id, string? Table = null)
{
    /// <summary>As messages about a file name it: a column by its table too.</summary>
    public override string ToString() => Table is null ? Id : $"{Table}/{Id}";
}

/// <summary>What about a part of a template a fault concerns.</summary>
public enum TemplateField
{
    Id,
    BasedOn,
    Title,
    Note,
    Guidance,
    Instruction,
    Help,
    LegalBasis,
    Chapter,
    Kind,
    Table,
    AnsweredBy,
    Counties,
    CharacterLimit,
    Type,
    Unit,
    Options,

    /// <summary>What stands in the part: a section's requirements, a table's columns, who asks for a table.</summary>
    Parts,
}

/// <summary>What is wrong in a template.</summary>
/// <param name="Part">Where.</param>
/// <param name="Field">What about it.</param>
/// <param name="Reason">What is wrong and what to do, in Swedish.</param>
/// <param name="IsGap">Whether something is only not there yet: a draft may have gaps, what is published may not.</param>
public sealed record TemplateFault(PartName Part, TemplateField Field, string Reason, bool IsGap = false);
