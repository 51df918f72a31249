using System.Text.Json.Serialization;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>One change of a template, as somebody makes it in the browser. <see cref="TemplateEdits"/> says what each does.</summary>
[JsonDerivedType(typeof(AddSection), "section")]
[JsonDerivedType(typeof(AddRequirement), "requirement")]
[JsonDerivedType(typeof(AddTable), "table")]
[JsonDerivedType(typeof(AddColumn), "column")]
public abstract record TemplateEdit
{
    private TemplateEdit() { }

    /// <summary>Changes what is said of the template as a whole.</summary>
    public sealed record SetFacts(string Title, string Note) : TemplateEdit;

    /// <param name="Section">With its requirements, where it is put back. An empty id is made from the title.</param>
    /// <param name="At">Its place, from 0; last where none is named.</param>
    public sealed record AddSection(TemplateFile.SectionEntry Section, int? At = null) : TemplateEdit;

    /// <summary>Changes a section; its requirements stay as they are.</summary>
    /// <param name="Id">The one that it has now.</param>
    public sealed record SetSection(string Id, TemplateFile.SectionEntry Section) : TemplateEdit;

    /// <param name="Section">The section's id.</param>
    /// <param name="Requirement">An empty id is made from the section's and the title.</param>
    /// <param name="At">Its place in the section, from 0; last where none is named.</param>
    public sealed record AddRequirement(string Section, TemplateFile.RequirementEntry Requirement, int? At = null)
        : TemplateEdit;

    /// <param name="Id">The one that it has now.</param>
    public sealed record SetRequirement(string Id, TemplateFile.RequirementEntry Requirement) : TemplateEdit;

    /// <param name="Table">With its columns, where it is put back. An empty id is made from the title.</param>
    /// <param name="At">Its place, from 0; last where none is named.</param>
    public sealed record AddTable(TemplateFile.TableEntry Table, int? At = null) : TemplateEdit;

    /// <summary>Changes a table; its columns stay as they are, and who asks for it asks for it still.</summary>
    /// <param name="Id">The one that it has now.</param>
    public sealed record SetTable(string Id, TemplateFile.TableEntry Table) : TemplateEdit;

    /// <param name="Table">The table's id.</param>
    /// <param name="Column">An empty id is made from the title.</param>
    /// <param name="At">Its place in the table, from 0; last where none is named.</param>
    public sealed record AddColumn(string Table, TemplateFile.ColumnEntry Column, int? At = null) : TemplateEdit;

    /// <param name="Id">The one that it has now.</param>
    public sealed record SetColumn(string Table, string Id, TemplateFile.ColumnEntry Column) : TemplateEdit;

    /// <summary>Gives a part another place among its like.</summary>
    /// <param name="To">Its place then, from 0.</param>
    public sealed record Move(PartName Part, int To) : TemplateEdit;

    /// <summary>Gives a requirement a place in another section.</summary>
    /// <param name="Section">That section's id.</param>
    /// <param name="At">Its place there, from 0; last where none is named.</param>
    public sealed record MoveTo(string Requirement, string Section, int? At = null) : TemplateEdit;

    /// <summary>Takes a part away, with all that stands in it.</summary>
    public sealed record Remove(PartName Part) : TemplateEdit;
}
