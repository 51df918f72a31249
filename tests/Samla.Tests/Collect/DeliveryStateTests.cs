using Samla.Domain.Collect;

namespace Samla.Tests.Collect;

public sealed class DeliveryStateTests
{
    [Theory]
    [InlineData("", DeliveryState.NotDelivered)]
    [InlineData("1 brev", DeliveryState.EarlierVersion)]
    [InlineData("1 bekräftad", DeliveryState.EarlierVersion)]
    [InlineData("2 utkorg", DeliveryState.InOutbox)]
    [InlineData("1 brev, 2 utkorg", DeliveryState.InOutbox)]
    [InlineData("2 brev", DeliveryState.Delivered)]
    [InlineData("2 hand, 2 utkorg", DeliveryState.Delivered)]
    [InlineData("2 bekräftad, 2 brev", DeliveryState.Acknowledged)]
    [InlineData("2 osäkert, 2 utkorg", DeliveryState.Uncertain)]
    [InlineData("2 osäkert, 2 hand", DeliveryState.Delivered)]
    [InlineData("2 osäkert bekräftad", DeliveryState.Acknowledged)]
    [InlineData("2 inte skickat", DeliveryState.NotDelivered)]
    [InlineData("1 brev, 2 inte skickat", DeliveryState.EarlierVersion)]
    public void What_counts_is_the_furthest_that_the_current_version_has_come(string deliveries, DeliveryState state) =>
        Assert.Equal(
            state,
            DeliveryState.Of(
                [.. deliveries.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(DeliveryOf)],
                currentVersion: 2
            )
        );

    private static Delivery DeliveryOf(string words) =>
        new()
        {
            Id = default,
            SubmissionId = default,
            Version = words[0] - '0',
            Recipient = "Regeringskansliet",
            Way = words[2..] switch
            {
                "utkorg" => DeliveryWay.Outbox,
                "hand" => DeliveryWay.ByHand,
                "osäkert" or "osäkert bekräftad" => DeliveryWay.Uncertain,
                "inte skickat" => DeliveryWay.NotSent,
                _ => DeliveryWay.Letter,
            },
            Address = null,
            Words = null,
            FileName = "redovisning.docx",
            FileHash = "",
            FileSize = 0,
            At = default,
            By = "test",
            AcknowledgedOn = words.EndsWith("bekräftad", StringComparison.Ordinal) ? new DateOnly(2024, 2, 22) : null,
        };
}
