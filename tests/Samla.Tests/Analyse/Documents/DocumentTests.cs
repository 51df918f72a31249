using System.Text;
using Microsoft.EntityFrameworkCore;
using Samla.Analyse.Documents;
using Samla.Analyse.Search;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse.Documents;

/// <summary>A file on its way to a document that can be read and found, and out again.</summary>
public sealed class DocumentTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_file_is_a_document_when_somebody_has_said_yes(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var file = MadePdf.Of(
            null,
            null,
            [
                ["Strategi för snödroppar"],
            ],
            [
                ["Vi odlar dem i hela länet."],
            ]
        );

        var upload = await Upload(database, file, "mål/strategi.pdf");
        var seen = await database.Ask((ViewUpload view) => view.Run(Sample2023.Round, upload, Stop));
        Assert.Empty(await Found(database, "snödropp*"));
        var id = await Add(database, upload);

        Assert.Equal(("strategi.pdf", false), (seen?.FileName, seen?.IsSame));
        Assert.Equal([0, 25], seen?.Text.PageStarts);
        var view = await database.Ask((ViewDocument document) => document.Run(Sample2023.Round, id, null, Stop));
        Assert.Equal("Strategi för snödroppar\n\nVi odlar dem i hela länet.", view?.Source.Text);
        Assert.Equal(
            (SourceKind.Document, "17", false),
            (view?.Source.Kind, view?.Document.County?.ToString(), view?.IsCoded)
        );
        Assert.Equal([0, 25], view?.Version.PageStarts);
        var kept = await database.Ask((ReadDocumentBytes bytes) => bytes.Run(Sample2023.Round, id, 1, Stop));
        Assert.Equal(file, kept?.Content);
        var hit = Assert.Single(await Found(database, "snödropp*"));
        Assert.Equal("Strategi 2040", hit.Document?.Document.Title);
        Assert.Null(await database.Ask((ViewUpload again) => again.Run(Sample2023.Round, upload, Stop)));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_document_is_found_in_its_county_and_not_in_others(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Add(database, await Upload(database, "Vi odlar snödroppar."));

        Assert.Single(await Found(database, "snödroppar", "17"));
        Assert.Empty(await Found(database, "snödroppar", "20"));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_new_file_is_a_new_version_and_the_older_one_stays(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var id = await Add(database, await Upload(database, "Vi odlar snödroppar."));

        var same = await Upload(database, "Vi odlar snödroppar.", id);
        Assert.True((await database.Ask((ViewUpload view) => view.Run(Sample2023.Round, same, Stop)))?.IsSame);
        await database.Ask(
            async (DiscardUpload discard) =>
            {
                await discard.Run(Sample2023.Round, same, "test", Stop);
                return true;
            }
        );
        await Add(database, await Upload(database, "Vi odlar krokusar.", id));

        var now = await database.Ask((ViewDocument view) => view.Run(Sample2023.Round, id, null, Stop));
        var first = await database.Ask((ViewDocument view) => view.Run(Sample2023.Round, id, 1, Stop));
        Assert.Equal(("Vi odlar krokusar.", 2), (now?.Source.Text, now?.Versions.Count));
        Assert.Equal("Vi odlar snödroppar.", first?.Source.Text);
        Assert.Empty(await Found(database, "snödroppar"));
        Assert.Single(await Found(database, "krokusar"));
        Assert.Equal(2, Assert.Single((await List(database)).Documents).Version.Number);
        Assert.False(await database.Ask((SamlaDb db) => db.DocumentUploads.AnyAsync(Stop)));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_document_that_is_taken_out_is_not_found_until_it_is_put_back(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var id = await Add(database, await Upload(database, "Vi odlar snödroppar."));
        var other = await Add(database, await Upload(database, "Vi odlar krokusar."));

        Assert.True(await database.Ask((RemoveDocument remove) => remove.Run(Sample2023.Round, id, "test", Stop)));
        Assert.False(await database.Ask((RemoveDocument remove) => remove.Run(Sample2023.Round, id, "test", Stop)));

        Assert.Equal(other, Assert.Single((await List(database)).Documents).Document.Id);
        Assert.Equal(id, Assert.Single((await List(database)).Removed).Id);
        Assert.Empty(await Found(database, "snödroppar", replaced: true));
        Assert.Equal(
            "Dokumentet är borttaget, så ingen ny version kan läggas till.",
            Assert
                .IsType<UploadDocument.Outcome.Refused>(
                    await database.Ask(
                        (UploadDocument use) =>
                            use.Run(Sample2023.Round, id, "ny.txt", Encoding.UTF8.GetBytes("Nytt."), "test", Stop)
                    )
                )
                .Message
        );
        Assert.True(await database.Ask((RemoveDocument remove) => remove.PutBack(Sample2023.Round, id, "test", Stop)));
        Assert.Single(await Found(database, "snödroppar"));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_is_refused_or_not_answered_leaves_nothing(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var lines = (await database.Verify()).Lines;
        Assert.IsType<UploadDocument.Outcome.Refused>(
            await database.Ask(
                (UploadDocument use) => use.Run(Sample2023.Round, null, "a.pdf", MadePdf.OfPicture(), "test", Stop)
            )
        );
        Assert.Equal(lines, (await database.Verify()).Lines);

        var forgotten = await Upload(database, "Glömd.");
        database.Clock.Pass(TimeSpan.FromHours(25));
        await Upload(database, "Ny.");

        Assert.Null(await database.Ask((ViewUpload view) => view.Run(Sample2023.Round, forgotten, Stop)));
        Assert.Equal(
            new AddDocument.Outcome.Gone(),
            await database.Ask(
                (AddDocument add) =>
                    add.Run(Sample2023.Round, forgotten, new("Titel", DocumentKind.Other, null), "test", Stop)
            )
        );
    }

    [Fact]
    public async Task A_title_is_asked_for()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var upload = await Upload(database, "Text.");

        foreach (var title in (string[])["", "  ", new string('a', 201)])
        {
            Assert.IsType<AddDocument.Outcome.Refused>(
                await database.Ask(
                    (AddDocument add) =>
                        add.Run(Sample2023.Round, upload, new(title, DocumentKind.Other, null), "test", Stop)
                )
            );
        }
    }

    private static Task<Id<DocumentUpload>> Upload(TestDatabase database, string text, Id<Document>? document = null) =>
        Upload(database, Encoding.UTF8.GetBytes(text), "text.txt", document);

    private static async Task<Id<DocumentUpload>> Upload(
        TestDatabase database,
        byte[] file,
        string name,
        Id<Document>? document = null
    ) =>
        Assert
            .IsType<UploadDocument.Outcome.Waiting>(
                await database.Ask(
                    (UploadDocument use) => use.Run(Sample2023.Round, document, name, file, "test", Stop)
                )
            )
            .Upload;

    private static async Task<Id<Document>> Add(TestDatabase database, Id<DocumentUpload> upload) =>
        Assert
            .IsType<AddDocument.Outcome.Added>(
                await database.Ask(
                    (AddDocument add) =>
                        add.Run(
                            Sample2023.Round,
                            upload,
                            new DocumentDetails("Strategi 2040", DocumentKind.Strategy, RegionCode.Parse("17", null)),
                            "test",
                            Stop
                        )
                )
            )
            .Document;

    private static async Task<ListDocuments.Result> List(TestDatabase database) =>
        (await database.Ask((ListDocuments list) => list.Run(Sample2023.Round, Stop)))!;

    private static async Task<IReadOnlyList<SearchSources.Hit>> Found(
        TestDatabase database,
        string text,
        string? county = null,
        bool replaced = false
    )
    {
        var query = Assert.IsType<SearchQuery.Outcome.Fits>(SearchQuery.Read(text, SearchAnalyzer.Shipped)).Query;
        RegionSet? counties = county is null ? null : [RegionCode.Parse(county, null)];
        var request = new SearchRequest(query, Sample2023.Round, counties) { AlsoReplaced = replaced };
        return (await database.Ask((SearchSources search) => search.Run(request, Stop))).Hits;
    }
}
