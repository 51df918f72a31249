using System.Globalization;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>Compares a workbook with a register: which rows are new, changed and as they were, and what is wrong with it.</summary>
internal sealed class WorkbookRows
{
    private readonly ListInterventions.Result _list;
    private readonly WorkbookFile _file;
    private readonly Taxonomy _taxonomy;
    private readonly List<WorkbookPlan.Fault> _faults = [];

    /// <summary>The ids that rows without one have after all, by the rows' numbers.</summary>
    private readonly Dictionary<int, string> _ids = [];

    /// <summary>The column of each heading, by sheet.</summary>
    private readonly Dictionary<InterventionPart, Dictionary<string, int>> _heads = [];

    private WorkbookRows(ListInterventions.Result list, WorkbookFile file, Taxonomy taxonomy) =>
        (_list, _file, _taxonomy) = (list, file, taxonomy);

    public static WorkbookPlan Compare(ListInterventions.Result list, WorkbookFile file, Taxonomy taxonomy) =>
        new WorkbookRows(list, file, taxonomy).Compare();

    private InterventionColumns Columns => _list.Register.Columns;

    private WorkbookPlan Compare()
    {
        List<WorkbookPlan.Row> rows = [];
        if (IsOurs() && HasAllColumns())
        {
            rows = Read();
        }

        var named = rows.Select(row => row.Existing?.Id).ToHashSet();
        return new WorkbookPlan(
            _list.Register,
            rows,
            _faults.Count > 0
                ? []
                : [.. _list.Lines.Select(line => line.Intervention).Where(one => !named.Contains(one.Id))],
            _faults,
            WorkbookPlan.SeenOf(_list.Lines.Select(line => line.Intervention))
        );
    }

    private bool IsOurs()
    {
        var about = _file.Sheets.GetValueOrDefault(InterventionSheets.About, []);
        var (round, _) = Said(InterventionSheets.Round);
        var (reporter, name) = Said(InterventionSheets.Reporter);
        var register = _list.Register;
        if (round.Length == 0 || reporter.Length == 0)
        {
            Fail(
                "",
                0,
                "",
                $"Filen saknar bladet {InterventionSheets.About}, som säger vems register den hör till. Hämta registret härifrån och skriv i den filen."
            );
        }
        else if (reporter != register.Reporter.Id.Value)
        {
            Fail(
                "",
                0,
                "",
                $"Filen är registret för {name}, men du är i registret för {register.Reporter.Name}. Ingenting är inläst."
            );
        }
        else if (round != register.Round.Id.Value)
        {
            Fail(
                "",
                0,
                "",
                $"Filen hör till omgång {round}, men du är i omgång {register.Round.Id}. Ingenting är inläst."
            );
        }

        return _faults.Count == 0;

        (string Key, string Words) Said(string what) =>
            about.FirstOrDefault(row => row.TextAt(1).Trim() == what) is { } row
                ? (row.TextAt(2).Trim(), row.TextAt(3).Trim())
                : ("", "");
    }

    private bool HasAllColumns()
    {
        foreach (var part in Enum.GetValues<InterventionPart>())
        {
            var sheet = part.SheetName;
            if (_file.Sheets.GetValueOrDefault(sheet) is not [var first, ..])
            {
                Fail(
                    sheet,
                    0,
                    "",
                    $"Bladet {sheet} saknas eller är tomt. Hämta filen igen och lämna rubrikraden som den är."
                );
                continue;
            }

            var heads = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            foreach (var (column, cell) in first.Cells)
            {
                if (!heads.TryAdd(cell.Text.Trim(), column))
                {
                    Fail(sheet, first.Number, cell.Text.Trim(), "Kolumnen står två gånger. Ta bort den ena.");
                }
            }

            List<string> known = [.. part.KeyHeadings, .. Columns.Of(part).Select(column => column.Heading)];
            foreach (var missing in known.Where(heading => !heads.ContainsKey(heading)))
            {
                Fail(
                    sheet,
                    first.Number,
                    missing,
                    "Kolumnen saknas. Hämta filen igen och lämna rubrikraden som den är."
                );
            }

            foreach (
                var unknown in heads
                    .Keys.Except(known, StringComparer.OrdinalIgnoreCase)
                    .Where(heading => heading != InterventionSheets.Origin)
            )
            {
                Fail(
                    sheet,
                    first.Number,
                    unknown,
                    "Kolumnen finns inte i registret. Rätta rubriken eller ta bort kolumnen."
                );
            }

            _heads[part] = heads;
        }

        return _faults.Count == 0;
    }

