using CsCheck;
using Samla.Domain.Analyse;

namespace Samla.Tests.Analyse.Crossing;

public sealed class PassageOverlapsTests
{
    private const int A = 0;
    private const int B = 1;
    private const int C = 2;

    /// <summary>
    /// Worked by hand. The first text: A 0–10 and 12–14, B 5–15, C 10–20. The second: A 0–5, given by two, and B 5–8, which
    /// only touches it.
    /// </summary>
    private static readonly PassageOverlaps Worked = PassageOverlaps.Of(
        3,
        [
            new(1, A, 0, 10),
            new(1, C, 10, 20),
            new(1, B, 5, 15),
            new(1, A, 12, 14),
            new(2, A, 0, 5),
            new(2, B, 5, 8),
            new(2, A, 0, 5),
        ]
    );

    public static TheoryData<int, int, int, long, double> Table { get; } =
        new()
        {
            { A, A, 3, 17, 1 },
            { B, B, 2, 13, 1 },
            { C, C, 1, 10, 1 },
            { A, B, 2, 7, 7.0 / 23 },
            { A, C, 1, 2, 2.0 / 25 },
            { B, C, 1, 5, 5.0 / 18 },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_pair_has_its_overlaps_its_common_text_and_its_likeness(
        int one,
        int other,
        int pairs,
        long signs,
        double jaccard
    )
    {
        Assert.Equal(pairs, Worked.Pairs(one, other));
        Assert.Equal(signs, Worked.Signs(one, other));
        Assert.Equal(jaccard, Worked.Jaccard(one, other)!.Value, precision: 10);
        Assert.Equal(
            (pairs, signs, Worked.Jaccard(one, other)),
            (Worked.Pairs(other, one), Worked.Signs(other, one), Worked.Jaccard(other, one))
        );
    }

    [Fact]
    public void Passages_of_one_code_that_overlap_are_two_passages_of_text_that_is_counted_once()
    {
        var overlaps = PassageOverlaps.Of(2, [new(1, A, 0, 10), new(1, A, 5, 15), new(1, B, 4, 6)]);

        Assert.Equal((2, 15), (overlaps.Pairs(A, A), overlaps.Signs(A, A)));
        Assert.Equal((2, 2), (overlaps.Pairs(A, B), overlaps.Signs(A, B)));
    }

    [Fact]
    public void Codes_that_nobody_gave_are_neither_alike_nor_unlike() =>
        Assert.Null(PassageOverlaps.Of(2, []).Jaccard(A, B));

    [Fact]
    public void The_count_is_what_comparing_everything_with_everything_gives()
    {
        var place =
            from text in Gen.Int[0, 2]
            from code in Gen.Int[0, 3]
            from start in Gen.Int[0, 30]
            from length in Gen.Int[1, 9]
            select new CodedPlace(text, code, start, start + length);
        place
            .Array[0, 30]
            .Sample(places =>
            {
                var overlaps = PassageOverlaps.Of(4, places);
                for (var one = 0; one < 4; one++)
                {
                    for (var other = 0; other < 4; other++)
                    {
                        Assert.Equal(NaivePairs(places, one, other), overlaps.Pairs(one, other));
                        Assert.Equal(
                            SignsOf(places, one).Intersect(SignsOf(places, other)).Count(),
                            overlaps.Signs(one, other)
                        );
                        Assert.InRange(overlaps.Jaccard(one, other) ?? 0, 0, 1);
                    }
                }
            });
    }

    private static int NaivePairs(CodedPlace[] places, int one, int other) =>
        one == other
            ? places.Distinct().Count(place => place.Code == one)
            : (
                from a in places.Distinct()
                from b in places.Distinct()
                where a.Code == one && b.Code == other && a.Text == b.Text && a.Start < b.End && b.Start < a.End
                select (a, b)
            ).Count();

    private static HashSet<(int, int)> SignsOf(CodedPlace[] places, int code) =>
        [
            .. from place in places
            where place.Code == code
            from sign in Enumerable.Range(place.Start, place.End - place.Start)
            select (place.Text, sign),
        ];
}
