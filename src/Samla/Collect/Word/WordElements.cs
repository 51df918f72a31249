using System.Xml.Linq;

namespace Samla.Collect.Word;

/// <summary>Elements of a Word file by their names, in either of the two namespaces that the standard has.</summary>
internal static class WordElements
{
    private static readonly XNamespace Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    extension(XElement element)
    {
        /// <summary>The element's name; null where it is none of Word's own.</summary>
        public string? WordName =>
            element.Name.Namespace == Transitional || element.Name.Namespace == Strict ? element.Name.LocalName : null;

        public bool IsWord(string name) => element.WordName == name;

        public XElement? Child(string name) => element.Element(element.Name.Namespace + name);

        /// <summary>An attribute of Word's own.</summary>
        public string? Value(string name) => (string?)element.Attribute(element.Name.Namespace + name);

        /// <summary>The form of a content that a program of today shows; nothing where it is no such choice.</summary>
        public IEnumerable<XElement> Alternative() =>
            element.Name.LocalName == "AlternateContent"
                ? (
                    element.Elements().FirstOrDefault(choice => choice.Name.LocalName == "Choice")
                    ?? element.Elements().FirstOrDefault(choice => choice.Name.LocalName == "Fallback")
                )?.Elements() ?? []
                : [];
    }
}
