using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Grants;
using Samla.Reference;

namespace Samla.Compile;

/// <summary>Fills in the chapters of a round from what is coded at this moment.</summary>
public sealed class ComposeReport(
    SamlaDb db,
    ReadReportBasis readBasis,
    RegionGroups groups,
    GrantTerms grants,
    StrategyRegister strategies
)
{
    /// <summary>The report as it is now; null where there is no such round.</summary>
    public async Task<ReportDocument?> Run(Key<Round> round, CancellationToken cancellation)
    {
        var chapters = await db.ChaptersOf(round).AsNoTracking().ToListAsync(cancellation);
        return await Run(round, chapters, cancellation);
    }

    /// <summary>The report with other chapters than those that are saved: what an author sees before saving.</summary>
    public async Task<ReportDocument?> Run(
        Key<Round> round,
        IReadOnlyList<Chapter> chapters,
        CancellationToken cancellation
    )
    {
        List<Marker> markers =
        [
            .. from chapter in chapters from found in MarkersInText.Find(chapter.Text) select found.Marker,
        ];
        if (await readBasis.Run(round, markers, cancellation) is not { } basis)
        {
            return null;
        }

        var composer = new ChapterComposer(
            new MarkerFiller(
                basis,
                groups,
                grants,
                strategies,
                new Lazy<ReportSections>(() => ReportSections.Of(chapters))
            )
        );
        return new ReportDocument(
            basis.Round.Title,
            basis.Round.Mark,
            SummaryRule.Judge([.. chapters.Select(composer.Compose)])
        );
    }
}
