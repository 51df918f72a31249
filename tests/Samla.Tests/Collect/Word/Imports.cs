using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect.Word;

/// <summary>Reads files in as the command line and the pages do, and looks at what came of it.</summary>
internal static class Imports
{
    private static readonly Dictionary<int, ImportSubmissions.Choice> NoChoices = [];

    public static SubmissionFile Read(byte[] file) =>
        Assert.IsType<ReadSubmissionFile.Outcome.Read>(new ReadSubmissionFile().Run(file)).File;

    /// <summary>Why a file is not read.</summary>
    public static string Refused(byte[] file) =>
        Assert.IsType<ReadSubmissionFile.Outcome.Refused>(new ReadSubmissionFile().Run(file)).Message;

    /// <summary>What is written to a requirement in a file; null where the field is empty or not there.</summary>
    public static string? Text(this SubmissionFile file, string requirement) =>
        file.Fields.SingleOrDefault(field => field.Requirement.Value == requirement)?.Texts.SingleOrDefault();

    public static async Task<ImportPlan> Import(
        this TestDatabase database,
        byte[] file,
        bool isDryRun = false,
        IReadOnlyDictionary<int, ImportSubmissions.Choice>? choices = null,
        string? seen = null
    )
    {
        var outcome = await database.TryImport([new("fil.docx", Read(file), choices ?? NoChoices, seen)], isDryRun);
        return Assert.Single(Assert.IsType<ImportSubmissions.Outcome.Planned>(outcome).Plans);
    }

    public static Task<ImportSubmissions.Outcome> TryImport(
        this TestDatabase database,
        IReadOnlyList<ImportSubmissions.Upload> files,
        bool isDryRun = false
    ) =>
        database.Ask(
            (ImportSubmissions import) => import.Run(files, isDryRun, "test", TestContext.Current.CancellationToken)
        );

    /// <summary>The answer as it is being written, and its revision; null before the first.</summary>
    public static async Task<(string Text, int Revision)?> Kept(
        this TestDatabase database,
        Key<Reporter> reporter,
        string requirement
    )
    {
        var key = Sample2023.Named<Requirement>(requirement);
        var kept = await database.Ask(
            (SamlaDb db) =>
                (
                    from answer in db.Answers
                    join submission in db.Submissions on answer.SubmissionId equals submission.Id
                    where submission.ReporterId == reporter && answer.RequirementId == key
                    select answer
                ).SingleOrDefaultAsync(TestContext.Current.CancellationToken)
        );
        return kept is null ? null : (kept.Text, kept.Revision);
    }

    public static IEnumerable<string> Names(this IEnumerable<Key<Requirement>> requirements) =>
        requirements.Select(requirement => requirement.Value);
}
