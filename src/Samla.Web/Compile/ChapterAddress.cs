using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Web.Compile;

/// <summary>Where a report's chapters are found.</summary>
internal static class ChapterAddress
{
    public static string All(Key<Round> round) => $"/arbete/{round}/kapitel";

    /// <summary>Where a chapter is read and written.</summary>
    public static string Of(Key<Round> round, Key<Chapter> chapter) => Of(round, chapter.Value);

    /// <summary>The same for one that is known by its key as text.</summary>
    public static string Of(Key<Round> round, string chapter) => $"{All(round)}/{chapter}";

    /// <summary>Where the texts are that a chapter has had.</summary>
    public static string History(Key<Round> round, Key<Chapter> chapter) => $"{Of(round, chapter)}/historik";
}
