using System.Text;
using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Samla.Collect;
using Samla.Common;
using Samla.Domain.Collect;
using Samla.Reference;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect.Word;

/// <summary>A template goes out as a Word file and comes back as it was.</summary>
public sealed class TemplateDocxTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    private static readonly Gen<string> Line = Gen.OneOf(
        Gen.String.Select(text => Plain(text)),
        Among("Tabeller", "1.1 Mål", "a [b]", "(rubrik)", "alla", "ja", "Beteckning", "- a", "Kolumner", "å & <b>")
    );

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String.Select(Holdable),
        Line.List[0, 4].Select(lines => Holdable(string.Join('\n', lines))),
        Gen.Const("Två stycken.\n\n- en punkt\n\tindraget  med mellanslag")
    );

    private static readonly Gen<TemplateFile> Files =
        from tables in Gen.Select(Line, Columns().List[0, 3], (title, columns) => (title, columns)).List[0, 2]
        from sections in Gen.Select(Line, Text, Gen.Int[1, 20], Requirements(tables.Count).List[0, 3]).List[0, 3]
        from texts in Gen.Select(Line, Text, Gen.Bool)
        select new TemplateFile(
            "mall-x",
            texts.Item1,
            texts.Item2,
            [
                .. sections.Select(
                    (one, at) =>
                        new TemplateFile.SectionEntry(
                            $"s{at}",
                            one.Item1,
                            [.. one.Item4.Select((asked, order) => asked with { Id = $"s{at}-{order}" })],
                            one.Item3 < 10 ? one.Item3 : null,
                            one.Item2
                        )
                ),
            ],
            [
                .. tables.Select(
                    (one, at) =>
                        new TemplateFile.TableEntry(
                            $"t{at}",
                            one.title,
                            [.. one.columns.Select((column, order) => column with { Id = $"k{order}" })]
                        )
                ),
            ],
            texts.Item3 ? "mall-2023" : null
        );

    public static TheoryData<string> Shipped { get; } = ["mall-2023", "mall-2024-99"];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void What_is_written_is_read_back_as_the_same(string id) =>
        Assert.Equal(Yaml(File(id)), Yaml(Read(ExportTemplateAsWord.Write(File(id), Now))));

    [Fact]
    public void Any_template_comes_back_as_it_was() =>
        Files.Sample(file => Assert.Equal(Yaml(file), Yaml(Read(ExportTemplateAsWord.Write(file, Now)))), iter: 200);

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task A_file_that_LibreOffice_has_saved_is_read_as_the_same(string id)
    {
        using var office = new LibreOffice();
        var saved = await office.Save(ExportTemplateAsWord.Write(File(id), Now), "docx", "docx");
        Assert.Equal(Yaml(File(id)), Yaml(Read(saved)));
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Word_finds_nothing_wrong_in_the_file_and_it_is_the_same_each_time(string id)
    {
        var bytes = ExportTemplateAsWord.Write(File(id), Now);
        Assert.Equal(bytes, ExportTemplateAsWord.Write(File(id), Now));
        using var word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Microsoft365)
                .Validate(word, TestContext.Current.CancellationToken)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")
        );
    }

    private static Gen<T> Among<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(at => choices[at]);

    internal static TemplateFile File(string id) =>
        Assert.IsType<Templates.Outcome.Fits>(Templates.Read(DataFolder.Registers)).Templates.Files[id];

    internal static byte[] Write(string id) => ExportTemplateAsWord.Write(File(id), Now);

    internal static TemplateFile Read(byte[] file)
    {
        var outcome = new ReadTemplateFile().Run(file);
        Assert.True(
            outcome is ReadTemplateFile.Outcome.Read,
            outcome is ReadTemplateFile.Outcome.Refused(var errors) ? string.Join('\n', errors) : ""
        );
        return ((ReadTemplateFile.Outcome.Read)outcome).File;
    }

    internal static string Yaml(TemplateFile file) => YamlWriter.Write(file, DataFolder.Strict);

    private static string Plain(string text) => Holdable(text).Replace('\n', ' ').Replace('\t', ' ').Trim();

    /// <summary>The text as a Word file can hold it.</summary>
    private static string Holdable(string text) =>
        string.Concat(
                Source
                    .Normalised(text)
                    .EnumerateRunes()
                    .Where(rune =>
                        rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF))
                    )
            )
            .Trim();

    private static Gen<TemplateFile.RequirementEntry> Requirements(int tables) =>
        from words in Gen.Select(Line, Text, Text, Text)
        from kind in Among("narrative", "table", "allocation")
        from actor in Among("region", "county-board")
        from limit in Gen.Select(Gen.Int[0, int.MaxValue], Gen.Bool)
        from counties in Among<string[]?>(null, ["09"], ["24", "01", "25"])
        from table in Gen.Int[-1, tables - 1]
        from optional in Gen.Bool
        select new TemplateFile.RequirementEntry(
            "",
            kind,
            words.Item1,
            words.Item2,
            actor,
            new(limit.Item1, limit.Item2),
            words.Item3,
            words.Item4,
            counties,
            table < 0 ? null : $"t{table}",
            optional
        );

    private static Gen<TemplateFile.ColumnEntry> Columns() =>
        from words in Gen.Select(Line, Text, Line)
        from type in Among("text", "number", "date", "choice", "multi-choice", "link")
        from limit in Gen.Int[0, 5_000]
        from required in Gen.Bool
        from labels in Line.Where(label => !label.StartsWith("- ", StringComparison.Ordinal)).List[0, 3]
        select new TemplateFile.ColumnEntry(
            "",
            words.Item1,
            type,
            words.Item2,
            words.Item3,
            limit < 2_000 ? limit : null,
            required,
            labels.Count == 0 ? null : [.. labels.Select((label, at) => new TemplateFile.OptionEntry($"v{at}", label))]
        );
}
