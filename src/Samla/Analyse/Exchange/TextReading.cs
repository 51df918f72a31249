using System.Xml.Linq;

namespace Samla.Analyse.Exchange;

/// <summary>Reads the words of a text or a note, in its element or in a file of the package.</summary>
internal sealed class TextReading(QdpxPackage package, Troubles troubles, Notices notices)
{
    /// <summary>The plain text, in the element or in a file; null after saying why not.</summary>
    public StoredText? Read(XElement element, string name)
    {
        if (element.Named("PlainTextContent").FirstOrDefault() is { } content)
        {
            return new(content.Value, HasMark: false);
        }

        if (element.Value("plainTextPath") is not { } path)
        {
            var isNote = element.Name.LocalName == "Note";
            notices.LeaveOut(
                element.Value("richTextPath") is null ? $"”{Troubles.Short(name)}” har ingen text."
                : isNote ? $"Anteckningen ”{Troubles.Short(name)}” finns bara som Word-fil. Kopiera texten dit den hör."
                : $"”{Troubles.Short(name)}” finns bara som Word-fil utan ren text, som markeringarna skulle peka i."
            );
            return null;
        }

        if (package.Find(path) is { } file)
        {
            return package.Text(file);
        }

        if (
            path.StartsWith("relative:", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("absolute:", StringComparison.OrdinalIgnoreCase)
        )
        {
            notices.LeaveOut(
                $"”{Troubles.Short(name)}” ligger utanför projektfilen ({Troubles.Short(path)}). Exportera projektet med texterna i filen."
            );
        }
        else
        {
            troubles.Add(
                $"{QdaXml.ProjectFile}: {element.Place} pekar på filen {Troubles.Short(path)}, som inte finns i projektfilen. {Troubles.Again}"
            );
        }

        return null;
    }
}
