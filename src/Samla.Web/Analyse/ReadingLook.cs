using Samla.Analyse;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Web.Analyse;

/// <summary>The Swedish of the reading room, and where its pages are.</summary>
internal static class ReadingLook
{
    public static string RoomOf(Round round, Requirement requirement) => RoomOf(round, requirement.Id);

    public static string RoomOf(Round round, Key<Requirement> requirement) =>
        $"/arbete/{round.Id}/lasrum/krav/{requirement}";

    public static string RoomOf(Round round, Reporter reporter) => $"/arbete/{round.Id}/lasrum/{reporter.Id}";

    /// <summary>"11.2 Mål och resultat"; the title alone where no chapter compiles it.</summary>
    public static string HeadingOf(Section section, Requirement requirement) =>
        section.Chapter is { } chapter ? $"{chapter}.{requirement.Order + 1} {requirement.Title}" : requirement.Title;

    /// <summary>Why there is nothing to read, after the names.</summary>
    public static string WhyNothing(AnswerState why) =>
        why switch
        {
            AnswerState.Blank => "Har lämnat in, men inte svarat på detta",
            AnswerState.Missing => "Har inte lämnat in",
            AnswerState.NotAsked => "Är inte tillfrågade",
            AnswerState.Coded or AnswerState.Begun or AnswerState.Silent or AnswerState.Unread =>
                throw new ArgumentOutOfRangeException(nameof(why), why, "There is an answer to read."),
        };
}
