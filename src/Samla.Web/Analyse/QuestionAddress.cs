using Microsoft.AspNetCore.WebUtilities;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Web.Analyse;

/// <summary>Where a question that is put to documents is answered.</summary>
internal static class QuestionAddress
{
    public static string Of(Key<Round> round, Key<Requirement> question) => $"/arbete/{round}/fraga/{question}";

    /// <summary>The question with other words to look for, and a document of which more is shown.</summary>
    public static string Of(Key<Round> round, Key<Requirement> question, string? words, Id<Document>? more)
    {
        var parts = new Dictionary<string, string?> { ["ord"] = words, ["fler"] = more?.ToString() };
        return QueryHelpers.AddQueryString(
            Of(round, question),
            parts.Where(part => !string.IsNullOrWhiteSpace(part.Value))
        );
    }
}
