using CsCheck;
using Samla.Domain.Analyse;

namespace Samla.Tests.Analyse;

public sealed class UnitizingAlphaTests
{
    private const int Length = 30;

    private static readonly Gen<Unit> Passage =
        from start in Gen.Int[0, Length - 1]
        from length in Gen.Int[1, 8]
        from category in Gen.Char["ab"].Select(letter => letter.ToString())
        select new Unit(start, Math.Min(length, Length - start), category);

    private static readonly Gen<Unit[][]> Coders = Passage.Array[0, 6].Array[2, 4];

    [Fact]
    public void It_is_what_the_formula_says_read_word_for_word() =>
        Coders.Sample(
            coders =>
            {
                var unitizing = Unitizing.Of(Length, coders);
                var (observed, expected) = AsWritten(unitizing);
                switch (UnitizingAlpha.Of(unitizing))
                {
                    case Coefficient.Defined alpha:
                        Assert.Equal(observed, alpha.Observed, 1e-9);
                        Assert.Equal(expected, alpha.Expected, 1e-9);
                        Assert.Equal(1 - (observed / expected), alpha.Value, 1e-9);
                        break;
                    default:
                        Assert.Equal(0, expected);
                        break;
                }
            },
            iter: 3_000
        );

    [Fact]
    public void Those_who_mark_the_same_have_1() =>
        Gen.Select(Passage.Array[1, 6], Gen.Int[2, 4])
            .Sample(
                (units, coders) => Assert.Equal(1, Value(Unitizing.Of(Length, Enumerable.Repeat(units, coders))), 1e-9),
                iter: 1_000
            );

    [Fact]
    public void It_does_not_matter_who_comes_first_nor_from_which_end_one_reads_nor_what_categories_are_called() =>
        Coders.Sample(
            coders =>
            {
                var alpha = UnitizingAlpha.Of(Unitizing.Of(Length, coders));
                Alike(alpha, Unitizing.Of(Length, coders.Reverse()));
                Alike(alpha, Of(coders, unit => unit with { Start = Length - unit.End }));
                Alike(alpha, Of(coders, unit => unit with { Category = unit.Category == "a" ? "z" : "y" }));
            },
            iter: 2_000
        );

    [Fact]
    public void It_is_at_most_1_and_1_only_for_those_who_mark_the_same() =>
        Coders.Sample(
            coders =>
            {
                var unitizing = Unitizing.Of(Length, coders);
                if (UnitizingAlpha.Of(unitizing) is Coefficient.Defined alpha)
                {
                    Assert.True(double.IsFinite(alpha.Value));
                    Assert.Equal(
                        unitizing.Coders.All(units => units.SequenceEqual(unitizing.Coders[0])),
                        alpha.Value >= 1
                    );
                }
            },
            iter: 3_000
        );

    [Fact]
    public void Passages_that_overlap_are_one_and_passages_that_touch_are_two()
    {
        var unitizing = Unitizing.Of(
            Length,
            [
                [new(4, 3, "a"), new(0, 5, "a"), new(7, 2, "a"), new(1, 9, "b")],
            ]
        );
        Assert.Equal([new(0, 7, "a"), new(1, 9, "b"), new(7, 2, "a")], unitizing.Coders[0]);
    }

    [Fact]
    public void It_has_no_value_where_nothing_is_marked_or_nobody_can_be_compared()
    {
        Assert.Equal(
            new Coefficient.Undefined(WhyUndefined.NothingMarked),
            UnitizingAlpha.Of(
                Unitizing.Of(
                    Length,
                    [
                        [],
                        [],
                    ]
                )
            )
        );
        Assert.Equal(
            new Coefficient.Undefined(WhyUndefined.NothingMarked),
            UnitizingAlpha.Of(
                Unitizing.Of(
                    Length,
                    [
                        [new(0, 2, "a")],
                        [],
                    ]
                ),
                "b"
            )
        );
        Assert.Equal(
            new Coefficient.Undefined(WhyUndefined.NothingInCommon),
            UnitizingAlpha.Of(
                Unitizing.Of(
                    Length,
                    [
                        [new(0, 2, "a")],
                    ]
                )
            )
        );
        Assert.Equal(
            new Coefficient.Undefined(WhyUndefined.NothingInCommon),
            UnitizingAlpha.Of(
                Unitizing.Of(
                    0,
                    [
                        [],
                        [],
                    ]
                )
            )
        );
        // A text of one sign that both have marked: nothing could have been marked otherwise.
        Assert.Equal(
            new Coefficient.Undefined(WhyUndefined.OneValue),
            UnitizingAlpha.Of(
                Unitizing.Of(
                    1,
                    [
                        [new(0, 1, "a")],
                        [new(0, 1, "a")],
                    ]
                )
            )
        );
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(29, 2)]
    [InlineData(3, 0)]
    public void A_passage_that_is_empty_or_outside_is_refused(int start, int length) =>
        Assert.Throws<ArgumentException>(() =>
            Unitizing.Of(
                Length,
                [
                    [new(start, length, "a")],
                    [],
                ]
            )
        );

