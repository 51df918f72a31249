using Samla.Domain.Collect;

namespace Samla.Web.Collect;

/// <summary>How the form of a round is named and read.</summary>
internal static class RoundLook
{
    public const string ReturnName = "aterlamning";

    /// <summary>What a new round begins with.</summary>
    public static WrittenRound Empty { get; } =
        new(
            null,
            $"{RoundKind.AnnualReport}",
            null,
            null,
            null,
            null,
            "Regeringskansliet",
            null,
            null,
            AllowsReturn: false
        );

    /// <summary>What was written in a form that was sent.</summary>
    public static WrittenRound In(IFormCollection form)
    {
        return new(
            Of(RoundField.Id),
            Of(RoundField.Kind),
            Of(RoundField.Title),
            Of(RoundField.PeriodStart),
            Of(RoundField.PeriodEnd),
            Of(RoundField.DueOn),
            Of(RoundField.Recipient),
            Of(RoundField.Template),
            Of(RoundField.Previous),
            form.ContainsKey(ReturnName)
        );

        string? Of(RoundField field) => form[IdOf(field)];
    }

    public static string IdOf(RoundField field) =>
        field switch
        {
            RoundField.Id => "beteckning",
            RoundField.Kind => "slag",
            RoundField.Title => "rubrik",
            RoundField.PeriodStart => "fran",
            RoundField.PeriodEnd => "till",
            RoundField.DueOn => "sista-dag",
            RoundField.Recipient => "mottagare",
            RoundField.Template => "mall",
            RoundField.Previous => "foregaende",
        };
}
