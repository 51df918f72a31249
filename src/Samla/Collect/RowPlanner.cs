using Samla.Collect.Word;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>What reading in a file would do to the rows of the requirements' own tables. No row is taken away by a file.</summary>
internal sealed class RowPlanner(SubmissionFile file)
{
    private readonly Dictionary<Key<Requirement>, SubmissionFile.FilledTable> _tables = file.Tables.ToDictionary(
        table => table.Requirement
    );
    private readonly Dictionary<Guid, SeenRow> _seen = file
        .SeenRows.DistinctBy(row => row.Row)
        .ToDictionary(row => row.Row);
    private readonly List<ImportPlan.RowPlacement> _placed = [];
    private readonly List<ImportPlan.UnplacedText> _unplaced = [];
    private readonly List<ImportFinding> _findings = [];

    public IReadOnlyList<ImportPlan.RowPlacement> Placed => _placed;

    public IReadOnlyList<ImportPlan.UnplacedText> Unplaced => _unplaced;

    public IReadOnlyList<ImportFinding> Findings => _findings;

    public void Plan(string heading, ViewSubmission.Item item)
    {
        if (item.Table is not { } sheet)
        {
            return;
        }

        if (_tables.Remove(item.Requirement.Id, out var table))
        {
            new OfTable(this, heading, item.Requirement.Id, sheet, table).Plan();
        }
        else if (sheet.Rows.Count > 0)
        {
            _findings.Add(
                new(
                    ImportFindingKind.MissingField,
                    item.Requirement.Id,
                    $"Tabellen under ”{heading}” finns inte i filen. Raderna är kvar som de var."
                )
            );
        }
    }

    /// <summary>What is left answers something that is not asked.</summary>
    public void End() =>
        _unplaced.AddRange(
            from table in _tables.Values
            from row in table.Rows
            where row.Cells.Any(cell => cell.Trim().Length > 0)
            select new ImportPlan.UnplacedText(
                TextOf(row, table.First.Cells),
                $"rad {row.Number} i tabellen ”{table.Requirement}”",
                "Tabellen hör inte till någon fråga som ställs till er.",
                Near: null,
                Theirs: null
            )
        );

    private static string TextOf(SubmissionFile.FilledRow row, IReadOnlyList<string> head) =>
        string.Join(
            '\n',
            row.Cells.Index()
                .Where(cell => cell.Item.Trim().Length > 0)
                .Select(cell =>
                    cell.Index < head.Count && head[cell.Index].Trim().Length > 0
                        ? $"{head[cell.Index].Trim()}: {cell.Item.Trim()}"
                        : cell.Item.Trim()
                )
        );

