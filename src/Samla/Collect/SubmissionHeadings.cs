namespace Samla.Collect;

/// <summary>What the parts of a submission are called, the same on pages and in files.</summary>
public static class SubmissionHeadings
{
    /// <summary>"6 Kompetensförsörjning …", by the report's chapter; without a number where no chapter compiles it.</summary>
    public static string HeadingOf(ViewSubmission.SectionView section) =>
        section.Section.Chapter is { } chapter ? $"{chapter} {section.Section.Title}" : section.Section.Title;

    /// <summary>"6.1 Genomförande", numbered as this reporter sees the section.</summary>
    public static string HeadingOf(ViewSubmission.SectionView section, ViewSubmission.Item item) =>
        section.Section.Chapter is { } chapter
            ? $"{chapter}.{section.Items.Index().First(one => one.Item == item).Index + 1} {item.Requirement.Title}"
            : item.Requirement.Title;
}
