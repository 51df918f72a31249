using Samla.Check;
using Samla.Domain.Check;
using Samla.Tests.Testing;

namespace Samla.Tests.Check;

/// <summary>What Samla writes, its own checker reads as it was meant.</summary>
public sealed class CheckOwnReportTests(Databases databases)
{
    [Fact]
    public async Task The_sample_report_holds_no_error_and_every_claim_that_went_in()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var report = await database.Compose();
        var (read, findings) = await database.Ask(
            (CheckOwnReport check) => Task.FromResult(check.Run(report, TestContext.Current.CancellationToken))
        );
        var written = report
            .Chapters.SelectMany(chapter => chapter.Claims)
            .Where(claim => claim.Note is not null)
            .ToList();

        Assert.Empty(findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Message));
        Assert.Equal(written.Select(claim => claim.Note!.Value), read.Footnotes.Select(note => note.Footnote.Number));
        Assert.Equal(written.Select(claim => claim.NoteText), read.Footnotes.Select(note => note.Footnote.Text));

        var claims = read
            .Claims.Where(claim => claim.Footnote is not null)
            .ToDictionary(c => c.Footnote!.Footnote.Number);
        Assert.All(
            written,
            claim =>
            {
                var back = claims[claim.Note!.Value].Claim;
                Assert.Equal((claim.Claim.Quantifier, claim.Claim.Subject), (back.Quantifier, back.Subject));
                // Of whom "samtliga utom" leaves out, a reader knows only the names; not that some were never asked.
                Assert.Equal(claim.Claim.Regions, back.Regions & claim.Standing.Asked);
            }
        );
    }
}
