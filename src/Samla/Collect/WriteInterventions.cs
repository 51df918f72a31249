using System.Globalization;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>A reporter's register as a workbook (XLSX), to write in and read in again.</summary>
public sealed class WriteInterventions(SamlaDb db, Taxonomy taxonomy, ListInterventions list, TimeProvider clock)
{
    private const int MostInValidation = 255;

    private const string Own = "skriven av uppgiftslämnaren";

    /// <summary>Writes the file; false, and nothing written, where the reporter takes no part in the round.</summary>
    public async Task<bool> Run(Key<Round> round, Key<Reporter> reporter, Stream output, CancellationToken cancellation)
    {
        if (await list.Run(round, reporter, cancellation) is not { } result)
        {
            return false;
        }

        Write(result.Register, result.Lines, [.. About(result.Register), .. Advice], output);
        return true;
    }

    /// <summary>Writes, for reading, what a submitted version holds.</summary>
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
        Write(register, lines, [.. About(register), ["", remark, ""]], output);
    }

    private static void Write(
        InterventionRegister register,
        IEnumerable<ListInterventions.Line> lines,
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
