using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samla.Common;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>All submissions of a round with their interventions, as JSON.</summary>
public sealed class ExportSubmissions(SamlaDb db)
{
    /// <summary>Writes the round; false, and nothing written, where there is none.</summary>
    public Task<bool> Run(Key<Round> roundId, Stream output, CancellationToken cancellation) =>
        Run(roundId, only: null, output, cancellation);

    /// <summary>Writes the round, or of it only what one reporter has handed in.</summary>
    public async Task<bool> Run(Key<Round> roundId, Key<Reporter>? only, Stream output, CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == roundId, cancellation);
        if (round is null)
        {
            return false;
        }

        var interventions = await db.SubmittedInterventionsOf(roundId, only, number: null, cancellation);
        var answers = Answers(roundId, only).AsNoTracking().AsAsyncEnumerable();
        await using var json = new Utf8JsonWriter(output, ReadableJson.Writer);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        json.WriteString("round", round.Id.Value);
        json.WriteString("mark", round.Mark);
        json.WriteStartArray("submissions");
        Row? last = null;
        await foreach (var row in answers.WithCancellation(cancellation))
        {
            if (last?.Reporter != row.Reporter)
            {
                End(json, last, interventions);
                Begin(json, row, round.Mark);
                await json.FlushAsync(cancellation);
            }

            if (row.Requirement is { } requirement)
            {
                json.WriteStartObject();
                json.WriteString("requirement", requirement.Value);
                json.WriteString("text", row.Text);
                WriteRows(json, row);
                json.WriteString("mark", round.Mark);
                json.WriteEndObject();
            }

            last = row;
        }

