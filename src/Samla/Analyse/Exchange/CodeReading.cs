using System.Xml.Linq;

namespace Samla.Analyse.Exchange;

/// <summary>Reads codes, which projects and codebooks write alike.</summary>
/// <param name="troubles">Is told what is wrong.</param>
/// <param name="file">What the file is called in messages.</param>
/// <param name="notesOf">Reads what was noted of a code; null where the format has no notes.</param>
internal sealed class CodeReading(
    Troubles troubles,
    string file,
    Func<XElement, IReadOnlyList<ExchangeNote>>? notesOf = null
)
{
    /// <summary>The ids of all codes that were read.</summary>
    public HashSet<Guid> Ids { get; } = [];

    public IReadOnlyList<ExchangeCode> Read(IEnumerable<XElement> elements) =>
        [.. elements.Select(Code).OfType<ExchangeCode>()];

    private ExchangeCode? Code(XElement element)
    {
        if (QdaXml.Id(element.Value("guid")) is not { } id)
        {
            troubles.Add($"{file}: {element.Place} saknar guid, eller har en som inte är giltig. {Troubles.Again}");
            return null;
        }

        if (!Ids.Add(id))
        {
            troubles.Add($"{file}: {element.Place} har samma guid som en annan kod ({id}). {Troubles.Again}");
        }

        return new(
            id,
            element.Value("name") ?? "",
            element.Text("Description"),
            Colour(element.Value("color")),
            element.Value("isCodable")?.Trim() is not ("false" or "0"),
            Read(element.Named("Code"))
        )
        {
            Notes = notesOf?.Invoke(element) ?? [],
        };
    }

    private static string? Colour(string? text)
    {
        var digits = text?.Trim().TrimStart('#').ToLowerInvariant();
        return digits?.All(char.IsAsciiHexDigit) != true ? null
            : digits.Length == 6 ? $"#{digits}"
            : digits.Length == 3 ? $"#{string.Concat(digits.Select(digit => new string(digit, 2)))}"
            : null;
    }
}
