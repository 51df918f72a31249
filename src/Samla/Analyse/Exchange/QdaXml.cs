using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Samla.Analyse.Exchange;

/// <summary>The XML of exchange files, read as what it may be: the work of somebody who wishes us ill.</summary>
internal static class QdaXml
{
    public const string ProjectNamespace = "urn:QDA-XML:project:1.0";
    public const string CodebookNamespace = "urn:QDA-XML:codebook:1.0";
    public const string ProjectFile = "project.qde";
    public const string SourcesFolder = "sources/";

    /// <summary>How a path to a file of the ZIP begins.</summary>
    public const string Internal = "internal://";

    // A codebook that people read has some five levels.
    private const int MaxDepth = 100;

    /// <summary>
    /// The root of a document; null after saying why not. Elements are found by their local names, since drafts of the standard
    /// had other namespaces and files with them are in use.
    /// </summary>
    public static XElement? Load(byte[] content, string root, Troubles troubles, string file)
    {
        try
        {
            using (var reader = Reader(content))
            {
                while (reader.Read())
                {
                    if (reader.Depth > MaxDepth)
                    {
                        troubles.Add(
                            $"{file} har element i fler än {MaxDepth} nivåer och läses därför inte. Kontrollera att rätt fil är vald."
                        );
                        return null;
                    }
                }
            }

            using var again = Reader(content);
            var loaded = XDocument.Load(again, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo).Root!;
            if (loaded.Name.LocalName == root)
            {
                return loaded;
            }

            troubles.Add(
                $"{file} börjar med elementet <{Troubles.Short(loaded.Name.LocalName)}>. Det ska vara <{root}>. Kontrollera att rätt fil är vald."
            );
        }
        catch (XmlException broken)
        {
            troubles.Add(
                content.AsSpan().IndexOf("<!DOCTYPE"u8) >= 0
                    ? $"{file} har en DOCTYPE, och den läses inte av säkerhetsskäl. Ta bort den, eller exportera filen på nytt."
                    : $"{file} är ingen giltig XML (rad {broken.LineNumber}). {Troubles.Again}"
            );
        }

        return null;
    }

    private static XmlReader Reader(byte[] content) =>
        XmlReader.Create(
            new MemoryStream(content, writable: false),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            }
        );

    extension(XElement element)
    {
        /// <summary>The children with a name.</summary>
        public IEnumerable<XElement> Named(string name) =>
            element.Elements().Where(child => child.Name.LocalName == name);

        /// <summary>The items of a group such as Users, which may be missing.</summary>
        public IEnumerable<XElement> Items(string group, string name) =>
            element.Named(group).SelectMany(found => found.Named(name));

        public string? Text(string name) =>
            element.Named(name).FirstOrDefault() is { } found ? WithLineFeeds(found.Value) : null;

        public string? Value(string attribute) => (string?)element.Attribute(attribute);

        /// <summary>What it is called and where it stands, for a message.</summary>
        public string Place =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"<{Troubles.Short(element.Name.LocalName)}> på rad {((IXmlLineInfo)element).LineNumber}"
            );

        public DateTimeOffset? Time(string attribute) =>
            DateTimeOffset.TryParse(
                element.Value(attribute),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var time
            )
                ? new DateTimeOffset(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero)
                : null;
    }

    /// <summary>The text with "\n" at the end of each line.</summary>
    public static string WithLineFeeds(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>With or without braces, in capitals or not.</summary>
    public static Guid? Id(string? text) =>
        text?.Trim() is { } trimmed
        && (Guid.TryParseExact(trimmed, "D", out var id) || Guid.TryParseExact(trimmed, "B", out id))
            ? id
            : null;
}
