using Samla.Reference;

namespace Samla.Collect;

/// <summary>Finds a template's parts and puts others in their places, in a copy.</summary>
internal static class TemplateParts
{
    public static TemplateFile.SectionEntry? SectionWith(TemplateFile file, string requirement) =>
        file.Sections.FirstOrDefault(section => section.Requirements.Any(one => one.Id == requirement));

    public static TemplateFile.TableEntry? TableOf(TemplateFile file, string? id) =>
        file.Tables.FirstOrDefault(table => table.Id == id);

    public static TemplateFile With(
        TemplateFile file,
        TemplateFile.SectionEntry section,
        IReadOnlyList<TemplateFile.RequirementEntry> requirements
    ) => file with { Sections = Replace(file.Sections, section, section with { Requirements = requirements }) };

    public static TemplateFile With(
        TemplateFile file,
        TemplateFile.TableEntry table,
        IReadOnlyList<TemplateFile.ColumnEntry> columns
    ) => file with { Tables = Replace(file.Tables, table, table with { Columns = columns }) };

    public static int IndexOf<T>(IReadOnlyList<T> list, T item)
        where T : class => list.Index().First(one => ReferenceEquals(one.Item, item)).Index;

    public static List<T> Replace<T>(IReadOnlyList<T> list, T before, T after)
        where T : class => [.. list.Select(item => ReferenceEquals(item, before) ? after : item)];

    public static List<T> Put<T>(IReadOnlyList<T> list, int? at, T item)
    {
        var place = Math.Clamp(at ?? list.Count, 0, list.Count);
        return [.. list.Take(place), item, .. list.Skip(place)];
    }

    public static List<T> Without<T>(IReadOnlyList<T> list, int at) => [.. list.Take(at), .. list.Skip(at + 1)];

    public static List<T> Moved<T>(IReadOnlyList<T> list, int from, int to) => Put(Without(list, from), to, list[from]);
}
