using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Web.Publish;

/// <summary>Where the pages of the experts' review are.</summary>
internal static class ReviewAddress
{
    public static string Of(Key<Round> round) => $"/arbete/{round}/granskning";

    /// <summary>A document of the round, to read.</summary>
    public static string DocumentOf(Key<Round> round, Id<Document> document) => $"{Of(round)}/dokument/{document}";

    /// <param name="round">The round.</param>
    /// <param name="chapter">The chapter's key.</param>
    /// <param name="claim">The id of a claim whose words are to be shown; null for none.</param>
    public static string Of(Key<Round> round, string chapter, string? claim = null) =>
        $"/arbete/{round}/kapitel/{chapter}/granskning{(claim is null ? "" : $"?om={claim}#om")}";
}
