using Samla.Analyse.Exchange;

namespace Samla.Tests.Analyse.Exchange;

/// <summary>Notes and stars as other programs may write them, and as nobody should.</summary>
public sealed class QdpxNotesTests
{
    private const string Content = "<PlainTextContent>Bo skördar.</PlainTextContent>";
    private const string Idea = "44444444-4444-4444-8444-444444444444";
    private const string Star = "55555555-5555-4555-8555-555555555555";
    private const string Unknown = "99999999-9999-4999-8999-999999999999";

    [Fact]
    public void A_note_of_a_passage_is_of_its_first_code_and_one_of_a_coding_of_that()
    {
        var selection = Selection(0, 2, [Money, Money], "<Description>Se upp</Description>", Ref, Ref);
        var codings = Read(selection, Notes(Idea)).Content.Sources[0].Selections[0].Codings;
        Assert.Equal(["Se upp", "Att läsa", "Att läsa"], codings[0].Notes.Select(note => note.Text));
        Assert.Equal("Att läsa", Assert.Single(codings[1].Notes).Text);
    }

    [Fact]
    public void A_description_of_a_text_is_a_note_of_it() =>
        Assert.Equal(
            "Om svaret",
            Assert
                .Single(
                    ExchangeSample
                        .Read(
                            new ForeignProject().WithText("", $"<Description>Om svaret</Description>{Content}").File()
                        )
                        .Content.Sources[0]
                        .Notes
                )
                .Text
        );

    [Fact]
    public void What_a_memo_cannot_be_about_is_told()
    {
        var qde = ForeignProject.Qde(
            $"""
            <TextSource guid="{ForeignProject.Text}" name="Svaret">{Content}{Selection(
                0,
                2,
                [],
                "",
                Ref
            )}<NoteRef targetGUID="{Unknown}"/></TextSource>
            """,
            $"""
            <Notes>
            <Note guid="{Idea}" name="Idé"><PlainTextContent>Att läsa</PlainTextContent></Note>
            <Note guid="{Unknown}" name="I Word" richTextPath="internal://n.docx"/>
            <Note guid="{Star}" name="Om projektet"><PlainTextContent>Hej</PlainTextContent>{Ref}</Note>
            </Notes>
            <NoteRef targetGUID="{Star}"/>
            """
        );
        var read = ExchangeSample.Read(new ForeignProject().With("project.qde", qde).File());
        Assert.Empty(read.Content.Sources[0].Notes);
        Assert.Equal(
            [
                "Anteckningen ”Idé” i ”Svaret” gäller ord utan kod. Samla har anteckningar om kodningar, koder, svar och krav.",
                "Anteckningen ”I Word” finns bara som Word-fil. Kopiera texten dit den hör.",
                "Anteckningar som inte hör till en text, kod, kodning eller grupp är inte lästa (1 st): ”Om projektet”.",
                "Kodningar i anteckningar, och anteckningar om dem, är inte lästa (1 st).",
            ],
            read.Report.LeftOut
        );
    }

