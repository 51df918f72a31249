using CsCheck;
using Samla.Domain;
using Samla.Domain.Compile;
using Samla.Tests.Testing;

namespace Samla.Tests.Compile;

public sealed class ChapterOrderTests
{
    [Fact]
    public void However_chapters_are_put_in_their_numbers_follow_on_each_other() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[-2, 12].List[1, 12])
            .Sample(
                (first, places) =>
                {
                    List<Chapter> report = [Made(0)];
                    report[0].Number = first;
                    foreach (var (at, place) in places.Index())
                    {
                        var chapter = Made(at + 1);
                        ChapterOrder.Place([.. report], chapter, place);
                        report = [.. report.Append(chapter).OrderBy(one => one.Number)];
                        Assert.Same(chapter, report[Math.Clamp(place, 0, report.Count - 1)]);
                    }

                    Assert.Equal(
                        Enumerable.Range(report[0].Number, report.Count),
                        report.Select(chapter => chapter.Number)
                    );
                    Assert.InRange(report[0].Number, 1, first);
                }
            );

    private static Chapter Made(int at) =>
        new()
        {
            RoundId = Sample2023.Round,
            Id = Key<Chapter>.Parse($"kapitel-{at}", null),
            Number = 0,
            Text = "",
            Revision = 1,
        };
}