    [Fact]
    public void Thousands_of_passages_in_a_million_characters_take_no_time()
    {
        Unit[] Coder(int shift) => [.. Enumerable.Range(0, 50_000).Select(at => new Unit((at * 20) + shift, 11, "a"))];

        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.InRange(Value(Unitizing.Of(1_000_000, [Coder(0), Coder(3), Coder(9)])), -1, 1);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }

    /// <summary>Sums over all pairs of segments, as Krippendorff writes them.</summary>
    private static (double Observed, double Expected) AsWritten(Unitizing unitizing)
    {
        double observed = 0,
            expected = 0;
        foreach (var category in unitizing.Categories)
        {
            List<List<(double B, double L, int V)>> coders =
            [
                .. unitizing.Coders.Select(units => Segments(units, category)),
            ];
            double m = coders.Count;
            foreach (var (g, h) in from i in coders from j in coders where i != j from g in i from h in j select (g, h))
            {
                observed += Square(g, h) / (m * (m - 1) * Length * Length);
            }

            List<(double B, double L, int V)> all = [.. coders.SelectMany(coder => coder)];
            double units = all.Count(g => g.V == 1);
            var ways = all.Where(g => g.V == 1)
                .Sum(g =>
                    ((units - 1) / 3 * ((2 * Math.Pow(g.L, 3)) - (3 * g.L * g.L) + g.L))
                    + (g.L * g.L * all.Where(h => h.V == 0 && h.L >= g.L).Sum(h => h.L - g.L + 1))
                );
            expected += 2.0 / Length * ways / ((m * Length * ((m * Length) - 1)) - all.Sum(g => g.V * g.L * (g.L - 1)));
        }

        return (observed, expected);
    }

    private static double Square((double B, double L, int V) g, (double B, double L, int V) h) =>
        (g.V, h.V) switch
        {
            (1, 1) when -g.L < g.B - h.B && g.B - h.B < h.L => Math.Pow(g.B - h.B, 2)
                + Math.Pow(g.B + g.L - h.B - h.L, 2),
            (1, 0) when h.L - g.L >= g.B - h.B && g.B - h.B >= 0 => g.L * g.L,
            (0, 1) when g.L - h.L >= h.B - g.B && h.B - g.B >= 0 => h.L * h.L,
            _ => 0,
        };

    private static List<(double B, double L, int V)> Segments(IReadOnlyList<Unit> units, string category)
    {
        List<(double, double, int)> segments = [];
        var at = 0;
        foreach (var unit in units.Where(unit => unit.Category == category).Append(new Unit(Length, 0, category)))
        {
            if (unit.Start > at)
            {
                segments.Add((at, unit.Start - at, 0));
            }

            if (unit.Length > 0)
            {
                segments.Add((unit.Start, unit.Length, 1));
            }

            at = unit.End;
        }

        return segments;
    }

    private static Unitizing Of(Unit[][] coders, Func<Unit, Unit> change) =>
        Unitizing.Of(Length, coders.Select(units => units.Select(change)));

    private static double Value(Unitizing unitizing) =>
        Assert.IsType<Coefficient.Defined>(UnitizingAlpha.Of(unitizing)).Value;

    private static void Alike(Coefficient alpha, Unitizing other)
    {
        if (alpha is Coefficient.Defined defined)
        {
            Assert.Equal(defined.Value, Value(other), 1e-9);
        }
        else
        {
            Assert.Equal(alpha, UnitizingAlpha.Of(other));
        }
    }
}
