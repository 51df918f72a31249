using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class PartitionGapTests
{
    private const string FirstSeven = "Blekinge, Dalarna, Gotland, Gävleborg, Halland, Jämtland Härjedalen, Jönköping.";
    private const string SecondSeven = "Kalmar, Kronoberg, Norrbotten, Skåne, Stockholm, Sörmland, Uppsala.";

    private const string ThirdSeven =
        "Värmland, Västerbotten, Västernorrland, Västmanland, Västra Götaland, Örebro, Östergötland.";

    private const string ThirdSevenButOrebro =
        "Värmland, Västerbotten, Västernorrland, Västmanland, Västra Götaland, Östergötland.";

    [Fact]
    public void A_rest_that_leaves_a_region_out_is_an_error()
    {
        var found = Assert.Single(
            Judged.By<PartitionGap>(
                """
                Sju regioner[^1] har sandstränder. Lika många[^2] har klippor.

                Övriga regioner[^3] har varken eller.
                """,
                FirstSeven,
                SecondSeven,
                ThirdSevenButOrebro
            )
        );

        Assert.Equal("partition-gap", found.Rule);
        Assert.Equal(Severity.Error, found.Severity);
        Assert.Equal(3, found.Footnote);
        Assert.Equal([2, 1], found.Related);
        found.Says("21", "Örebro");
        Assert.Equal("Övriga regioner", found.Marked[0]);
        Assert.Equal($"[^3]: {ThirdSevenButOrebro}", found.Marked[1]);
        Assert.Contains($"[^1]: {FirstSeven}", found.Marked);
        Assert.Contains($"[^2]: {SecondSeven}", found.Marked);
        Assert.Null(found.Suggestion);
    }

    [Theory]
    [InlineData("De sex resterande regionerna[^3] har varken eller.")]
    [InlineData("De sex övriga[^3] har varken eller.")]
    [InlineData("Resterande regioner[^3] har varken eller.")]
    [InlineData("De sex regioner som inte gör det[^3] har sjöar.")]
    public void A_rest_is_known_by_its_words(string rest)
    {
        var text = $"Sju regioner[^1] har sandstränder. Sju regioner[^2] har klippor. {rest}";

        Assert.Single(Judged.By<PartitionGap>(text, FirstSeven, SecondSeven, ThirdSevenButOrebro));
        Assert.Empty(Judged.By<PartitionGap>(text, FirstSeven, SecondSeven, ThirdSeven));
    }

    [Fact]
    public void Neighbouring_lists_that_are_nearly_all_regions_are_a_warning()
    {
        var found = Assert.Single(
            Judged.By<PartitionGap>(
                "Planen antogs 2020 av sju regioner,[^1] 2021 av sju[^2] och 2022 av sex.[^3]",
                FirstSeven,
                SecondSeven,
                ThirdSevenButOrebro
            )
        );

        Assert.Equal(Severity.Warning, found.Severity);
        Assert.Equal(1, found.Footnote);
        Assert.Equal([2, 3], found.Related);
        found.Says("21", "Örebro saknas");
    }

    [Fact]
    public void A_region_in_two_of_the_parts_is_told_too()
    {
        var found = Assert.Single(
            Judged.By<PartitionGap>(
                "Planen antogs 2020 av sju regioner,[^1] 2021 av sju[^2] och 2022 av sju.[^3]",
                FirstSeven,
                SecondSeven,
                "Uppsala, Värmland, Västerbotten, Västernorrland, Västmanland, Västra Götaland, Östergötland."
            )
        );

        found.Says("Örebro saknas", "Uppsala");
    }

    [Fact]
    public void Eighteen_and_three_are_all() =>
        Assert.Empty(
            Judged.By<PartitionGap>(
                "Arton regioner[^1] har tåg. Tre regioner[^2] har bara buss.",
                "Blekinge, Dalarna, Gävleborg, Halland, Jämtland Härjedalen, Jönköping, Kalmar, Kronoberg, Norrbotten, Skåne, Stockholm, Sörmland, Uppsala, Värmland, Västerbotten, Västernorrland, Västmanland, Örebro.",
                "Gotland, Västra Götaland, Östergötland."
            )
        );

    [Fact]
    public void Parts_that_make_up_the_whole_are_left_alone() =>
        Assert.Empty(
            Judged.By<PartitionGap>(
                "Planen antogs 2020 av sju regioner,[^1] 2021 av sju[^2] och 2022 av sju.[^3]",
                FirstSeven,
                SecondSeven,
                ThirdSeven
            )
        );

    [Fact]
    public void Lists_that_overlap_or_lack_many_are_no_parts() =>
        Assert.Empty(
            Judged.By<PartitionGap>(
                "Sju regioner[^1] bakar. Sju regioner[^2] sjunger. Fyra regioner[^3] ror.",
                FirstSeven,
                SecondSeven,
                "Blekinge, Skåne, Uppsala, Örebro."
            )
        );

    [Fact]
    public void Parts_in_different_sections_are_none() =>
        Assert.Empty(
            Judged.By<PartitionGap>(
                """
                # 1 Sand

                Sju regioner[^1] har sandstränder. Sju regioner[^2] har klippor.

                # 2 Sång

                Sex regioner[^3] sjunger.
                """,
                FirstSeven,
                SecondSeven,
                ThirdSevenButOrebro
            )
        );

    [Fact]
    public void The_rest_of_the_county_boards_is_counted_among_the_report_s_own()
    {
        const string Text = """
            # 1 Uppdrag

            Fem länsstyrelser[^1] har ett uppdrag om renar.

            # 2 Renar

            Länsstyrelserna i Norrbotten och Västerbotten räknar renar. Övriga länsstyrelser[^2] vaktar dem.
            """;
        const string Five =
            "Länsstyrelsen Dalarna, Länsstyrelsen Jämtland, Länsstyrelsen Norrbotten, Länsstyrelsen Västerbotten, Länsstyrelsen Västernorrland.";

        var found = Assert.Single(
            Judged.By<PartitionGap>(Text, Five, "Länsstyrelsen Dalarna, Länsstyrelsen Västernorrland.")
        );
        Assert.Equal(Severity.Warning, found.Severity);
        Assert.Equal(2, found.Footnote);
        found.Says("fem länsstyrelser", "Jämtland Härjedalen", "”Övriga länsstyrelser”");
        Assert.Empty(
            Judged.By<PartitionGap>(
                Text,
                Five,
                "Länsstyrelsen Dalarna, Länsstyrelsen Jämtland, Länsstyrelsen Västernorrland."
            )
        );
    }
}
