using Samla.Domain;
using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Domain.Compile;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class QuantifierOutlierTests
{
    [Fact]
    public void A_word_far_outside_any_use_is_a_warning()
    {
        var found = Assert.Single(
            Judged.By<QuantifierOutlier>("Nästan alla regioner[^1] har getter.", "Halland, Skåne.")
        );

        Assert.Equal("quantifier-outlier", found.Rule);
        Assert.Equal(Severity.Warning, found.Severity);
        Assert.Equal(1, found.Footnote);
        Assert.Empty(found.Related);
        Assert.Equal(["Nästan alla regioner", "[^1]: Halland, Skåne."], found.Marked);
        found.Says("”Nästan alla regioner”", "två av 21");
        Assert.Null(found.Suggestion);
    }

    [Theory]
    [InlineData("Nästan alla regioner", 16, 14)]
    [InlineData("Så gott som alla regioner", 20, 10)]
    [InlineData("Majoriteten av regionerna", 11, 10)]
    [InlineData("De flesta regioner", 20, 9)]
    [InlineData("Merparten av regionerna", 12, 8)]
    [InlineData("En stor del av regionerna", 12, 6)]
    [InlineData("Mer än hälften av regionerna", 11, 10)]
    [InlineData("Drygt hälften av regionerna", 12, 9)]
    [InlineData("Två tredjedelar av regionerna", 14, 11)]
    [InlineData("Hälften av regionerna", 10, 16)]
    [InlineData("Ungefär hälften av regionerna", 9, 5)]
    [InlineData("Knappt hälften av regionerna", 8, 14)]
    [InlineData("Nästan hälften av regionerna", 10, 3)]
    [InlineData("Flera regioner", 3, 2)]
    [InlineData("Ett antal regioner", 6, 14)]
    [InlineData("Många regioner", 12, 3)]
    [InlineData("Flertalet regioner", 11, 5)]
    [InlineData("Några regioner", 2, 12)]
    [InlineData("Vissa regioner", 3, 1)]
    [InlineData("Ett fåtal regioner", 4, 9)]
    public void A_word_has_its_reasonable_numbers(string words, int right, int wrong)
    {
        Assert.Empty(Judged.By<QuantifierOutlier>($"{words}[^1] har getter.", First(right)));
        Assert.Equal(
            Severity.Warning,
            Assert.Single(Judged.By<QuantifierOutlier>($"{words}[^1] har getter.", First(wrong))).Severity
        );
    }

    [Fact]
    public void A_word_far_from_the_report_s_own_use_is_told_as_form()
    {
        var found = Assert.Single(
            Judged.By<QuantifierOutlier>(
                "Flera regioner[^1] har getter. Flera regioner[^2] har får. Flera regioner[^3] har kor. Flera regioner[^4] har höns. Flera regioner[^5] har katter.",
                First(4),
                First(5),
                First(4),
                First(5),
                First(12)
            )
        );

        Assert.Equal(Severity.Info, found.Severity);
        Assert.Equal(5, found.Footnote);
        found.Says("”Flera regioner”", "tolv", "fyra till fem");
    }

    [Fact]
    public void With_few_uses_the_report_has_no_use_of_its_own() =>
        Assert.Empty(
            Judged.By<QuantifierOutlier>(
                "Flera regioner[^1] har getter. Flera regioner[^2] har får. Flera regioner[^3] har kor.",
                First(4),
                First(4),
                First(12)
            )
        );

    [Fact]
    public void Different_words_are_measured_apart() =>
        Assert.Empty(
            Judged.By<QuantifierOutlier>(
                "Flera regioner[^1] har getter. Flera regioner[^2] har får. Flera regioner[^3] har kor. Flera regioner[^4] har höns. Många regioner[^5] har katter.",
                First(4),
                First(4),
                First(4),
                First(4),
                First(12)
            )
        );

    [Fact]
    public void One_word_for_two_lists_may_be_right_of_both_together() =>
        Assert.Empty(
            Judged.By<QuantifierOutlier>(
                "Flera regioner har getter[^1] respektive får.[^2]",
                "Halland, Skåne.",
                "Gotland, Kalmar."
            )
        );

    [Fact]
    public void The_regions_without_a_word_of_number_are_read_as_all()
    {
        var found = Assert.Single(
            Judged.By<QuantifierOutlier>("Getter finns hos regionerna[^1] sedan länge.", First(4))
        );

        Assert.Equal(Severity.Info, found.Severity);
        found.Says("”Regionerna”", "alla", "fyra");
    }

    [Theory]
    [InlineData("Regionerna[^1] har getter.", 18)]
    [InlineData("Regioner[^1] har getter.", 4)]
    [InlineData("Fyra regioner[^1] har getter.", 2)]
    [InlineData("Alla regioner utom tre[^1] har getter.", 3)]
    public void A_number_or_nearly_all_is_left_alone(string sentence, int count) =>
        Assert.Empty(Judged.By<QuantifierOutlier>(sentence, First(count)));

    private static string First(int count) => RegionList.Write([.. Regions.All.Take(count).Select(r => r.Code)]);
}
