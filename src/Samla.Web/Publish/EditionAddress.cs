using System.Globalization;
using Samla.Domain.Publish;

namespace Samla.Web.Publish;

/// <summary>The permanent address of an edition: it leads to that edition and its files for ever, also when there is a later one.</summary>
internal static class EditionAddress
{
    public const string FileRoute = "/rapport/{round}/utgava/{number}/samla-{name}.{format}";

    /// <summary>An edition's number as it stands in its address; null of what is none, as 01.</summary>
    public static int? NumberIn(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && text == number.ToString(CultureInfo.InvariantCulture)
            ? number
            : null;

    public static string Of(Edition edition) =>
        $"/rapport/{edition.RoundId}/utgava/{edition.Number.ToString(CultureInfo.InvariantCulture)}";

    public static string Of(Edition edition, string format) => $"{Of(edition)}/samla-{NameOf(edition)}.{format}";

    /// <summary>The edition in the name of its files, which may lie beside those of another.</summary>
    public static string NameOf(Edition edition) =>
        string.Create(CultureInfo.InvariantCulture, $"{edition.RoundId}-{edition.Number}");
}
