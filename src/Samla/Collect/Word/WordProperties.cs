using System.Xml.Linq;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;

namespace Samla.Collect.Word;

/// <summary>Where a file keeps its <see cref="WordStamp"/>: among its properties, and in a part of its own.</summary>
internal static class WordProperties
{
    public static readonly XNamespace Own = "urn:samla:redovisning";

    public const string OwnProperty = "egenskap";
    public const string OwnName = "namn";

    private const string FormatId = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
    private const string PropertiesId = "own";
    private const string PartId = "stamp";

    // The first two numbers are taken, says the format.
    private const int First = 2;

    public static void Write(WordprocessingDocument word, MainDocumentPart document, WordStamp stamp)
    {
        var all = stamp.Write().ToList();
        word.AddNewPart<CustomFilePropertiesPart>(PropertiesId).Properties = new Properties(
            all.Select(
                (property, index) =>
                    new CustomDocumentProperty(new VTLPWSTR(property.Value))
                    {
                        FormatId = FormatId,
                        PropertyId = index + First,
                        Name = property.Name,
                    }
            )
        );
        var own = new XElement(
            Own + "redovisning",
            all.Select(property => new XElement(
                Own + OwnProperty,
                new XAttribute(OwnName, property.Name),
                property.Value
            ))
        );
        using var part = document.AddNewPart<CustomXmlPart>("application/xml", PartId).GetStream(FileMode.Create);
        own.Save(part);
    }
}