        End(json, last, interventions);
        json.WriteEndArray();
        json.WriteEndObject();
        return true;
    }

    /// <summary>The answers that count, each with its version and the decision on that, reporter by reporter.</summary>
    private IQueryable<Row> Answers(Key<Round> roundId, Key<Reporter>? only) =>
        from submission in db.Submissions
        where
            submission.RoundId == roundId
            && submission.CurrentVersion > 0
            && (only == null || submission.ReporterId == only)
        join reporter in db.Reporters on submission.ReporterId equals reporter.Id
        // A submission may hold no answer at all, and is one all the same.
        from answer in db
            .SubmittedAnswers.Where(answer =>
                answer.SubmissionId == submission.Id && answer.Version == submission.CurrentVersion
            )
            .DefaultIfEmpty()
        from source in db.Sources.Where(source => source.Id == answer!.SourceId).DefaultIfEmpty()
        join version in db.SubmissionVersions
            on new { SubmissionId = submission.Id, Number = submission.CurrentVersion } equals new
            {
                version.SubmissionId,
                version.Number,
            }
        from decision in db
            .SubmissionDecisions.Where(decision =>
                decision.SubmissionId == submission.Id
                && decision.Version == submission.CurrentVersion
                && !db.SubmissionDecisions.Any(later =>
                    later.SubmissionId == decision.SubmissionId
                    && later.Version == decision.Version
                    && later.Number > decision.Number
                )
            )
            .DefaultIfEmpty()
        orderby reporter.Id, answer!.RequirementId
        select new Row(
            reporter.Id,
            reporter.Name,
            version,
            decision,
            answer!.RequirementId,
            source!.Text,
            answer!.Rows,
            answer!.ProseEnd
        );

    private sealed record Row(
        Key<Reporter> Reporter,
        string Name,
        SubmissionVersion Version,
        SubmissionDecision? Decision,
        Key<Requirement>? Requirement,
        string? Text,
        string? Rows,
        int? ProseEnd
    );

    private static void Begin(Utf8JsonWriter json, Row row, string? mark)
    {
        json.WriteStartObject();
        json.WriteString("reporter", row.Reporter.Value);
        json.WriteString("name", row.Name);
        json.WriteNumber("version", row.Version.Number);
        json.WriteString("submittedAt", row.Version.SubmittedAt);
        json.WriteBoolean("late", row.Version.IsLate);
        json.WriteString("hash", row.Version.Hash);
        WriteDecision(json, row.Decision);
        json.WriteString("mark", mark);
        json.WriteStartArray("answers");
    }

    /// <summary>What the text ends with, as values by the columns' ids, and the text without it; nothing where there are no rows.</summary>
    private static void WriteRows(Utf8JsonWriter json, Row row)
    {
        if (row is { Rows: { } rows, Text: { } text })
        {
            json.WriteString("prose", SubmittedAnswer.ProseOf(text, row.ProseEnd));
            json.WritePropertyName("rows");
            using var document = JsonDocument.Parse(rows);
            document.RootElement.WriteTo(json);
        }
    }

    private static void WriteDecision(Utf8JsonWriter json, SubmissionDecision? decision)
    {
        if (decision is null)
        {
            json.WriteNull("decision");
            return;
        }

        json.WriteStartObject("decision");
        json.WriteString("decidedBy", decision.DecidedBy);
        json.WriteString("decidedOn", decision.DecidedOn.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("recordNumber", decision.RecordNumber);
        json.WriteString("presentedBy", decision.PresentedBy);
        json.WriteEndObject();
    }

    private static void End(Utf8JsonWriter json, Row? row, ILookup<Key<Reporter>, Intervention> interventions)
    {
        if (row is null)
        {
            return;
        }

        json.WriteEndArray();
        json.WriteStartArray("interventions");
        foreach (var intervention in interventions[row.Reporter])
        {
            Write(json, intervention, row.Reporter);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Intervention intervention, Key<Reporter> reporter)
    {
        json.WriteStartObject();
        json.WriteString("id", intervention.Id.Value);
        json.WriteString("name", intervention.Name);
        json.WriteBoolean("properName", intervention.HasProperName);
        json.WriteString("type", intervention.Type.ToString());
        WriteTexts(
            json,
            "requirements",
            intervention.RequirementsOf(reporter).Select(requirement => requirement.Value).Order(StringComparer.Ordinal)
        );
        json.WriteString("summary", intervention.Summary);
        json.WriteString("mark", Marks.Of(intervention.Origin));
        WriteTexts(json, "partners", intervention.Partners);
        WriteFunding(json, intervention);
        WriteSorting(json, intervention);
        json.WriteStartArray("outputs");
        foreach (var output in intervention.Outputs.OrderBy(output => output.Order))
        {
            json.WriteStartObject();
            json.WriteString("text", output.Text);
            if (output.Quantity is { } quantity)
            {
                json.WriteNumber("quantity", Plain(quantity));
                json.WriteString("unit", output.Unit);
            }

            if (output.NotMeasured is { } reason)
            {
                json.WriteString("notMeasured", reason);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("outcomes");
        foreach (var outcome in intervention.Outcomes.OrderBy(outcome => outcome.Order))
        {
            json.WriteStartObject();
            json.WriteString("text", outcome.Text);
            json.WriteString("horizon", outcome.Horizon.ToString());
            json.WriteString("state", outcome.State.ToString());
            json.WriteString("evidence", outcome.Evidence.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFunding(Utf8JsonWriter json, Intervention intervention)
    {
        json.WriteStartArray("funding");
        foreach (var share in intervention.Funding.OrderBy(share => share.Order))
        {
            json.WriteStartObject();
            json.WriteString("fund", share.Fund);
            if (share.Amount is { } amount)
            {
                json.WriteNumber("amount", Plain(amount));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What it is sorted by, when and where it is; what nobody has said is an empty list or null.</summary>
    private static void WriteSorting(Utf8JsonWriter json, Intervention intervention)
    {
        WriteTexts(json, "areas", intervention.Areas);
        WriteTexts(json, "priorities", intervention.Priorities);
        WriteTexts(json, "challenges", intervention.Challenges);
        WriteTexts(json, "dimensions", intervention.Dimensions);
        WriteTexts(json, "counties", intervention.Counties.Select(county => county.ToString()));
        WriteTexts(json, "municipalities", intervention.Municipalities);
        WriteTexts(json, "grantCases", intervention.Cases);
        WriteTexts(json, "strategyGoals", intervention.StrategyGoals);
        WriteTexts(json, "programmes", intervention.Programmes);
        json.WriteStartArray("agenda2030");
        intervention.GlobalGoals.ForEach(json.WriteNumberValue);
        json.WriteEndArray();
        json.WriteString("begins", intervention.Begins?.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("ends", intervention.Ends?.ToString("O", CultureInfo.InvariantCulture));
        if (intervention.IsReportedElsewhere is { } isReported)
        {
            json.WriteStartObject("reportedElsewhere");
            json.WriteBoolean("is", isReported);
            json.WriteString("where", intervention.ReportedWhere);
            json.WriteString("link", intervention.ReportedLink);
            json.WriteEndObject();
        }
    }

    private static decimal Plain(decimal number) => number / 1.0000000000m; // 15 on every engine, never 15.0

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
