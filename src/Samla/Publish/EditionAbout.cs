using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;

namespace Samla.Publish;

/// <summary>What a file says of the edition that it holds.</summary>
/// <param name="Number">From 1 in each round.</param>
/// <param name="PublishedAt">The day that is printed is the day it was in Sweden.</param>
/// <param name="Publisher">Who answers for the edition, as readers know them.</param>
/// <param name="Imprint">What it says of its own making.</param>
public sealed record EditionAbout(int Number, DateTimeOffset PublishedAt, string Publisher, Imprint Imprint)
{
    public static EditionAbout Of(Edition edition, ReportDocument report) =>
        new(edition.Number, edition.PublishedAt, PublisherOf(report), edition.Imprint);

    /// <summary>The agency; of a sample, never: it is not the agency's word.</summary>
    public static string PublisherOf(ReportDocument report) =>
        report.Mark switch
        {
            null => "Tillväxtverket",
            Marks.Invented => Marks.Inventor,
            _ => "Samla, rekonstruktion",
        };

    /// <summary>"Utgåva 2, 26 november 2026".</summary>
    public string Line => $"Utgåva {Number}, {SwedishTime.Of(SwedishTime.DayOf(PublishedAt))}";

    /// <summary>What is said of its making, a paragraph each: the decision, and what is changed.</summary>
    public IReadOnlyList<string> Paragraphs =>
        [
            .. Imprint.Swedish is { } decision ? [decision] : Array.Empty<string>(),
            .. Imprint
                .NoteParagraphs.Index()
                .Select(one => one.Index == 0 ? $"Ändrat sedan utgåva {Number - 1}: {one.Item}" : one.Item),
        ];

    /// <summary>How the edition is referred to in another text, without its address: "Tillväxtverket (2024). Titel. Utgåva 2, 14 februari 2024."</summary>
    public string Citation(string title) => $"{Publisher} ({SwedishTime.DayOf(PublishedAt).Year}). {title}. {Line}.";

    /// <summary>The mark as a sentence: "Omgången är rekonstruerad ur offentliga uppgifter."</summary>
    internal static string Sentence(string mark) => Marks.Sentence(mark);
}
