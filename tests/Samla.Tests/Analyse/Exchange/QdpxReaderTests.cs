using System.Text;
using Samla.Analyse.Exchange;

namespace Samla.Tests.Analyse.Exchange;

/// <summary>What other programs write otherwise than Samla does.</summary>
public sealed class QdpxReaderTests
{
    private const string Kept = "Åsa 👩🏽‍🌾 sår.\n\nBo skördar e\u0301n gång.\nCilla 🌾 äter.";

    private static readonly string[] Passages = ["Åsa", "sår.", "Bo skördar", "🌾 äter", "."];

    public enum Breaks
    {
        AsStored,
        One,
        Two,
    }

    public static TheoryData<bool, bool, Breaks, bool, bool, bool> Ways { get; } =
    [
        .. from isUtf16 in new[] { false, true }
        from hasCarriageReturns in new[] { false, true }
        from breaks in Enum.GetValues<Breaks>()
        from isEndIncluded in new[] { false, true }
        from hasMark in new[] { false, true }
        from isMarkCounted in new[] { false, true }
        select (isUtf16, hasCarriageReturns, breaks, isEndIncluded, hasMark, isMarkCounted),
    ];

    [Theory]
    [MemberData(nameof(Ways))]
    public void However_places_are_counted_the_words_are_found(
        bool isUtf16,
        bool hasCarriageReturns,
        Breaks breaks,
        bool isEndIncluded,
        bool hasMark,
        bool isMarkCounted
    )
    {
        var stored = hasCarriageReturns ? Kept.Replace("\n", "\r\n", StringComparison.Ordinal) : Kept;
        var selections = Passages.Select(words =>
        {
            var at = Kept.LastIndexOf(words, StringComparison.Ordinal);
            return ForeignProject.Selection(Counted(at), Counted(at + words.Length) - (isEndIncluded ? 1 : 0), words);
        });
        var file = new ForeignProject()
            .WithText($"plainTextPath=\"internal://{ForeignProject.Text}.txt\"", string.Concat(selections))
            .With(
                $"sources/{ForeignProject.Text}.txt",
                [.. hasMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(stored)]
            )
            .File();

        var read = ExchangeSample.Read(file);

        Assert.Empty(read.Report.Unplaced);
        Assert.Equal(Kept, read.Content.Sources[0].Text);
        Assert.Equal(Passages, read.Content.Sources[0].Selections.Select(one => Kept[one.Start..one.End]));
        Assert.Equal(isUtf16, IsAssumed("räknade som två tecken. "));
        Assert.Equal(isEndIncluded, IsAssumed("sista tecken"));
        Assert.Equal(hasMark && isMarkCounted, IsAssumed("Byteordningsmärket"));
        Assert.Equal(hasCarriageReturns && breaks == Breaks.One, IsAssumed("som ett tecken fast"));
        Assert.Equal(!hasCarriageReturns && breaks == Breaks.Two, IsAssumed("som två tecken fast"));

        bool IsAssumed(string words) => read.Report.Assumed.Any(told => told.Contains(words, StringComparison.Ordinal));

        int Counted(int at)
        {
            var before = Kept[..at];
            var ends = before.Count(sign => sign == '\n');
            var signs = isUtf16 ? before.Length : before.EnumerateRunes().Count();
            var isTwo = breaks == Breaks.Two || (breaks == Breaks.AsStored && hasCarriageReturns);
            return signs + (isTwo ? ends : 0) + (hasMark && isMarkCounted ? 1 : 0);
        }
    }

    [Fact]
    public void A_name_may_be_cut_short_and_have_its_line_breaks_as_spaces()
    {
        var read = Text(
            "En rad.\nOch en rad till som är ganska lång, och en annan.",
            ForeignProject.Selection(3, 25, "rad. Och en rad till s…"),
            ForeignProject.Selection(8, 28, "Och en rad ti..."),
            ForeignProject.Selection(8, 50, "Och en rad till som är ganska")
        );
        Assert.Empty(read.Report.Assumed);
        Assert.Equal(
            [(3, 25), (8, 28), (8, 50)],
            read.Content.Sources[0].Selections.Select(one => (one.Start, one.End))
        );
    }

