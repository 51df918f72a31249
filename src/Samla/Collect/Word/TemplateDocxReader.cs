using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect.Word;

/// <summary>Reads back what <see cref="TemplateDocx"/> wrote and somebody has changed. All that is wrong is told at once.</summary>
internal sealed class TemplateDocxReader
{
    private const int MostErrors = 20;

    private readonly List<string> _errors = [];
    private readonly TemplateDocxIds _ids;

    private TemplateDocxReader() => _ids = new(_errors.Add);

    /// <returns>Null where there are errors.</returns>
    public static (TemplateFile? File, IReadOnlyList<string> Errors) Read(WordParts parts)
    {
        var blocks = new WordBlocks(parts);
        var all = blocks.Read();
        if (!all.OfType<WordBlock.Table>().Any(IsOurs))
        {
            return (
                null,
                [
                    $"Filen är ingen mall härifrån: den har ingen ruta som börjar med raden ”{TemplateDocxWords.Id}”. Hämta mallen som Word-fil och skriv i den.",
                ]
            );
        }

        var reader = new TemplateDocxReader();
        var file = reader.FileOf(TemplateDocxParts.Sort(all, reader._errors.Add));
        foreach (var (words, heading) in blocks.Notes())
        {
            reader._errors.Add(
                $"Fotnoten ”{TemplateDocxRows.Short(words)}” under ”{TemplateDocxRows.Short(heading)}” har ingen plats i mallen. Flytta in texten i en ruta, gör den till en kommentar eller ta bort den."
            );
        }

        return reader._errors.Count == 0 ? (file, []) : (null, reader.Told());
    }

    private static bool IsOurs(WordBlock.Table table) =>
        table.Rows is [[var first, ..], ..] && TemplateDocxWords.Plain(first) == TemplateDocxWords.Id;

    private List<string> Told() =>
        _errors.Count <= MostErrors
            ? _errors
            : [.. _errors.Take(MostErrors), $"Därtill är {_errors.Count - MostErrors} saker fel. Rätta de här först."];

    private TemplateFile FileOf(TemplateDocxParts parts)
    {
        var rows = parts.Template.Rows;
        var id = rows.Text(TemplateDocxWords.Id);
        if (id.Length == 0)
        {
            rows.Wrong(TemplateDocxWords.Id, "Mallen måste ha en. Skriv a–z, siffror och bindestreck.");
        }

        _ = Ids([parts.Template], "mall");
        var tableIds = Ids(parts.Tables, "tabell");
        var tables = parts.Tables.Zip(tableIds, TableOf).ToList();
        var sections = parts.Template.Inner;
        // A requirement's id is its own in all of the template.
        var ids = new Queue<string>(Ids([.. sections.SelectMany(section => section.Inner)], "krav"));
        return new TemplateFile(
            id,
            parts.Template.Title,
            rows.Text(TemplateDocxWords.Note),
            [
                .. sections.Zip(
                    Ids(sections, "avsnitt"),
                    (section, sectionId) =>
                        new TemplateFile.SectionEntry(
                            sectionId,
                            section.Title,
                            [.. section.Inner.Select(asked => RequirementOf(asked, ids.Dequeue(), tables))],
                            section.Rows.Number(TemplateDocxWords.Chapter),
                            section.Rows.Text(TemplateDocxWords.Guidance)
                        )
                ),
            ],
            tables,
            NullIfEmpty(rows.Text(TemplateDocxWords.BasedOn))
        );
    }

    private static TemplateFile.RequirementEntry RequirementOf(
        TemplateDocxPart asked,
        string id,
        List<TemplateFile.TableEntry> tables
    )
    {
        var rows = asked.Rows;
        var answeredBy = rows.Word(TemplateDocxWords.AnsweredBy, TemplateDocxWords.Actors);
        // Nobody writes answers to what documents are read for; a limit that stands there is for the checks to tell of.
        var isLimited =
            SampleWords.Actors.GetValueOrDefault(answeredBy) != ReporterKind.Document
            || rows.Text(TemplateDocxWords.Limit).Length > 0;
        return new TemplateFile.RequirementEntry(
            id,
            rows.Word(TemplateDocxWords.Kind, TemplateDocxWords.Kinds),
            asked.Title,
            rows.Kept(TemplateDocxWords.Instruction),
            answeredBy,
            isLimited ? rows.Limit(TemplateDocxWords.Limit) : null,
            rows.Text(TemplateDocxWords.Help),
            rows.Text(TemplateDocxWords.LegalBasis),
            rows.Counties(TemplateDocxWords.Counties),
            rows.Table(TemplateDocxWords.Table, [.. tables.Select(table => (table.Id, table.Title))]),
            rows.Flag(TemplateDocxWords.Optional)
        );
    }

    private TemplateFile.TableEntry TableOf(TemplateDocxPart table, string id)
    {
        var ids = _ids.Of(
            [
                .. table.Inner.Select(column => new TemplateDocxIds.Part(
                    column.Place,
                    column.Rows.Text(TemplateDocxWords.Id),
                    column.Rows.Text(TemplateDocxWords.Title)
                )),
            ],
            "kolumn"
        );
        return new TemplateFile.TableEntry(
            id,
            table.Title,
            [.. table.Inner.Zip(ids, (column, columnId) => ColumnOf(column.Rows, columnId))]
        );
    }

    private static TemplateFile.ColumnEntry ColumnOf(TemplateDocxRows column, string id) =>
        new(
            id,
            column.Kept(TemplateDocxWords.Title),
            column.Word(TemplateDocxWords.Type, TemplateDocxWords.Types),
            column.Text(TemplateDocxWords.Help),
            NullIfEmpty(column.Text(TemplateDocxWords.Unit)),
            column.Number(TemplateDocxWords.Limit),
            column.Flag(TemplateDocxWords.Required),
            column.Options(TemplateDocxWords.Options)
        );

    private IReadOnlyList<string> Ids(IReadOnlyList<TemplateDocxPart> parts, string otherwise) =>
        _ids.Of(
            [
                .. parts.Select(part => new TemplateDocxIds.Part(
                    part.Place,
                    part.Rows.Text(TemplateDocxWords.Id),
                    part.Title
                )),
            ],
            otherwise
        );

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
