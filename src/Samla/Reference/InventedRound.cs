using Samla.Domain;

namespace Samla.Reference;

/// <summary>The files of a sample round that is being answered: a round and some answers that we made up.</summary>
public sealed record InventedRound(RoundFile Round, TemplateFile Template, IReadOnlyList<AnswerEntry> Answers)
{
    internal const string AnswersName = "answers.json";

    /// <summary>Reads a folder. Everything that is wrong is said at once, and nothing is used then.</summary>
    public static Outcome Read(string path)
    {
        var folder = new DataFolder(path);
        var round = folder.Read<RoundFile>(SampleChecks.RoundName);
        var answers = folder.Read<List<AnswerEntry>>(AnswersName);
        var template = round is null ? null : SampleChecks.CheckRound(round, folder);
        if (round is null || template is null || answers is null)
        {
            return new Outcome.Refused(folder.Errors);
        }

        Check(template, answers, folder);
        return folder.Errors.Count > 0
            ? new Outcome.Refused(folder.Errors)
            : new Outcome.Fits(new InventedRound(round, template, answers));
    }

    private static void Check(TemplateFile template, List<AnswerEntry> answers, DataFolder folder)
    {
        var requirements = template.Requirements().ToDictionary(requirement => requirement.Id);
        var seen = new HashSet<(string, string)>();
        foreach (var answer in answers)
        {
            var place = $"{answer.Reporter}/{answer.Requirement}";
            if (!seen.Add((answer.Reporter, answer.Requirement)))
            {
                folder.Report(AnswersName, place, "Svaret står två gånger.");
            }

            if (!requirements.TryGetValue(answer.Requirement, out var requirement))
            {
                folder.Report(AnswersName, place, $"Kravet finns inte i {template.Id}.");
            }
            else if (!RegionCode.TryParse(answer.Reporter, null, out _))
            {
                folder.Report(AnswersName, place, $"”{answer.Reporter}” är ingen region. Skriv länskoden.");
            }
            else if (requirement.AnsweredBy != "region" || requirement.Counties?.Contains(answer.Reporter) == false)
            {
                folder.Report(AnswersName, place, "Kravet ställs inte till regionen.");
            }
            else if (
                Characters.CountIn(answer.Text) is var length
                && (length == 0 || length > requirement.CharacterLimit.Value)
            )
            {
                folder.Report(
                    AnswersName,
                    place,
                    $"Svaret har {length} tecken; det ska ha mellan 1 och {requirement.CharacterLimit.Value}."
                );
            }
        }
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Fits(InventedRound Round) : Outcome;

        /// <param name="Errors">At least one.</param>
        public sealed record Refused(IReadOnlyList<DataError> Errors) : Outcome;
    }
}
