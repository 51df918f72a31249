using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Web.Publish;

/// <summary>Where the pages of the fact-check are.</summary>
internal static class FactCheckAddress
{
    /// <summary>The agency's page.</summary>
    public static string Of(Key<Round> round) => $"/arbete/{round}/faktagranskning";

    /// <summary>A reporter's own page.</summary>
    public static string Of(Key<Round> round, Key<Reporter> reporter) => $"/faktagranska/{round}/{reporter}";

    /// <summary>What a chapter says of a reporter.</summary>
    /// <param name="round">The round.</param>
    /// <param name="reporter">The reporter.</param>
    /// <param name="chapter">The chapter's key.</param>
    /// <param name="isLeftOut">Whether it is where the reporter is not counted.</param>
    public static string Of(Key<Round> round, Key<Reporter> reporter, string chapter, bool isLeftOut = false) =>
        $"{Of(round, reporter)}/{chapter}{(isLeftOut ? "?visa=utan" : "")}";

    /// <summary>The reporter's Word file.</summary>
    public static string Word(Key<Round> round, Key<Reporter> reporter) =>
        $"{Of(round, reporter)}/faktagranskning.docx";
}
