using System.Buffers;
using System.Text;

namespace Samla.Common;

/// <summary>
/// Turns a file's bytes into text. Reads UTF-8, UTF-16 (with or without byte order mark) and Windows-1252, and says which.
/// </summary>
public static class TextDecoder
{
    private static readonly SearchValues<char> Unprintable = SearchValues.Create([
        .. Enumerable
            .Range(0, 32)
            .Select(code => (char)code)
            .Where(sign => sign is not ('\t' or '\n' or '\r' or '\f' or '\v')),
    ]);

    /// <summary>What became of the bytes.</summary>
    public abstract record Result
    {
        private Result() { }

        /// <param name="Text">The text with line ends as \n and no byte order mark.</param>
        /// <param name="Encoding">"utf-8", "utf-16le", "utf-16be" or "windows-1252".</param>
        public sealed record Decoded(string Text, string Encoding) : Result;

        /// <param name="Message">What is wrong and what to do, in Swedish.</param>
        public sealed record NotText(string Message) : Result;
    }

    public static Result Decode(ReadOnlySpan<byte> bytes)
    {
        if (KnownFormat(bytes) is { } message)
        {
            return new Result.NotText(message);
        }

        var (encoding, name, start) = Encodings(bytes);
        string text;
        try
        {
            text = encoding.GetString(bytes[start..]);
        }
        catch (DecoderFallbackException)
        {
            // Every byte is some sign in Windows-1252, the encoding of older Swedish text files.
            text = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
            name = "windows-1252";
        }

        if (text.AsSpan().ContainsAny(Unprintable))
        {
            return new Result.NotText(
                "Filen är ingen textfil: den innehåller tecken som inte hör hemma i text. Spara rapporten som text (.txt) och försök igen."
            );
        }

        return string.IsNullOrWhiteSpace(text)
            ? new Result.NotText("Filen är tom. Välj en fil med rapportens text.")
            : new Result.Decoded(WithLineEnds(text).TrimStart('\ufeff'), name);
    }

    // Not ReplaceLineEndings: it takes form feeds too, and these part the pages.
    private static string WithLineEnds(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Replace('\u0085', '\n')
            .Replace('\u2028', '\n')
            .Replace('\u2029', '\n');

    private static string? KnownFormat(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            _ when bytes.StartsWith("%PDF"u8) =>
                "Filen är en PDF. Granskaren läser Word (.docx), text (.txt) och Markdown (.md). Spara PDF-filen som text och försök igen.",
            _ when bytes.StartsWith("PK\u0003\u0004"u8) =>
                "Filen är ett Word-dokument eller ett annat zip-arkiv, och ingen text. Spara dokumentet som oformaterad text och försök igen.",
            [0xD0, 0xCF, 0x11, 0xE0, ..] =>
                "Filen är ett äldre Office-dokument. Granskaren läser Word (.docx), text (.txt) och Markdown (.md). Spara om dokumentet som Word-dokument (.docx) och försök igen.",
            _ => null,
        };

    private static (Encoding Encoding, string Name, int Start) Encodings(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Strict(new UTF8Encoding()), "utf-8", 3),
            [0xFF, 0xFE, ..] => (Strict(new UnicodeEncoding(bigEndian: false, byteOrderMark: false)), "utf-16le", 2),
            [0xFE, 0xFF, ..] => (Strict(new UnicodeEncoding(bigEndian: true, byteOrderMark: false)), "utf-16be", 2),
            _ when ZerosAt(bytes, odd: true) => (
                Strict(new UnicodeEncoding(bigEndian: false, byteOrderMark: false)),
                "utf-16le",
                0
            ),
            _ when ZerosAt(bytes, odd: false) => (
                Strict(new UnicodeEncoding(bigEndian: true, byteOrderMark: false)),
                "utf-16be",
                0
            ),
            _ => (Strict(new UTF8Encoding()), "utf-8", 0),
        };

    private static Encoding Strict(Encoding encoding) =>
        Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    // Swedish text in UTF-16 has a zero in nearly every second byte, always on the same side.
    private static bool ZerosAt(ReadOnlySpan<byte> bytes, bool odd)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        int here = 0,
            there = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
            {
                (here, there) = (i % 2 == 1) == odd ? (here + 1, there) : (here, there + 1);
            }
        }

        return sample.Length > 0 && here > sample.Length / 4 && there <= here / 20;
    }
}
