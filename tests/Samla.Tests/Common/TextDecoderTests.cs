using System.Text;
using Samla.Common;

namespace Samla.Tests.Common;

public sealed class TextDecoderTests
{
    private const string Text = "Åtta regioner nämner ”vatten”.\nÄven län – och öar.\n";

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static TheoryData<string, byte[]> Encodings { get; } =
        new()
        {
            { "utf-8", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(Text) },
            { "utf-8", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)] },
            { "utf-16le", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)] },
            { "utf-16le", Encoding.Unicode.GetBytes(Text) },
            { "utf-16be", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
            { "utf-16be", Encoding.BigEndianUnicode.GetBytes(Text) },
            { "windows-1252", Windows1252.GetBytes(Text) },
        };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_text_is_read_in_whatever_encoding_it_came(string encoding, byte[] bytes) =>
        Assert.Equal(new TextDecoder.Result.Decoded(Text, encoding), TextDecoder.Decode(bytes));

    [Theory]
    [InlineData("a\r\nb\r\n", "a\nb\n")]
    [InlineData("a\rb", "a\nb")]
    [InlineData("a\u2028b\u2029c", "a\nb\nc")]
    [InlineData("a\fb", "a\fb")] // a form feed parts pages, not lines
    [InlineData("a\tb", "a\tb")]
    public void Line_ends_become_one_sign_and_page_ends_are_kept(string text, string decoded) =>
        Assert.Equal(
            new TextDecoder.Result.Decoded(decoded, "utf-8"),
            TextDecoder.Decode(Encoding.UTF8.GetBytes(text))
        );

    [Fact]
    public void One_byte_that_is_no_UTF_8_makes_it_Windows_1252() =>
        Assert.Equal(
            new TextDecoder.Result.Decoded("Skåne – 5 €", "windows-1252"),
            TextDecoder.Decode(Windows1252.GetBytes("Skåne – 5 €"))
        );

    public static TheoryData<string, byte[]> NoText { get; } =
        new()
        {
            { "Filen är tom.", [] },
            { "Filen är tom.", [0xEF, 0xBB, 0xBF] },
            { "Filen är tom.", [0xFF, 0xFE] },
            { "Filen är tom.", " \r\n\t\f "u8.ToArray() },
            { "Filen är en PDF.", "%PDF-1.7\n"u8.ToArray() },
            { "Filen är ett Word-dokument", "PK\u0003\u0004\u0014"u8.ToArray() },
            { "Filen är ett äldre Office-dokument.", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1] },
            { "Filen är ingen textfil", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0] },
            { "Filen är ingen textfil", [0, 1, 2, 3] },
            { "Filen är ingen textfil", [0xFF, 0xFE, 0x00, 0xD8] }, // half a surrogate pair
            { "Filen är ingen textfil", [0xFF, 0xFE, 0x41, 0x00, 0x42] }, // half a character
            { "Filen är ingen textfil", [0xFF, 0xFE, 0x00, 0x00, 0x41, 0x00, 0x00, 0x00] }, // UTF-32
        };

    [Theory]
    [MemberData(nameof(NoText))]
    public void What_is_no_text_is_refused_with_what_to_do(string beginning, byte[] bytes)
    {
        var refused = Assert.IsType<TextDecoder.Result.NotText>(TextDecoder.Decode(bytes));
        Assert.StartsWith(beginning, refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_with_a_stray_control_sign_is_refused() =>
        Assert.IsType<TextDecoder.Result.NotText>(TextDecoder.Decode("Sju regioner\u0007"u8));
}
