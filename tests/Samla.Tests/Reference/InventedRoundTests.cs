using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;
using Samla.Tests.Testing;

namespace Samla.Tests.Reference;

/// <summary>The sample round that is being answered: its files, and what it is in the database.</summary>
public sealed class InventedRoundTests(Databases databases) : IDisposable
{
    private static readonly Key<Round> Round = Sample2023.Named<Round>("2024");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samla-invented-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Slips { get; } =
        new()
        {
            { "reporter", "02", "är ingen region" },
            { "reporter", "lst-17", "är ingen region" },
            { "requirement", "rus-genomforande", "finns inte i mall-2024-99" },
            { "requirement", "mal-rattvis-omstallning", "ställs inte till regionen" },
            { "text", "", "har 0 tecken" },
            { "requirement", "boende-bidrag", "står två gånger" },
        };

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_is_told_with_its_file_place_and_reason(string field, string value, string reason)
    {
        var answers = JsonNode.Parse(File.ReadAllText(Path.Combine(DataFolder.Samples, "2024", "answers.json")))!;
        answers[0]![field] = value; // the first is Kronoberg's, which has no plan for a just transition
        File.WriteAllText(Path.Combine(_folder.FullName, "answers.json"), answers.ToJsonString());
        File.Copy(
            Path.Combine(DataFolder.Samples, "2024", "round.json"),
            Path.Combine(_folder.FullName, "round.json"),
            overwrite: true
        );

        var refused = Assert.IsType<InventedRound.Outcome.Refused>(InventedRound.Read(_folder.FullName));

        var error = Assert.Single(refused.Errors);
        Assert.Equal("answers.json", error.File);
        Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slag", "Rapport", "finns inte att välja")]
    [InlineData("finns-inte", "Ord", "Kolumnen ”finns-inte” finns inte")]
    public void A_slip_in_a_row_is_told_with_its_place(string column, string value, string reason)
    {
        var answers = JsonNode.Parse(File.ReadAllText(Path.Combine(DataFolder.Samples, "2024", "answers.json")))!;
        answers[answers.AsArray().Count - 1]!["rows"]![1]![column] = value;
        File.WriteAllText(Path.Combine(_folder.FullName, "answers.json"), answers.ToJsonString());
        File.Copy(
            Path.Combine(DataFolder.Samples, "2024", "round.json"),
            Path.Combine(_folder.FullName, "round.json"),
            overwrite: true
        );

        var refused = Assert.IsType<InventedRound.Outcome.Refused>(InventedRound.Read(_folder.FullName));

        var error = Assert.Single(refused.Errors);
        Assert.Equal("10/analyser-forteckning, rad 2", error.Place);
        Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("previous", "1999", "”1999”, finns inte")]
    [InlineData("previous", "2024", "ska ha en tidigare period")]
    [InlineData("id", "2023", "står i två mappar")]
    public void What_does_not_fit_between_the_rounds_is_told(string field, string value, string reason)
    {
        Copy(new DirectoryInfo(DataFolder.Samples), _folder);
        var path = Path.Combine(_folder.FullName, "2024", "round.json");
        var round = JsonNode.Parse(File.ReadAllText(path))!;
        round[field] = value;
        File.WriteAllText(path, round.ToJsonString());

        var refused = Assert.IsType<Samples.Outcome.Refused>(Samples.Read(_folder.FullName));

        Assert.Contains(refused.Errors, error => error.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_without_rounds_is_told() =>
        Assert.Contains(
            "har ingen omgång",
            Assert.Single(Assert.IsType<Samples.Outcome.Refused>(Samples.Read(_folder.FullName)).Errors).Reason,
            StringComparison.Ordinal
        );

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task All_regions_are_asked_none_has_submitted_and_four_have_begun(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var list = await database.Ask((ListSubmissions submissions) => submissions.Run(Round, Stop));
        var answers = await database.Ask(
            (SamlaDb db) =>
                (
                    from submission in db.Submissions
                    where submission.RoundId == Round
                    join answer in db.Answers on submission.Id equals answer.SubmissionId
                    select answer.Text
                ).ToListAsync(Stop)
        );

        Assert.True(list!.Round is { IsOpen: true, Origin: Origin.Invented, Mark: Marks.Invented, Tag: "påhittat" });
        Assert.Equal(21, list.Lines.Count);
        Assert.All(list.Lines, line => Assert.Equal((ReporterKind.Region, 0), (line.Reporter.Kind, line.Version)));
        Assert.Equal(
            ["07", "10", "21", "25"],
            list.Lines.Where(line => line.HasChanges).Select(line => line.Reporter.Id.Value).Order()
        );
        // One has only rows.
        Assert.All(answers.Where(text => text != ""), text => Assert.InRange(Characters.CountIn(text), 300, 900));
        Assert.Single(answers, "");
        Assert.Empty((await database.Verify()).Faults);
    }

    // An amount or a year would look like a fact.
    [Fact]
    public void The_answers_hold_no_figures() =>
        Assert.All(
            Assert
                .IsType<InventedRound.Outcome.Fits>(InventedRound.Read(Path.Combine(DataFolder.Samples, "2024")))
                .Round.Answers,
            answer =>
                Assert.All(
                    (answer.Rows ?? []).SelectMany(row => row.Values).Append(answer.Text),
                    text => Assert.DoesNotContain(text, char.IsDigit)
                )
        );

    [Fact]
    public async Task The_rounds_are_listed_with_the_open_and_latest_first()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.Equal(["rus-2026", "2024", "2023"], await Listed(database));
        await database.Ask(
            async (SamlaDb db) =>
            {
                (await db.Rounds.SingleAsync(round => round.Id == Round, Stop)).IsOpen = false;
                await db.Save(new Change("test", "round.close", "2024"), Stop);
                return true;
            }
        );
        Assert.Equal(["rus-2026", "2023", "2024"], await Listed(database));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<IEnumerable<string>> Listed(TestDatabase database) =>
        (await database.Ask((ListRounds rounds) => rounds.Run(Stop))).Select(round => round.Id.Value);

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to.FullName, file.Name));
        }

        foreach (var folder in from.EnumerateDirectories())
        {
            Copy(folder, to.CreateSubdirectory(folder.Name));
        }
    }
}
