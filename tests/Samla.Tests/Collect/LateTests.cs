using System.Globalization;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Tests.Collect;

/// <summary>The last day ends at midnight in Sweden, summer and winter.</summary>
public sealed class LateTests
{
    [Theory]
    // In winter Sweden is an hour before UTC.
    [InlineData("2024-02-21", "2024-02-20T23:00:00Z", false)]
    [InlineData("2024-02-21", "2024-02-21T22:59:59.999Z", false)]
    [InlineData("2024-02-21", "2024-02-21T23:00:00Z", true)]
    [InlineData("2024-02-21", "2024-02-21T23:30:00+02:00", false)]
    [InlineData("2024-02-21", "2024-02-22T00:00:00+01:00", true)]
    // In summer, two.
    [InlineData("2024-06-30", "2024-06-30T21:59:59.999Z", false)]
    [InlineData("2024-06-30", "2024-06-30T22:00:00Z", true)]
    // The days on which the clock is moved have 23 and 25 hours.
    [InlineData("2024-03-30", "2024-03-30T22:59:59Z", false)]
    [InlineData("2024-03-30", "2024-03-30T23:00:00Z", true)]
    [InlineData("2024-03-31", "2024-03-31T21:59:59Z", false)]
    [InlineData("2024-03-31", "2024-03-31T22:00:00Z", true)]
    [InlineData("2024-10-26", "2024-10-26T21:59:59Z", false)]
    [InlineData("2024-10-26", "2024-10-26T22:00:00Z", true)]
    [InlineData("2024-10-27", "2024-10-27T22:59:59Z", false)]
    [InlineData("2024-10-27", "2024-10-27T23:00:00Z", true)]
    public void What_comes_after_the_last_minute_is_late(string dueOn, string at, bool isLate) =>
        Assert.Equal(
            isLate,
            RoundDue(DateOnly.Parse(dueOn, CultureInfo.InvariantCulture))
                .IsLate(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture))
        );

    private static Round RoundDue(DateOnly dueOn) =>
        new()
        {
            Id = Key<Round>.Parse("2024", null),
            Kind = RoundKind.AnnualReport,
            Title = "Omgång",
            PeriodStart = new DateOnly(2023, 1, 1),
            PeriodEnd = new DateOnly(2023, 12, 31),
            DueOn = dueOn,
            Recipient = "Regeringskansliet",
            TemplateId = Key<Template>.Parse("mall-1", null),
            Origin = Origin.Reported,
            IsOpen = true,
        };
}
