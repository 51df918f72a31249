using System.Globalization;
using System.Text.RegularExpressions;

namespace Samla.Domain.Analyse;

/// <summary>
/// A form's scale and questions as text that people write: a line for each step ("0 Saknas: Inget spår."), a line for each group ("A.
/// Övergripande frågor") and under it a line for each question ("a1. Finns mål?", "a8. Vad saknas? (fritext)").
/// </summary>
public static partial class AssessmentFormText
{
    private const string FreeMark = "(fritext)";

    public const int MostQuestions = 200;

    /// <summary>What is wrong in a text.</summary>
    /// <param name="Line">From 1.</param>
    /// <param name="Message">What, and what to write instead, in Swedish.</param>
    public sealed record Fault(int Line, string Message);

    /// <summary>The steps, and all that is wrong; a text that has faults gives no form.</summary>
    public static (IReadOnlyList<AssessmentLevel> Levels, IReadOnlyList<Fault> Faults) ReadLevels(string text)
    {
        var levels = new List<AssessmentLevel>();
        var faults = new List<Fault>();
        foreach (var (number, line) in Lines(text))
        {
            if (LevelLine().Match(line) is not { Success: true } match)
            {
                faults.Add(
                    new(
                        number,
                        $"Skriv steget som ”0 Saknas: Inget spår i texten.”, med siffran 0–{AssessmentLevel.Highest} först."
                    )
                );
                continue;
            }

            var value = int.Parse(match.Groups["value"].ValueSpan, CultureInfo.InvariantCulture);
            var (label, description) = (match.Groups["label"].Value.Trim(), match.Groups["description"].Value.Trim());
            if (levels.Exists(level => level.Value == value))
            {
                faults.Add(new(number, $"Steget {value} står två gånger."));
            }
            else if (
                label.Length > AssessmentLevel.LongestLabel
                || description.Length > AssessmentLevel.LongestDescription
            )
            {
                faults.Add(
                    new(
                        number,
                        $"Namnet får ha högst {AssessmentLevel.LongestLabel} tecken och förklaringen {AssessmentLevel.LongestDescription}."
                    )
                );
            }
            else
            {
                levels.Add(new AssessmentLevel(value, label, description));
            }
        }

        return (levels, faults);
    }

    /// <summary>The questions, and all that is wrong; a text that has faults gives no form.</summary>
    public static (IReadOnlyList<AssessmentQuestion> Questions, IReadOnlyList<Fault> Faults) ReadQuestions(string text)
    {
        var questions = new List<AssessmentQuestion>();
        var faults = new List<Fault>();
        (string Letter, string Title)? group = null;
        foreach (var (number, line) in Lines(text))
        {
            if (GroupLine().Match(line) is { Success: true } heading)
            {
                group = (heading.Groups["letter"].Value, heading.Groups["title"].Value.Trim());
                if (group.Value.Title.Length > AssessmentQuestion.LongestGroup)
                {
                    faults.Add(new(number, $"Rubriken får ha högst {AssessmentQuestion.LongestGroup} tecken."));
                }
                else if (questions.Exists(question => question.Letter == group.Value.Letter))
                {
                    faults.Add(new(number, $"Gruppen {group.Value.Letter} står två gånger."));
                }
            }
            else if (QuestionLine().Match(line) is not { Success: true } match)
            {
                faults.Add(
                    new(
                        number,
                        "Skriv en grupp som ”A. Övergripande frågor” och en fråga som ”a1. Finns mål som går att pröva?”."
                    )
                );
            }
            else if (group is not var (letter, title))
            {
                faults.Add(
                    new(
                        number,
                        "Frågan står före den första gruppen. Skriv en grupp ovanför, som ”A. Övergripande frågor”."
                    )
                );
            }
            else if (FaultOf(match, questions) is { } fault)
            {
                faults.Add(new(number, fault));
            }
            else
            {
                var words = match.Groups["text"].Value.Trim();
                var isFree = words.EndsWith(FreeMark, StringComparison.OrdinalIgnoreCase);
                questions.Add(
                    new AssessmentQuestion(
                        Key<AssessmentQuestion>.Parse(match.Groups["id"].Value, null),
                        letter,
                        title,
                        isFree ? words[..^FreeMark.Length].TrimEnd() : words,
                        isFree
                    )
                );
            }
        }

        return (questions, faults);
    }

    private static string? FaultOf(Match match, List<AssessmentQuestion> questions) =>
        match.Groups["text"].Value.Trim() is var words
        && (words.Length > AssessmentQuestion.LongestText || words.Equals(FreeMark, StringComparison.OrdinalIgnoreCase))
            ? $"Skriv frågan med högst {AssessmentQuestion.LongestText} tecken."
        : questions.Exists(question => question.Id.Value == match.Groups["id"].Value)
            ? $"Frågan {match.Groups["id"].Value} står två gånger."
        : questions.Count == MostQuestions ? $"En bedömningsmall kan ha högst {MostQuestions} frågor."
        : null;

    /// <summary>As <see cref="ReadLevels"/> reads it.</summary>
    public static string Write(IEnumerable<AssessmentLevel> levels) =>
        string.Concat(
            levels
                .OrderBy(level => level.Value)
                .Select(level =>
                    level.Description.Length == 0
                        ? string.Create(CultureInfo.InvariantCulture, $"{level.Value} {level.Label}\n")
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $"{level.Value} {level.Label}: {level.Description}\n"
                        )
                )
        );

    /// <summary>As <see cref="ReadQuestions"/> reads it.</summary>
    public static string Write(IEnumerable<AssessmentQuestion> questions) =>
        string.Join(
            '\n',
            questions
                .GroupBy(question => (question.Letter, question.GroupTitle))
                .Select(group =>
                    $"{group.Key.Letter}. {group.Key.GroupTitle}\n"
                    + string.Concat(group.Select(one => $"{one.Id}. {one.Text}{(one.IsFree ? $" {FreeMark}" : "")}\n"))
                )
        );

    private static IEnumerable<(int Number, string Line)> Lines(string text) =>
        text.ReplaceLineEndings("\n")
            .Split('\n')
            .Index()
            .Select(line => (line.Index + 1, line.Item.Trim()))
            .Where(line => line.Item2.Length > 0);

    [GeneratedRegex(
        @"^(?<value>[0-9])[.:)]?\s+(?<label>[^:]+?)\s*(?::\s*(?<description>.+))?$",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex LevelLine();

    [GeneratedRegex(@"^(?<letter>[A-ZÅÄÖ])[.:)]\s+(?<title>\S.*)$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex GroupLine();

    [GeneratedRegex(@"^(?<id>[a-z][0-9]{1,3})[.:)]\s+(?<text>\S.*)$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex QuestionLine();
}
