using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Samla.Common;
using Samla.Domain.Collect;

namespace Samla.Collect.Word;

/// <summary>An answer as paragraphs of a Word file. What is written here is read back as the same text.</summary>
internal static class WordText
{
    /// <summary>Stands where there is no answer yet, and is none.</summary>
    public const string Placeholder = "Skriv svaret här. Den här raden räknas inte som svar.";

    /// <summary>The text with nothing in it that a Word file cannot hold.</summary>
    public static string Canonical(string text) =>
        string.Join('\t', Source.Normalised(text).Split('\t').Select(SafeText.Of)).Trim();

    /// <summary>Whether two texts are the same to a reader: å is å however it is encoded.</summary>
    public static bool Same(string one, string other) => Comparable(one) == Comparable(other);

    /// <summary>The text such that what is the same to a reader is equal.</summary>
    public static string Comparable(string text) => Canonical(text).Normalize();

    /// <summary>Each line is a paragraph, an empty line too.</summary>
    public static IEnumerable<Paragraph> Paragraphs(string style, string text) =>
        text.Split('\n').Select(line => DocxText.Paragraph(style, [.. Line(line)]));

    private static IEnumerable<OpenXmlElement> Line(string line)
    {
        if (line.Length == 0)
        {
            yield break;
        }

        var run = new Run();
        foreach (var (index, words) in line.Split('\t').Index())
        {
            if (index > 0)
            {
                run.Append(new TabChar());
            }

            if (words.Length > 0)
            {
                run.Append(new Text(SafeText.Of(words)) { Space = SpaceProcessingModeValues.Preserve });
            }
        }

        yield return run;
    }

    /// <summary>
    /// A text as answers are kept, without the words that stand where there is none: LibreOffice lets people write on after them.
    /// </summary>
    public static string Answer(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            var rest = line.Replace(Placeholder, "", StringComparison.Ordinal);
            if (rest.Length > 0 || line.Length == 0)
            {
                text.Append(rest).Append('\n');
            }
        }

        return Source.Normalised(text.ToString());
    }
}
