using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Samla.Common;
using Samla.Domain;
using Samla.Domain.Compile;

namespace Samla.Publish;

/// <summary>The annex that shows what every number in the report stands on, in one table for each chapter.</summary>
internal sealed class DocxAnnex(OpenXmlWriter writer)
{
    public static readonly ReportOutline.Entry Heading = new(1, "Bilaga: påståenden och regioner", "bilaga");

    private static readonly DocxTable Columns = new(("Påstående", 3_130), ("Antal", 1_100), ("Regioner", 4_500));

    public static bool IsNeeded(ReportDocument report) => report.Chapters.Any(chapter => chapter.Claims.Any());

    public void Write(ReportDocument report, EditionAbout about)
    {
        writer.WriteElement(
            DocxText.Paragraph(
                DocxStyles.Normal,
                DocxText.Run(
                    "Tabellerna visar vad varje antal i texten bygger på: hur många som säger det, av dem som frågan gäller och som är lästa, och vilka de är. Raderna följer texten, och varje påstående leder till sin plats i den."
                )
            )
        );
        var tables = report
            .Chapters.SelectMany(chapter => chapter.Blocks.OfType<ReportBlock.Exhibit>())
            .Where(exhibit => exhibit.Form == ExhibitForm.Table)
            .Select(exhibit => exhibit.Number)
            .DefaultIfEmpty()
            .Max();
        foreach (var (index, chapter) in report.Chapters.Where(chapter => chapter.Claims.Any()).Index())
        {
            Write(chapter, tables + index + 1);
        }

        // Word puts an empty paragraph after a table that ends a file; these words stand there instead.
        writer.WriteElement(
            DocxText.Paragraph(DocxStyles.Colophon, DocxText.Run($"{about.Line}. Utgivare: {about.Publisher}."))
        );
    }

    private void Write(ReportChapter chapter, int number)
    {
        var title = $"Kapitel {ReportOutline.Of(chapter).Text}";
        writer.WriteElement(
            DocxText.Paragraph(
                DocxStyles.Caption,
                DocxText.Run("Tabell "),
                DocxText.Field("SEQ Tabell \\* ARABIC", number.ToString(CultureInfo.InvariantCulture)),
                DocxText.Run($". {title}")
            )
        );
        Columns.Start(writer, title);

        // A statement that is made in two places of a chapter has the same regions in both.
        foreach (var claim in chapter.Claims.DistinctBy(claim => (claim.Subject, claim.Claim.Subject)))
        {
            Columns.WriteRow(writer, [Statement(claim)], [Count(claim)], Regions(claim));
        }

        DocxTable.End(writer);
    }

    private static Paragraph Statement(ReportClaim claim) =>
        DocxText.Paragraph(
            DocxStyles.TableText,
            DocxText.Link(
                ReportOutline.Of(claim),
                DocxText.Run(claim.Label, new() { RunStyle = new() { Val = DocxStyles.Link } })
            )
        );

    private static Paragraph Count(ReportClaim claim) =>
        DocxText.Paragraph(
            DocxStyles.TableText,
            DocxText.Run(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{claim.Standing.Says.Count} av {claim.Standing.Asked.Count}"
                )
            )
        );

    private static IEnumerable<Paragraph> Regions(ReportClaim claim)
    {
        var says = claim.Standing.Says;
        var names =
            says.IsEmpty ? "Ingen"
            : says == RegionSet.All ? "Samtliga"
            : Names(says, claim);
        yield return DocxText.Paragraph(DocxStyles.TableText, DocxText.Run(names));
        if (claim.Standing.NotRead is { IsEmpty: false } notRead)
        {
            yield return DocxText.Paragraph(
                DocxStyles.TableRemark,
                DocxText.Run($"Inte läst än: {Names(notRead, claim)}")
            );
        }
    }

    private static string Names(RegionSet regions, ReportClaim claim) =>
        RegionList.Write(regions, claim.Claim.Subject).TrimEnd('.');
}
