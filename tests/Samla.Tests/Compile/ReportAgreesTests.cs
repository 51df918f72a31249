using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Compile;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Tests.Analyse;
using Samla.Tests.Testing;

namespace Samla.Tests.Compile;

/// <summary>Whatever analysts do, what is printed, what the notes list and what the matrix shows are one.</summary>
public sealed class ReportAgreesTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Words_notes_and_matrix_agree_after_each_of_many_deeds_and_what_differs_is_to_be_accepted(
        int number
    )
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await AddExhibits(database);
        var accepted = Claims(await database.Compose());
        var random = new Random(number);
        var deeds = new AnalystsDeeds(database, random);
        await deeds.HandInAnew();
        var all = deeds.All.ToArray();
        random.Shuffle(all);
        var differed = 0;
        foreach (var (name, deed) in all)
        {
            await deed();
            var report = await database.Compose();
            var claims = Claims(report);
            Assert.Equal(accepted.Keys, claims.Keys);
            Assert.Equal(
                Enumerable.Range(1, claims.Values.Count(claim => claim.Note is not null)),
                claims.Values.Select(claim => claim.Note).OfType<int>()
            );
            await AgreeWithMatrix(database, claims.Values);
            Assert.All(claims.Values, AgreesWithItsNote);
            await QuoteTheirSources(database, report);
            List<string> differ =
            [
                .. from claim in claims.Values where Differs(accepted[claim.Id], claim) select claim.Id,
            ];
            Assert.True(
                differ.SequenceEqual(
                    report
                        .Chapters.SelectMany(chapter => chapter.Unaccepted)
                        .Where(one => one.IsCounted)
                        .Select(one => one.Change.After!.Id)
                ),
                name
            );
            differed = Math.Max(differed, differ.Count);
        }

        Assert.True(differed > 0);
        foreach (var chapter in (await database.Compose()).Chapters.Where(chapter => chapter.Unaccepted.Count > 0))
        {
            await AcceptAll(database, chapter);
        }

        Assert.Empty((await database.Compose()).Chapters.SelectMany(chapter => chapter.Unaccepted));
    }

    /// <summary>Rows of tables and figures are claims too. The two codes are about different requirements, so no deed makes one of them.</summary>
    private static async Task AddExhibits(TestDatabase database)
    {
        var chapter = Sample2023.Named<Chapter>("rus");
        var now = (await database.Ask((ViewChapter view) => view.Run(Sample2023.Round, chapter, "", Stop)))!.Chapter;
        var text =
            $"{now.Text}\n{{{{tabell rus-reviderar rus-malkonflikter|Två}}}}\n\n{{{{figur karta rus-reviderar}}}}\n";
        Assert.IsType<SaveChapter.Outcome.Saved>(
            await database.Ask(
                (SaveChapter save) => save.Run(Sample2023.Round, chapter, text, now.Revision, "Åsa", Stop)
            )
        );
    }

    private static Dictionary<string, ReportClaim> Claims(ReportDocument report) =>
        report.Chapters.SelectMany(chapter => chapter.Claims).ToDictionary(claim => claim.Id);

    private static bool Differs(ReportClaim one, ReportClaim other) =>
        one.Words != other.Words || one.NoteText != other.NoteText || one.Standing.Says != other.Standing.Says;

    private static async Task AgreeWithMatrix(TestDatabase database, IEnumerable<ReportClaim> claims)
    {
        var rows = (await database.Ask((ReadMatrix read) => read.Run(Sample2023.Round, Stop)))!.ToDictionary(row =>
            row.Code.Id.Value
        );
        Assert.All(
            claims.Where(claim => claim.Who is null),
            claim => Assert.Equal(rows[claim.Code].Standing, claim.Standing)
        );
    }

    /// <summary>Read back as a reader of the printed report does.</summary>
    private static void AgreesWithItsNote(ReportClaim claim)
    {
        var (says, asked) = (claim.Standing.Says, claim.Standing.Asked);
        var phrase = ClaimGrammar.Find(claim.Words, Words.In(claim.Words, 0, claim.Words.Length))[0].Quantifier;
        switch (phrase.Kind)
        {
            case QuantifierKind.Exact:
                Assert.Equal(says.Count, phrase.Count);
                break;
            case QuantifierKind.All:
                Assert.Equal(asked, says);
                break;
            case QuantifierKind.AllButN:
                Assert.Equal((asked - says).Count, phrase.Count);
                break;
            case QuantifierKind.None:
                Assert.Equal(0, says.Count);
                break;
            default:
                Assert.True(VagueWords.Fits(phrase.Kind, says.Count, asked.Count), claim.Words);
                break;
        }

        if (claim is { NoteText: { } note, Claim.Subject: ClaimSubject.Regions })
        {
            Assert.Equal(phrase.Kind == QuantifierKind.AllButN ? asked - says : says, RegionList.From(note).Regions);
        }
    }

    private static async Task QuoteTheirSources(TestDatabase database, ReportDocument report)
    {
        foreach (var quotation in report.Chapters.SelectMany(chapter => chapter.Blocks).OfType<ReportBlock.Quotation>())
        {
            var source = await database.Ask(
                (SamlaDb db) => db.Sources.SingleAsync(one => one.Id == new Id<Source>(quotation.Source), Stop)
            );
            Assert.Contains(quotation.Text, source.Text, StringComparison.Ordinal);
        }
    }

    private static async Task AcceptAll(TestDatabase database, ReportChapter chapter)
    {
        AcceptClaims.Seen[] seen =
        [
            .. chapter
                .Unaccepted.DistinctBy(one => one.Accepted.Who)
                .Select(one => new AcceptClaims.Seen(one.Accepted.Who, one.Seen)),
        ];
        Assert.Equal(
            new AcceptClaims.Outcome.Accepted(seen.Length),
            await database.Ask(
                (AcceptClaims accept) =>
                    accept.Run(Sample2023.Round, Sample2023.Named<Chapter>(chapter.Id), seen, "Eva", Stop)
            )
        );
    }
}
