using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Tests.Reference;

public sealed class ReportTypeTests
{
    private static readonly ReportTypeFile Whole = new(
        "min-rapport",
        "Min rapport",
        "För prov.",
        ["annual-report"],
        [new("Text om {rapporten}.", Id: "inledning", Title: "Inledning"), new("{kraven}", Each: "section")]
    );

    private static readonly IReadOnlyDictionary<string, TemplateFile> Templates_ = (
        (Templates.Outcome.Fits)Templates.Read(DataFolder.Registers)
    )
        .Templates
        .Files;

    public static TheoryData<string, string> Wrong { get; } =
        new()
        {
            { "id", "små bokstäver" },
            { "kind", "Okänt slag av omgång" },
            { "template", "Mallen finns inte" },
            { "both", "antingen id eller each" },
            { "neither", "antingen id eller each" },
            { "each", "section eller requirement" },
            { "untitled", "ska ha title" },
            { "each-requirements", "har inga requirements" },
            { "unknown-requirement", "finns inte i typens mall" },
            { "place", "{namnet} går inte att fylla i" },
            { "twice", "samma id" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_with_a_report_type_is_said(string what, string message)
    {
        var one = Whole.Chapters[0];
        var type = what switch
        {
            "id" => Whole with { Id = "Min Rapport" },
            "kind" => Whole with { Kinds = ["årlig"] },
            "template" => Whole with { Template = "mall-1999" },
            "both" => Whole with { Chapters = [one with { Each = "section" }] },
            "neither" => Whole with { Chapters = [one with { Id = null }] },
            "each" => Whole with { Chapters = [new("x", Each: "chapter")] },
            "untitled" => Whole with { Chapters = [one with { Title = null }] },
            "each-requirements" => Whole with
            {
                Chapters = [new("x", Each: "section", Requirements: ["rus-genomforande"])],
            },
            "unknown-requirement" => Whole with
            {
                Template = "mall-2023",
                Chapters = [one with { Requirements = ["nej"] }],
            },
            "place" => Whole with { Chapters = [one with { Text = "Hej {namnet}" }] },
            _ => Whole with { Chapters = [one, one] },
        };

        Assert.Contains(type.Faults(Templates_), fault => fault.Reason.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_type_that_is_right_has_no_faults_and_markers_in_it_are_left_alone()
    {
        Assert.Empty(Whole.Faults(Templates_));
        Assert.Empty(
            (Whole with { Chapters = [Whole.Chapters[0] with { Text = "{{rus-reviderar}} gör om den." }] }).Faults(
                Templates_
            )
        );
    }

    [Theory]
    [InlineData("Arbetet *2025* & <annat>")]
    [InlineData("Om {{rus-reviderar}} och {år}")]
    [InlineData("[Länk](x) `kod` _streck_ \\ # 1")]
    public void What_is_filled_in_is_words_and_no_Markdown(string words)
    {
        var type = Whole with { Chapters = [new("{kraven}", Each: "requirement"), new("", Id: "slut", Title: words)] };
        var section = new Section
        {
            TemplateId = Named<Template>("mall"),
            Id = Named<Section>("avsnitt"),
            Order = 0,
            Chapter = null,
            Title = words,
            Guidance = "",
            Requirements =
            [
                new()
                {
                    TemplateId = Named<Template>("mall"),
                    Id = Named<Requirement>("krav"),
                    SectionId = Named<Section>("avsnitt"),
                    Order = 0,
                    Kind = RequirementKind.Narrative,
                    Title = words,
                    Instruction = $"{words}\n\nOch mer.",
                    CharacterLimit = 10,
                    IsOptional = false,
                    AnsweredBy = ReporterKind.Region,
                    Counties = RegionSet.All,
                },
            ],
        };
        var round = new Round
        {
            Id = Named<Round>("2025"),
            Kind = RoundKind.AnnualReport,
            Title = words,
            PeriodStart = new(2025, 1, 1),
            PeriodEnd = new(2025, 12, 31),
            DueOn = new(2026, 2, 21),
            Recipient = words,
            TemplateId = Named<Template>("mall"),
            Origin = Origin.Reported,
            IsOpen = false,
        };

        var planned = type.For(round, [section]);

        Assert.Equal([words, words], planned.Select(chapter => chapter.Title));
        Assert.All(planned, chapter => Assert.DoesNotContain("{{", chapter.Text, StringComparison.Ordinal));
        Assert.Equal(2, planned[0].Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(["krav"], planned[0].RestsOn.Select(one => one.Value));
        // A template that numbers no chapter has one for each section.
        Assert.Equal(
            [words],
            (type with { Chapters = [new("{kraven}", Each: "section")] }).For(round, [section]).Select(one => one.Title)
        );

        static Key<T> Named<T>(string key) => Key<T>.Parse(key, null);
    }

    [Fact]
    public void The_types_that_come_with_the_program_are_right() =>
        Assert.Equal(
            [
                "sammanstallning-av-redovisningar",
                "strategisammanstallning",
                "nationella-strategin",
                "arlig-sammanstallning",
            ],
            Assert
                .IsType<ReportTypes.Outcome.Fits>(ReportTypes.Read(DataFolder.Registers))
                .Types.All.Select(type => type.Id)
        );
}
