using Samla.Analyse.Documents;
using Samla.Compile;
using Samla.Domain;
using Samla.Domain.Compile;
using Samla.Domain.Publish;
using Samla.Publish;
using Samla.Tests.Analyse.Documents;
using Samla.Tests.Testing;

namespace Samla.Tests.Publish;

/// <summary>What is coded in documents, counted and quoted in a chapter and followed back from its edition.</summary>
public sealed class DocumentEditionTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_chapter_counts_documents_and_its_edition_leads_to_their_words(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var code = await database.AddCodeAboutDocuments("Bär");
        var id = await database.AddDocument("Vi odlar bär.", "17");
        await database.CodeIn(id, code, "odlar bär");
        await database.ReadToItsEnd(await database.AddDocument("Vi odlar inget.", "20"));
        Assert.IsType<SaveChapter.Outcome.Saved>(
            await database.Ask(
                (SaveChapter save) =>
                    save.Run(
                        Sample2023.Round,
                        Sample2023.Named<Chapter>("rus"),
                        $"# Bär\n\n## Odling\n\n{{{{{code}}}}} odlar bär.\n\n> {{{{citat {code} 17}}}}\n\n## Sammanfattning\n\nDet odlas bär.\n",
                        1,
                        "Åsa",
                        Stop
                    )
            )
        );
        var edition = Assert
            .IsType<PublishEdition.Outcome.Published>(
                await database.Ask((PublishEdition publish) => publish.Run(Sample2023.Round, Imprint.None, "Åsa", Stop))
            )
            .Edition;

        var (_, report) = (await database.Ask((ReadEdition read) => read.ReadWhole(Sample2023.Round, Stop)))!.Value;
        var claim = report.Chapters.SelectMany(chapter => chapter.Claims).Single(one => one.Code == code.Value);
        Assert.Equal(("En region", 2), (claim.Words, claim.Standing.Asked.Count));
        var quotation = report.Chapters.SelectMany(chapter => chapter.Blocks).OfType<ReportBlock.Quotation>().First();
        Assert.Equal(("odlar bär", "Strategi 17"), (quotation.Text, quotation.Speaker));
        // What was published stays as it was printed.
        await database.Ask((RemoveDocument remove) => remove.Run(Sample2023.Round, id, "Åsa", Stop));
        var trace = await database.Ask((ReadTrace read) => read.Run(edition, claim, Stop));
        var passage = Assert.Single(trace.Passages);
        Assert.Equal(
            (null, "Strategi 17", "Vi ", "odlar bär"),
            (trace.Requirement, passage.Document?.Title, passage.Before, passage.Quote)
        );
        var region = await database.Ask((ReadRegion read) => read.Run(RegionCode.Parse("17", null), Stop));
        var statement = region!.Region.Statements.Single(one => one.Sentence.Claim.Code == code.Value);
        Assert.Equal(("odlar bär", "Strategi 17"), (statement.Words, statement.Document));
        Assert.DoesNotContain(region.Board?.Statements ?? [], one => one.Sentence.Claim.Code == code.Value);
        Assert.IsType<PublishEdition.Outcome.Refused>(
            await database.Ask((PublishEdition publish) => publish.Run(Sample2023.Round, Imprint.None, "Åsa", Stop))
        );
        Assert.Empty((await database.Verify()).Faults);
    }
}
