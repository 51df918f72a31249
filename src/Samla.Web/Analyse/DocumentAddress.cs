using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Web.Analyse;

/// <summary>Where a round's documents are.</summary>
internal static class DocumentAddress
{
    public const string FileRoute = "/arbete/{round}/dokument/{id}/fil-{number}";

    public static string Of(Key<Round> round) => $"/arbete/{round}/dokument";

    public static string Of(Key<Round> round, Id<Document> document) => $"{Of(round)}/{document}";

    /// <summary>A version that is not the latest.</summary>
    public static string Of(Key<Round> round, Id<Document> document, int number) =>
        $"{Of(round, document)}?version={number}";

    /// <summary>What was read of a file that waits for a yes.</summary>
    public static string Of(Key<Round> round, Id<DocumentUpload> upload) => $"{Of(round)}/ny/{upload}";

    /// <summary>The file as it was uploaded.</summary>
    public static string FileOf(Key<Round> round, Id<Document> document, int number) =>
        $"{Of(round, document)}/fil-{number}";
}
