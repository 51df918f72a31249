using System.Diagnostics;
using System.IO.Compression;
using CsCheck;
using Samla.Analyse.Exchange;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse.Exchange;

/// <summary>Files that are broken or wish us ill: said in Swedish, never thrown.</summary>
public sealed class QdpxRefusalTests
{
    private const string Content = "<PlainTextContent>Bo skördar.</PlainTextContent>";
    private const string Unknown = "99999999-9999-4999-8999-999999999999";

    [Fact]
    public void An_empty_file() => Says([], "prov.qdpx: Filen är tom");

    [Fact]
    public void What_is_no_ZIP() => Says("Hej"u8.ToArray(), "inget REFI-QDA-projekt");

    [Fact]
    public void A_codebook() => Says("<?xml version=\"1.0\"?><CodeBook/>"u8.ToArray(), "Läs in den som kodbok");

    [Fact]
    public void Half_a_ZIP() => Says(Project(Content)[..200], "skadad");

    [Fact]
    public void A_ZIP_without_a_project() =>
        Says(new ForeignProject().With("läs.txt", "Hej").File(), "saknar project.qde");

    [Fact]
    public void XML_that_breaks_off() => Says(Qde("<Project><Users>"), "ingen giltig XML (rad 1)");

    [Fact]
    public void Another_root() => Says(Qde("<html/>"), "börjar med elementet <html>. Det ska vara <Project>");

    [Fact]
    public void Entities_that_multiply() =>
        Says(
            Qde(
                """
                <!DOCTYPE Project [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
                <Project name="&c;"/>
                """
            ),
            "DOCTYPE"
        );

