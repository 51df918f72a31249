using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Samla.Common;
using Samla.Domain;
using Samla.Reference;

namespace Samla.Collect.Word;

/// <summary>A template as a Word file to read and to change. <see cref="TemplateDocxReader"/> reads it back as the same.</summary>
internal sealed class TemplateDocx
{
    private const int NameWidth = 1_900;

    private static readonly (string Header, int Width)[] Columns =
    [
        .. TemplateDocxWords.ColumnRows.Zip([1_500, 1_900, 2_900, 1_200, 1_150, 1_210, 850, 2_950]),
    ];

    private readonly TemplateFile _file;
    private readonly OpenXmlWriter _writer;

    private TemplateDocx(TemplateFile file, OpenXmlWriter writer)
    {
        _file = file;
        _writer = writer;
    }

    /// <param name="file">The template.</param>
    /// <param name="now">When the file is made, as it says itself.</param>
    public static byte[] Write(TemplateFile file, DateTimeOffset now)
    {
        using var bytes = new MemoryStream();
        using (var word = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var document = word.AddNewPart<MainDocumentPart>(DocxFile.DocumentType, DocxFile.DocumentId);
            document.AddNewPart<StyleDefinitionsPart>(DocxFile.StylesId).Styles = TemplateDocxStyles.Make();
            document.AddNewPart<NumberingDefinitionsPart>(DocxFile.NumberingId).Numbering =
                TemplateDocxStyles.Numbers();
            document.AddNewPart<DocumentSettingsPart>(DocxFile.SettingsId).Settings = DocxFile.Settings();
            document.AddNewPart<HeaderPart>(DocxFile.HeaderId).Header = DocxFile.Header(file.Title);
            document.AddNewPart<FooterPart>(DocxFile.FooterId).Footer = DocxFile.Footer(
                $"Mallen {file.Id}, skriven {SwedishTime.Of(SwedishTime.DayOf(now))}"
            );
            using (var writer = OpenXmlWriter.Create(document))
            {
                new TemplateDocx(file, writer).WriteDocument();
            }

            DocxFile.WriteProperties(
                word.AddNewPart<CoreFilePropertiesPart>(DocxFile.PropertiesId),
                file.Title,
                "Samla",
                TemplateDocxWords.Subtitle,
                now
            );
        }

        DocxFile.DateEntries(bytes, now);
        return bytes.ToArray();
    }

    private void WriteDocument()
    {
        _writer.WriteStartDocument(standalone: true);
        _writer.WriteStartElement(new Document());
        _writer.WriteStartElement(new Body());
        WriteCover();
        foreach (var section in _file.Sections)
        {
            Write(section);
        }

        // The pages that are upright end here.
        _writer.WriteElement(
            new Paragraph(
                new ParagraphProperties(
                    new SpacingBetweenLines { Before = "0", After = "0" },
                    new SectionProperties(DocxFile.Pages().ChildElements.Select(one => one.CloneNode(deep: true)))
                )
            )
        );
        WriteTables();
        _writer.WriteElement(WidePages());
        _writer.WriteEndElement();
        _writer.WriteEndElement();
    }

    private static SectionProperties WidePages()
    {
        var pages = DocxFile.Pages();
        pages.RemoveAllChildren<TitlePage>();
        var size = pages.GetFirstChild<PageSize>()!;
        (size.Width, size.Height, size.Orient) = (16_838, 11_906, PageOrientationValues.Landscape);
        return pages;
    }

    private void WriteCover()
    {
        Line(DocxStyles.Title, Titled(_file.Title));
        Line(DocxStyles.Subtitle, TemplateDocxWords.Subtitle);
        Line(DocxStyles.Subtitle, "");
        Properties(
            "Mallen",
            _file.Id,
            (TemplateDocxWords.BasedOn, _file.BasedOn ?? ""),
            (TemplateDocxWords.Note, _file.Note)
        );
        Line(TemplateDocxStyles.Advice, TemplateDocxWords.Advice);
        foreach (var advice in TemplateDocxWords.Advices)
        {
            Line(DocxStyles.Bullet, advice);
        }
    }

    private void Write(TemplateFile.SectionEntry section)
    {
        Line(DocxStyles.Heading(1), Titled(section.Title));
        Properties(
            $"Avsnittet {section.Title}",
            section.Id,
            (TemplateDocxWords.Chapter, section.Chapter?.ToString(CultureInfo.InvariantCulture) ?? ""),
            (TemplateDocxWords.Guidance, section.Guidance)
        );
        foreach (var requirement in section.Requirements)
        {
            Write(requirement);
        }
    }

