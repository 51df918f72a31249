using Samla.Analyse.Documents;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Web.Analyse;

/// <summary>Hands out a document's file as it was uploaded.</summary>
internal static class DocumentDownload
{
    // Always as a file: what is in it is somebody else's and must not be shown as a page of ours.
    public static async Task<IResult> Get(
        Key<Round> round,
        Id<Document> id,
        int number,
        ReadDocumentBytes read,
        CancellationToken cancellation
    ) =>
        await read.Run(round, id, number, cancellation) is { } file
            ? Results.File(file.Content, file.MediaType, file.FileName)
            : Results.NotFound();
}
