using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect;

public sealed class ExportSubmissionsTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Every_row_of_a_reconstructed_round_says_that_it_is_one(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var export = await Export(database);
        var rows = Rows(export).ToList();
        Assert.True(rows.Count > 700);
        Assert.All(rows, row => Assert.Equal("rekonstruerad ur offentliga uppgifter", Mark(row)));
        Assert.Equal("rekonstruerad ur offentliga uppgifter", Mark(export));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_export_holds_every_submission_with_every_answer_and_intervention(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var export = await Export(database);
        var submissions = export.GetProperty("submissions").EnumerateArray().ToList();
        Assert.Equal(
            await database
                .Ask(
                    (SamlaDb db) =>
                        db
                            .Submissions.Where(s => s.RoundId == Sample2023.Round)
                            .Select(s => s.ReporterId)
                            .ToListAsync(Stop)
                )
                .Names(),
            submissions
                .Select(submission => submission.GetProperty("reporter").GetString())
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            await database.Ask((SamlaDb db) => db.CurrentAnswers(Sample2023.Round).CountAsync(Stop)),
            submissions.Sum(submission => submission.GetProperty("answers").GetArrayLength())
        );
        Assert.Equal(
            await database.Ask((SamlaDb db) => db.Interventions.Select(i => i.Id).ToListAsync(Stop)).Names(),
            submissions
                .SelectMany(submission => submission.GetProperty("interventions").EnumerateArray())
                .Select(intervention => intervention.GetProperty("id").GetString())
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_submission_without_a_single_answer_is_in_the_export_too()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        foreach (
            var requirement in await database.Ask(
                (SamlaDb db) =>
                    db.CurrentAnswers(Sample2023.Round)
                        .Where(answer => answer.ReporterId == Sample2023.Named<Reporter>("lst-22"))
                        .Select(answer => answer.RequirementId)
                        .ToListAsync(Stop)
            )
        )
        {
            await database.Save(Sample2023.Named<Reporter>("lst-22"), requirement, "", seen: 1);
        }

        await database.Ask(
            (SubmitReport submit) =>
                submit.Run(
                    Sample2023.Round,
                    Sample2023.Named<Reporter>("lst-22"),
                    seen: null,
                    decision: null,
                    "test",
                    Stop
                )
        );
        var board = (await Export(database))
            .GetProperty("submissions")
            .EnumerateArray()
            .Single(submission => submission.GetProperty("reporter").GetString() == "lst-22");
        Assert.Equal((2, 0), (board.GetProperty("version").GetInt32(), board.GetProperty("answers").GetArrayLength()));
    }

    [Fact]
    public async Task The_export_says_when_and_on_what_decision_a_version_came_and_what_its_hash_is()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        database.Clock.Pass(TimeSpan.FromDays(1));
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Nytt.", seen: 1);
        await database.Ask(
            (SubmitReport submit) =>
                submit.Run(
                    Sample2023.Round,
                    Sample2023.Värmland,
                    seen: null,
                    Sample2023.DecisionBy("Nämnden"),
                    "test",
                    Stop
                )
        );

        var submissions = (await Export(database)).GetProperty("submissions").EnumerateArray().ToList();

        var late = Assert.Single(submissions, submission => submission.GetProperty("late").GetBoolean());
        Assert.Equal("17", late.GetProperty("reporter").GetString());
        Assert.Equal("2024-02-22", late.GetProperty("submittedAt").GetString()![..10]);
        Assert.Equal("2024-02-14", late.GetProperty("decision").GetProperty("decidedOn").GetString());
        Assert.Equal(64, late.GetProperty("hash").GetString()!.Length);
        Assert.All(
            submissions.Except([late]),
            other => Assert.Equal(JsonValueKind.Null, other.GetProperty("decision").ValueKind)
        );
    }

    [Fact]
    public async Task Both_engines_export_the_same_file()
    {
        await using var file = await databases.WithSample(Engine.Sqlite);
        await using var server = await databases.WithSample(Engine.Postgres);
        Assert.Equal((await Export(file)).GetRawText(), (await Export(server)).GetRawText());
    }

    [Fact]
    public async Task Of_a_round_that_is_not_there_nothing_is_written()
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        using var output = new MemoryStream();
        Assert.False(await database.Ask((ExportSubmissions export) => export.Run(Sample2023.Round, output, Stop)));
        Assert.Equal(0, output.Length);
    }

    private static async Task<JsonElement> Export(TestDatabase database)
    {
        using var output = new MemoryStream();
        Assert.True(await database.Ask((ExportSubmissions export) => export.Run(Sample2023.Round, output, Stop)));
        return JsonElement.Parse(output.ToArray());
    }

    private static IEnumerable<JsonElement> Rows(JsonElement export) =>
        export
            .GetProperty("submissions")
            .EnumerateArray()
            .SelectMany(submission =>
                submission
                    .GetProperty("answers")
                    .EnumerateArray()
                    .Concat(submission.GetProperty("interventions").EnumerateArray())
                    .Prepend(submission)
            );

    private static string? Mark(JsonElement row) => row.GetProperty("mark").GetString();
}