    private void Write(TemplateFile.RequirementEntry asked)
    {
        Line(DocxStyles.Heading(2), Titled(asked.Title));
        Properties(
            $"Kravet {asked.Title}",
            asked.Id,
            (TemplateDocxWords.Instruction, asked.Instruction),
            (TemplateDocxWords.Help, asked.Help),
            (TemplateDocxWords.LegalBasis, asked.LegalBasis),
            (TemplateDocxWords.Kind, TemplateDocxWords.Kinds.GetValueOrDefault(asked.Kind, asked.Kind)),
            (TemplateDocxWords.Limit, Limit(asked.CharacterLimit)),
            (
                TemplateDocxWords.AnsweredBy,
                TemplateDocxWords.Actors.GetValueOrDefault(asked.AnsweredBy, asked.AnsweredBy)
            ),
            (TemplateDocxWords.Counties, Counties(asked.Counties)),
            (TemplateDocxWords.Optional, YesOrNo(asked.Optional)),
            (TemplateDocxWords.Table, TableOf(asked))
        );
    }

    private string TableOf(TemplateFile.RequirementEntry asked) =>
        _file.Tables.FirstOrDefault(table => table.Id == asked.Table) is { } table
            ? Marked(table.Title, table.Id)
            : asked.Table ?? "";

    private void WriteTables()
    {
        Line(TemplateDocxStyles.Part, TemplateDocxWords.Tables);
        Line(TemplateDocxStyles.Hint, TemplateDocxWords.TablesHint);
        foreach (var table in _file.Tables)
        {
            Line(TemplateDocxStyles.Table, Titled(table.Title));
            Properties($"Tabellen {table.Title}", table.Id);
            Line(DocxStyles.Caption, TemplateDocxWords.Columns);
            Write(table);
        }

        // A table that is the last of a file cannot be written after.
        Line(TemplateDocxStyles.Hint, "");
    }

    private void Write(TemplateFile.TableEntry table)
    {
        var columns = new DocxTable(Columns);
        columns.Start(_writer, $"Kolumner i {table.Title}");
        foreach (var column in table.Columns)
        {
            string[] cells =
            [
                column.Id,
                column.Title,
                column.Help,
                TemplateDocxWords.Types.GetValueOrDefault(column.Type, column.Type),
                column.Unit ?? "",
                column.CharacterLimit is { } limit ? SwedishFigures.Of(limit) : "",
                YesOrNo(column.Required),
                string.Join('\n', (column.Options ?? []).Select(option => Marked(option.Label, option.Id))),
            ];
            columns.WriteRow(_writer, cells.Select(cell => WordText.Paragraphs(DocxStyles.TableText, cell)));
        }

        DocxTable.End(_writer);
    }

    // The id is the header: a table that goes on over the page says whose it is.
    private void Properties(string title, string id, params (string Name, string Value)[] rows)
    {
        var table = new DocxTable((TemplateDocxWords.Id, NameWidth), (id, DocxStyles.TextWidth - NameWidth));
        table.Start(_writer, title);
        foreach (var (name, value) in rows)
        {
            table.WriteRow(
                _writer,
                [DocxText.Paragraph(TemplateDocxStyles.Name, DocxText.Run(name))],
                WordText.Paragraphs(TemplateDocxStyles.Value, value)
            );
        }

        DocxTable.End(_writer);
    }

    private void Line(string style, string text) =>
        _writer.WriteElement(
            text.Length == 0 ? DocxText.Paragraph(style) : DocxText.Paragraph(style, DocxText.Run(text))
        );

    private static string Titled(string title) => string.IsNullOrWhiteSpace(title) ? TemplateDocxWords.Untitled : title;

    /// <summary>"Kort sikt [short]".</summary>
    private static string Marked(string words, string id) => $"{words} [{id}]".TrimStart();

    private static string Limit(TemplateFile.Limit? limit) =>
        limit is null ? ""
        : limit.Assumed ? $"{SwedishFigures.Of(limit.Value)} {TemplateDocxWords.Assumed}"
        : SwedishFigures.Of(limit.Value);

    private static string YesOrNo(bool isSo) => isSo ? TemplateDocxWords.Yes : TemplateDocxWords.No;

    private static string Counties(IReadOnlyList<string>? counties) =>
        counties is null
            ? TemplateDocxWords.AllCounties
            : string.Join(
                ", ",
                counties.Select(county =>
                    RegionCode.TryParse(county, null, out var code) ? $"{Regions.Of(code).County} ({county})" : county
                )
            );
}
