using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Samla.Common;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect.Word;

/// <summary>A submission as a Word file: as a template to fill in, or for reading.</summary>
internal sealed class SubmissionDocx
{
    private readonly ViewSubmission.Result _view;
    private readonly IReadOnlyList<ListInterventions.Line> _interventions;
    private readonly DateTimeOffset _now;

    /// <summary>Null where the file is for reading.</summary>
    private readonly WordStamp? _stamp;

    private readonly SubmittedContent _submitted;

    private OpenXmlWriter _writer = null!;
    private int _marks;

    private SubmissionDocx(
        ViewSubmission.Result view,
        IReadOnlyList<ListInterventions.Line> interventions,
        SubmittedContent submitted,
        DateTimeOffset now,
        bool isTemplate
    )
    {
        _submitted = submitted;
        _view = view;
        _interventions = interventions;
        _now = now;
        _stamp = isTemplate ? new() { Round = view.Round.Id, Reporter = view.Reporter.Id } : null;
    }

    public static byte[] Template(
        ViewSubmission.Result view,
        IReadOnlyList<ListInterventions.Line> interventions,
        DateTimeOffset now
    ) => new SubmissionDocx(view, interventions, new(), now, isTemplate: true).Write();

    /// <param name="view">The submission, with the version that the file is to hold as its latest.</param>
    /// <param name="interventions">Its interventions.</param>
    /// <param name="submitted">Of that version.</param>
    /// <param name="now">When the file is made, as it says itself.</param>
    public static byte[] Report(
        ViewSubmission.Result view,
        IReadOnlyList<ListInterventions.Line> interventions,
        SubmittedContent submitted,
        DateTimeOffset now
    ) => new SubmissionDocx(view, interventions, submitted, now, isTemplate: false).Write();

