using Samla.Tests.Testing;

namespace Samla.Tests.Analyse;

/// <summary>
/// What the learner is good for, measured on a published report that is no part of the repository; see
/// <see cref="Shared"/>. docs/learning.md tells how the measure is made and what it gave.
/// </summary>
public sealed class LearnerMeasureTests
{
    private static readonly Lazy<IReadOnlyList<ReportParagraph>?> Paragraphs = new(() =>
        Shared.Folder("seeds")?.GetFiles("000_*.txt") is [var file, ..]
            ? ReportParagraphs.Read(File.ReadAllText(file.FullName))
            : null
    );

    private static readonly Lazy<LearnerMeasure> Measure = new(() =>
        LearnerMeasure.Run(Paragraphs.Value!, seed: 1, share: 1, CancellationToken.None)
    );

    [Fact]
    public void The_report_has_ten_chapters_of_paragraphs()
    {
        var paragraphs = Read();

        Assert.InRange(paragraphs.Count, 650, 730);
        Assert.Equal(10, paragraphs.Select(p => p.Chapter).Distinct().Count());
    }

    [Fact]
    public void No_heading_gives_its_chapter_away() =>
        Assert.All(
            Read(),
            p =>
            {
                Assert.DoesNotMatch(@"^\d+(\.\d+)* \p{Lu}", p.Text);
                Assert.DoesNotContain("Sammanfattning –", p.Text, StringComparison.Ordinal);
            }
        );

    [Fact]
    public void The_first_suggestion_is_right_for_two_paragraphs_in_three() =>
        Assert.True(Measured().Accuracy >= 0.65, $"Accuracy {Measured().Accuracy:F3}");

    [Fact]
    public void Small_chapters_are_known_as_well_as_large_ones() =>
        Assert.True(Measured().MacroF1 >= 0.65, $"Macro-F1 {Measured().MacroF1:F3}");

    [Fact]
    public void The_right_code_is_among_the_three_that_are_shown_in_85_cases_of_100() =>
        Assert.True(Measured().TopThree >= 0.85, $"Top three {Measured().TopThree:F3}");

    [Fact]
    public void The_confidence_says_how_often_the_first_suggestion_is_right() =>
        Assert.True(Measured().ConfidenceError <= 0.10, $"Error of the confidence {Measured().ConfidenceError:F3}");

    /// <summary>Run by itself, with SAMLA_FIGURES naming a file for the tables.</summary>
    [Fact(Explicit = true)]
    public async Task The_tables_that_tell_of_the_learner_are_made_anew()
    {
        var file = Environment.GetEnvironmentVariable("SAMLA_FIGURES");
        Assert.NotNull(file);
        var stop = TestContext.Current.CancellationToken;
        var lines = new LearnerFigures(Read(), stop).Write();
        await File.WriteAllLinesAsync(file, lines, stop);
        Assert.DoesNotContain(lines, line => line.Contains("NaN", StringComparison.Ordinal));
    }

    private static IReadOnlyList<ReportParagraph> Read()
    {
        Assert.SkipWhen(
            Paragraphs.Value is null,
            "The published reports (a folder shared/seeds) are not on this machine."
        );
        return Paragraphs.Value;
    }

    private static LearnerMeasure Measured()
    {
        Read();
        return Measure.Value;
    }
}
