using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;
using Samla.Publish;

namespace Samla.Tests.Publish;

/// <summary>A small report with one of everything that an edition can hold.</summary>
internal static class MadeUpEdition
{
    public static EditionAbout About { get; } =
        new(
            2,
            new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero),
            "Verket för sjöar",
            Imprint.Of(Decided, "två handläggare", "Antalet i avsnitt 1 är rättat.")
        );

    /// <summary>Made up, as all of it.</summary>
    public static Decision Decided =>
        (
            (Decision.Outcome.Whole)
                Decision.Read(
                    new WrittenDecision("sjödirektören", "2026-11-25", "S 2026/7", "enhetschefen"),
                    new DateOnly(2026, 11, 26)
                )
        ).Decision;

    /// <summary>Everything in it is made up.</summary>
    public static ReportDocument Report { get; } =
        new(
            "Sjöar och vattendrag 2023",
            Marks.Reconstructed,
            [
                new ReportChapter(
                    3,
                    "sjoar",
                    "Sjöar",
                    [
                        Paragraph("Kapitlet handlar om sjöar."),
                        new ReportBlock.Heading(2, "3.1", "Uttrar"),
                        new ReportBlock.Paragraph([
                            new ReportInline.Counted(
                                Claim(1, "uttrar", "Räknar uttrar", "Tre regioner", 1, ["Skåne", "Dalarna", "Örebro"])
                            ),
                            new ReportInline.Words(" räknar uttrar, och "),
                            new ReportInline.Counted(
                                Claim(2, "lindar", "Planterar lindar", "två regioner", 2, ["Halland", "Kalmar"])
                            ),
                            new ReportInline.Words(" planterar lindar. "),
                            new ReportInline.Words("Det är bra.", IsStrong: true),
                            new ReportInline.Words(" Mycket.", IsEmphasised: true),
                        ]),
                        new ReportBlock.Paragraph([
                            new ReportInline.Words("Det är "),
                            new ReportInline.Compared(
                                new ReportComparison(
                                    "uttrar",
                                    "Räknar uttrar",
                                    "en fler än föregående år",
                                    2022,
                                    "2022",
                                    Standing(["Skåne", "Dalarna"]),
                                    Standing(["Skåne", "Dalarna", "Örebro"])
                                )
                            ),
                            new ReportInline.Words("."),
                        ]),
                        new ReportBlock.Quotation("Vi räknar dem.\n\nVarje vår.", "Region Skåne", "12", Guid.Empty),
                        new ReportBlock.Heading(3, "3.1.1", "Utanför länet"),
                        new ReportBlock.Bullets([
                            [new ReportInline.Words("Utterdagen", IsStrong: true), new ReportInline.Words(" (Skåne).")],
                            [
                                new ReportInline.Counted(
                                    Claim(
                                        3,
                                        "baver",
                                        "Räknar bävrar",
                                        "En region",
                                        3,
                                        ["Gotland"],
                                        notRead: ["Uppsala"]
                                    )
                                ),
                                new ReportInline.Words(" räknar bävrar."),
                            ],
                        ]),
                        new ReportBlock.Heading(4, "3.1.1.1", "Längst ned"),
                        new ReportBlock.Paragraph([
                            new ReportInline.Words("Här är botten. Se "),
                            new ReportInline.Reference("avsnitt 4.1", "vattendrag", "4.1"),
                            new ReportInline.Words(" och "),
                            new ReportInline.Reference("kapitel 4", "vattendrag", "4"),
                            new ReportInline.Words("."),
                        ]),
                    ],
                    []
                ),
                new ReportChapter(
                    4,
                    "vattendrag",
                    "Vattendrag",
                    [
                        new ReportBlock.Heading(2, "4.1", "Ångbåtar"),
                        new ReportBlock.Paragraph([
                            new ReportInline.Counted(
                                Claim(4, "batar", "Lagar ångbåtar", "Samtliga regioner", null, [.. AllNames])
                            ),
                            new ReportInline.Words(" lagar ångbåtar. "),
                            new ReportInline.Counted(
                                Claim(5, "broar", "Målar broar", "Två regioner", 4, ["Blekinge", "Värmland"])
                            ),
                            new ReportInline.Words(" målar broar, och "),
                            new ReportInline.Counted(
                                Claim(6, "broar", "Målar broar", "två regioner", 5, ["Blekinge", "Värmland"])
                            ),
                            new ReportInline.Words(" målar dem igen."),
                        ]),
                    ],
                    []
                ),
            ]
        );

    /// <summary>The notes of the report in their order.</summary>
    public static IReadOnlyList<string> Notes { get; } =
    ["Dalarna, Skåne, Örebro.", "Halland, Kalmar.", "Gotland.", "Blekinge, Värmland.", "Blekinge, Värmland."];

    private static IEnumerable<string> AllNames => Regions.All.Select(region => region.Name);

    /// <summary>A report in which one text stands in every place that takes words from people.</summary>
    public static ReportDocument Saying(string text) =>
        new(
            text,
            text,
            [
                new ReportChapter(
                    1,
                    text,
                    text,
                    [
                        new ReportBlock.Heading(2, text, text),
                        Paragraph(text),
                        new ReportBlock.Bullets([
                            [new ReportInline.Words(text, IsStrong: true, IsEmphasised: true)],
                        ]),
                        new ReportBlock.Quotation(text, text, text, Guid.Empty),
                        new ReportBlock.Paragraph([
                            new ReportInline.Counted(
                                Claim(1, text, text, text, 1, ["Skåne"]) with
                                {
                                    Id = text,
                                    NoteText = text,
                                }
                            ),
                        ]),
                    ],
                    []
                ),
            ]
        );

    private static ReportBlock.Paragraph Paragraph(string text) => new([new ReportInline.Words(text)]);

    private static ReportClaim Claim(
        int number,
        string code,
        string label,
        string words,
        int? note,
        string[] says,
        string[]? notRead = null
    )
    {
        var saying = Set(says);
        var unread = Set(notRead ?? []);
        var standing = new Standing(saying, RegionSet.All - saying - unread, [], unread);
        return new ReportClaim(
            $"c{number}",
            code,
            label,
            words,
            note,
            note is null ? null : RegionList.Write(saying),
            ClaimWriter.Exact(saying, standing.Asked),
            standing
        );
    }

    private static Standing Standing(string[] says) => new(Set(says), RegionSet.All - Set(says), [], []);

    private static RegionSet Set(string[] names) =>
        [.. Regions.All.Where(region => names.Contains(region.Name)).Select(region => region.Code)];
}
