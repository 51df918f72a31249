using System.IO.Compression;
using System.Text;
using Samla.Analyse.Documents;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse.Documents;

public sealed class ReadDocumentFileTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Lines_become_paragraphs_and_parted_words_whole()
    {
        var text = Read(
            MadePdf.Of(
                head: null,
                foot: null,
                [
                    ["Strategi för Värmland"],
                    [
                        "Regionen arbetar med kompetens-",
                        "försörjning i hela länet, och med",
                        "mark- och vattenanvändning.",
                    ],
                    ["Åtgärder behövs."],
                ]
            )
        );

        Assert.Equal(
            "Strategi för Värmland\n\nRegionen arbetar med kompetensförsörjning i hela länet, och med mark- och vattenanvändning.\n\nÅtgärder behövs.",
            text.Text
        );
        Assert.Equal((DocumentText.Pdf, 0), (text.MediaType, Assert.Single(text.PageStarts)));
    }

    [Fact]
    public void A_suspended_hyphen_at_the_end_of_a_line_stays()
    {
        var text = Read(
            MadePdf.Of(
                null,
                null,
                [
                    ["Planen gäller mark-", "och vattenanvändning i länet."],
                ]
            )
        );

        Assert.Equal("Planen gäller mark- och vattenanvändning i länet.", text.Text);
    }

    [Fact]
    public void Heads_and_page_numbers_are_left_out_and_pages_known()
    {
        string[][] Page(string words) =>
            [
                [words, "Här står mer om det."],
            ];
        var text = Read(
            MadePdf.Of(
                "Regional utvecklingsstrategi 2040",
                number => $"Sida {number} av 4",
                Page("Första sidan."),
                Page("Andra sidan."),
                Page("Tredje sidan."),
                Page("Fjärde sidan.")
            )
        );

        Assert.DoesNotContain("utvecklingsstrategi", text.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("av 4", text.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["Första", "Andra", "Tredje", "Fjärde"],
            text.PageStarts.Select(at => text.Text[at..].Split(' ')[0])
        );
    }

    [Fact]
    public void A_sentence_goes_on_over_a_page_break_and_the_break_is_known()
    {
        var text = Read(
            MadePdf.Of(
                null,
                number => $"{number}",
                [
                    ["Arbetet med energi-"],
                ],
                [
                    ["försörjningen går vidare."],
                ],
                [
                    ["Slut."],
                ]
            )
        );

        Assert.Equal("Arbetet med energiförsörjningen går vidare.\n\nSlut.", text.Text);
        Assert.Equal([0, 18, 45], text.PageStarts);
        Assert.Equal("försörjningen", text.Text[18..31]);
    }

    [Fact]
    public void Columns_are_read_one_after_the_other()
    {
        var text = Read(
            MadePdf.OfColumns(
                ["Vänster spalt börjar här", "och går vidare en rad till", "och slutar på raden här."],
                ["Höger spalt kommer efter", "den vänstra, och har också", "tre rader med sina ord."]
            )
        );

        Assert.Equal(
            "Vänster spalt börjar här och går vidare en rad till och slutar på raden här. Höger spalt kommer efter den vänstra, och har också tre rader med sina ord.",
            text.Text.Replace("\n\n", " ", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_mark_of_a_note_is_no_part_of_the_sentence_and_other_figures_are() =>
        Assert.Equal("Sju regioner har en plan med 12 delar.", Read(MadePdf.WithMark()).Text);

    [Fact]
    public void A_full_stop_stands_at_its_word_and_leading_dots_are_three() =>
        Assert.Equal(
            "Det tas upp av en region. Inledning … 4",
            Read(
                MadePdf.Of(
                    null,
                    null,
                    [
                        ["Det tas upp av en region .", "Inledning ........................ 4"],
                    ]
                )
            ).Text
        );

    [Fact]
    public void A_scanned_file_is_refused_with_what_to_do() =>
        Assert.Contains("bilder av sidor men ingen text", Refused(MadePdf.OfPicture()), StringComparison.Ordinal);

    [Fact]
    public void Pages_without_text_are_told()
    {
        var text = Read(
            MadePdf.Of(
                null,
                null,
                [
                    ["Först."],
                ],
                [],
                [
                    ["Sist."],
                ]
            )
        );

        Assert.Equal([2], text.EmptyPages);
        Assert.Equal(3, text.PageStarts.Count);
    }

    [Theory]
    [InlineData("%PDF-1.7\n", "skadad")]
    [InlineData("%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj trailer << /Root 1 0 R >>", "skadad")]
    [InlineData("PK\u0003\u0004 trasig", "Word")]
    [InlineData("", "tom")]
    [InlineData("   ", "ingen text|tom")]
    [InlineData("\u0001\u0002\u0003", "varken PDF, Word eller text")]
    public void What_cannot_be_read_is_refused_with_the_reason(string content, string reasons) =>
        Assert.Contains(
            reasons.Split('|'),
            reason => Refused(Encoding.Latin1.GetBytes(content)).Contains(reason, StringComparison.Ordinal)
        );

    [Fact]
    public void A_protected_file_is_refused_with_what_to_do()
    {
        // The encryption of nothing we can open: a user's password that we do not have.
        var pdf = Encoding.Latin1.GetString(
            MadePdf.Of(
                null,
                null,
                [
                    ["Hemligt."],
                ]
            )
        );
        var at = pdf.LastIndexOf("/Root", StringComparison.Ordinal);
        var encrypted =
            pdf[..at]
            + $"/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <{new string('a', 64)}> /U <{new string('b', 64)}> >> /ID [<00> <00>] "
            + pdf[at..];

        Assert.Contains("lösenord", Refused(Encoding.Latin1.GetBytes(encrypted)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_unpacks_to_two_hundred_megabytes_is_refused()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var blank = new byte[1024 * 1024];
            Array.Fill(blank, (byte)' ');
            for (var megabyte = 0; megabyte < 200; megabyte++)
            {
                zip.Write(blank);
            }
        }

        Assert.Contains(
            "packar upp till mer",
            Refused(MadePdf.OfStreams("/Filter /FlateDecode", packed.ToArray())),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_with_more_than_a_thousand_pages_is_refused()
    {
        string[][] page =
        [
            ["Ord."],
        ];
        Assert.Contains(
            "högst 1000",
            Refused(MadePdf.Of(null, null, [.. Enumerable.Repeat(page, 1_001)])),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused() =>
        Assert.Contains("50 MB", Refused(new byte[ReadDocumentFile.MaxBytes + 1]), StringComparison.Ordinal);

    [Fact]
    public void A_text_file_is_read_as_it_is_with_its_pages()
    {
        var text = Read(Encoding.UTF8.GetBytes("\uFEFFFörsta sidan.\r\n\r\nMer.\fAndra sidan."));

        Assert.Equal("Första sidan.\n\nMer.\n\nAndra sidan.", text.Text);
        Assert.Equal([0, 21], text.PageStarts);
    }

    [Fact]
    public void A_text_is_as_a_source_keeps_it() =>
        Assert.All(
            [
                MadePdf.Of(
                    null,
                    null,
                    [
                        ["Ett."],
                        ["Två."],
                    ]
                ),
                Encoding.UTF8.GetBytes("\n\n Ett.\n Två.\n"),
            ],
            file => Assert.Equal(Samla.Domain.Collect.Source.Normalised(Read(file).Text), Read(file).Text)
        );

    private static DocumentText Read(byte[] file)
    {
        var outcome = new ReadDocumentFile(new SteadyClock()).Run(file, Stop);
        Assert.True(outcome is ReadDocumentFile.Outcome.Read, (outcome as ReadDocumentFile.Outcome.Refused)?.Message);
        return ((ReadDocumentFile.Outcome.Read)outcome).Document;
    }

    private static string Refused(byte[] file) =>
        Assert
            .IsType<ReadDocumentFile.Outcome.Refused>(new ReadDocumentFile(new SteadyClock()).Run(file, Stop))
            .Message;
}