    [Fact]
    public void An_entity_that_reads_a_file_of_ours()
    {
        var secret = Path.GetTempFileName();
        try
        {
            File.WriteAllText(secret, "hemligt");
            var message = Says(
                Qde(
                    $"<!DOCTYPE Project [<!ENTITY x SYSTEM \"file://{secret}\">]><Project name=\"p\"><Description>&x;</Description></Project>"
                ),
                "DOCTYPE"
            );
            Assert.DoesNotContain("hemligt", message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public void Elements_in_elements_without_end()
    {
        var codes = string.Concat(
            Enumerable.Repeat($"<Code guid=\"{Unknown}\" name=\"k\" isCodable=\"true\">", 100_000)
        );
        Says(Qde($"<Project name=\"p\"><CodeBook><Codes>{codes}"), "fler än 100 nivåer");
    }

    [Theory]
    [InlineData("../project.qde")]
    [InlineData("sources/../../hej.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/hej.txt")]
    [InlineData("sources\\hej.txt")]
    public void A_name_that_points_out_of_the_file(string name) =>
        Says(
            new ForeignProject().With("project.qde", ForeignProject.Qde("")).With(name, "Hej").File(),
            $"”{name}”, som pekar utanför"
        );

    [Fact]
    public void Two_files_of_one_name() =>
        Says(
            new ForeignProject().With("project.qde", ForeignProject.Qde("")).With("Project.qde", "Hej").File(),
            "två filer med namnet ”Project.qde”"
        );

    [Fact]
    public void More_files_than_a_project_has()
    {
        var project = new ForeignProject();
        for (var at = 0; at <= 10_000; at++)
        {
            project.With($"sources/{at}.txt", []);
        }

        Says(project.File(), "fler än 10000 filer");
    }

    [Fact]
    public void A_code_that_is_not_in_the_codebook()
    {
        var message = Says(
            Project(Content + ForeignProject.Selection(0, 2, "Bo", Unknown)),
            $"<CodeRef> på rad 5 pekar på koden {Unknown}"
        );
        Assert.Contains("Exportera på nytt", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_that_is_not_there() =>
        Says(
            Project(
                $"""{Content}<PlainTextSelection guid="{Unknown}" startPosition="0" endPosition="2" creatingUser="{Unknown}"/>"""
            ),
            $"pekar på användaren {Unknown}"
        );

    [Fact]
    public void A_note_a_variable_and_a_source_that_are_not_there()
    {
        var qde = ForeignProject.Qde(
            $"""<TextSource guid="{ForeignProject.Text}" name="Svaret">{Content}<NoteRef targetGUID="{Unknown}"/><VariableValue><VariableRef targetGUID="{Unknown}"/><TextValue>1</TextValue></VariableValue></TextSource>""",
            $"""<Cases><Case guid="{ForeignProject.Text}"><SourceRef targetGUID="{Unknown}"/></Case></Cases>"""
        );
        var message = Says(new ForeignProject().With("project.qde", qde).File(), $"pekar på anteckningen {Unknown}");
        Assert.Contains($"pekar på variabeln {Unknown}", message, StringComparison.Ordinal);
        Assert.Contains($"pekar på källan {Unknown}", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 13)] // the text has eleven signs
    [InlineData(-1, 2)]
    [InlineData(5, 3)]
    [InlineData(0, long.MaxValue)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_place_outside_the_text(long start, long end) =>
        Says(
            Project(Content + ForeignProject.Selection(start, end, "Bo")),
            $"gäller tecken {start}–{end} i ”Svaret”, som har 11 tecken"
        );

    [Fact]
    public void A_text_that_is_not_in_the_file() =>
        Says(
            new ForeignProject().WithText("plainTextPath=\"internal://svar.txt\"", "").File(),
            "<TextSource> på rad 5 pekar på filen internal://svar.txt"
        );

    [Fact]
    public void A_text_that_is_no_text() =>
        Says(
            new ForeignProject()
                .WithText("plainTextPath=\"internal://svar.txt\"", "")
                .With("sources/svar.txt", [0x41, 0xFF, 0xFE, 0x80])
                .File(),
            "sources/svar.txt är inte text i UTF-8"
        );

    [Fact]
    public void An_id_that_is_none_and_one_that_is_taken()
    {
        var message = Says(
            Qde(
                $"""<Project name="p"><CodeBook><Codes><Code guid="1" name="a" isCodable="true"/><Code guid="{Unknown}" name="b" isCodable="true"/><Code guid="{Unknown}" name="c" isCodable="true"/></Codes></CodeBook></Project>"""
            ),
            "<Code> på rad 1 saknar guid"
        );
        Assert.Contains($"samma guid som en annan kod ({Unknown})", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_faults_are_told_together_but_not_all()
    {
        var message = Says(
            Project(Content + string.Concat(Enumerable.Repeat(ForeignProject.Selection(0, 2, "Bo", Unknown), 25))),
            "Det finns 15 fel till."
        );
        Assert.True(message.Length < 4_000, message);
    }

    [Fact]
    public void Whatever_is_broken_in_the_bytes_nothing_is_thrown() =>
        ExchangeSample
            .Any.Select(Gen.Int[0, int.MaxValue])
            .Sample(
                (project, number) =>
                {
                    var dice = new Dice(number);
                    var file = ExchangeSample.Qdpx(project);
                    for (var left = dice.Throw(20); left >= 0; left--)
                    {
                        file[dice.Throw(file.Length)] = (byte)dice.Throw(256);
                    }

                    IsTold(QdpxReader.Read("prov.qdpx", file));
                    IsTold(QdpxReader.Read("prov.qdpx", file.AsMemory(0, dice.Throw(file.Length))));
                },
                iter: 1_000
            );

    [Fact]
    public void Whatever_is_broken_in_the_project_nothing_is_thrown() =>
        ExchangeSample
            .Any.Select(Gen.Int[0, int.MaxValue])
            .Sample(
                (project, number) =>
                {
                    var dice = new Dice(number);
                    var parts = Qde(project).Split('"');
                    for (var left = dice.Throw(3); left >= 0; left--)
                    {
                        // What stands within the quotes of an attribute, for the most part.
                        parts[dice.Throw(parts.Length)] = dice.Pick([
                            "",
                            "-1",
                            "99999999999999999999",
                            "x",
                            parts[dice.Throw(parts.Length)],
                            Unknown,
                            "\u00e5/../",
                            "2024-13-45T99:99:99",
                        ]);
                    }

                    IsTold(
                        QdpxReader.Read(
                            "prov.qdpx",
                            new ForeignProject().With("project.qde", string.Join('"', parts)).File()
                        )
                    );
                },
                iter: 3_000
            );

    [Fact]
    public void Two_gigabytes_of_nothing_in_a_small_file_are_given_up_early()
    {
        var file = new ForeignProject()
            .WithText("plainTextPath=\"internal://svar.txt\"", "")
            .WithZeros("sources/svar.txt")
            .File();
        Assert.True(file.Length < 32 * 1024 * 1024);
        var clock = Stopwatch.StartNew();
        Says(file, "sources/svar.txt packas upp till mer än Samla läser (8 MB)");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"{clock.Elapsed}");
    }

    [Fact]
    public void Passages_made_to_keep_the_reader_busy_do_not()
    {
        // Each name is words of a long text that stand elsewhere.
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(at => $"ord{at} "));
        var selections = string.Concat(
            Enumerable
                .Range(0, 20_000)
                .Select(at => ForeignProject.Selection(0, text.Length, $"ord{at} ord{at + 1} ord"))
        );
        var file = new ForeignProject()
            .WithText("plainTextPath=\"internal://svar.txt\"", selections)
            .With("sources/svar.txt", text)
            .File();
        var clock = Stopwatch.StartNew();
        ExchangeSample.Read(file);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    private static void IsTold(ExchangeOutcome<ExchangeProject> outcome) =>
        Assert.True(
            outcome is ExchangeOutcome<ExchangeProject>.Read
                || outcome is ExchangeOutcome<ExchangeProject>.Refused { Message.Length: > 20 and < 10_000 }
        );

    /// <summary>The project with its texts in it, so that what points into them is read.</summary>
    private static string Qde(ExchangeProject project)
    {
        using var archive = new ZipArchive(new MemoryStream(ExchangeSample.Qdpx(project)));
        using var reader = new StreamReader(archive.GetEntry("project.qde")!.Open());
        return reader
            .ReadToEnd()
            .Replace(" plainTextPath=", " was=", StringComparison.Ordinal)
            .Replace(
                "<PlainTextSelection",
                "<PlainTextContent>Bo 🌾 skördar vete och råg på åkern.</PlainTextContent><PlainTextSelection",
                StringComparison.Ordinal
            );
    }

    private static byte[] Project(string content) => new ForeignProject().WithText("", content).File();

    private static byte[] Qde(string xml) => new ForeignProject().With("project.qde", xml).File();

    private static string Says(byte[] file, string words)
    {
        var message = ExchangeSample.Refusal(file);
        Assert.StartsWith("prov.qdpx: ", message, StringComparison.Ordinal);
        Assert.Contains(words, message, StringComparison.Ordinal);
        return message;
    }
}