    [Theory]
    [InlineData(0, 2, true, 0)] // beside the coding, as a passage of its own
    [InlineData(0, 3, false, 1)]
    public void A_star_may_stand_as_a_passage_of_its_own(int start, int end, bool isStarred, int told)
    {
        var read = ExchangeSample.Read(
            new ForeignProject()
                .With(
                    "project.qde",
                    ForeignProject
                        .Qde(
                            $"""<TextSource guid="{ForeignProject.Text}" name="Svaret">{Content}{Selection(start, end, [Star])}{Selection(0, 2, [Money])}</TextSource>"""
                        )
                        .Replace(
                            "</Codes>",
                            $"""<Code guid="{Star}" name="Stjärnmärkt citat (Samla)" isCodable="true"/></Codes>""",
                            StringComparison.Ordinal
                        )
                )
                .File()
        );
        Assert.Equal("Finansiering", Assert.Single(read.Content.Codes).Name);
        Assert.Equal(isStarred, Assert.Single(Assert.Single(read.Content.Sources[0].Selections).Codings).IsStarred);
        Assert.Equal(told, read.Report.LeftOut.Count(one => one.StartsWith("Stjärnan", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name=\"x\"")]
    public void A_link_that_is_no_reason_is_told_and_no_more(string attributes) =>
        Assert.Equal(
            ["Länkar är inte lästa (1 st)."],
            Read("", $"<Links><Link {attributes} originGUID=\"{Unknown}\"/></Links>").Report.LeftOut
        );

    [Fact]
    public void A_reference_to_no_note_is_refused_wherever_it_stands()
    {
        var nothing = $"<NoteRef targetGUID=\"{Unknown}\"/>";
        var sets = $"<Sets><Set guid=\"{Star}\" name=\"g\"><MemberNote targetGUID=\"{Unknown}\"/></Set></Sets>";
        byte[][] files =
        [
            Project(Selection(0, 2, [Money], "", nothing), ""),
            Project(Selection(0, 2, [Money], "", "", nothing), ""),
            Project(nothing, ""),
            Project("", sets),
        ];
        Assert.All(
            files,
            file =>
                Assert.Contains(
                    $"pekar på anteckningen {Unknown}",
                    ExchangeSample.Refusal(file),
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void A_note_with_signs_that_XML_has_not_is_refused() =>
        Assert.Contains(
            "ingen giltig XML",
            ExchangeSample.Refusal(Project(Ref, Notes(Idea).Replace("Att", "Att&#1;", StringComparison.Ordinal))),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_note_of_ten_megabytes_is_refused_as_a_file_and_read_whole_in_the_project()
    {
        var text = new string('a', 10 * 1024 * 1024);
        var own = $"""<TextSource guid="{ForeignProject.Text}" name="Svaret">{Content}{Ref}</TextSource>""";
        var file = new ForeignProject()
            .With(
                "project.qde",
                ForeignProject.Qde(own, $"<Notes><Note guid=\"{Idea}\" plainTextPath=\"internal://n.txt\"/></Notes>")
            )
            .With("sources/n.txt", text)
            .File();
        Assert.Contains(
            "sources/n.txt packas upp till mer än Samla läser (8 MB)",
            ExchangeSample.Refusal(file),
            StringComparison.Ordinal
        );
        // The round refuses what is longer than a memo, and says so.
        var inside = Project(Ref, Notes(Idea).Replace("Att läsa", text, StringComparison.Ordinal));
        Assert.Equal(text.Length, Assert.Single(ExchangeSample.Read(inside).Content.Sources[0].Notes).Text.Length);
    }

    [Fact]
    public void A_note_that_points_out_of_the_file_is_refused() =>
        Assert.Contains(
            "pekar på filen internal://../../etc/passwd, som inte finns i projektfilen",
            ExchangeSample.Refusal(
                Project(Ref, $"<Notes><Note guid=\"{Idea}\" plainTextPath=\"internal://../../etc/passwd\"/></Notes>")
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_file_beside_a_note_that_points_out_of_the_file_is_refused() =>
        Assert.Contains(
            "”sources/../n.txt”, som pekar utanför",
            ExchangeSample.Refusal(
                new ForeignProject()
                    .With(
                        "project.qde",
                        ForeignProject.Qde(
                            $"""<TextSource guid="{ForeignProject.Text}">{Content}{Ref}</TextSource>""",
                            $"<Notes><Note guid=\"{Idea}\" plainTextPath=\"internal://../n.txt\"/></Notes>"
                        )
                    )
                    .With("sources/../n.txt", "Hej")
                    .File()
            ),
            StringComparison.Ordinal
        );

    private static string Money => ForeignProject.Money;

    private static string Ref => $"<NoteRef targetGUID=\"{Idea}\"/>";

    private static string Notes(string id) =>
        $"""<Notes><Note guid="{id}" name="Idé"><PlainTextContent>Att läsa</PlainTextContent></Note></Notes>""";

    /// <param name="before">Stands first in it.</param>
    /// <param name="notes">What was noted of it.</param>
    /// <param name="ofCodings">What was noted of each coding.</param>
    private static string Selection(
        int start,
        int end,
        string[] codes,
        string before = "",
        string notes = "",
        string ofCodings = ""
    ) =>
        $"""<PlainTextSelection guid="{Guid.NewGuid()}" startPosition="{start}" endPosition="{end}">{before}{string.Concat(codes.Select(code => $"<Coding guid=\"{Guid.NewGuid()}\"><CodeRef targetGUID=\"{code}\"/>{ofCodings}</Coding>"))}{notes}</PlainTextSelection>""";

    private static byte[] Project(string inText, string more) =>
        new ForeignProject()
            .With(
                "project.qde",
                ForeignProject.Qde(
                    $"""<TextSource guid="{ForeignProject.Text}" name="Svaret">{Content}{inText}</TextSource>""",
                    more
                )
            )
            .File();

    private static ExchangeOutcome<ExchangeProject>.Read Read(string inText, string more) =>
        ExchangeSample.Read(Project(inText, more));
}
