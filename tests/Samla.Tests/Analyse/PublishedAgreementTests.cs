using System.Globalization;
using System.Text.Json;
using Samla.Domain.Analyse;

namespace Samla.Tests.Analyse;

/// <summary>
/// What others have published of these data sets, to the decimal they printed. A dash stands for what they did not print, or printed
/// wrong: <see cref="What_was_printed_otherwise"/> names those.
/// </summary>
public sealed class PublishedAgreementTests
{
    private const string NotPrinted = "-";

    public static TheoryData<string, string, string, string> Kappas { get; } =
        new()
        {
            { "Cohen's kappa 3x3 n=200", ".70", ".41", ".492" },
            { "Cohen's kappa 2x2 n=100", ".70", ".54", ".348" },
            { "Cohen's kappa 3x3 n=100", ".88", ".396", ".801" },
            { "kappa same table", NotPrinted, NotPrinted, NotPrinted },
            { "NVivo character kappa, 50 both 75/75 single 800 none", ".85", NotPrinted, NotPrinted },
            { "NVivo character kappa, 50 both 150/0 single 800 none", ".85", NotPrinted, NotPrinted },
        };

    public static TheoryData<string, string, string, string> Alphas { get; } =
        new()
        {
            { "alpha nominal binary 10 units", ".400", ".442", ".095" },
            { "alpha nominal 12 units", ".1667", ".6268", ".734" },
            { "alpha nominal 4 coders missing", ".200", ".779", ".743" },
        };

    public static TheoryData<string, string, string> AlphasOfCharacters { get; } =
        new() { { "character-wise A", ".385", ".329" }, { "character-wise C", ".314", NotPrinted } };

    public static TheoryData<string, string, string, string> UnitizingAlphas { get; } =
        new()
        {
            { "u-alpha continuum 150..450", "c", ".0144 .0532", ".7286" },
            { "u-alpha continuum 150..450", "k", "0 .0490", "1" },
            { "u-alpha A-D L=1200000", "A", NotPrinted, ".553" },
            { "u-alpha A-D L=1200000", "B", NotPrinted, NotPrinted },
            { "u-alpha A-D L=1200000", "C", NotPrinted, NotPrinted },
            { "u-alpha A-D L=1200000", "D", NotPrinted, ".066" },
        };

    [Theory]
    [MemberData(nameof(Kappas))]
    public void Cohens_kappa(string name, string observed, string expected, string kappa) =>
        Same(name, CohensKappa.Of(PublishedAgreement.Table(Data(name))), [observed, expected, kappa]);

    [Fact]
    public void Fleiss_kappa() =>
        Same(
            "Fleiss kappa 30x6x5",
            FleissKappa.Of(PublishedAgreement.Rows(Data("Fleiss kappa 30x6x5"))),
            [".5556", NotPrinted, ".430"]
        );

    [Theory]
    [MemberData(nameof(Alphas))]
    public void Krippendorffs_alpha(string name, string observed, string expected, string alpha) =>
        Same(name, KrippendorffsAlpha.Of(PublishedAgreement.Rows(Data(name))), [observed, expected, alpha]);

    [Theory]
    [MemberData(nameof(AlphasOfCharacters))]
    public void Kappa_and_alpha_of_single_characters(string name, string kappa, string alpha)
    {
        var ratings = PublishedAgreement.Columns(Data(name));
        Same(Computed(name), [Value(CohensKappa.Of(ratings)), Value(KrippendorffsAlpha.Of(ratings))], [kappa, alpha]);
    }

    [Fact]
    public void Gwets_AC1_where_some_did_not_judge() =>
        Same(
            "AC1 4 raters 12 subjects missing q=5",
            GwetsAc.Of(PublishedAgreement.Rows(Data("AC1 4 raters 12 subjects missing q=5"))),
            [".81818", NotPrinted, ".77544"]
        );

