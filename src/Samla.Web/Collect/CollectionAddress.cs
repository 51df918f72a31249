using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Web.Collect;

/// <summary>Where the agency's pages about a collection are.</summary>
internal static class CollectionAddress
{
    public static string Of(Key<Round> round) => $"/arbete/{round}/insamling";

    /// <summary>Where reminders are written.</summary>
    public static string RemindersOf(Key<Round> round) => $"{Of(round)}/paminn";

    /// <summary>What came of a reminder.</summary>
    public static string ReminderOf(Key<Round> round, Id<Reminder> reminder) => $"{Of(round)}/paminnelse/{reminder}";

    /// <summary>What a reporter has handed in, as a file.</summary>
    public static string FileOf(Key<Round> round, Key<Reporter> reporter, string format) =>
        $"{Of(round)}/{reporter}.{format}";

    /// <summary>All that has been handed in.</summary>
    public static string ArchiveOf(Key<Round> round) => $"{Of(round)}/alla.zip";
}
