using System.Globalization;
using System.Text;
using System.Xml;
using Samla.Common;

namespace Samla.Analyse.Exchange;

/// <summary>How the XML of exchange files is written: the same project gives the same bytes.</summary>
internal static class QdaWriting
{
    public const string Origin = "Samla";

    public static XmlWriter Writer(Stream output) =>
        XmlWriter.Create(
            output,
            new XmlWriterSettings
            {
                Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                Indent = true,
                NewLineChars = "\n",
                NewLineHandling = NewLineHandling.Entitize,
            }
        );

    /// <summary>Lower case and without braces, which every program reads.</summary>
    public static string Of(Guid id) => id.ToString("D");

    extension(XmlWriter xml)
    {
        /// <summary>Nothing where there is nothing to say.</summary>
        public void Attribute(string name, string? value)
        {
            if (value is not null)
            {
                xml.WriteAttributeString(name, SafeText.Of(value));
            }
        }

        public void Attribute(string name, Guid? id) => xml.Attribute(name, id is { } value ? Of(value) : null);

        public void Attribute(string name, DateTimeOffset? at) =>
            xml.Attribute(name, at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

        public void Element(string name, string? value)
        {
            if (value is not null)
            {
                xml.WriteElementString(name, SafeText.Of(value));
            }
        }

        public void Reference(string name, Guid target)
        {
            xml.WriteStartElement(name);
            xml.Attribute("targetGUID", (Guid?)target);
            xml.WriteEndElement();
        }

        public void References(IEnumerable<ExchangeNote> notes)
        {
            foreach (var note in notes)
            {
                xml.Reference("NoteRef", note.Id);
            }
        }

        public void Codes(IReadOnlyList<ExchangeCode> codes)
        {
            xml.WriteStartElement("Codes");
            foreach (var code in codes)
            {
                xml.Code(code);
            }

            xml.WriteEndElement();
        }

        private void Code(ExchangeCode code)
        {
            xml.WriteStartElement("Code");
            xml.Attribute("guid", (Guid?)code.Id);
            xml.Attribute("name", code.Name);
            xml.Attribute("isCodable", code.IsCodable ? "true" : "false");
            xml.Attribute("color", code.Colour);
            xml.Element("Description", code.Description);
            xml.References(code.Notes);
            foreach (var child in code.Children)
            {
                xml.Code(child);
            }

            xml.WriteEndElement();
        }
    }
}
