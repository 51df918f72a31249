using CsCheck;
using Samla.Domain.Analyse;

namespace Samla.Tests.Analyse;

public sealed class AgreementTests
{
    private static readonly (string Name, Func<Ratings, Coefficient> Of)[] Nominal =
    [
        ("percent", PercentAgreement.Of),
        ("Cohen", ratings => CohensKappa.Of(ratings)),
        ("Fleiss", FleissKappa.Of),
        ("alpha", KrippendorffsAlpha.Of),
        ("AC1", ratings => GwetsAc.Of(ratings)),
    ];

    private static readonly (string Name, Func<Ratings, Coefficient> Of)[] Weighted =
    [
        ("linear kappa", ratings => CohensKappa.Of(ratings, ScaleWeights.Linear)),
        ("quadratic kappa", ratings => CohensKappa.Of(ratings, ScaleWeights.Quadratic)),
        ("linear AC2", ratings => GwetsAc.Of(ratings, ScaleWeights.Linear)),
        ("quadratic AC2", ratings => GwetsAc.Of(ratings, ScaleWeights.Quadratic)),
    ];

    // Few categories and units, so that the odd cases come often: none in common, one value, one unit.
    private static Gen<Ratings> Some(Gen<int> coders, bool isComplete) =>
        from categories in Gen.Int[1, 4]
        from count in coders
        from units in Gen.Int[isComplete ? 0 : -1, categories - 1].Array[count].Array[0, 12]
        select Ratings.Of(
            categories,
            count,
            units.Select(unit => (IReadOnlyList<int?>)[.. unit.Select(chosen => chosen < 0 ? (int?)null : chosen)])
        );

    private static readonly Gen<Ratings> Any = Some(Gen.Int[0, 4], isComplete: false);

    [Fact]
    public void It_does_not_matter_who_comes_first_or_which_unit() =>
        Any.Select(Gen.Int[0, 1000])
            .Sample(
                (ratings, seed) =>
                {
                    var order = new Random(seed);
                    int[] coders = [.. Enumerable.Range(0, ratings.Coders)];
                    order.Shuffle(coders);
                    IReadOnlyList<int?>[] units =
                    [
                        .. ratings.Units.Select(unit => (IReadOnlyList<int?>)[.. coders.Select(coder => unit[coder])]),
                    ];
                    order.Shuffle(units);
                    AllAlike([.. Nominal, .. Weighted], ratings, Ratings.Of(ratings.Categories, ratings.Coders, units));
                },
                iter: 3_000
            );

    [Fact]
    public void It_does_not_matter_what_the_categories_are_called() =>
        Any.Select(Gen.Int[0, 1000])
            .Sample(
                (ratings, seed) =>
                {
                    int[] names = [.. Enumerable.Range(0, ratings.Categories)];
                    new Random(seed).Shuffle(names);
                    AllAlike(Nominal, ratings, Renamed(ratings, category => names[category]));
                },
                iter: 3_000
            );

    [Fact]
    public void A_scale_read_from_the_other_end_agrees_alike() =>
        Any.Sample(
            ratings => AllAlike(Weighted, ratings, Renamed(ratings, step => ratings.Categories - 1 - step)),
            iter: 3_000
        );

