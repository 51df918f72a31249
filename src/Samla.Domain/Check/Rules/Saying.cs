using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>Pieces of the rules' Swedish messages.</summary>
internal static class Saying
{
    /// <summary>"en region", "tre regioner"; or boards.</summary>
    public static string Count(int count, ClaimSubject subject) =>
        subject == ClaimSubject.Agencies
            ? $"{Numeral.Write(count)} {(count == 1 ? "länsstyrelse" : "länsstyrelser")}"
            : $"{Numeral.Write(count)} {(count == 1 ? "region" : "regioner")}";

    /// <summary>"fotnot 7", "fotnoterna 7 och 9".</summary>
    public static string Notes(params IReadOnlyList<int> numbers) =>
        numbers.Count == 1
            ? $"fotnot {numbers[0]}"
            : $"fotnoterna {SwedishText.Enumeration([.. numbers.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))])}";
}