    private List<WorkbookPlan.Row> Read()
    {
        var existing = _list.Lines.ToDictionary(line => line.Intervention.Id.Value, line => line.Intervention);
        var main = DataRows(InterventionPart.Main).ToList();
        KnowByName(main);
        CheckIds(main, existing);
        var parts = Enum.GetValues<InterventionPart>()
            .Where(part => part != InterventionPart.Main)
            .ToDictionary(part => part, part => RowsBelow(part, main));
        return [.. main.Select(row => RowOf(row, existing, parts))];
    }

    private WorkbookPlan.Row RowOf(
        WorkbookFile.Row row,
        Dictionary<string, Intervention> existing,
        Dictionary<InterventionPart, ILookup<int, WorkbookFile.Row>> parts
    )
    {
        var written = new InterventionTexts(
            TextsOf(InterventionPart.Main, row),
            Below(InterventionPart.Funding),
            Below(InterventionPart.Outputs),
            Below(InterventionPart.Outcomes)
        );
        var read = InterventionReader.Read(written, Columns, _taxonomy);
        foreach (var fault in read.Faults)
        {
            var place =
                fault.Part == InterventionPart.Main
                    ? row.Number
                    : parts[fault.Part][row.Number].ElementAt(fault.Row).Number;
            Fail(fault.Part.SheetName, place, Columns[fault.Part, fault.Column].Heading, fault.Message);
        }

        var intervention = existing.GetValueOrDefault(IdOf(row));
        return new WorkbookPlan.Row(
            row.Number,
            intervention,
            intervention is null ? InterventionTexts.Empty : _list.Register.TextsOf(intervention),
            InterventionTexts.Of(read.Content, read.References, Columns),
            intervention is not null
                && TextAt(InterventionPart.Main, row, InterventionSheets.Revision) is { Length: > 0 } revision
                && revision != intervention.Revision.ToString(CultureInfo.InvariantCulture)
        );

        IReadOnlyList<IReadOnlyDictionary<string, string>> Below(InterventionPart part) =>
            [.. parts[part][row.Number].Select(one => TextsOf(part, one))];
    }

    /// <summary>
    /// A row without an id is the one of the register that has its name, if no other row is: a file with new rows that is read
    /// in twice adds them once.
    /// </summary>
    private void KnowByName(List<WorkbookFile.Row> main)
    {
        var named = main.Select(IdOf).ToHashSet();
        var free = _list
            .Lines.Select(line => line.Intervention)
            .Where(one => !named.Contains(one.Id.Value))
            .ToLookup(one => one.Name, StringComparer.OrdinalIgnoreCase);
        foreach (
            var rows in main.Where(row => IdOf(row).Length == 0)
                .GroupBy(NameOf, StringComparer.OrdinalIgnoreCase)
                .ToList()
        )
        {
            if (rows.ToList() is [var row] && free[rows.Key].ToList() is [var known])
            {
                _ids[row.Number] = known.Id.Value;
            }
        }
    }

    private void CheckIds(List<WorkbookFile.Row> main, Dictionary<string, Intervention> existing)
    {
        var removed = _list.Removed.Select(line => line.Id.Value).ToHashSet();
        var seen = new HashSet<string>();
        foreach (var row in main)
        {
            var id = IdOf(row);
            if (id.Length == 0)
            {
                continue;
            }

            if (!seen.Add(id))
            {
                Fail(
                    InterventionPart.Main,
                    row,
                    InterventionSheets.Id,
                    $"Insatsen {id} står på två rader. Ta bort den ena, eller töm Id om den är ny."
                );
            }
            else if (removed.Contains(id))
            {
                Fail(
                    InterventionPart.Main,
                    row,
                    InterventionSheets.Id,
                    "Insatsen är borttagen ur registret. Återställ den där först, eller ta bort raden."
                );
            }
            else if (!existing.ContainsKey(id))
            {
                Fail(
                    InterventionPart.Main,
                    row,
                    InterventionSheets.Id,
                    $"Insatsen {id} finns inte i registret. Lämna Id tomt för en ny insats."
                );
            }
        }
    }

