using System.Xml.Linq;
using Samla.Collect.Word;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>Reads a filled-in template. Nothing in the file is run, and no text in it is lost: what is no answer is loose.</summary>
public sealed class ReadSubmissionFile
{
    /// <summary>The largest file that is read.</summary>
    public const int MaxBytes = WordParts.MaxBytes;

    /// <summary>What is said of a larger one.</summary>
    public static Outcome.Refused TooLarge { get; } = new(WordParts.TooLarge);

    // What Word itself puts into a field that somebody has emptied.
    private static readonly HashSet<string> WordsOwnPlaceholders = new(StringComparer.Ordinal)
    {
        "Klicka eller tryck här för att ange text.",
        "Klicka här för att ange text.",
        "Click or tap here to enter text.",
        "Click here to enter text.",
    };

    public Outcome Run(ReadOnlyMemory<byte> file)
    {
        var (parts, trouble) = WordParts.Read(file);
        if (parts is null)
        {
            return new Outcome.Refused(trouble!);
        }

        if (WordStamp.Read(parts.Properties, parts.OwnProperties) is not { } stamp)
        {
            return new Outcome.Refused(
                "Filen säger inte entydigt vilken omgång och vilken uppgiftslämnare den gäller, så den är inte mallen härifrån. Hämta mallen på nytt och klistra in svaren i den."
            );
        }

        var reader = WordReader.Read(parts, stamp);
        var findings = new List<ImportFinding>();
        var loose = new List<SubmissionFile.LooseText>();
        var fields = Fields(reader, stamp, findings, loose);
        var tables = Tables(reader, stamp, findings, loose);
        loose.AddRange(Outside(reader.Lines, stamp));
        loose.AddRange(Notes(parts, reader, findings));
        loose.AddRange(Margins(parts, reader, stamp));
        AddFindings(reader, findings);
        return new Outcome.Read(
            new SubmissionFile(stamp.Round, stamp.Reporter, stamp.Answers, fields, tables, stamp.Rows, loose, findings)
        );
    }

    private static List<SubmissionFile.Field> Fields(
        WordReader reader,
        WordStamp stamp,
        List<ImportFinding> findings,
        List<SubmissionFile.LooseText> loose
    )
    {
        var lines = reader.Lines.Where(line => line.Field is not null).ToLookup(line => line.Field!);
        var fields = new List<SubmissionFile.Field>();
        foreach (var same in reader.Fields.Where(field => !field.IsRows).GroupBy(field => field.Requirement))
        {
            var texts = same.Select(field => Answer(field, [.. lines[field]], stamp, loose))
                .Where(text => text.Length > 0)
                .DistinctBy(WordText.Comparable)
                .ToList();
            fields.Add(new SubmissionFile.Field(same.Key, texts));
            if (same.Skip(1).Any())
            {
                findings.Add(
                    new ImportFinding(
                        ImportFindingKind.DoubledField,
                        same.Key,
                        texts.Count > 1
                            ? "Svarsfältet finns på flera ställen i filen, med olika text. Inget av dem är inläst; välj vilken text som ska gälla."
                            : "Svarsfältet finns på flera ställen i filen, med samma text. Texten är tagen en gång."
                    )
                );
            }
        }

        return fields;
    }

    private static List<SubmissionFile.FilledTable> Tables(
        WordReader reader,
        WordStamp stamp,
        List<ImportFinding> findings,
        List<SubmissionFile.LooseText> loose
    )
    {
        var lines = reader.Lines.Where(line => line.Field is { IsRows: true }).ToLookup(line => line.Field!);
        var tables = new List<SubmissionFile.FilledTable>();
        foreach (var same in reader.Fields.Where(field => field.IsRows).GroupBy(field => field.Requirement))
        {
            var first = lines[same.First()].ToList();
            var filled = first
                .Where(line => line.Cells is not null)
                .Index()
                .Select(row => new SubmissionFile.FilledRow(row.Item.Row, row.Index, row.Item.Cells!))
                .ToList();
            if (filled.Count > 0)
            {
                tables.Add(new(same.Key, filled[0], filled[1..]));
            }

            if (same.Skip(1).Any())
            {
                findings.Add(
                    new(
                        ImportFindingKind.DoubledField,
                        same.Key,
                        "Tabellen finns på flera ställen i filen. Den första är läst; det som står i de andra visas som text utan plats."
                    )
                );
            }

            var others = first.Where(line => line.Cells is null).Concat(same.Skip(1).SelectMany(field => lines[field]));
            loose.AddRange(
                others
                    .Where(line => line.Text.Trim().Length > 0 && !stamp.IsOwn(line.Text))
                    .Select(line => new SubmissionFile.LooseText(
                        line.Written,
                        $"vid tabellen under ”{line.Heading}”",
                        same.Key
                    ))
            );
        }

        return tables;
    }

