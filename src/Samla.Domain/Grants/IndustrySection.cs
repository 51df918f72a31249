using System.Globalization;

namespace Samla.Domain.Grants;

/// <summary>A section of the Swedish Standard Industrial Classification (SNI 2007, after NACE Rev. 2).</summary>
/// <param name="Letter">A–U.</param>
/// <param name="Name">Short, in Swedish, in words of our own.</param>
/// <param name="First">Its first division, two digits.</param>
/// <param name="Last">Its last.</param>
public sealed record IndustrySection(char Letter, string Name, int First, int Last)
{
    /// <summary>By letter.</summary>
    public static IReadOnlyList<IndustrySection> All { get; } =
    [
        new('A', "Jordbruk, skogsbruk och fiske", 1, 3),
        new('B', "Gruvor och mineral", 5, 9),
        new('C', "Tillverkning", 10, 33),
        new('D', "El, gas och värme", 35, 35),
        new('E', "Vatten, avlopp och avfall", 36, 39),
        new('F', "Bygg", 41, 43),
        new('G', "Handel", 45, 47),
        new('H', "Transport och lager", 49, 53),
        new('I', "Hotell och restaurang", 55, 56),
        new('J', "Information och kommunikation", 58, 63),
        new('K', "Finans och försäkring", 64, 66),
        new('L', "Fastigheter", 68, 68),
        new('M', "Juridik, ekonomi och teknik", 69, 75),
        new('N', "Uthyrning och stödtjänster", 77, 82),
        new('O', "Offentlig förvaltning", 84, 84),
        new('P', "Utbildning", 85, 85),
        new('Q', "Vård och omsorg", 86, 88),
        new('R', "Kultur, nöje och fritid", 90, 93),
        new('S', "Annan service", 94, 96),
        new('T', "Hushåll som arbetsgivare", 97, 98),
        new('U', "Internationella organisationer", 99, 99),
    ];

    /// <summary>The section that a code of two to five digits belongs to; null where it is none.</summary>
    public static IndustrySection? Of(string code) =>
        code.Length >= 2
        && int.TryParse(code.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var division)
            ? All.FirstOrDefault(section => division >= section.First && division <= section.Last)
            : null;
}
