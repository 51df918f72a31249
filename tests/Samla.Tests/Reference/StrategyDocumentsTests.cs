using System.Text.Json;
using Samla.Analyse.Documents;
using Samla.Domain;
using Samla.Tests.Architecture;
using Samla.Tests.Testing;

namespace Samla.Tests.Reference;

/// <summary>
/// The made-up regional strategies, one for each region, and the passages that answer questions in them: what reading, searching and
/// compiling documents is tried on. They are marked as made up, and keep to the register of the real ones in name, year and state.
/// </summary>
public sealed class StrategyDocumentsTests
{
    private const string Folder = "tests/Samla.Tests/Strategies";
    private const string Documents = "samples/rus-2026/documents";

    private static readonly Dictionary<string, JsonElement> Register = Read("reference/strategies.json")
        .GetProperty("strategies")
        .EnumerateArray()
        .ToDictionary(one => one.GetProperty("region").GetString()!);

    private static readonly HashSet<string> Questions =
    [
        .. Read("reference/templates/fragor-2026.json")
            .GetProperty("sections")
            .EnumerateArray()
            .SelectMany(section => section.GetProperty("requirements").EnumerateArray())
            .Select(question => question.GetProperty("id").GetString()!),
    ];

    public static TheoryData<string> Counties { get; } = [.. Regions.All.Select(region => $"{region.Code}")];

    [Theory]
    [MemberData(nameof(Counties))]
    public void Each_is_marked_as_made_up_and_named_as_in_the_register(string county)
    {
        var paragraphs = Paragraphs(county);
        var strategy = Register[county];

        Assert.Equal($"# {strategy.GetProperty("name").GetString()}", paragraphs[0]);
        Assert.StartsWith("*Påhittat dokument.", paragraphs[1], StringComparison.Ordinal);
        Assert.StartsWith(
            $"Antagen {strategy.GetProperty("adoptedYear").GetInt32()}.",
            paragraphs[2],
            StringComparison.Ordinal
        );
        Assert.InRange(
            paragraphs.Sum(one => one.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length),
            1_200,
            2_300
        );
    }

    [Theory]
    [MemberData(nameof(Counties))]
    public void What_is_read_of_its_file_is_what_was_written(string county)
    {
        var entry = Read("samples/rus-2026/documents.json")
            .EnumerateArray()
            .Single(one => one.GetProperty("county").GetString() == county);
        var file = File.ReadAllBytes(
            Path.Combine(RepositoryRoot.Folder.FullName, Documents, entry.GetProperty("file").GetString()!)
        );

        var read = new ReadDocumentFile(new SteadyClock()).Run(file, TestContext.Current.CancellationToken);

        var text = Assert.IsType<ReadDocumentFile.Outcome.Read>(read).Document.Text;
        Assert.Equal(Register[county].GetProperty("name").GetString(), entry.GetProperty("title").GetString());
        Assert.Equal(Letters(string.Concat(Paragraphs(county))), Letters(text));
    }

    [Fact]
    public void Each_passage_stands_word_for_word_in_its_document()
    {
        var pairs = Read($"{Folder}/pairs.json").EnumerateArray().ToList();
        Assert.InRange(pairs.Count, 60, 100);
        foreach (var pair in pairs)
        {
            Assert.Contains(pair.GetProperty("question").GetString()!, Questions);
            Assert.Contains(
                Paragraphs(pair.GetProperty("county").GetString()!),
                paragraph =>
                    paragraph
                        .Replace("*", "", StringComparison.Ordinal)
                        .Contains(pair.GetProperty("passage").GetString()!, StringComparison.Ordinal)
            );
        }

        Assert.Equal(
            Questions.Order(),
            pairs.Select(pair => pair.GetProperty("question").GetString()!).Distinct().Order()
        );
        Assert.Equal(21, pairs.Select(pair => pair.GetProperty("county").GetString()).Distinct().Count());
    }

    [Fact]
    public void No_passage_answers_what_its_document_is_silent_on()
    {
        var answered = Read($"{Folder}/pairs.json")
            .EnumerateArray()
            .Select(pair => (pair.GetProperty("county").GetString()!, pair.GetProperty("question").GetString()!))
            .ToHashSet();
        var silent = Read($"{Folder}/silent.json")
            .EnumerateObject()
            .SelectMany(county => county.Value.EnumerateArray().Select(one => (county.Name, one.GetString()!)))
            .ToList();

        Assert.All(silent, one => Assert.Contains(one.Item2, Questions));
        Assert.Equal(21, silent.Select(one => one.Name).Distinct().Count());
        Assert.DoesNotContain(silent, one => answered.Contains(one));
    }

    /// <summary>Without what lists, tables and lines are made of, which files of different kinds keep differently.</summary>
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    private static List<string> Paragraphs(string county) =>
        [
            .. RepositoryRoot
                .Read($"{Documents}/{county}.md")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        ];

    private static JsonElement Read(string path)
    {
        using var document = JsonDocument.Parse(RepositoryRoot.Read(path));
        return document.RootElement.Clone();
    }
}