    [Fact]
    public void Gwets_AC1_of_ten_units() =>
        Same("AC1 10x2", GwetsAc.Of(PublishedAgreement.Rows(Data("AC1 10x2"))), [".9", ".255", ".8658"]);

    [Fact]
    public void Gwets_AC1_stays_where_kappa_falls() =>
        Same(
            "AC1 paradox [[80,7],[8,5]]",
            GwetsAc.Of(PublishedAgreement.Table(Data("AC1 paradox [[80,7],[8,5]]"))),
            [".85", ".21875", ".808"]
        );

    [Theory]
    [MemberData(nameof(UnitizingAlphas))]
    public void Krippendorffs_alpha_of_unitizing(string name, string category, string disagreements, string alpha) =>
        Same(
            Computed(name, category),
            Values(UnitizingAlpha.Of(Unitized(name), category)),
            [.. disagreements == NotPrinted ? [NotPrinted, NotPrinted] : disagreements.Split(' '), alpha]
        );

    [Theory]
    [InlineData("u-alpha continuum 150..450")]
    [InlineData("u-alpha A-D L=1200000")]
    public void Krippendorffs_alpha_of_unitizing_for_all_categories(string name) =>
        Same(Computed(name, "all"), [Value(UnitizingAlpha.Of(Unitized(name)))], [NotPrinted]);

    [Fact]
    public void Scotts_pi_of_tables_printed_for_other_measures()
    {
        Printed(".341", Value(FleissKappa.Of(PublishedAgreement.Table(Data("Cohen's kappa 2x2 n=100")))));
        Printed(".6078", Value(FleissKappa.Of(PublishedAgreement.Rows(Data("AC1 10x2")))));
    }

    [Fact]
    public void What_was_printed_otherwise()
    {
        // Fleiss rounded the shares of the categories before he squared them.
        Printed(".2199", Values(FleissKappa.Of(PublishedAgreement.Rows(Data("Fleiss kappa 30x6x5"))))[1], not: ".2201");
        // Cut off, not rounded.
        Printed(
            ".801",
            Value(KrippendorffsAlpha.Of(PublishedAgreement.Table(Data("Cohen's kappa 3x3 n=100")))),
            not: ".800"
        );
        Printed(
            ".19032",
            Values(GwetsAc.Of(PublishedAgreement.Rows(Data("AC1 4 raters 12 subjects missing q=5"))))[1],
            not: ".19031"
        );
        // Krippendorff 2004 computed it from disagreements rounded to four decimals: 1 − .0144 / (.0532 + .0490).
        Printed(".8587", Value(UnitizingAlpha.Of(Unitized("u-alpha continuum 150..450"))), not: ".8591");
        Assert.Equal(.8591, 1 - (.0144 / (.0532 + .0490)), 4);
        // Krippendorff 1995 has misprints in the expected disagreement.
        Printed("-.928", Value(UnitizingAlpha.Of(Unitized("u-alpha A-D L=1200000"), "B")), not: "-.926");
        Printed(".693", Value(UnitizingAlpha.Of(Unitized("u-alpha A-D L=1200000"), "C")), not: ".679");
    }

    [Theory]
    [InlineData("fixture_01_paradox_2x2.json")]
    [InlineData("fixture_02_cohen_ex1.json")]
    [InlineData("fixture_03_cohen_ex2.json")]
    [InlineData("fixture_04_likert_4x4.json")]
    [InlineData("fixture_05_likert_5x5.json")]
    public void Gwets_AC1_and_AC2_as_irrCAC_gives_them(string file)
    {
        PublishedAgreement.SkipWithout();
        var fixture = PublishedAgreement.Read("gwet-fixtures/" + file);
        var ratings = PublishedAgreement.Table(fixture.GetProperty("table"));
        Assert.Equal(2, fixture.GetProperty("cases").GetArrayLength());
        foreach (var published in fixture.GetProperty("cases").EnumerateArray())
        {
            var weights = published.GetProperty("weights").GetString() switch
            {
                "unweighted" => ScaleWeights.Nominal,
                "quadratic" => ScaleWeights.Quadratic,
                var other => throw new NotSupportedException(other),
            };
            var values = Values(GwetsAc.Of(ratings, weights));
            Assert.Equal(published.GetProperty("pa").GetDouble(), values[0], 1e-12);
            Assert.Equal(published.GetProperty("pe").GetDouble(), values[1], 1e-12);
            Assert.Equal(published.GetProperty("coefficient").GetDouble(), values[2], 0.5e-5); // printed with five decimals
        }
    }

