using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>A reporter's register as a workbook (XLSX), to write in and read in again.</summary>
public sealed class WriteInterventions(SamlaDb db, Taxonomy taxonomy, ListInterventions list, TimeProvider clock)
{
    private const int MostInValidation = 255;

    /// <summary>The most signs in the name of a sheet, as Excel has it.</summary>
    private const int MostInName = 31;

    private const string Own = "skriven av uppgiftslämnaren";

    /// <summary>Writes the file; false, and nothing written, where the reporter takes no part in the round.</summary>
    public async Task<bool> Run(Key<Round> round, Key<Reporter> reporter, Stream output, CancellationToken cancellation)
    {
        if (await list.Run(round, reporter, cancellation) is not { } result)
        {
            return false;
        }

        Write(result.Register, result.Lines, [], [.. About(result.Register), .. Advice], output);
        return true;
    }

    /// <summary>Writes, for reading, what a submitted version holds: interventions, and the rows of other tables.</summary>
    /// <param name="round">The round.</param>
    /// <param name="reporter">One that takes part in it.</param>
    /// <param name="version">Which version.</param>
    /// <param name="remark">Which that is, in Swedish.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    internal async Task WriteSubmitted(
        Key<Round> round,
        Key<Reporter> reporter,
        int version,
        string remark,
        Stream output,
        CancellationToken cancellation
    )
    {
        var register = (await InterventionRegister.Find(db, taxonomy, round, reporter, cancellation))!;
        var lines = await list.Submitted(round, reporter, version, cancellation);
        var tables = await SubmittedTables(register, version, cancellation);
        Write(register, lines, tables, [.. About(register), ["", remark, ""]], output);
    }

    private sealed record SubmittedTable(
        Requirement Requirement,
        TemplateTable Table,
        IReadOnlyList<SubmittedRow> Rows
    );

    /// <summary>What a version has in the requirements' own tables, in the order it was asked.</summary>
    private async Task<List<SubmittedTable>> SubmittedTables(
        InterventionRegister register,
        int version,
        CancellationToken cancellation
    )
    {
        var template = register.Round.TemplateId;
        var found = await (
            from submission in db.Submissions
            where submission.RoundId == register.Round.Id && submission.ReporterId == register.Reporter.Id
            join answer in db.SubmittedAnswers.AsNoTracking() on submission.Id equals answer.SubmissionId
            where answer.Version == version && answer.Rows != null
            join requirement in db.Requirements.AsNoTracking()
                on new { TemplateId = template, Id = answer.RequirementId } equals new
                {
                    requirement.TemplateId,
                    requirement.Id,
                }
            join section in db.Sections.AsNoTracking()
                on new { requirement.TemplateId, Id = requirement.SectionId } equals new
                {
                    section.TemplateId,
                    section.Id,
                }
            orderby section.Order, requirement.Order
            select new { requirement, answer.Rows }
        ).ToListAsync(cancellation);
        if (found.Count == 0)
        {
            return [];
        }

        var tables = await db.TablesOf(template).ToDictionaryAsync(table => table.Id, cancellation);
        return
        [
            .. from one in found
            let table = tables[one.requirement.TableId!]
            select new SubmittedTable(one.requirement, table, SubmittedRow.Read(one.Rows, table)),
        ];
    }

    private static void Add(WorkbookWriter workbook, IEnumerable<SubmittedTable> tables)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (requirement, table, rows) in tables)
        {
            var columns = table.InOrder.ToList();
            workbook.AddSheet(
                NameOf(requirement, names),
                [.. columns.Select(column => column.Heading)],
                rows.Select(row =>
                    (IReadOnlyList<object>)
                        [
                            .. columns.Select(column =>
                                row.Cells[column] is CellValue.Number(var amount)
                                    ? (object)amount
                                    : row.Cells[column]?.In(column) ?? ""
                            ),
                        ]
                ),
                []
            );
        }
    }

    /// <summary>The sheet's name: one that no other has, without the signs that Excel refuses.</summary>
    private static string NameOf(Requirement requirement, HashSet<string> names)
    {
        var whole = "Tabell " + string.Concat(requirement.Title.Where(sign => !"[]:*?/\\'".Contains(sign)));
        var name = whole.Length > MostInName ? whole[..MostInName].TrimEnd() : whole;
        for (var number = 2; !names.Add(name); number++)
        {
            var end = string.Create(CultureInfo.InvariantCulture, $" {number}");
            name = whole[..Math.Min(whole.Length, MostInName - end.Length)] + end;
        }

        return name;
    }

    private static void Write(
        InterventionRegister register,
        IEnumerable<ListInterventions.Line> lines,
        IEnumerable<SubmittedTable> tables,
        IEnumerable<IReadOnlyList<object>> about,
        Stream output
    )
    {
        using var workbook = new WorkbookWriter(output);
        foreach (var part in Enum.GetValues<InterventionPart>())
        {
            var columns = register.Columns.Of(part);
            workbook.AddSheet(
                part.SheetName,
                [.. part.KeyHeadings, .. columns.Select(column => column.Heading), .. OriginHeading(register)],
                lines.SelectMany(line => Rows(line.Intervention, part, register)),
                [
                    .. columns
                        .Select((column, at) => (at + part.KeyHeadings.Count, ListOf(column)))
                        .Where(one => one.Item2.Length is > 0 and < MostInValidation),
                ]
            );
        }

        Add(workbook, tables);
        workbook.AddSheet(
            InterventionSheets.Choices,
            [.. Chosen(register).Select(column => column.Heading)],
            ChoiceRows(register),
            []
        );
        workbook.AddSheet(InterventionSheets.About, ["Om filen", "", ""], about, []);
    }

    private static string[] OriginHeading(InterventionRegister register) =>
        register.Round.Mark is null ? [] : [InterventionSheets.Origin];

    private static IEnumerable<IReadOnlyList<object>> Rows(
        Intervention intervention,
        InterventionPart part,
        InterventionRegister register
    )
    {
        object[] key =
            part == InterventionPart.Main
                ? [intervention.Id.Value, (decimal)intervention.Revision]
                : [intervention.Id.Value, intervention.Name];
        object[] mark = register.Round.Mark is null ? [] : [Marks.Of(intervention.Origin) ?? Own];
        return register
            .TextsOf(intervention)
            .Of(part)
            .Select(row =>
                (IReadOnlyList<object>)
                    [.. key, .. register.Columns.Of(part).Select(column => ValueOf(column, row[column.Key])), .. mark]
            );
    }

    private static object ValueOf(InterventionColumn column, string text) =>
        column.Kind == ColumnKind.Number
        && decimal.TryParse(text.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number
            : text;

    private static string ListOf(InterventionColumn column) =>
        column.Kind == ColumnKind.Choice ? string.Join(',', column.Terms.Select(term => term.Name)) : "";

    private static IEnumerable<InterventionColumn> Chosen(InterventionRegister register) =>
        Enum.GetValues<InterventionPart>().SelectMany(register.Columns.Of).Where(column => column.Terms.Count > 0);

    /// <summary>All that can be chosen, each column's under its heading.</summary>
    private static IEnumerable<IReadOnlyList<object>> ChoiceRows(InterventionRegister register)
    {
        var columns = Chosen(register).ToList();
        return Enumerable
            .Range(0, columns.Max(column => column.Terms.Count))
            .Select(row =>
                (IReadOnlyList<object>)
                    [.. columns.Select(column => row < column.Terms.Count ? column.Terms[row].Name : "")]
            );
    }

    private IEnumerable<string[]> About(InterventionRegister register) =>
        [
            [InterventionSheets.Round, register.Round.Id.Value, register.Round.Title],
            [InterventionSheets.Reporter, register.Reporter.Id.Value, register.Reporter.Name],
            ["Hämtad", SwedishTime.Of(clock.GetUtcNow()), ""],
            ["Ursprung", register.Round.Mark ?? Own, ""],
        ];

    private static IEnumerable<string[]> Advice =>
        [
            [
                "Så fyller ni i",
                "En ny insats: skriv på en ny rad i bladet Insatser och lämna Id och Version tomma.",
                "",
            ],
            [
                "",
                "Medel, prestationer och effekter har varsitt blad. Skriv insatsens id där, eller namnet om den är ny.",
                "",
            ],
            ["", "Flera val i en cell skrivs med semikolon emellan. Vad som kan väljas står i bladet Val.", ""],
            ["", "En insats som saknas i filen står kvar i registret, om ni inte säger annat när filen läses in.", ""],
        ];
}
