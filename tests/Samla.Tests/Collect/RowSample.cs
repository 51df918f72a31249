using CsCheck;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect;

/// <summary>A made-up table with a column of each type, and rows of it.</summary>
internal static class RowSample
{
    public static TableColumn Title { get; } =
        Column(0, "titel", "Titel", ColumnType.Text, limit: 30, isRequired: true);

    public static TableColumn Kind { get; } =
        Column(
            1,
            "slag",
            "Slag",
            ColumnType.Choice,
            isRequired: true,
            options: [("analysis", "Analys"), ("monitoring", "Uppföljning")]
        );

    public static TableColumn Amount { get; } = Column(2, "belopp", "Belopp", ColumnType.Number, unit: "kronor");

    public static TableColumn Date { get; } = Column(3, "klar", "Klar den", ColumnType.Date);

    public static TableColumn Dimensions { get; } =
        Column(
            4,
            "dimensioner",
            "Dimensioner",
            ColumnType.MultiChoice,
            options: [("economic", "Ekonomisk"), ("social", "Social"), ("air", "Luft, vatten")]
        );

    public static TableColumn Link { get; } = Column(5, "lank", "Länk", ColumnType.Link);

    public static TemplateTable Table { get; } =
        new()
        {
            TemplateId = Sample2023.Named<Template>("mall"),
            Id = Sample2023.Named<TemplateTable>("tabell"),
            Order = 0,
            Title = "Rapporter",
            Columns = [Title, Kind, Amount, Date, Dimensions, Link],
        };

    /// <summary>Any row that can be kept, with or without each cell.</summary>
    public static Gen<RowCells> AnyRow { get; } =
        from title in Gen.String[Gen.Char["abå \n;,:"], 0, 60]
        from amount in Gen.Int[-1_000_000_000, 1_000_000_000]
        from decimals in Gen.Int[0, 3]
        from day in Gen.Int[0, 90_000]
        from chosen in Gen.Int[0, 7]
        from kind in Gen.Bool
        from there in Gen.Int[0, 63]
        select new RowCells(
            (
                from one in new (TableColumn Column, CellValue? Value)[]
                {
                    (Title, CellReader.Read(title, Title).Value),
                    (Kind, Choice(Kind, kind ? 1 : 2)),
                    (Amount, new CellValue.Number(amount / (decimal)Math.Pow(10, decimals))),
                    (Date, new CellValue.Day(new DateOnly(1950, 1, 1).AddDays(day))),
                    (Dimensions, Choice(Dimensions, chosen)),
                    (Link, new CellValue.Link($"https://exempel.se/{chosen}")),
                }
                where one.Value is not null && (there & (1 << one.Column.Order)) != 0
                select (one.Column.Id, one.Value)
            ).ToDictionary(one => one.Id, one => one.Value)
        );

    private static CellValue.Choice? Choice(TableColumn column, int chosen) =>
        column.Options.Where(option => (chosen & (1 << option.Order)) != 0).Select(option => option.Id).ToList()
            is { Count: > 0 } ids
            ? new CellValue.Choice(ids)
            : null;

    private static TableColumn Column(
        int order,
        string id,
        string title,
        ColumnType type,
        string? unit = null,
        int? limit = null,
        bool isRequired = false,
        params (string Id, string Label)[] options
    ) =>
        new()
        {
            TemplateId = Sample2023.Named<Template>("mall"),
            TableId = Sample2023.Named<TemplateTable>("tabell"),
            Id = Sample2023.Named<TableColumn>(id),
            Order = order,
            Title = title,
            Help = "",
            Type = type,
            Unit = unit,
            CharacterLimit = limit,
            IsRequired = isRequired,
            Options =
            [
                .. options
                    .Index()
                    .Select(option => new ColumnOption
                    {
                        TemplateId = Sample2023.Named<Template>("mall"),
                        TableId = Sample2023.Named<TemplateTable>("tabell"),
                        ColumnId = Sample2023.Named<TableColumn>(id),
                        Id = Sample2023.Named<ColumnOption>(option.Item.Id),
                        Order = option.Index,
                        Label = option.Item.Label,
                    }),
            ],
        };
}
