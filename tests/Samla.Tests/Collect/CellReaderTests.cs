using CsCheck;
using Samla.Domain;
using Samla.Domain.Collect;
using static Samla.Tests.Collect.RowSample;

namespace Samla.Tests.Collect;

/// <summary>What somebody types in a cell, by the column's type.</summary>
public sealed class CellReaderTests
{
    [Theory]
    [InlineData("1250000", "1250000")]
    [InlineData("1 250 000", "1250000")]
    [InlineData("1\u00a0250\u00a0000", "1250000")]
    [InlineData("1 250 000 kronor", "1250000")]
    [InlineData("1 250 kr", "1250")]
    [InlineData("2,5", "2.5")]
    [InlineData("2.5", "2.5")]
    [InlineData("1 250,50", "1250.5")]
    [InlineData("−300", "-300")]
    [InlineData("-300", "-300")]
    [InlineData("0", "0")]
    public void A_number_is_read_as_people_here_write_it(string typed, string amount) =>
        Assert.Equal(
            new CellValue.Number(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)),
            CellReader.Read(typed, Amount).Value
        );

    [Theory]
    [InlineData("1.250", "kan läsas på två sätt")]
    [InlineData("1.250.000", "kan läsas på två sätt")]
    [InlineData("ungefär 5", "är inget tal i kronor")]
    [InlineData("5 mnkr", "är inget tal i kronor")]
    [InlineData("12 5", "är inget tal i kronor")]
    [InlineData("1 2500", "är inget tal i kronor")]
    [InlineData("1,2,3", "är inget tal i kronor")]
    [InlineData("0,1234567", "för många decimaler")]
    [InlineData("9 999 999 999 999 999", "för stort")]
    public void A_number_that_can_be_misread_is_not_guessed(string typed, string fault)
    {
        var read = CellReader.Read(typed, Amount);
        Assert.Null(read.Value);
        Assert.Contains(fault, read.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-03-15")]
    [InlineData("2024-3-15")]
    [InlineData("20240315")]
    [InlineData("15 mars 2024")]
    [InlineData("15\u00a0mars 2024")]
    [InlineData("den 15 Mars 2024")]
    [InlineData("15 mar 2024")]
    [InlineData("15 mar. 2024")]
    [InlineData("15/3 2024")]
    [InlineData("15/3/2024")]
    [InlineData("15/3-2024")]
    [InlineData("15/03 2024")]
    public void A_date_is_read_as_people_here_write_it(string typed) =>
        Assert.Equal(new CellValue.Day(new DateOnly(2024, 3, 15)), CellReader.Read(typed, Date).Value);

    [Theory]
    [InlineData("mars 2024")]
    [InlineData("2024")]
    [InlineData("15/3")]
    [InlineData("15/3 24")]
    [InlineData("2024-02-30")]
    [InlineData("30 februari 2024")]
    [InlineData("3/15 2024")]
    [InlineData("15 marsipan 2024")]
    [InlineData("15 march 2024")]
    [InlineData("i våras")]
    public void A_date_that_is_none_says_how_to_write_one(string typed)
    {
        var read = CellReader.Read(typed, Date);
        Assert.Null(read.Value);
        Assert.Contains("2024-03-15", read.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://www.exempel.se/rapport.pdf")]
    [InlineData("http://exempel.se")]
    [InlineData("  https://exempel.se/å?b=c#d ")]
    public void A_link_is_a_whole_web_address(string typed) =>
        Assert.Equal(new CellValue.Link(typed.Trim()), CellReader.Read(typed, Link).Value);

    [Theory]
    [InlineData("www.exempel.se")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://")]
    [InlineData("https://exempel.se och https://annat.se")]
    public void A_link_to_anything_else_is_refused(string typed)
    {
        var read = CellReader.Read(typed, Link);
        Assert.Null(read.Value);
        Assert.Contains("https://", read.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("analysis", "analysis")]
    [InlineData("Analys", "analysis")]
    [InlineData("analys", "analysis")]
    public void A_choice_is_found_by_its_id_or_its_words(string typed, string id) =>
        Assert.Equal([id], Ids(CellReader.Read(typed, Kind)));

    [Theory]
    [InlineData("social; economic", "economic", "social")]
    [InlineData("Social\nEkonomisk", "economic", "social")]
    [InlineData("Ekonomisk, social", "economic", "social")]
    [InlineData("Luft, vatten; Social", "social", "air")]
    [InlineData("Luft, vatten", "air")]
    [InlineData("social; social", "social")]
    public void Several_choices_stand_in_the_columns_order_once_each(string typed, params string[] ids) =>
        Assert.Equal(ids, Ids(CellReader.Read(typed, Dimensions)));

    [Theory]
    [InlineData("Rapport")]
    [InlineData("analysis; monitoring")]
    public void What_cannot_be_chosen_is_told_with_what_can(string typed)
    {
        var read = CellReader.Read(typed, Kind);
        Assert.Null(read.Value);
        Assert.Contains("Analys; Uppföljning", read.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_cell_is_no_fault()
    {
        Assert.All(Table.Columns, column => Assert.Equal(new(null, null), CellReader.Read(" \r\n\u00a0", column)));
    }

    [Fact]
    public void A_text_keeps_its_lines_and_no_empty_ones() =>
        Assert.Equal(new CellValue.Text("Ett\nTvå"), CellReader.Read(" Ett \r\n\r\n\r\n Två\0 ", Title).Value);

    [Fact]
    public void A_tab_stands_between_words_and_other_signs_that_nobody_sees_do_not() =>
        Assert.Equal(new CellValue.Text("Analys Kust"), CellReader.Read("Analys\tKu\u0001st\u000b", Title).Value);

    [Theory]
    [InlineData(";")]
    [InlineData(",")]
    [InlineData(" ; ,\n;")]
    public void Several_choices_without_any_are_an_empty_cell(string typed) =>
        Assert.Equal(new(null, null), CellReader.Read(typed, Dimensions));

    [Fact]
    public void A_text_that_is_too_long_is_kept_and_pointed_out()
    {
        var cells = new RowCells(
            new Dictionary<Key<TableColumn>, CellValue>
            {
                [Title.Id] = CellReader.Read(new string('å', 33), Title).Value!,
            }
        );
        Assert.Equal([(Title, 3)], cells.TooLong(Table));
        Assert.Equal([Kind], cells.Missing(Table));
    }

    [Fact]
    public void A_text_beyond_all_measure_is_refused() =>
        Assert.Contains(
            "Korta",
            CellReader.Read(new string('a', CellReader.MostSigns + 1), Title).Fault,
            StringComparison.Ordinal
        );

    [Fact]
    public void What_is_kept_is_read_again_from_what_the_form_shows_and_from_what_a_reader_sees() =>
        AnyRow.Sample(row =>
            Assert.All(
                Table.Columns.Where(column => row[column] is not null),
                column =>
                {
                    var value = row[column]!;
                    Assert.Equal(Written(value, column), Written(CellReader.Read(value.Typed, column).Value!, column));
                    Assert.Equal(
                        Written(value, column),
                        Written(CellReader.Read(value.In(column), column).Value!, column)
                    );
                }
            )
        );

    [Fact]
    public void A_row_comes_back_from_JSON_as_it_was() =>
        AnyRow.Sample(row =>
        {
            var json = row.Write(Table);
            Assert.Equal(json, RowCells.Read(json, Table).Write(Table));
            Assert.Equal(row.AsText(Table), RowCells.Read(json, Table).AsText(Table));
            var submitted = SubmittedRow.Write([new(default, row), new(default, row)], Table);
            Assert.Equal([json, json], SubmittedRow.Read(submitted, Table).Select(one => one.Cells.Write(Table)));
        });

    [Fact]
    public void Nothing_typed_makes_the_reader_fall() =>
        Gen.String.Sample(typed =>
            Assert.All(
                Table.Columns,
                column =>
                {
                    var read = CellReader.Read(typed, column);
                    Assert.False(read is { Value: not null, Fault: not null });
                    if (read.Value is { } value)
                    {
                        Assert.Equal(
                            Written(value, column),
                            Written(CellReader.Read(value.Typed, column).Value!, column)
                        );
                    }
                }
            )
        );

    [Fact]
    public void A_row_in_running_text_has_a_line_for_each_cell_that_says_something()
    {
        var (cells, faults) = CellReader.Read(
            new Dictionary<Key<TableColumn>, string>
            {
                [Title.Id] = "En rapport\nmed två rader",
                [Amount.Id] = "1250000",
                [Date.Id] = "2024-03-15",
                [Dimensions.Id] = "social; economic",
            },
            Table
        );
        Assert.Empty(faults);
        Assert.Equal(
            "Titel: En rapport\nmed två rader\nBelopp: 1\u00a0250\u00a0000\u00a0kronor\nKlar den: 15\u00a0mars 2024\nDimensioner: Ekonomisk; Social",
            cells.AsText(Table)
        );
        Assert.Equal(
            """{"titel":"En rapport\nmed två rader","belopp":1250000,"klar":"2024-03-15","dimensioner":["economic","social"]}""",
            cells.Write(Table)
        );
    }

    private static IEnumerable<string> Ids(CellReader.Result read) =>
        Assert.IsType<CellValue.Choice>(read.Value).Options.Select(option => option.Value);

    private static string Written(CellValue value, TableColumn column) =>
        new RowCells(new Dictionary<Key<TableColumn>, CellValue> { [column.Id] = value }).Write(Table);
}