    [Fact]
    public void Those_who_always_agree_have_1_or_no_value() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[2, 4], Gen.Int[0, 3].Array[1, 12])
            .Sample(
                (categories, coders, chosen) =>
                {
                    var ratings = Ratings.Of(
                        categories,
                        coders,
                        chosen.Select(one =>
                            (IReadOnlyList<int?>)Enumerable.Repeat<int?>(one % categories, coders).ToArray()
                        )
                    );
                    var hasOneValue = chosen.Select(one => one % categories).Distinct().Count() == 1;
                    Assert.All(
                        [.. Nominal, .. Weighted],
                        measure =>
                        {
                            if (measure.Of(ratings) is Coefficient.Defined defined)
                            {
                                Assert.Equal(1, defined.Value, 12);
                            }
                            else
                            {
                                Assert.True(
                                    hasOneValue
                                        || (measure.Name.Contains("appa") || measure.Name == "Cohen") && coders != 2
                                );
                            }
                        }
                    );
                },
                iter: 3_000
            );

    [Fact]
    public void No_value_is_more_than_1_and_all_are_numbers() =>
        Any.Sample(
            ratings =>
                Assert.All(
                    [.. Nominal, .. Weighted],
                    measure =>
                    {
                        if (measure.Of(ratings) is Coefficient.Defined defined)
                        {
                            Assert.True(double.IsFinite(defined.Value), measure.Name);
                            Assert.InRange(defined.Value, double.MinValue, 1 + 1e-12);
                            Assert.InRange(defined.Observed, -1e-12, 1 + 1e-12);
                            Assert.InRange(defined.Expected, -1e-12, 1 + 1e-12);
                        }
                    }
                ),
            iter: 3_000
        );

    [Fact]
    public void Alpha_is_Scotts_pi_corrected_for_few_units() =>
        Some(Gen.Const(2), isComplete: true)
            .Sample(
                ratings =>
                {
                    if (KrippendorffsAlpha.Of(ratings) is Coefficient.Defined alpha)
                    {
                        Assert.Equal(
                            (1 - ScottsPi(ratings)) * (1 - (1 / (2.0 * ratings.Units.Count))),
                            1 - alpha.Value,
                            1e-9
                        );
                    }
                    else
                    {
                        Assert.IsType<Coefficient.Undefined>(FleissKappa.Of(ratings));
                    }
                },
                iter: 3_000
            );

    [Fact]
    public void Fleiss_kappa_of_two_coders_is_Scotts_pi() =>
        Some(Gen.Const(2), isComplete: true)
            .Sample(
                ratings =>
                    FleissKappa.Of(ratings) is not Coefficient.Defined kappa
                    || Math.Abs(kappa.Value - ScottsPi(ratings)) < 1e-9,
                iter: 3_000
            );

    [Fact]
    public void With_two_categories_a_weight_changes_nothing() =>
        Gen.Int[-1, 1]
            .Array[2]
            .Array[0, 12]
            .Sample(
                units =>
                {
                    var ratings = Pairs(2, [.. units.Select(unit => (Given(unit[0]), Given(unit[1])))]);
                    Alike(CohensKappa.Of(ratings), CohensKappa.Of(ratings, ScaleWeights.Linear), "linear");
                    Alike(CohensKappa.Of(ratings), CohensKappa.Of(ratings, ScaleWeights.Quadratic), "quadratic");
                },
                iter: 1_000
            );

    // Worked by hand: steps 0–2, seven of ten alike, two one step apart and one two steps apart. Both use the steps 4, 3 and 3 times.
    // Linear: po = (7 + 2 · 0,5) / 10 = 0,8; pe = 0,34 + 0,5 · 2 · (0,12 + 0,09) = 0,55.
    // Quadratic: po = (7 + 2 · 0,75) / 10 = 0,85; pe = 0,34 + 0,75 · 2 · (0,12 + 0,09) = 0,655.
    [Theory]
    [InlineData(ScaleWeights.Nominal, 0.7, 0.34)]
    [InlineData(ScaleWeights.Linear, 0.8, 0.55)]
    [InlineData(ScaleWeights.Quadratic, 0.85, 0.655)]
    public void On_a_scale_the_next_step_agrees_in_part(ScaleWeights weights, double observed, double expected)
    {
        var ratings = Pairs(3, (0, 0), (0, 0), (0, 0), (1, 1), (1, 1), (2, 2), (2, 2), (0, 1), (1, 2), (2, 0));
        Alike(
            new Coefficient.Defined(observed, expected, (observed - expected) / (1 - expected)),
            CohensKappa.Of(ratings, weights),
            "kappa"
        );
    }

    [Fact]
    public void The_example_that_the_method_is_explained_by()
    {
        var ratings = Pairs(
            2,
            [
                .. Enumerable.Repeat<(int?, int?)>((1, 1), 2),
                .. Enumerable.Repeat<(int?, int?)>((0, 0), 17),
                (1, 0),
                (0, 1),
            ]
        );
        string[] values = [.. Nominal.Select(measure => $"{measure.Name} {Value(measure.Of(ratings)):0.00}")];
        Assert.Equal(["percent 0.90", "Cohen 0.61", "Fleiss 0.61", "alpha 0.62", "AC1 0.87"], values);
        // One answer that the second had coded otherwise.
        var other = Pairs(2, [.. ratings.Units.Skip(1).Select(unit => (unit[0], unit[1])), (1, 0)]);
        Assert.InRange(Value(CohensKappa.Of(ratings)) - Value(CohensKappa.Of(other)), 0.1, 0.3);
    }

    [Fact]
    public void Where_all_are_silent_the_kappas_and_alpha_have_no_value_but_AC1_is_1()
    {
        var ratings = Pairs(2, (0, 0), (0, 0), (0, 0));
        Coefficient oneValue = new Coefficient.Undefined(WhyUndefined.OneValue);
        Assert.Equal(oneValue, CohensKappa.Of(ratings));
        Assert.Equal(oneValue, FleissKappa.Of(ratings));
        Assert.Equal(oneValue, KrippendorffsAlpha.Of(ratings));
        Assert.Equal(new Coefficient.Defined(1, 0, 1), GwetsAc.Of(ratings));
        Assert.Equal(
            "odefinierad: alla har kodat lika och bara ett värde förekommer",
            new Coefficient.Undefined(WhyUndefined.OneValue).Swedish
        );
    }

    [Fact]
    public void Where_nothing_was_judged_by_two_there_is_no_value() =>
        Assert.All(
            Nominal,
            measure =>
                Assert.Equal(
                    new Coefficient.Undefined(
                        measure.Name == "Fleiss" ? WhyUndefined.NothingByAll : WhyUndefined.NothingInCommon
                    ),
                    measure.Of(Pairs(2, (0, null), (null, 1), (null, null)))
                )
        );

    [Fact]
    public void Kappas_leave_out_what_not_all_have_judged_and_the_others_do_not()
    {
        IReadOnlyList<int?>[] judged =
        [
            [0, 0, 0],
            [1, 1, 1],
            [0, 1, null],
        ];
        var three = Ratings.Of(2, coders: 3, judged);
        Assert.Equal(1, Value(FleissKappa.Of(three)), 1e-12);
        Assert.Equal(2 / 3.0, Value(PercentAgreement.Of(three)), 1e-12);
        // By hand: eight values, four of each; Do = 2 / 8, De = 2 · 16 / 56.
        Assert.Equal(1 - (0.25 / (32 / 56.0)), Value(KrippendorffsAlpha.Of(three)), 1e-12);
        Assert.Equal(1, Value(CohensKappa.Of(Pairs(2, (0, 0), (1, 1), (0, null)))), 1e-12);
    }

    [Fact]
    public void A_judgement_that_is_no_category_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Pairs(2, (0, 2)));
        Assert.Throws<ArgumentException>(() =>
            Ratings.Of(
                2,
                coders: 3,
                [
                    [0, 1],
                ]
            )
        );
    }

    /// <summary>From its definition: chance is the square of a category's share of all judgements.</summary>
    private static double ScottsPi(Ratings ratings)
    {
        double units = ratings.Units.Count;
        var observed = ratings.Units.Count(unit => unit[0] == unit[1]) / units;
        var expected = ratings
            .Units.SelectMany(unit => unit)
            .GroupBy(chosen => chosen)
            .Sum(category => Math.Pow(category.Count() / (2 * units), 2));
        return (observed - expected) / (1 - expected);
    }

    private static double Value(Coefficient coefficient) => Assert.IsType<Coefficient.Defined>(coefficient).Value;

    private static int? Given(int chosen) => chosen < 0 ? null : chosen;

    private static Ratings Pairs(int categories, params (int?, int?)[] pairs) =>
        Ratings.Of(categories, coders: 2, pairs.Select(pair => (IReadOnlyList<int?>)[pair.Item1, pair.Item2]));

    private static Ratings Renamed(Ratings ratings, Func<int, int> name) =>
        Ratings.Of(
            ratings.Categories,
            ratings.Coders,
            ratings.Units.Select(unit =>
                (IReadOnlyList<int?>)[.. unit.Select(chosen => chosen is { } category ? name(category) : (int?)null)]
            )
        );

    private static void AllAlike((string Name, Func<Ratings, Coefficient> Of)[] measures, Ratings one, Ratings other) =>
        Assert.All(measures, measure => Alike(measure.Of(one), measure.Of(other), measure.Name));

    private static void Alike(Coefficient one, Coefficient other, string measure)
    {
        if (one is Coefficient.Defined a && other is Coefficient.Defined b)
        {
            Assert.Equal(a.Observed, b.Observed, 1e-9);
            Assert.Equal(a.Expected, b.Expected, 1e-9);
            Assert.Equal(a.Value, b.Value, 1e-9);
        }
        else
        {
            Assert.True(one == other, $"{measure}: {one}, {other}");
        }
    }
}