    [Fact]
    public void Names_that_are_titles_leave_the_places_as_the_standard_has_them_and_it_is_said()
    {
        var read = Text(
            "Ett kort svar.",
            ForeignProject.Selection(4, 8, "Citat 1:1"),
            ForeignProject.Selection(9, 14, null)
        );
        Assert.Equal([(4, 8), (9, 14)], read.Content.Sources[0].Selections.Select(one => (one.Start, one.End)));
        Assert.Contains("gick inte att pröva", Assert.Single(read.Report.Assumed), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_stand_elsewhere_are_not_placed_by_guess()
    {
        var read = Text(
            "Bo skördar vete. Cilla skördar råg.",
            ForeignProject.Selection(0, 15, "Bo skördar vete"),
            ForeignProject.Selection(3, 18, "Cilla skördar råg")
        );
        Assert.Single(read.Content.Sources[0].Selections);
        Assert.Equal(
            "Markeringen ”Cilla skördar råg” vid tecken 3 i ”Svaret” gick inte att placera: orden står inte där.",
            Assert.Single(read.Report.Unplaced).Swedish
        );
    }

    [Fact]
    public void Ids_may_be_in_capitals_and_braces()
    {
        var qde = ForeignProject.Qde(
            $"""<TextSource guid="{ForeignProject.Text}" name="Svaret"><PlainTextContent>Bo skördar</PlainTextContent>{ForeignProject.Selection(0, 2, "Bo", $"{{{ForeignProject.Money.ToUpperInvariant()}}}")}</TextSource>"""
        );
        var read = ExchangeSample.Read(new ForeignProject().With("project.qde", qde).File());
        Assert.Equal(
            Guid.Parse(ForeignProject.Money),
            Assert.Single(Assert.Single(read.Content.Sources[0].Selections).Codings).Code
        );
    }

    [Theory]
    [InlineData("project.qde", "sources/svar.txt", "internal://svar.txt")]
    [InlineData("Project.qde", "Sources/SVAR.TXT", "internal://svar.txt")] // as in the standard's own example
    [InlineData("project.qde", "sources/svar.txt", "relative:///svar.txt")]
    [InlineData("project.qde", "sources/svar.txt", "relative://sources/svar.txt")]
    [InlineData("project.qde", "sources/svar.txt", "svar.txt")]
    [InlineData("project.qde", "svar.txt", "internal://svar.txt")]
    public void A_text_is_found_by_its_path(string project, string name, string path)
    {
        var qde = ForeignProject.Qde(
            $"""<TextSource guid="{ForeignProject.Text}" name="Svaret" richTextPath="internal://svar.docx" plainTextPath="{path}"/>"""
        );
        var file = new ForeignProject()
            .With(project, qde)
            .With(name, "Bo skördar.")
            .With("sources/svar.docx", [1, 2, 3]) // is never opened
            .File();
        Assert.Equal("Bo skördar.", Assert.Single(ExchangeSample.Read(file).Content.Sources).Text);
    }

    [Fact]
    public void A_text_in_UTF16_is_read()
    {
        var file = new ForeignProject()
            .WithText("plainTextPath=\"internal://svar.txt\"", ForeignProject.Selection(4, 6, "Bo"))
            .With("sources/svar.txt", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Åsa Bo")])
            .File();
        Assert.Equal("Åsa Bo", ExchangeSample.Read(file).Content.Sources[0].Text);
    }

    [Fact]
    public void What_Samla_does_not_read_is_told()
    {
        var qde = ForeignProject.Qde(
            $"""
            <TextSource guid="{ForeignProject.Text}" name="Bara Word" richTextPath="internal://svar.docx"/>
            <TextSource guid="{ForeignProject.Anna}" name="Utanför" plainTextPath="absolute:///C:/svar.txt"/>
            <PictureSource guid="{ForeignProject.Money}" name="Bild" path="internal://bild.png"/>
            """,
            $"""<Notes><Note guid="{ForeignProject.Text}" name="Idé"><PlainTextContent>Att läsa</PlainTextContent></Note></Notes><Sets><Set guid="{ForeignProject.Text}" name="Grupp"/></Sets>"""
        );
        var read = ExchangeSample.Read(new ForeignProject().With("project.qde", qde).File());
        Assert.Empty(read.Content.Sources);
        Assert.Equal(
            [
                "”Bara Word” finns bara som Word-fil utan ren text, som markeringarna skulle peka i.",
                "”Utanför” ligger utanför projektfilen (absolute:///C:/svar.txt). Exportera projektet med texterna i filen.",
                "Anteckningar som inte hör till en text, kod, kodning eller grupp är inte lästa (1 st): ”Idé”.",
                "Källor av slaget PictureSource är inte lästa (1 st).",
                "Grupper är inte lästa (1 st).",
            ],
            read.Report.LeftOut
        );
    }

    [Fact]
    public void A_note_of_a_text_may_have_a_file_of_its_own()
    {
        var qde = ForeignProject.Qde(
            $"""<TextSource guid="{ForeignProject.Text}" name="Svaret"><PlainTextContent>Bo</PlainTextContent><NoteRef targetGUID="{ForeignProject.Anna}"/></TextSource>""",
            $"""<Notes><Note guid="{ForeignProject.Anna}" name="Idé" creationDateTime="2018-10-04T22:56:11" plainTextPath="internal://idé.txt"/></Notes>"""
        );
        var file = new ForeignProject().With("project.qde", qde).With("sources/idé.txt", "Att läsa\r\nigen").File();
        var note = Assert.Single(ExchangeSample.Read(file).Content.Sources[0].Notes);
        Assert.Equal("Att läsa\nigen", note.Text);
        Assert.Equal(new DateTimeOffset(2018, 10, 4, 22, 56, 11, TimeSpan.Zero), note.CreatedAt);
    }

    [Fact]
    public void Namespaces_of_drafts_of_the_standard_are_read() =>
        Assert.Equal(
            "Främmande",
            ExchangeSample
                .Read(
                    new ForeignProject()
                        .With(
                            "project.qde",
                            ForeignProject.Qde("").Replace("project:1.0", "project:0:10", StringComparison.Ordinal)
                        )
                        .File()
                )
                .Content.Name
        );

    private static ExchangeOutcome<ExchangeProject>.Read Text(string text, params string[] selections) =>
        ExchangeSample.Read(
            new ForeignProject()
                .WithText("", $"<PlainTextContent>{text}</PlainTextContent>{string.Concat(selections)}")
                .File()
        );
}
