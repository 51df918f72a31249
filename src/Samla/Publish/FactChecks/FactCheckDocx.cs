using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Samla.Common;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Publish.FactChecks;

/// <summary>What a reporter is asked to check as a Word file, to read and talk about; the answers are given on the page.</summary>
internal sealed class FactCheckDocx(ViewFactCheck.Result view)
{
    private static readonly DocxTable Beside = new(
        ("Avsnitt", 900),
        ("I rapporten", 3_030),
        ("Era egna ord", 2_950),
        ("Ert svar", 1_850)
    );

    private static readonly DocxTable Alone = new(("Avsnitt", 900), ("I rapporten", 5_330), ("Ert svar", 2_500));

    private OpenXmlWriter _writer = null!;

    public byte[] Write()
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var document = word.AddNewPart<MainDocumentPart>(DocxFile.DocumentType, DocxFile.DocumentId);
            document.AddNewPart<StyleDefinitionsPart>(DocxFile.StylesId).Styles = DocxStyles.Make();
            document.AddNewPart<NumberingDefinitionsPart>(DocxFile.NumberingId).Numbering = DocxBullets.Make();
            document.AddNewPart<DocumentSettingsPart>(DocxFile.SettingsId).Settings = DocxFile.Settings();
            document.AddNewPart<HeaderPart>(DocxFile.HeaderId).Header = DocxFile.Header([
                $"{view.Round.Title} · {view.Reporter.Name}",
                .. Mark,
            ]);
            document.AddNewPart<FooterPart>(DocxFile.FooterId).Footer = DocxFile.Footer(State);
            WriteDocument(document);
            DocxFile.WriteProperties(
                word.AddNewPart<CoreFilePropertiesPart>(DocxFile.PropertiesId),
                $"Faktagranskning av {view.Round.Title}, {view.Reporter.Name}",
                view.Reporter.Name,
                string.Join(". ", [State, .. Mark]),
                At
            );
        }

        DocxFile.DateEntries(file, At);
        return file.ToArray();
    }

    /// <summary>When what the file says was as it is.</summary>
    private DateTimeOffset At =>
        view
            .Items.Select(item => item.Answer)
            .OfType<FactCheckAnswer>()
            .Concat(view.Earlier)
            .SelectMany(answer => new[] { answer.AnsweredAt, answer.RepliedAt ?? answer.AnsweredAt })
            .Append(view.Check?.OpenedAt ?? view.Edition?.PublishedAt ?? default)
            .Max();

    private string[] Mark => view.Round.Mark is { } mark ? [Marks.Sentence(mark)] : [];

    private string State =>
        view.Check is { } check ? $"Faktagranskning {check.Number}, utskickad {SwedishTime.Of(check.OpenedAt)}"
        : view.Edition is { } edition ? $"Utgåva {edition.Number}, publicerad {SwedishTime.Of(edition.PublishedAt)}"
        : "Faktagranskning";

    private void WriteDocument(MainDocumentPart part)
    {
        using var writer = OpenXmlWriter.Create(part);
        _writer = writer;
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(new Document());
        writer.WriteStartElement(new Body());
        WriteCover();
        foreach (var chapter in Of(isLeftOut: false))
        {
            Line(DocxStyles.Heading(1), chapter.Key);
            WriteTable(
                Beside,
                chapter.Key,
                chapter,
                item => [Said(item.Statement), Own(item.Statement), Answer(item.Answer)]
            );
        }

        foreach (var (index, chapter) in Of(isLeftOut: true).Index())
        {
            if (index == 0)
            {
                Line(DocxStyles.Heading(1), "Där ni inte räknas med");
                Line(DocxStyles.Normal, "Har ni redovisat det som sägs, så säg till och tala om var.");
            }

            Line(DocxStyles.Heading(2), chapter.Key);
            WriteTable(Alone, chapter.Key, chapter, item => [Said(item.Statement), Answer(item.Answer)]);
        }

        writer.WriteElement(DocxFile.Pages());
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private void WriteCover()
    {
        Line(DocxStyles.Title, $"Faktagranskning av {view.Round.Title}");
        Line(DocxStyles.Subtitle, view.Reporter.Name);
        Line(DocxStyles.Subtitle, State);
        Array.ForEach(Mark, mark => Line(DocxStyles.Mark, mark));
        if (view.Check is { } check)
        {
            Line(
                DocxStyles.Normal,
                $"Läs varje mening om er, med era egna ord bredvid. Stämmer den? Svaren lämnas i Samla senast {SwedishTime.Of(check.LastDay)}. Den här filen är till för att läsa och samråda om; den läses inte in."
            );
            if (check.Message.Length > 0)
            {
                Line(DocxStyles.Normal, check.Message);
            }
        }

        if (view.Items.Count == 0)
        {
            Line(DocxStyles.Normal, "Rapporten säger inget om er.");
        }
    }

    private IEnumerable<IGrouping<string, ViewFactCheck.Item>> Of(bool isLeftOut) =>
        from item in view.Items
        where item.Statement.Kind == StatementKind.LeavesOut == isLeftOut
        group item by item.Statement.Chapter;

    private void WriteTable(
        DocxTable table,
        string title,
        IEnumerable<ViewFactCheck.Item> items,
        Func<ViewFactCheck.Item, IEnumerable<IEnumerable<Paragraph>>> cells
    )
    {
        table.Start(_writer, title);
        foreach (var item in items)
        {
            table.WriteRow(
                _writer,
                [
                    [Cell(item.Statement.Heading)],
                    .. cells(item),
                ]
            );
        }

        DocxTable.End(_writer);
        Line(DocxStyles.Normal, "");
    }

    private static IEnumerable<Paragraph> Said(CheckedStatement statement)
    {
        yield return Cell(statement.Kind == StatementKind.Quotes ? $"”{statement.Text}”" : statement.Text);
        foreach (var note in statement.Notes)
        {
            yield return Cell($"Fotnot: {note}", DocxStyles.TableRemark);
        }

        if (statement.Missing.Count > 0)
        {
            yield return Cell(
                $"Ni räknas inte till: {SwedishText.Enumeration(statement.Missing)}",
                DocxStyles.TableRemark
            );
        }
    }

    private static IEnumerable<Paragraph> Own(CheckedStatement statement)
    {
        foreach (var words in statement.Words)
        {
            yield return Cell(words.IsReason ? $"Räknas utan textställe: {words.Text}" : $"”{words.Text}”");
            if (!words.IsReason)
            {
                yield return Cell(words.Where, DocxStyles.TableRemark);
            }
        }

        if (statement.Words.Count == 0)
        {
            yield return Cell("Inget textställe", DocxStyles.TableRemark);
        }
    }

    private static IEnumerable<Paragraph> Answer(FactCheckAnswer? answer)
    {
        yield return Cell(
            answer?.Verdict switch
            {
                null => "",
                FactCheckVerdict.Confirmed => "Stämmer",
                _ => "Stämmer inte",
            }
        );
        if (answer is { Comment.Length: > 0 })
        {
            yield return Cell(answer.Comment);
        }

        if (answer is { Proposal.Length: > 0 })
        {
            yield return Cell($"Förslag: {answer.Proposal}");
        }

        if (answer?.Outcome is { } outcome)
        {
            yield return Cell(
                $"Myndigheten: {(outcome == ContestOutcome.Changed ? "rapporten ändras." : "texten står kvar.")} {answer.Reply}",
                DocxStyles.TableRemark
            );
        }
    }

    private static Paragraph Cell(string text, string style = DocxStyles.TableText) =>
        DocxText.Paragraph(style, DocxText.Run(text));

    private void Line(string style, string text) => _writer.WriteElement(DocxText.Paragraph(style, DocxText.Run(text)));
}
