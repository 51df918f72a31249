using Samla.Domain;

namespace Samla.Web.Common;

/// <summary>Numbers with the word they go with, as running text has them.</summary>
internal static class Counted
{
    /// <summary>"Sju påståenden", as a sentence begins.</summary>
    public static string Begin(int number, string one, string many) => SwedishText.Capitalized(Of(number, one, many));

    /// <summary>"sju påståenden"; <paramref name="one"/> holds its own article, such as "ett påstående".</summary>
    public static string Of(int number, string one, string many) =>
        number == 1 ? one : $"{Numeral.Write(number)} {many}";
}