    /// <summary>The rows of a part by the main sheet's row that they belong to.</summary>
    private ILookup<int, WorkbookFile.Row> RowsBelow(InterventionPart part, List<WorkbookFile.Row> main)
    {
        var byId = main.Where(row => IdOf(row).Length > 0).DistinctBy(IdOf).ToDictionary(IdOf);
        var inRegister = _list.Lines.Select(line => line.Intervention.Id.Value).ToHashSet();
        var byName = main.ToLookup(NameOf, StringComparer.OrdinalIgnoreCase);
        var found = new List<(int Owner, WorkbookFile.Row Row)>();
        foreach (var row in DataRows(part))
        {
            var id = TextAt(part, row, InterventionSheets.InterventionId);
            var name = TextAt(part, row, InterventionSheets.InterventionName);
            if (id.Length > 0)
            {
                if (byId.TryGetValue(id, out var owner))
                {
                    found.Add((owner.Number, row));
                }
                // What is left of one that was taken out of the main sheet stays as it is, with that one.
                else if (!inRegister.Contains(id))
                {
                    Fail(
                        part,
                        row,
                        InterventionSheets.InterventionId,
                        $"Insatsen {id} finns inte i bladet {InterventionPart.Main.SheetName}."
                    );
                }
            }
            else if (name.Length == 0)
            {
                Fail(
                    part,
                    row,
                    InterventionSheets.InterventionId,
                    "Skriv vilken insats raden hör till: dess id, eller namnet om den är ny."
                );
            }
            else if (byName[name].ToList() is [var only])
            {
                found.Add((only.Number, row));
            }
            else
            {
                Fail(
                    part,
                    row,
                    InterventionSheets.InterventionName,
                    byName[name].Any()
                        ? $"Flera insatser heter ”{name}”. Skriv insatsens id."
                        : $"Ingen insats heter ”{name}” i bladet {InterventionPart.Main.SheetName}."
                );
            }
        }

        return found.ToLookup(one => one.Owner, one => one.Row);
    }

    /// <summary>The rows below the heads, without those where only our own columns are filled in.</summary>
    private IEnumerable<WorkbookFile.Row> DataRows(InterventionPart part) =>
        _file
            .Sheets[part.SheetName]
            .Skip(1)
            .Where(row =>
                _heads[part].Any(head => head.Key != InterventionSheets.Origin && row.Cells.ContainsKey(head.Value))
            );

    private Dictionary<string, string> TextsOf(InterventionPart part, WorkbookFile.Row row) =>
        Columns
            .Of(part)
            .ToDictionary(
                column => column.Key,
                column => TextOf(column, row.Cells.GetValueOrDefault(_heads[part][column.Heading]))
            );

    private static string TextOf(InterventionColumn column, WorkbookFile.Cell? cell)
    {
        // Excel keeps a day as the number of days since 1900; a number as small as a year is a year.
        const double FirstDay = 3_000;
        const double LastDay = 2_958_465;
        return column.Kind == ColumnKind.Date && cell?.Number is { } number and > FirstDay and <= LastDay
            ? DateOnly.FromDateTime(DateTime.FromOADate(number)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : cell?.Text ?? "";
    }

    private string IdOf(WorkbookFile.Row row) =>
        _ids.GetValueOrDefault(row.Number) ?? TextAt(InterventionPart.Main, row, InterventionSheets.Id);

    private string NameOf(WorkbookFile.Row row) => TextAt(InterventionPart.Main, row, Columns.Main[0].Heading);

    private string TextAt(InterventionPart part, WorkbookFile.Row row, string heading) =>
        row.TextAt(_heads[part][heading]).Trim();

    private void Fail(InterventionPart part, WorkbookFile.Row row, string column, string message) =>
        Fail(part.SheetName, row.Number, column, message);

    private void Fail(string sheet, int row, string column, string message) =>
        _faults.Add(new WorkbookPlan.Fault(sheet, row, column, message));
}
