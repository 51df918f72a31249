using Samla.Domain;
using Samla.Domain.Collect;

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
        var tables = TablesOf(template);
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
                && ((length == 0 && answer.Rows is null) || length > (requirement.CharacterLimit?.Value ?? 0))
            )
            {
                folder.Report(
                    AnswersName,
                    place,
                    $"Svaret har {length} tecken; det ska ha mellan 1 och {requirement.CharacterLimit?.Value}."
                );
            }
            else
            {
                CheckRows(answer, tables.GetValueOrDefault(answer.Requirement), folder);
            }
        }
    }

    private static void CheckRows(AnswerEntry answer, TemplateTable? table, DataFolder folder)
    {
        if (answer.Rows is not null && table is null)
        {
            folder.Report(AnswersName, $"{answer.Reporter}/{answer.Requirement}", "Kravet har ingen egen tabell.");
            return;
        }

        foreach (var (number, row) in (answer.Rows ?? []).Index())
        {
            var place = $"{answer.Reporter}/{answer.Requirement}, rad {number + 1}";
            foreach (var id in row.Keys.Where(id => !table!.Columns.Exists(column => column.Id.Value == id)))
            {
                folder.Report(AnswersName, place, $"Kolumnen ”{id}” finns inte.");
            }

            foreach (var fault in CellReader.Read(Typed(row, table!), table!).Faults)
            {
                folder.Report(AnswersName, place, $"{fault.Key}: {fault.Value}");
            }
        }
    }

    /// <summary>The requirements' own tables, by the requirements' ids.</summary>
    private static Dictionary<string, TemplateTable> TablesOf(TemplateFile file)
    {
        var template = file.ToTemplate(publishedAt: null);
        return (
            from section in template.Sections
            from requirement in section.Requirements
            where requirement is { HasOwnRows: true, TableId: not null }
            select (requirement.Id.Value, Table: template.Tables.Find(table => table.Id == requirement.TableId)!)
        ).ToDictionary(one => one.Value, one => one.Table);
    }

    /// <summary>A row of the file as its columns read it.</summary>
    internal static Dictionary<Key<TableColumn>, string> Typed(
        IReadOnlyDictionary<string, string> row,
        TemplateTable table
    ) => table.Columns.ToDictionary(column => column.Id, column => row.GetValueOrDefault(column.Id.Value, ""));

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Fits(InventedRound Round) : Outcome;

        /// <param name="Errors">At least one.</param>
        public sealed record Refused(IReadOnlyList<DataError> Errors) : Outcome;
    }
}