    /// <summary>One table of the file beside the one on the web site.</summary>
    private sealed class OfTable(
        RowPlanner plan,
        string heading,
        Key<Requirement> requirement,
        ViewSubmission.ItemTable sheet,
        SubmissionFile.FilledTable table
    )
    {
        private readonly TableColumn?[] _columns = ColumnsOf(table.First.Cells, sheet.Table);
        private readonly HashSet<Guid> _taken = [];
        private int _room = AnswerRow.Most - sheet.Rows.Count;

        // A row that is known is no head, whatever stands in it.
        private bool HasHead => table.First.Row is null && Array.Exists(_columns, column => column is not null);

        public void Plan()
        {
            if (!HasHead)
            {
                LeaveAll();
                return;
            }

            var filled = table.Rows.Where(IsFilled).ToList();
            // Rows that are known come first, so that one that is only alike does not take the place of one.
            var known = filled.ToLookup(row => row.Row is { } id && OnWeb(id) is not null && _taken.Add(id));
            foreach (var row in known[true])
            {
                Plan(row, OnWeb(row.Row!.Value)!);
            }

            foreach (var row in known[false])
            {
                Plan(row, web: null);
            }

            TellMissing();
        }

        /// <summary>The uppermost row too: it may be one that somebody has filled in.</summary>
        private void LeaveAll()
        {
            const string Reason =
                "Rubrikraden är borttagen eller ändrad, så det går inte att se vad som hör till vilken kolumn.";
            var rows = table.Rows.Prepend(table.First).Where(IsFilled).ToList();
            foreach (var row in rows)
            {
                LeaveText(row with { Number = row.Number + 1 }, string.Join('\n', Texts(row.Cells)), Reason);
            }

            if (rows.Count > 0)
            {
                Find(
                    ImportFindingKind.UnclearRow,
                    $"Tabellen under ”{heading}” är inte inläst. {Reason} Hämta mallen på nytt och fyll i raderna under dess rubriker."
                );
            }
        }

        private void Plan(SubmissionFile.FilledRow row, ViewSubmission.RowView? web)
        {
            if (row.Cells.Count != _columns.Length)
            {
                // Nobody knows which heading a cell stands under then.
                LeaveUnclear(
                    row,
                    string.Join('\n', Texts(row.Cells)),
                    "Raden har inte lika många rutor som rubrikraden."
                );
                return;
            }

            var (cells, faults) = CellReader.Read(Typed(row, web), sheet.Table);
            if (faults.Count > 0)
            {
                var wrong = sheet.Table.InOrder.Where(column => faults.ContainsKey(column.Id));
                var why = string.Join(' ', wrong.Select(column => $"{column.Title}: {faults[column.Id]}"));
                LeaveUnclear(row, TextOf(row, table.First.Cells), why);
                return;
            }

            if (Homeless(row) is { Length: > 0 } homeless)
            {
                LeaveText(
                    row,
                    homeless,
                    "Rutan står under en rubrik som inte hör till tabellen eller som står två gånger."
                );
            }

            if (!cells.IsEmpty)
            {
                Place(row, cells, web);
            }
        }

        private void Place(SubmissionFile.FilledRow row, RowCells cells, ViewSubmission.RowView? web)
        {
            var written = cells.Write(sheet.Table);
            var seen = row.Row is { } id ? plan._seen.GetValueOrDefault(id) : null;
            var isAsDownloaded = seen?.Hash == SeenRow.HashOf(written);
            if (web is null)
            {
                PlaceNew(row, cells, written);
            }
            else if (web.Row.Cells == written)
            {
                return;
            }
            else if (web.Row.RemovedAt is not null)
            {
                if (!isAsDownloaded)
                {
                    Leave(
                        row,
                        "Raden är ändrad i filen men borttagen på webbplatsen. Ställ tillbaka den där och läs in filen igen."
                    );
                }
            }
            else if (seen?.Revision == web.Row.Revision)
            {
                Add(cells, web);
            }
            else if (isAsDownloaded)
            {
                Find(
                    ImportFindingKind.ChangedOnWeb,
                    $"Rad {row.Number} i tabellen under ”{heading}” har ändrats på webbplatsen sedan filen hämtades, men inte i filen. Webbplatsens rad är kvar."
                );
            }
            else
            {
                Leave(
                    row,
                    "Raden har ändrats både i filen och på webbplatsen sedan filen hämtades. Webbplatsens rad är kvar."
                );
                Find(
                    ImportFindingKind.Conflict,
                    $"Rad {row.Number} i tabellen under ”{heading}” har ändrats både i filen och på webbplatsen sedan filen hämtades. Webbplatsens rad är kvar, och filens är inte inläst.",
                    cells.AsText(sheet.Table),
                    web.Cells.AsText(sheet.Table)
                );
            }
        }

        /// <summary>A row without a mark may be one that was read in before: the same file twice changes nothing.</summary>
        private void PlaceNew(SubmissionFile.FilledRow row, RowCells cells, string written)
        {
            if (
                sheet.Rows.FirstOrDefault(one => one.Row.Cells == written && !_taken.Contains(one.Row.Id.Value)) is
                { } same
            )
            {
                _taken.Add(same.Row.Id.Value);
            }
            else if (_room <= 0)
            {
                Leave(row, RowSheet.Full);
            }
            else
            {
                _room--;
                Add(cells, web: null);
            }
        }

        private void Add(RowCells cells, ViewSubmission.RowView? web)
        {
            plan._placed.Add(
                new(requirement, heading, sheet.Table, web?.Row.Id, cells, web?.Cells, web?.Row.Revision ?? 0)
            );
            foreach (var (column, over) in cells.TooLong(sheet.Table))
            {
                Find(
                    ImportFindingKind.TooLong,
                    $"”{column.Title}” är {over} tecken för långt på en rad i tabellen under ”{heading}”. Inget är kapat; korta det innan ni lämnar in."
                );
            }
        }

        private void TellMissing()
        {
            var missing = sheet.Rows.Count(row =>
                plan._seen.ContainsKey(row.Row.Id.Value) && !_taken.Contains(row.Row.Id.Value)
            );
            if (missing > 0)
            {
                Find(
                    ImportFindingKind.MissingRow,
                    missing == 1
                        ? $"En rad i tabellen under ”{heading}” finns inte kvar i filen. Den är kvar på webbplatsen; ta bort den där om den ska bort."
                        : $"{SwedishText.Capitalized(Numeral.Write(missing))} rader i tabellen under ”{heading}” finns inte kvar i filen. De är kvar på webbplatsen; ta bort dem där om de ska bort."
                );
            }
        }

        /// <summary>What the file says in each column; of a column that is not in the file what the row has.</summary>
        private Dictionary<Key<TableColumn>, string> Typed(SubmissionFile.FilledRow row, ViewSubmission.RowView? web)
        {
            var typed = sheet.Table.Columns.ToDictionary(
                column => column.Id,
                column => _columns.Contains(column) ? "" : web?.Cells[column]?.Typed ?? ""
            );
            foreach (var (place, cell) in row.Cells.Index())
            {
                if (_columns[place] is { } column)
                {
                    typed[column.Id] = cell;
                }
            }

            return typed;
        }

        private string Homeless(SubmissionFile.FilledRow row) =>
            string.Join('\n', Texts(row.Cells.Where((_, place) => _columns[place] is null)));

        private ViewSubmission.RowView? OnWeb(Guid id) =>
            sheet.Rows.Concat(sheet.Removed).FirstOrDefault(row => row.Row.Id.Value == id);

        private void Leave(SubmissionFile.FilledRow row, string reason) =>
            LeaveText(row, TextOf(row, table.First.Cells), reason);

        private void LeaveUnclear(SubmissionFile.FilledRow row, string text, string why)
        {
            LeaveText(row, text, why);
            Find(ImportFindingKind.UnclearRow, $"Rad {row.Number} i tabellen under ”{heading}” är inte inläst. {why}");
        }

        private void LeaveText(SubmissionFile.FilledRow row, string text, string reason) =>
            plan._unplaced.Add(
                new(text, $"rad {row.Number} i tabellen under ”{heading}”", reason, requirement, Theirs: null)
            );

        private void Find(ImportFindingKind kind, string message, string? inFile = null, string? onWeb = null) =>
            plan._findings.Add(new(kind, requirement, message, inFile, onWeb));

        private static bool IsFilled(SubmissionFile.FilledRow row) => Texts(row.Cells).Any();

        private static IEnumerable<string> Texts(IEnumerable<string> cells) =>
            cells.Select(cell => cell.Trim()).Where(cell => cell.Length > 0);

        /// <summary>Null for a heading of none, and for one that comes again.</summary>
        private static TableColumn?[] ColumnsOf(IReadOnlyList<string> head, TemplateTable table)
        {
            var seen = new HashSet<TableColumn>();
            return [.. head.Select(title => ColumnOf(table, title) is { } column && seen.Add(column) ? column : null)];
        }

        // Programs change spaces as they please.
        private static TableColumn? ColumnOf(TemplateTable table, string title)
        {
            var said = Plain(title);
            return table.Columns.Find(column => said == Plain(column.Heading) || said == Plain(column.Title));
        }

        private static string Plain(string text) =>
            string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
    }
}
