using System.Globalization;
using System.Text;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect.Word;

/// <summary>
/// What a template knows of itself, so that it can be read when it comes back: whose it is, which answers it was filled in
/// with, and which lines are the template's own.
/// </summary>
/// <remarks>
/// It is kept twice: as document properties, which LibreOffice keeps, and as a part of its own, which Word keeps. Word's
/// properties hold 255 signs each, so long lists are cut into several.
/// </remarks>
internal sealed class WordStamp
{
    private const string RoundName = "samla-omgang";
    private const string ReporterName = "samla-uppgiftslamnare";
    private const string AnswersName = "samla-svar";
    private const string RowsName = "samla-rader";
    private const string OwnName = "samla-mall";
    private const int MostSigns = 250;

    private readonly Dictionary<string, SeenAnswer> _answers = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _own = new(StringComparer.Ordinal);

    public required Key<Round> Round { get; init; }

    public required Key<Reporter> Reporter { get; init; }

    /// <summary>What the template was filled in with, by requirement.</summary>
    public IReadOnlyDictionary<string, SeenAnswer> Answers => _answers;

    private readonly List<SeenRow> _rows = [];

    /// <summary>The rows that the template was filled in with.</summary>
    public IReadOnlyList<SeenRow> Rows => _rows;

    public void AddRow(Key<Requirement> requirement, AnswerRow row) =>
        _rows.Add(new SeenRow(row.Id.Value, requirement.Value, row.Revision, SeenRow.HashOf(row.Cells)));

    public void AddAnswer(Key<Requirement> requirement, int revision, string text) =>
        _answers[requirement.Value] = new SeenAnswer(revision, SeenAnswer.HashOf(text));

    /// <summary>Says that a line is the template's, and no answer.</summary>
    public void AddOwn(string line) => _own.Add(Mark(line));

    /// <summary>Says that a line inside a field is the template's.</summary>
    public void AddOwn(Key<Requirement> field, string line) => _own.Add(Mark($"{field}\n{Plain(line)}"));

    public bool IsOwn(string line) => _own.Contains(Mark(line));

    public bool IsOwn(Key<Requirement> field, string line) => _own.Contains(Mark($"{field}\n{Plain(line)}"));

    public IEnumerable<(string Name, string Value)> Write() =>
        [
            (RoundName, Round.Value),
            (ReporterName, Reporter.Value),
            .. Cut(
                AnswersName,
                _answers.Select(answer =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{answer.Key}:{answer.Value.Revision}:{answer.Value.Hash}"
                    )
                )
            ),
            .. Cut(
                RowsName,
                _rows.Select(row =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{row.Row:N}:{row.Requirement}:{row.Revision}:{row.Hash}"
                    )
                )
            ),
            .. Cut(OwnName, _own),
        ];

    /// <summary>Null where it is not said whose file it is, or where the two places contradict each other.</summary>
    public static WordStamp? Read(
        IReadOnlyDictionary<string, string> properties,
        IReadOnlyDictionary<string, string> ownPart
    )
    {
        if (Contradict(properties, ownPart, RoundName) || Contradict(properties, ownPart, ReporterName))
        {
            return null;
        }

        var both = new Dictionary<string, string>(ownPart, StringComparer.Ordinal);
        foreach (var (name, value) in properties)
        {
            both[name] = value;
        }

        return Read(both);
    }

    private static bool Contradict(
        IReadOnlyDictionary<string, string> one,
        IReadOnlyDictionary<string, string> other,
        string name
    ) => one.TryGetValue(name, out var value) && other.TryGetValue(name, out var otherValue) && value != otherValue;

    private static WordStamp? Read(Dictionary<string, string> properties)
    {
        if (
            !Key<Round>.TryParse(properties.GetValueOrDefault(RoundName), null, out var round)
            || !Key<Reporter>.TryParse(properties.GetValueOrDefault(ReporterName), null, out var reporter)
        )
        {
            return null;
        }

        var stamp = new WordStamp { Round = round, Reporter = reporter };
        foreach (var answer in Joined(properties, AnswersName))
        {
            if (
                answer.Split(':') is [var id, var revision, var hash]
                && int.TryParse(revision, CultureInfo.InvariantCulture, out var number)
            )
            {
                stamp._answers[id] = new SeenAnswer(number, hash);
            }
        }

        foreach (var row in Joined(properties, RowsName))
        {
            if (
                row.Split(':') is [var id, var requirement, var revision, var hash]
                && Guid.TryParseExact(id, "N", out var guid)
                && int.TryParse(revision, CultureInfo.InvariantCulture, out var number)
            )
            {
                stamp._rows.Add(new SeenRow(guid, requirement, number, hash));
            }
        }

        stamp._own.UnionWith(Joined(properties, OwnName));
        return stamp;
    }

    private static IEnumerable<(string Name, string Value)> Cut(string name, IEnumerable<string> words)
    {
        var number = 1;
        var value = new StringBuilder();
        foreach (var word in words)
        {
            if (value.Length + word.Length >= MostSigns)
            {
                yield return (string.Create(CultureInfo.InvariantCulture, $"{name}-{number++}"), value.ToString());
                value.Clear();
            }

            value.Append(value.Length == 0 ? "" : " ").Append(word);
        }

        if (value.Length > 0)
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"), value.ToString());
        }
    }

    private static IEnumerable<string> Joined(IReadOnlyDictionary<string, string> properties, string name) =>
        properties
            .Where(property => property.Key.StartsWith($"{name}-", StringComparison.Ordinal))
            .SelectMany(property => property.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    // Ten figures of sixteen: among some hundred lines no other text has the same by chance.
    private static string Mark(string line) => Source.HashOf(Plain(line))[..10];

    // Programs break lines and change spaces as they please.
    private static string Plain(string line) =>
        string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>An answer as it was when its file was made.</summary>
/// <param name="Revision">Its number of saves; 0 where there was none.</param>
/// <param name="Hash">Tells whether the text in the file has been changed.</param>
public sealed record SeenAnswer(int Revision, string Hash)
{
    internal static string HashOf(string text) => Source.HashOf(WordText.Comparable(text))[..16];
}

/// <summary>A row as it was when its file was made.</summary>
/// <param name="Row">Its id.</param>
/// <param name="Requirement">To what.</param>
/// <param name="Revision">Its number of saves.</param>
/// <param name="Hash">Tells whether the row in the file has been changed.</param>
public sealed record SeenRow(Guid Row, string Requirement, int Revision, string Hash)
{
    internal static string HashOf(string cells) => Source.HashOf(cells)[..16];
}