    private static string Answer(
        FieldInFile field,
        List<WordLine> lines,
        WordStamp stamp,
        List<SubmissionFile.LooseText> loose
    )
    {
        var own = lines.Where(line => stamp.IsOwn(field.Requirement, line.Text)).ToHashSet();
        var tables = own.Select(line => line.Table).OfType<object>().ToHashSet();
        foreach (
            var row in lines.Where(line => line.Table is { } table && tables.Contains(table) && !own.Contains(line))
        )
        {
            if (row.Text.Length > 0)
            {
                loose.Add(new(row.Text, $"ändrad rad i tabellen under ”{row.Heading}”", field.Requirement));
            }
        }

        var text = WordText.Answer(
            lines
                .Where(line => !own.Contains(line) && (line.Table is not { } table || !tables.Contains(table)))
                .Select(line => line.Written)
        );
        return WordsOwnPlaceholders.Contains(text) ? "" : text;
    }

    /// <summary>What stands between two lines of the template is one text.</summary>
    private static IEnumerable<SubmissionFile.LooseText> Outside(IReadOnlyList<WordLine> lines, WordStamp stamp)
    {
        var together = new List<WordLine>();
        foreach (var line in lines)
        {
            var isLoose = line.Field is null && !stamp.IsOwn(line.Text);
            if (isLoose && (together.Count == 0 || together[^1].Heading == line.Heading))
            {
                together.Add(line);
                continue;
            }

            if (Loose(together, Under(together)) is { } text)
            {
                yield return text;
            }

            together = isLoose ? [line] : [];
        }

        if (Loose(together, Under(together)) is { } last)
        {
            yield return last;
        }
    }

    private static string Under(List<WordLine> lines) =>
        lines is [{ Heading: { Length: > 0 } heading }, ..] ? $"under ”{heading}”" : "före första rubriken";

    private static SubmissionFile.LooseText? Loose(List<WordLine> lines, string where) =>
        WordText.Answer(lines.Select(line => line.Written)) is { Length: > 0 } text
            ? new(text, where, lines[0].Near)
            : null;

    private static IEnumerable<SubmissionFile.LooseText> Notes(
        WordParts parts,
        WordReader reader,
        List<ImportFinding> findings
    )
    {
        var (footnotes, endnotes, comments) = (ById(parts.Footnotes), ById(parts.Endnotes), ById(parts.Comments));
        // A note is told once, however often the text points to it.
        foreach (var (mark, id, heading, near) in reader.Notes.DistinctBy(note => (note.Item1, note.Item2)).ToList())
        {
            var (all, name, kind) = mark switch
            {
                "footnoteReference" => (footnotes, "fotnot", ImportFindingKind.Note),
                "endnoteReference" => (endnotes, "slutnot", ImportFindingKind.Note),
                _ => (comments, "kommentar", ImportFindingKind.Comment),
            };
            var lines = all[id].Take(1).SelectMany(note => reader.ReadBeside(note));
            if (WordText.Answer(lines.Select(line => line.Written)) is not { Length: > 0 } text)
            {
                continue;
            }

            findings.Add(
                new ImportFinding(kind, near, $"En {name} är inte en del av svaret och läses inte in: ”{text}”")
            );
            yield return new(text, $"{name} under ”{heading}”", near);
        }
    }

    private static ILookup<string, XElement> ById(XElement? part) =>
        (part?.Elements() ?? []).ToLookup(note => note.Value("id") ?? "", StringComparer.Ordinal);

    private static IEnumerable<SubmissionFile.LooseText> Margins(WordParts parts, WordReader reader, WordStamp stamp) =>
        Margin(parts.Headers, "sidhuvudet", reader, stamp).Concat(Margin(parts.Footers, "sidfoten", reader, stamp));

    // A file has several headers, for first and even pages, which say the same.
    private static IEnumerable<SubmissionFile.LooseText> Margin(
        IReadOnlyList<XElement> margins,
        string name,
        WordReader reader,
        WordStamp stamp
    ) =>
        margins
            .SelectMany(margin => reader.ReadBeside(margin, skipsFields: true))
            .Where(line => !stamp.IsOwn(line.Text))
            .Select(line => Source.Normalised(line.Text))
            .Where(text => text.Any(char.IsLetterOrDigit))
            .Distinct()
            .Select(text => new SubmissionFile.LooseText(text, name, Near: null));

    private static void AddFindings(WordReader reader, List<ImportFinding> findings)
    {
        if (reader.IsTracked)
        {
            findings.Add(
                new ImportFinding(
                    ImportFindingKind.TrackedChanges,
                    Requirement: null,
                    "Filen har spårade ändringar. Den är läst som om alla vore godkända: det som är infogat är med, det som är struket är borta."
                )
            );
        }

        findings.AddRange(
            reader
                .Pictures.Distinct()
                .Select(heading => new ImportFinding(
                    ImportFindingKind.Picture,
                    Requirement: null,
                    heading.Length == 0
                        ? "En bild före första rubriken följer inte med. Svaren är text."
                        : $"En bild under ”{heading}” följer inte med. Svaren är text."
                ))
        );
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Read(SubmissionFile File) : Outcome;

        /// <param name="Message">Why, and what to do, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
