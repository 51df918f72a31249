using System.Text;

namespace Samla.Tests.Testing;

/// <summary>Reads comma-separated values as RFC 4180 has them, and takes nothing else: an independent judge of what is written.</summary>
internal static class CsvText
{
    public static IReadOnlyList<string[]> Rows(byte[] file)
    {
        var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(file);
        var rows = new List<string[]>();
        for (var at = 0; at < text.Length; )
        {
            var cells = new List<string> { Cell(text, ref at) };
            while (text[at] == ',')
            {
                at++;
                cells.Add(Cell(text, ref at));
            }

            Assert.Equal("\r\n", text.Substring(at, 2));
            at += 2;
            rows.Add([.. cells]);
        }

        return rows;
    }

    private static string Cell(string text, ref int at)
    {
        if (text[at] != '"')
        {
            var end = text.AsSpan(at).IndexOfAny(",\"\r\n");
            var plain = text.Substring(at, end);
            at += end;
            Assert.NotEqual('"', text[at]);
            return plain;
        }

        var cell = new StringBuilder();
        for (at++; text[at] != '"' || text[at + 1] == '"'; at++)
        {
            at += text[at] == '"' ? 1 : 0;
            cell.Append(text[at]);
        }

        at++;
        return cell.ToString();
    }
}
