using Samla.Collect;
using Samla.Domain;

namespace Samla.Web.Collect;

/// <summary>How far a reporter has come in a section, or in all of it.</summary>
public enum ProgressState
{
    NotStarted,
    Started,

    /// <summary>Every question has an answer, and nothing has been handed in.</summary>
    Answered,
    Submitted,

    /// <summary>Not as it was handed in.</summary>
    Changed,
}

/// <summary>The Swedish of the board.</summary>
internal static class ProgressWords
{
    extension(ProgressState state)
    {
        public string Swedish =>
            state switch
            {
                ProgressState.NotStarted => "inte påbörjat",
                ProgressState.Started => "påbörjat",
                ProgressState.Answered => "alla frågor har svar",
                ProgressState.Submitted => "inlämnat",
                ProgressState.Changed => "ändrat sedan inlämningen",
            };

        /// <summary>The class of the tag.</summary>
        public string Tag =>
            state switch
            {
                ProgressState.NotStarted => "",
                ProgressState.Started => "s-tag-note",
                ProgressState.Answered => "s-tag-arg",
                ProgressState.Submitted => "s-tag-ok",
                ProgressState.Changed => "s-tag-warn",
            };
    }

    public static ProgressState StateOf(ViewProgress.Line line) =>
        StateOf(line.IsSubmitted, line.Asked, line.Answered, line.Submission.HasChanges);

    public static ProgressState StateOf(ViewProgress.Line line, ViewProgress.SectionProgress section) =>
        StateOf(line.IsSubmitted, section.Asked, section.Answered, section.Changed > 0);

    /// <summary>The state as a tag has it: "Inlämnat, version 2".</summary>
    public static string StatusOf(ViewProgress.Line line) =>
        StateOf(line) switch
        {
            _ when line.Submission.IsReturned => $"Version {line.Submission.Version} återlämnad",
            ProgressState.Submitted => $"Inlämnat, version {line.Submission.Version}",
            ProgressState.Changed => $"Ändrat sedan version {line.Submission.Version}",
            var state => SwedishText.Capitalized(state.Swedish),
        };

    /// <summary>The class of that tag.</summary>
    public static string TagOf(ViewProgress.Line line) =>
        line.Submission.IsReturned ? ProgressState.Changed.Tag : StateOf(line).Tag;

    /// <summary>What a cell says to who does not see it: "4 av 5 frågor har svar, påbörjat, ett svar är för långt".</summary>
    public static string Of(ViewProgress.Line line, ViewProgress.SectionProgress section) =>
        $"{section.Answered} av {section.Asked} {(section.Asked == 1 ? "fråga" : "frågor")} har svar, {StateOf(line, section).Swedish}"
        + (section.Over > 0 ? $", {TooLong(section.Over)}" : "");

    /// <summary>"ett svar är för långt", "tre svar är för långa".</summary>
    public static string TooLong(int answers) =>
        answers == 1 ? "ett svar är för långt" : $"{Numeral.Write(answers)} svar är för långa";

    /// <summary>"en person", "två personer".</summary>
    public static string People(int count) => count == 1 ? "en person" : $"{Numeral.Write(count)} personer";

    /// <summary>"ett brev", "14 brev".</summary>
    public static string Letters(int count) => count == 1 ? "ett brev" : $"{Numeral.Write(count)} brev";

    /// <summary>A day as a narrow column has it: "3 jan. 2025".</summary>
    public static string ShortDay(DateTimeOffset instant)
    {
        var day = SwedishTime.DayOf(instant);
        string[] months =
        [
            "jan.",
            "feb.",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "aug.",
            "sep.",
            "okt.",
            "nov.",
            "dec.",
        ];
        return $"{day.Day}\u00a0{months[day.Month - 1]}\u00a0{day.Year}";
    }

    private static ProgressState StateOf(bool isSubmitted, int asked, int answered, bool isChanged) =>
        isSubmitted ? (isChanged ? ProgressState.Changed : ProgressState.Submitted)
        : answered == 0 ? ProgressState.NotStarted
        : answered < asked ? ProgressState.Started
        : ProgressState.Answered;
}