    [Fact]
    public void No_data_set_of_the_file_is_left_out()
    {
        PublishedAgreement.SkipWithout();
        Assert.Equal(
            PublishedAgreement.Names.Order(),
            Kappas
                .Concat(Alphas)
                .Concat(UnitizingAlphas)
                .Select(row => row.Data.Item1)
                .Concat(AlphasOfCharacters.Select(row => row.Data.Item1))
                .Append("Fleiss kappa 30x6x5")
                .Append("AC1 4 raters 12 subjects missing q=5")
                .Append("AC1 10x2")
                .Append("AC1 paradox [[80,7],[8,5]]")
                .Distinct()
                .Order()
        );
    }

    private static void Same(string name, Coefficient coefficient, string[] printed) =>
        Same(Computed(name), Values(coefficient), printed);

    private static void Same(double[] computed, double[] values, string[] printed)
    {
        Assert.Equal(computed.Length, values.Length);
        Assert.All(values, (value, at) => Assert.Equal(computed[at], value, 1e-6));
        Assert.All(values, (value, at) => Printed(printed[at], value));
    }

    private static void Printed(string printed, double value, string? not = null)
    {
        if (printed != NotPrinted)
        {
            Assert.True(IsRounded(value, printed), $"{value} is not {printed}");
        }

        // Else it is no misprint, and belongs above.
        Assert.False(not is not null && IsRounded(value, not), $"{value} is {not}");
    }

    private static bool IsRounded(double value, string printed)
    {
        var decimals = printed.Contains('.') ? printed.Length - printed.IndexOf('.') - 1 : 0;
        return Math.Abs(double.Parse(printed, CultureInfo.InvariantCulture) - value) <= 0.5 * Math.Pow(10, -decimals);
    }

    private static double Value(Coefficient coefficient) => Values(coefficient)[2];

    private static double[] Values(Coefficient coefficient)
    {
        var defined = Assert.IsType<Coefficient.Defined>(coefficient);
        return [defined.Observed, defined.Expected, defined.Value];
    }

    private static JsonElement Data(string name) => PublishedAgreement.Of(name).GetProperty("data");

    private static double[] Computed(string name) => Numbers(PublishedAgreement.Of(name).GetProperty("computed"));

    private static double[] Computed(string name, string category) =>
        Numbers(PublishedAgreement.Of(name).GetProperty("computed").GetProperty(category));

    private static double[] Numbers(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array
            ? [.. json.EnumerateArray().Select(number => number.GetDouble())]
            : [json.GetDouble()];

    /// <summary>The four continua of 1995 are drawn in 24 steps of a continuum of 1 200 000.</summary>
    private static Unitizing Unitized(string name)
    {
        var data = Data(name);
        var isDrawn = !data.TryGetProperty("begin", out var begin);
        List<IEnumerable<IEnumerable<Unit>>> categories =
        [
            .. from category in data.EnumerateObject()
            where category.Value.ValueKind == JsonValueKind.Array
            select PublishedAgreement.Passages(
                category.Value,
                category.Name,
                isDrawn ? 0 : begin.GetInt32(),
                isDrawn ? 1_200_000 / 24 : 1
            ),
        ];
        return Unitizing.Of(
            isDrawn ? 1_200_000 : data.GetProperty("length").GetInt32(),
            [categories.SelectMany(coders => coders.First()), categories.SelectMany(coders => coders.Last())]
        );
    }
}
