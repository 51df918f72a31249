using Samla.Analyse.Documents;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse.Documents;

/// <summary>Word files and scanned pages on their way to sources, good ones and such as wish us ill.</summary>
public sealed class UploadedFileTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_Word_file_becomes_a_source_with_its_headings_lists_tables_and_notes(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var file = MadeDocx.Of();

        var upload = Waiting(await Upload(database, file));
        var seen = await database.Ask((ViewUpload view) => view.Run(Sample2023.Round, upload, Stop));
        Assert.Equal((DocumentText.Word, MadeDocx.Text), (seen?.Text.MediaType, seen?.Text.Text));

        var added = Assert.IsType<AddDocument.Outcome.Added>(
            await database.Ask(
                (AddDocument add) =>
                    add.Run(
                        Sample2023.Round,
                        upload,
                        new DocumentDetails(
                            "Strategi för Värmland",
                            DocumentKind.Strategy,
                            RegionCode.Parse("17", null)
                        ),
                        "test",
                        Stop
                    )
            )
        );
        var view = await database.Ask(
            (ViewDocument document) => document.Run(Sample2023.Round, added.Document, null, Stop)
        );
        Assert.Equal(MadeDocx.Text, view?.Source.Text);
        var kept = await database.Ask(
            (ReadDocumentBytes bytes) => bytes.Run(Sample2023.Round, added.Document, 1, Stop)
        );
        Assert.Equal(file, kept?.Content);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_Word_file_that_wishes_us_ill_is_refused_with_the_reason_and_leaves_nothing(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var secret = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(secret, "hemligt", Stop);
            var before = await AllRows.Of(database);
            foreach (
                var (file, words) in new (byte[], string)[]
                {
                    (MadeDocx.Bomb(megabytes: 40), "packas upp till långt mer än en Word-fil"), // more than a part may be
                    (MadeDocx.Bomb(megabytes: 400), "packas upp till långt mer än en Word-fil"), // more than a file may be
                    (MadeDocx.WithDocumentType("""<!ENTITY x "ord">""", "&x;"), "skadad eller är ingen Word-fil"),
                    (
                        MadeDocx.WithDocumentType($"""<!ENTITY x SYSTEM "file://{secret}">""", "&x;"),
                        "skadad eller är ingen Word-fil"
                    ),
                    (MadeDocx.With("../utanför.xml", Write), "”../utanför.xml”, som pekar utanför filen"),
                    (MadeDocx.With("word/../../utanför.xml", Write), "”word/../../utanför.xml”, som pekar utanför"),
                    (MadeDocx.With("..\\utanför.xml", Write), "”..\\utanför.xml”, som pekar utanför"),
                    (MadeDocx.Of()[..^40], "skadad eller är ingen Word-fil"),
                }
            )
            {
                var message = Refused(await Upload(database, file));
                Assert.Contains(words, message, StringComparison.Ordinal);
                Assert.DoesNotContain("hemligt", message, StringComparison.Ordinal);
                Assert.Equal(before, await AllRows.Of(database));
            }

            Waiting(await Upload(database, MadeDocx.With("word/bredvid.xml", Write)));
            Assert.NotEqual(before, await AllRows.Of(database));
        }
        finally
        {
            File.Delete(secret);
        }

        static void Write(Stream part) => part.Write("<x/>"u8);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Five_hundred_scanned_pages_are_refused_with_what_to_do_though_each_has_its_number(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = await AllRows.Of(database);

        var message = Refused(
            await Upload(database, MadePdf.Scanned(500, [], stamp: number => $"Sida {number} av 500"))
        );

        Assert.Contains("bilder av sidor men ingen text", message, StringComparison.Ordinal);
        Assert.Contains("textigenkänning (OCR)", message, StringComparison.Ordinal);
        Assert.Equal(before, await AllRows.Of(database));
    }

    // Whoever uploads it sees these pages named before saying yes: a strategy may well have plates after its text.
    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Five_hundred_scanned_pages_with_a_few_typed_ones_wait_with_the_others_named_as_without_text(
        Engine engine
    )
    {
        await using var database = await databases.WithSample(engine);

        var upload = Waiting(
            await Upload(
                database,
                MadePdf.Scanned(
                    500,
                    ["Strategi 2040", "Innan vi skannade", "Tre sidor text"],
                    stamp: number => $"Sida {number} av 500"
                )
            )
        );

        var seen = await database.Ask((ViewUpload view) => view.Run(Sample2023.Round, upload, Stop));
        Assert.Equal("Strategi 2040\n\nInnan vi skannade\n\nTre sidor text", seen?.Text.Text);
        Assert.Equal(500, seen?.Text.PageStarts.Count);
        Assert.Equal(Enumerable.Range(4, 497), seen?.Text.EmptyPages);
    }

    private static Task<UploadDocument.Outcome> Upload(TestDatabase database, byte[] file) =>
        database.Ask((UploadDocument use) => use.Run(Sample2023.Round, null, "strategi", file, "test", Stop));

    private static Id<DocumentUpload> Waiting(UploadDocument.Outcome outcome) =>
        outcome switch
        {
            UploadDocument.Outcome.Waiting(var upload) => upload,
            UploadDocument.Outcome.Refused(var message) => throw new InvalidOperationException(message),
            _ => throw new NotSupportedException(),
        };

    private static string Refused(UploadDocument.Outcome outcome) =>
        Assert.IsType<UploadDocument.Outcome.Refused>(outcome).Message;
}
