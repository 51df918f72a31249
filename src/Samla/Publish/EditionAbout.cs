using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Publish;

/// <summary>What a file says of the edition that it holds.</summary>
/// <param name="Number">From 1 in each round.</param>
/// <param name="PublishedAt">The day that is printed is the day it was in Sweden.</param>
/// <param name="Publisher">Who answers for the edition, as readers know them.</param>
public sealed record EditionAbout(int Number, DateTimeOffset PublishedAt, string Publisher)
{
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

    /// <summary>The mark as a sentence: "Omgången är rekonstruerad ur offentliga uppgifter."</summary>
    internal static string Sentence(string mark) => Marks.Sentence(mark);
}
