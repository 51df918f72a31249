using Samla.Domain.Compile;

namespace Samla.Domain.Check.Understanding;

/// <summary>Makes sections of headings.</summary>
internal static class SectionFinder
{
    public static List<Section> Find(IReadOnlyList<Block> blocks)
    {
        var sections = new List<Section>();
        var chapter = "";
        foreach (var block in blocks)
        {
            if (block.Kind != BlockKind.Heading)
            {
                if (sections.Count == 0)
                {
                    sections.Add(new Section(0, "", "", 1, SectionRole.Body, 0));
                }

                continue;
            }

            var (number, title) = Parts(block.Text);
            var role = RoleOf(title, number, sections);
            number = number.Length > 0 ? number : Unnumbered(title, chapter);
            if (
                block.Level == 1
                && char.IsAsciiDigit(number.Length > 0 ? number[0] : 'x')
                && !number.Contains('.', StringComparison.Ordinal)
            )
            {
                chapter = number;
            }

            sections.Add(new Section(sections.Count, number, title, block.Level, role, block.Index));
        }

        return sections;
    }

    /// <summary>The section of each block.</summary>
    public static Section[] ByBlock(IReadOnlyList<Section> sections, int blocks)
    {
        var byBlock = new Section[blocks];
        var current = 0;
        for (var block = 0; block < blocks; block++)
        {
            while (current + 1 < sections.Count && sections[current + 1].Block <= block)
            {
                current++;
            }

            byBlock[block] = sections[current];
        }

        return byBlock;
    }

    private static (string Number, string Title) Parts(string heading)
    {
        var at = 0;
        while (at < heading.Length && (char.IsAsciiDigit(heading[at]) || heading[at] == '.'))
        {
            at++;
        }

        return (heading[..at].TrimEnd('.'), heading[at..].Trim());
    }

    private static string Unnumbered(string title, string chapter)
    {
        if (title.StartsWith("Sammanfattning", StringComparison.OrdinalIgnoreCase))
        {
            return chapter.Length == 0 ? "S" : chapter + ".S";
        }

        if (title.StartsWith("Bilaga ", StringComparison.OrdinalIgnoreCase))
        {
            return "B" + string.Concat(title.Skip(7).TakeWhile(char.IsAsciiDigit));
        }

        return title is "Förord" ? "F" : title;
    }

    private static SectionRole RoleOf(string title, string number, List<Section> before)
    {
        if (SectionRole.Of(title) is { } role)
        {
            return role;
        }

        var parent =
            number.Length == 0
                ? null
                : before.FindLast(s =>
                    s.Number.Length > 0 && number.StartsWith(s.Number + ".", StringComparison.Ordinal)
                );
        return parent is { Role: SectionRole.Conclusions or SectionRole.Analysis } ? parent.Role : SectionRole.Body;
    }
}
