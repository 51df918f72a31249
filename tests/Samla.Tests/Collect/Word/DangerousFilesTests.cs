using System.IO.Compression;
using System.Text;
using Samla.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect.Word;

/// <summary>Files that are not what they say, or mean harm: a clear message, and nothing run or unpacked.</summary>
public sealed class DangerousFilesTests(Databases databases)
{
    private const string Document = "word/document.xml";

    public static TheoryData<string, byte[]> Pretenders { get; } =
        new()
        {
            { "tom", [] },
            { "ingen Word-fil", "Det här är text."u8.ToArray() },
            { "PDF", "%PDF-1.7 …"u8.ToArray() },
            { "RTF", "{\\rtf1 …"u8.ToArray() },
            { "lösenord", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
            { "skadad", "PK\u0003\u0004 och sedan ingenting"u8.ToArray() },
            { "packad mapp", Zip(("bild.png", [1, 2, 3])) },
            { ".odt", Zip(("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()), ("content.xml", [])) },
            {
                "annat program",
                Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("xl/workbook.xml", "<workbook/>"u8.ToArray()))
            },
            { "20 MB", new byte[ReadSubmissionFile.MaxBytes + 1] },
        };

    [Theory]
    [MemberData(nameof(Pretenders), DisableDiscoveryEnumeration = true)]
    public void A_file_that_only_pretends_is_refused_with_what_it_is(string what, byte[] file) =>
        Assert.Contains(what, Imports.Refused(file), StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_with_macros_is_refused_and_it_is_said_how_to_save_without(bool isDeclared)
    {
        var edit = await Edit();
        edit.Put("word/vbaProject.bin", [1, 2, 3]);
        if (isDeclared)
        {
            edit.Put(
                "[Content_Types].xml",
                Text(edit, "[Content_Types].xml")
                    .Replace(
                        "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                        "vnd.ms-word.document.macroEnabled.main",
                        StringComparison.Ordinal
                    )
            );
            edit.Remove("word/vbaProject.bin");
        }

        var message = Imports.Refused(edit.Save());
        Assert.Contains("makron", message, StringComparison.Ordinal);
        Assert.Contains("Word-dokument (*.docx)", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Document)]
    [InlineData("word/media/image1.png")]
    public async Task A_zip_bomb_is_not_unpacked(string part)
    {
        var bomb = await Bomb(part, 400);
        Assert.True(bomb.Length < 2_000_000);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        Assert.Contains("packas upp", Imports.Refused(bomb), StringComparison.Ordinal);

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 300_000_000);
    }

    [Fact]
    public async Task A_part_that_lies_about_its_size_is_not_unpacked_either()
    {
        var bomb = await Bomb(Document, 100);
        // The size is told in the ZIP's own list of parts, as four bytes.
        var told = BitConverter.GetBytes(100 * 1_048_576);
        for (int at; (at = bomb.AsSpan().IndexOf(told)) >= 0; )
        {
            BitConverter.GetBytes(1_000).CopyTo(bomb, at);
        }

        Imports.Refused(bomb);
    }

    [Fact]
    public async Task A_million_elements_in_each_other_are_not_followed()
    {
        var edit = await Edit();
        var file = Replace(
            edit.Save(),
            Document,
            $"<w:document xmlns:w='{WordEdit.W}'>{string.Concat(Enumerable.Repeat("<w:body>", 100_000))}"
        );
        Assert.Contains("packas upp", Imports.Refused(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_type_with_entities_is_not_read()
    {
        var file = Replace(
            (await Edit()).Save(),
            Document,
            $"""<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="{WordEdit.W}"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"""
        );
        Assert.Contains("skadad", Imports.Refused(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Word_file_that_is_no_template_is_refused()
    {
        var edit = await Edit();
        edit.Remove("docProps/custom.xml");
        edit.Remove("customXml/item.xml");
        Assert.Contains("Hämta mallen på nytt", Imports.Refused(edit.Save()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("docProps/custom.xml")]
    [InlineData("customXml/item.xml")]
    public async Task A_file_that_says_two_things_of_whose_it_is_is_refused(string part)
    {
        var edit = await Edit();
        edit.Put(part, Text(edit, part).Replace(">2023<", ">2022<", StringComparison.Ordinal));
        Assert.Contains("inte entydigt", Imports.Refused(edit.Save()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_shorter_part_of_a_file_and_no_changed_byte_breaks_the_reader()
    {
        var file = (await Edit()).Save();
        var dice = new Random(17);
        for (var round = 0; round < 300; round++)
        {
            var broken = file[..(round % 3 == 0 ? dice.Next(file.Length) : file.Length)];
            for (var hit = 0; hit < 5 && broken.Length > 0; hit++)
            {
                broken[dice.Next(broken.Length)] = (byte)dice.Next(256);
            }

            new ReadSubmissionFile().Run(broken); // an answer, whichever it is
        }
    }

    private async Task<byte[]> Bomb(string part, int megabytes)
    {
        using var file = new MemoryStream();
        file.Write((await Edit()).Save());
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)?.Delete();
            using var stream = archive.CreateEntry(part, CompressionLevel.Optimal).Open();
            var spaces = Encoding.ASCII.GetBytes(new string(' ', 1_048_576));
            for (var written = 0; written < megabytes; written++)
            {
                stream.Write(spaces);
            }
        }

        return file.ToArray();
    }

    private static byte[] Replace(byte[] file, string part, string text)
    {
        using var changed = new MemoryStream();
        changed.Write(file);
        using (var archive = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)!.Delete();
            using var stream = archive.CreateEntry(part).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return changed.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(bytes);
            }
        }

        return file.ToArray();
    }

    private static string Text(WordEdit edit, string part) => edit.Load(part).ToString();

    private async Task<WordEdit> Edit()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        return await WordEdit.Of(database, Sample2023.Värmland);
    }
}