    private byte[] Write()
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var document = word.AddNewPart<MainDocumentPart>(DocxFile.DocumentType, DocxFile.DocumentId);
            document.AddNewPart<StyleDefinitionsPart>(DocxFile.StylesId).Styles = SubmissionStyles.Make();
            document.AddNewPart<NumberingDefinitionsPart>(DocxFile.NumberingId).Numbering = DocxBullets.Make();
            document.AddNewPart<DocumentSettingsPart>(DocxFile.SettingsId).Settings = DocxFile.Settings();
            document.AddNewPart<HeaderPart>(DocxFile.HeaderId).Header = DocxFile.Header(Own(HeaderLines()));
            document.AddNewPart<FooterPart>(DocxFile.FooterId).Footer = DocxFile.Footer(FooterLine());
            WriteDocument(document);
            DocxFile.WriteProperties(
                word.AddNewPart<CoreFilePropertiesPart>(DocxFile.PropertiesId),
                $"{_view.Round.Title}, {_view.Reporter.Name}",
                _view.Reporter.Name,
                string.Join(". ", [Kind, .. Mark()]),
                _now
            );
            if (_stamp is { } stamp)
            {
                WordProperties.Write(word, document, stamp);
            }
        }

        DocxFile.DateEntries(file, _now);
        return file.ToArray();
    }

    private string Kind =>
        _stamp is not null ? "Mall att fylla i"
        : _submitted.Receipt is { Version: var version }
            ? $"Version {version.Number}, inlämnad {SwedishTime.Of(version.SubmittedAt)}"
        : $"Utkast {SwedishTime.Of(_now)}, inte inlämnat";

    private string[] Mark() => _view.Round.Mark is { } mark ? [Marks.Sentence(mark)] : [];

    private string[] HeaderLines() => [$"{_view.Round.Title} · {_view.Reporter.Name}", .. Mark()];

    private string FooterLine()
    {
        var line = _stamp is null ? Kind : $"Mall, hämtad {SwedishTime.Of(_now)}";
        _stamp?.AddOwn($"{line} ()"); // as it is read, without the pages' numbers
        return line;
    }

    private string[] Own(string[] lines)
    {
        Array.ForEach(lines, line => _stamp?.AddOwn(line));
        return lines;
    }

    private void WriteDocument(MainDocumentPart part)
    {
        using var writer = OpenXmlWriter.Create(part);
        _writer = writer;
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(new Document());
        writer.WriteStartElement(new Body());
        WriteCover();
        foreach (var section in _view.Sections)
        {
            Line(DocxStyles.Heading(1), SubmissionHeadings.HeadingOf(section));
            if (_stamp is not null && section.Section.Guidance.Length > 0)
            {
                Line(SubmissionStyles.Hint, section.Section.Guidance);
            }

            foreach (var item in section.Items)
            {
                Write(section, item);
            }
        }

        WriteOtherInterventions();
        writer.WriteElement(DocxFile.Pages());
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private void WriteCover()
    {
        Line(DocxStyles.Title, _view.Round.Title);
        Line(DocxStyles.Subtitle, _view.Reporter.Name);
        Line(DocxStyles.Subtitle, Kind);
        foreach (var fact in Facts())
        {
            Line(DocxStyles.Subtitle, fact);
        }

        foreach (var mark in Mark())
        {
            Line(DocxStyles.Mark, mark);
        }

        if (_stamp is not null)
        {
            Line(SubmissionStyles.Help, "Så fyller du i");
            foreach (var advice in Advice)
            {
                Line(DocxStyles.Bullet, advice);
            }
        }
    }

    private IEnumerable<string> Facts()
    {
        if (_submitted.Receipt is not { } receipt)
        {
            yield return $"Lämnas in senast {SwedishTime.Of(_view.Round.DueOn)}";
            yield break;
        }

        if (receipt.Version.IsLate)
        {
            yield return $"Inlämnad efter sista dag, {SwedishTime.Of(_view.Round.DueOn)}";
        }

        yield return receipt.Decision is { } decision ? $"Beslut: {decision.Swedish}" : "Utan angivet beslut.";
        if (receipt.Version.Hash is { } hash)
        {
            yield return $"Kontrollsumma (SHA-256): {hash}";
        }

        if (_submitted.Note is { } note)
        {
            yield return note;
        }
    }

    private static IEnumerable<string> Advice =>
        [
            "Skriv svaren i fälten med grön kant. Styckeindelning, punktlistor och tabeller följer med som text; färger och bilder gör det inte.",
            "Texten utanför fälten hör till mallen. Det du skriver där läses inte in som svar, men visas när filen läses in.",
            "Fyll i en rad för varje post i en tabell, till exempel en rapport. Skriv varje uppgift under sin rubrik.",
            "Är ett svar längre än gränsen sägs det till när filen läses in. Inget kapas.",
            "Insatserna i tabellerna är till för läsning. De ändras på webbplatsen.",
            "Spara som Word-dokument (.docx) och läs in filen på sidan där du hämtade den. Ett svar som någon har ändrat på webbplatsen under tiden skrivs inte över.",
        ];

    private void Write(ViewSubmission.SectionView section, ViewSubmission.Item item)
    {
        Line(DocxStyles.Heading(2), SubmissionHeadings.HeadingOf(section, item));
        if (_stamp is { } stamp)
        {
            Line(
                SubmissionStyles.Hint,
                $"{item.Requirement.Instruction}{(item.Requirement.IsOptional ? " Frivilligt." : "")}"
            );
            if (item.Table is { } sheet)
            {
                WriteRows(stamp, section, item, sheet);
            }

            WriteField(stamp, section, item);
        }
        else
        {
            WriteAnswer(section, item);
        }
    }

    private void WriteAnswer(ViewSubmission.SectionView section, ViewSubmission.Item item)
    {
        var isDraft = _submitted.Receipt is null;
        var text = WordText.Canonical((isDraft ? item.Draft?.Text : item.SubmittedProse) ?? "");
        List<RowCells> rows =
        [
            .. isDraft
                ? item.Table?.Rows.Select(row => row.Cells) ?? []
                : item.Table?.Submitted.Select(row => row.Cells) ?? [],
        ];
        if (text.Length + rows.Count == 0)
        {
            Line(SubmissionStyles.Limit, "Inget svar.");
        }

        // The space between paragraphs is the style's here, so no empty ones.
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            _writer.WriteElement(WordText.Paragraphs(SubmissionStyles.Answer, line).Single());
        }

        if (rows.Count > 0)
        {
            Line(DocxStyles.Caption, item.Table!.Table.Title);
            RowsTable.WriteToRead(_writer, item.Table.Table, rows);
        }

        if (InterventionsOf(section, item) is { Count: > 0 } interventions)
        {
            Line(DocxStyles.Caption, $"Insatser: {SubmissionHeadings.HeadingOf(section, item)}");
            InterventionTable.Write(_writer, $"Insatser under {item.Requirement.Title}", interventions);
        }
    }

    /// <summary>The board reads all that is handed in.</summary>
    private void WriteOtherInterventions()
    {
        var others = ListInterventions.WithoutQuestion(_interventions, _view);
        if (_stamp is null && others.Count > 0)
        {
            Line(DocxStyles.Heading(1), ListInterventions.Others);
            InterventionTable.Write(_writer, ListInterventions.Others, others);
        }
    }

    private void WriteField(WordStamp stamp, ViewSubmission.SectionView section, ViewSubmission.Item item)
    {
        var requirement = item.Requirement;
        var text = WordText.Canonical(item.Draft?.Text ?? "");
        stamp.AddAnswer(requirement.Id, item.Draft?.Revision ?? 0, item.Draft?.Text ?? "");
        Line(
            SubmissionStyles.Label,
            item.Table is null ? "Ert svar" : "Text till tabellen",
            WordField.StartOf(requirement.Id)
        );
        _writer.WriteStartElement(new SdtBlock());
        _writer.WriteElement(
            Properties(SubmissionHeadings.HeadingOf(section, item), requirement.Id.Value, text.Length == 0)
        );
        _writer.WriteStartElement(new SdtContentBlock());
        if (requirement.Kind == RequirementKind.Table)
        {
            WriteTable(stamp, section, item);
        }

        foreach (
            var paragraph in WordText.Paragraphs(SubmissionStyles.Field, text.Length == 0 ? WordText.Placeholder : text)
        )
        {
            _writer.WriteElement(paragraph);
        }

        _writer.WriteEndElement();
        _writer.WriteEndElement();
        Line(
            SubmissionStyles.Limit,
            $"Högst {SwedishFigures.Of(requirement.CharacterLimit)} tecken med mellanslag.",
            WordField.EndOf(requirement.Id)
        );
    }

    private void WriteRows(
        WordStamp stamp,
        ViewSubmission.SectionView section,
        ViewSubmission.Item item,
        ViewSubmission.ItemTable sheet
    )
    {
        foreach (var advice in RowsTable.Advice(sheet.Table))
        {
            Line(SubmissionStyles.Hint, advice);
        }

        foreach (var row in sheet.Rows)
        {
            stamp.AddRow(item.Requirement.Id, row.Row);
        }

        Line(SubmissionStyles.Label, sheet.Table.Title, WordField.RowsStartOf(item.Requirement.Id));
        _writer.WriteStartElement(new SdtBlock());
        _writer.WriteElement(
            Properties(
                SubmissionHeadings.HeadingOf(section, item),
                WordField.RowsTagOf(item.Requirement.Id),
                isEmpty: false
            )
        );
        _writer.WriteStartElement(new SdtContentBlock());
        RowsTable.WriteToFillIn(_writer, sheet, () => ++_marks);
        _writer.WriteEndElement();
        _writer.WriteEndElement();
        Line(
            SubmissionStyles.Limit,
            "Räcker raderna inte lägger du till fler i tabellen. En rad som ska bort tas bort på webbplatsen.",
            WordField.RowsEndOf(item.Requirement.Id)
        );
    }

    // A clean place for rows: what is read back from the table is decided by InterventionTable alone.
    private void WriteTable(WordStamp stamp, ViewSubmission.SectionView section, ViewSubmission.Item item)
    {
        var interventions = InterventionsOf(section, item);
        if (interventions.Count == 0)
        {
            InField(stamp, item, "Inga insatser är registrerade under avsnittet. De läggs till på webbplatsen.");
            return;
        }

        InField(stamp, item, "Registrerade insatser, till för läsning");
        foreach (var line in InterventionTable.Lines(interventions))
        {
            stamp.AddOwn(item.Requirement.Id, line);
        }

        InterventionTable.Write(_writer, $"Insatser, {section.Section.Title}", interventions);
        InField(stamp, item, "Er kommentar");
    }

    private void InField(WordStamp stamp, ViewSubmission.Item item, string line)
    {
        stamp.AddOwn(item.Requirement.Id, line);
        _writer.WriteElement(DocxText.Paragraph(SubmissionStyles.Label, DocxText.Run(line)));
    }

    /// <summary>A section's table shows all its interventions; where there is none, each stands where it belongs.</summary>
    private List<ListInterventions.Line> InterventionsOf(ViewSubmission.SectionView section, ViewSubmission.Item item)
    {
        var table = section.Items.FirstOrDefault(one => one.Requirement.Kind == RequirementKind.Table);
        var asked = section.Items.Select(one => one.Requirement.Id).ToHashSet();
        return
        [
            .. _interventions.Where(line =>
                table is null
                    ? line.References.Contains(item.Requirement.Id)
                    : table == item && line.References.Any(asked.Contains)
            ),
        ];
    }

    private static SdtProperties Properties(string heading, string tag, bool isEmpty)
    {
        var properties = new SdtProperties(
            new SdtAlias { Val = heading.Length > WordField.MostSigns ? heading[..WordField.MostSigns] : heading },
            new DocumentFormat.OpenXml.Wordprocessing.Lock { Val = LockingValues.SdtLocked }
        );
        if (isEmpty)
        {
            properties.Append(new ShowingPlaceholder());
        }

        // Of all kinds that take several paragraphs only this one is kept whole by LibreOffice: of a control without kind it
        // keeps the first paragraph, and writes tracked deletions back into that.
        properties.Append(
            new SdtId { Val = WordField.IdOf(tag) },
            new Tag { Val = tag },
            new SdtContentDocPartObject(new DocPartGallery { Val = "Samla" })
        );
        return properties;
    }

    /// <summary>A paragraph of the file's own.</summary>
    /// <param name="bookmark">A mark at its beginning.</param>
    private void Line(string style, string text, string? bookmark = null)
    {
        _stamp?.AddOwn(text);
        OpenXmlElement[] mark = [];
        if (bookmark is not null)
        {
            var id = (++_marks).ToString(CultureInfo.InvariantCulture);
            mark = [new BookmarkStart { Id = id, Name = bookmark }, new BookmarkEnd { Id = id }];
        }

        _writer.WriteElement(DocxText.Paragraph(style, [.. mark, DocxText.Run(text)]));
    }
}

/// <summary>What a file says of the submitted version that it holds.</summary>
/// <param name="Receipt">Of the version; null where the file holds what is being written.</param>
/// <param name="Note">What it cannot show; null where there is nothing.</param>
internal sealed record SubmittedContent(ViewReceipt.Result? Receipt = null, string? Note = null);
