using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>What a reporter has handed in, as files: the latest version as it was, never what has been written since.</summary>
public sealed class ExportSubmitted(
    SamlaDb db,
    ExportReport exportReport,
    WriteInterventions writeInterventions,
    ExportSubmissions exportSubmissions,
    TimeProvider clock
)
{
    /// <summary>The answers as a Word file, the register as a workbook, and both as data.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["docx", "xlsx", "json"];

    private const int LongestName = 80;

    /// <param name="Name">Of the file, in Swedish, with the round, the reporter and the version.</param>
    public sealed record SubmittedFile(string Name, byte[] Content);

    /// <summary>One of the files; null where there is no such format or nothing has been handed in.</summary>
    public async Task<SubmittedFile?> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        string format,
        CancellationToken cancellation
    ) =>
        Formats.Contains(format) && (await Submitted(round, reporter, cancellation)).SingleOrDefault() is { } submitted
            ? await FileOf(round, submitted, format, cancellation)
            : null;

    /// <summary>All that has been handed in, as an archive with a folder for each reporter; null where nobody has.</summary>
    public async Task<SubmittedFile?> Run(Key<Round> id, CancellationToken cancellation)
    {
        var submitted = await Submitted(id, only: null, cancellation);
        if (submitted.Count == 0)
        {
            return null;
        }

        var round = await db.Rounds.AsNoTracking().SingleAsync(one => one.Id == id, cancellation);
        // Made whole before any of it is sent: a fault half-way must not look like an archive.
        using var output = new MemoryStream();
        await using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            await Add(archive, "Läs mig.txt", Encoding.UTF8.GetBytes(AboutOf(round, submitted)), cancellation);
            foreach (var one in submitted)
            {
                foreach (var format in Formats)
                {
                    var file = await FileOf(id, one, format, cancellation);
                    await Add(archive, $"{FolderOf(one.Reporter)}/{file.Name}", file.Content, cancellation);
                }
            }
        }

        return new SubmittedFile($"redovisningar-{id}.zip", output.ToArray());
    }

    private async Task<List<Row>> Submitted(Key<Round> round, Key<Reporter>? only, CancellationToken cancellation) =>
        [
            .. (
                await (
                    from submission in db.Submissions.AsNoTracking()
                    where submission.RoundId == round && (only == null || submission.ReporterId == only)
                    join reporter in db.Reporters.AsNoTracking() on submission.ReporterId equals reporter.Id
                    join version in db.SubmissionVersions.AsNoTracking()
                        on new { SubmissionId = submission.Id, Number = submission.CurrentVersion } equals new
                        {
                            version.SubmissionId,
                            version.Number,
                        }
                    select new Row(reporter, version)
                ).ToListAsync(cancellation)
            )
                .OrderBy(one => one.Reporter.Kind)
                .ThenBy(one => one.Reporter.Name, SwedishText.Order),
        ];

    private async Task<SubmittedFile> FileOf(Key<Round> round, Row one, string format, CancellationToken cancellation)
    {
        var (reporter, version) = (one.Reporter.Id, one.Version);
        var name = $"{round}-{reporter}-version-{version.Number}.{format}";
        using var output = new MemoryStream();
        switch (format)
        {
            case "docx":
                var word = await exportReport.Run(round, reporter, version.Number, cancellation);
                return new SubmittedFile($"redovisning-{name}", word!);
            case "xlsx":
                var remark =
                    $"Insatserna som de lämnades in med version {version.Number}, {SwedishTime.Of(version.SubmittedAt)}.";
                await writeInterventions.WriteSubmitted(round, reporter, version.Number, remark, output, cancellation);
                return new SubmittedFile($"insatser-{name}", output.ToArray());
            default:
                await exportSubmissions.Run(round, reporter, output, cancellation);
                return new SubmittedFile($"redovisning-{name}", output.ToArray());
        }
    }

    private string AboutOf(Round round, List<Row> submitted) =>
        string.Join(
            "\r\n",
            (string[])
                [
                    round.Title,
                    .. round.Mark is { } mark ? (string[])[Marks.Sentence(mark)] : [],
                    $"Det inlämnade, hämtat {SwedishTime.Of(clock.GetUtcNow())}. Det som har skrivits efter inlämningen är inte med.",
                    "",
                    "Varje mapp har svaren som Word-fil (docx), insatserna och andra tabeller som arbetsbok (xlsx) och allt som data (json).",
                    "",
                    .. submitted.Select(one => FolderOf(one.Reporter)),
                    "",
                ]
        );

    /// <summary>With the key, so that no two are the same and none is a name that some system keeps for itself.</summary>
    private static string FolderOf(Reporter reporter)
    {
        var name = new StringBuilder();
        foreach (var sign in reporter.Name)
        {
            name.Append(char.IsLetterOrDigit(sign) || sign is ' ' or '-' ? sign : '_');
        }

        return $"{name.ToString(0, int.Min(name.Length, LongestName)).Trim()} ({reporter.Id})";
    }

    private static async Task Add(ZipArchive archive, string name, byte[] content, CancellationToken cancellation)
    {
        await using var entry = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellation);
        await entry.WriteAsync(content, cancellation);
    }

    private sealed record Row(Reporter Reporter, SubmissionVersion Version);
}
