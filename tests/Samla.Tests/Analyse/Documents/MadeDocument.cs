using System.Text;
using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Analyse.Documents;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse.Documents;

/// <summary>Documents with a made-up text, and codes about them.</summary>
internal static class MadeDocument
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A section of the sample's codebook.</summary>
    public static Key<Code> Section { get; } = Sample2023.Named<Code>("rus");

    /// <summary>A new document, or a new version of one.</summary>
    /// <param name="county">The county that it is about; null for none.</param>
    /// <param name="replaced">The document that it is a new version of; null for a new one.</param>
    /// <param name="round">The round that it is in; null for the sample's.</param>
    public static async Task<Id<Document>> AddDocument(
        this TestDatabase database,
        string text,
        string? county,
        Id<Document>? replaced = null,
        Key<Round>? round = null
    )
    {
        round ??= Sample2023.Round;
        var upload = Assert
            .IsType<UploadDocument.Outcome.Waiting>(
                await database.Ask(
                    (UploadDocument use) =>
                        use.Run(round, replaced, "text.txt", Encoding.UTF8.GetBytes(text), "test", Stop)
                )
            )
            .Upload;
        var about = county is null ? null : RegionCode.Parse(county, null);
        return Assert
            .IsType<AddDocument.Outcome.Added>(
                await database.Ask(
                    (AddDocument add) =>
                        add.Run(
                            round,
                            upload,
                            new DocumentDetails($"Strategi {county}", DocumentKind.Strategy, about),
                            "test",
                            Stop
                        )
                )
            )
            .Document;
    }

    /// <summary>The text of a document's latest version.</summary>
    public static Task<Id<Source>> SourceOf(this TestDatabase database, Id<Document> id) =>
        database.Ask(
            (SamlaDb db) =>
                (
                    from document in db.Documents
                    join version in db.DocumentVersions on document.Id equals version.DocumentId
                    where document.Id == id && version.Number == document.CurrentVersion
                    select version.SourceId
                ).SingleAsync(Stop)
        );

    /// <summary>A code about documents, in a group of its own.</summary>
    public static async Task<Key<Code>> AddCodeAboutDocuments(this TestDatabase database, string label)
    {
        var group = await database.AddToCodebook(CodeKind.Group, Section, $"Grupp för {label}");
        return await database.AddToCodebook(CodeKind.Leaf, group, label);
    }

    public static async Task<Key<Code>> AddToCodebook(
        this TestDatabase database,
        CodeKind kind,
        Key<Code> parent,
        string label
    ) =>
        Assert
            .IsType<CodebookOutcome.Changed>(
                await database.Ask(
                    (AddCode add) =>
                        add.Run(Sample2023.Round, kind, parent, new CodeWords(label, "", "", ""), null, "Åsa", Stop)
                )
            )
            .Code;

    /// <summary>Gives a code to words that stand once in a document.</summary>
    public static async Task<Id<Coding>> CodeIn(
        this TestDatabase database,
        Id<Document> document,
        Key<Code> code,
        string words
    )
    {
        var source = await database.SourceOf(document);
        return Assert
            .IsType<AddCoding.Outcome.Added>(
                await database.Ask((AddCoding add) => add.Run(source, code, words, null, "Åsa", Stop))
            )
            .Coding;
    }

    public static async Task ReadToItsEnd(this TestDatabase database, Id<Document> document)
    {
        var source = await database.SourceOf(document);
        Assert.True(await database.Ask((MarkRead mark) => mark.Run(source, isRead: true, "Åsa", Stop)));
    }

    /// <summary>Where the 21 stand now.</summary>
    public static async Task<Standing> StandingOf(this TestDatabase database, Key<Code> code) =>
        (await database.Ask((ReadMatrix read) => read.Run(Sample2023.Round, Stop)))!
            .Single(row => row.Code.Id == code)
            .Standing;
}
