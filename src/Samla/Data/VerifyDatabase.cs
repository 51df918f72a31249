using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Publish;

namespace Samla.Data;

/// <summary>Whether the database is as it was written: the audit trail unbroken, texts, submitted versions and editions unchanged, passages where they were.</summary>
public sealed class VerifyDatabase(SamlaDb db)
{
    /// <param name="Lines">Lines of the audit trail that were read.</param>
    /// <param name="Sources">Texts that were read.</param>
    /// <param name="Codings">Coded passages that were compared with their texts.</param>
    /// <param name="Faults">What does not hold, in Swedish; empty when all does.</param>
    public sealed record Result(long Lines, int Sources, int Codings, IReadOnlyList<string> Faults);

    public async Task<Result> Run(CancellationToken cancellation)
    {
        var faults = new List<string>();
        var lines = await VerifyAudit(faults, cancellation);
        var (sources, codings) = await VerifyTexts(faults, cancellation);
        await VerifyVersions(faults, cancellation);
        await VerifyEditions(faults, cancellation);
        return new Result(lines, sources, codings, faults);
    }

    private async Task<long> VerifyAudit(List<string> faults, CancellationToken cancellation)
    {
        AuditLine? last = null;
        var lines = 0L;
        await foreach (
            var line in db
                .Audit.AsNoTracking()
                .OrderBy(line => line.Sequence)
                .AsAsyncEnumerable()
                .WithCancellation(cancellation)
        )
        {
            lines++;
            if (!line.Follows(last))
            {
                faults.Add(
                    $"Granskningsspåret är brutet vid rad {line.Sequence}: raden är ändrad, eller en rad före den saknas."
                );
            }

            last = line;
        }

        if (lines == 0)
        {
            faults.Add("Granskningsspåret är tomt.");
        }

        return lines;
    }

    private async Task<(int Sources, int Codings)> VerifyTexts(List<string> faults, CancellationToken cancellation)
    {
        var codings = (
            await db
                .Codings.AsNoTracking()
                .Select(coding => new
                {
                    coding.Id,
                    coding.SourceId,
                    coding.Start,
                    coding.Length,
                    coding.Quote,
                })
                .ToListAsync(cancellation)
        ).ToLookup(coding => coding.SourceId);
        int sources = 0,
            compared = 0;
        await foreach (var source in db.Sources.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
        {
            sources++;
            if (Source.HashOf(source.Text) != source.Hash)
            {
                faults.Add($"Källan {source.Id} har en annan text än när den lämnades in.");
            }

            foreach (var coding in codings[source.Id])
            {
                compared++;
                var fits = coding.Start >= 0 && coding.Start + coding.Length <= source.Text.Length;
                if (!fits || !source.Text.AsSpan(coding.Start, coding.Length).SequenceEqual(coding.Quote))
                {
                    faults.Add($"Kodningen {coding.Id} pekar på andra ord än de som kodades.");
                }
            }
        }

        return (sources, compared);
    }

    private async Task VerifyVersions(List<string> faults, CancellationToken cancellation)
    {
        var answers = (
            await (
                from answer in db.SubmittedAnswers.AsNoTracking()
                join source in db.Sources.AsNoTracking() on answer.SourceId equals source.Id
                select new
                {
                    answer.SubmissionId,
                    answer.Version,
                    answer.RequirementId,
                    source.Hash,
                }
            ).ToListAsync(cancellation)
        ).ToLookup(answer => (answer.SubmissionId, answer.Version), answer => (answer.RequirementId, answer.Hash));
        // Each state is hashed as it is read: all of them at once would be large.
        List<(Id<Submission> Submission, int Version, Key<Intervention> Id, string Hash)> states = [];
        await foreach (
            var state in db.SubmittedInterventions.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation)
        )
        {
            states.Add((state.SubmissionId, state.Version, state.InterventionId, Source.HashOf(state.State)));
        }

        var interventions = states.ToLookup(one => (one.Submission, one.Version), one => (one.Id, one.Hash));
        var versions = await (
            from version in db.SubmissionVersions.AsNoTracking()
            join submission in db.Submissions.AsNoTracking() on version.SubmissionId equals submission.Id
            where version.Hash != null
            orderby submission.RoundId, submission.ReporterId, version.Number
            select new { version, submission }
        ).ToListAsync(cancellation);
        faults.AddRange(
            from pair in versions
            let key = (pair.submission.Id, pair.version.Number)
            where pair.version.Hash != SubmissionVersion.HashOf(answers[key], interventions[key])
            select $"Version {pair.version.Number} av redovisningen {pair.submission.RoundId}/{pair.submission.ReporterId} har ett annat innehåll än när den lämnades in."
        );
        await VerifyRows(faults, cancellation);
    }

    // The hash is over the texts; the rows beside them must say the same.
    private async Task VerifyRows(List<string> faults, CancellationToken cancellation)
    {
        var answers = await (
            from answer in db.SubmittedAnswers.AsNoTracking()
            where answer.Rows != null
            join source in db.Sources.AsNoTracking() on answer.SourceId equals source.Id
            join submission in db.Submissions.AsNoTracking() on answer.SubmissionId equals submission.Id
            join round in db.Rounds.AsNoTracking() on submission.RoundId equals round.Id
            join requirement in db.Requirements.AsNoTracking()
                on new { round.TemplateId, Id = answer.RequirementId } equals new
                {
                    requirement.TemplateId,
                    requirement.Id,
                }
            orderby submission.RoundId, submission.ReporterId, answer.Version, answer.RequirementId
            select new
            {
                answer,
                submission,
                requirement,
                source.Text,
            }
        ).ToListAsync(cancellation);
        foreach (var template in answers.GroupBy(one => one.requirement.TemplateId))
        {
            var tables = await db.TablesOf(template.Key).ToDictionaryAsync(table => table.Id, cancellation);
            faults.AddRange(
                from one in template
                where
                    !(
                        one.requirement.TableId is { } id
                        && tables.TryGetValue(id, out var table)
                        && Agree(one.answer, one.Text, table)
                    )
                select $"Raderna i {one.requirement.Id} i version {one.answer.Version} av redovisningen {one.submission.RoundId}/{one.submission.ReporterId} säger annat än texten."
            );
        }
    }

    private static bool Agree(SubmittedAnswer answer, string text, TemplateTable table)
    {
        if (answer.ProseEnd is not { } end || end < 0 || end > text.Length)
        {
            return false;
        }

        try
        {
            var rows = SubmittedRow.Read(answer.Rows, table).Select(row => row.Cells);
            return Answer.Join(SubmittedAnswer.ProseOf(text, end), RowCells.AsText(rows, table)) == text;
        }
        // What somebody has written into the file by hand need not be JSON, or not of this form.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    private async Task VerifyEditions(List<string> faults, CancellationToken cancellation)
    {
        var editions = await db
            .Editions.AsNoTracking()
            .OrderBy(edition => edition.PublishedAt)
            .ToListAsync(cancellation);
        foreach (var edition in editions)
        {
            var contents = await db
                .EditionChapters.Where(chapter => chapter.EditionId == edition.Id)
                .OrderBy(chapter => chapter.Number)
                .Select(chapter => chapter.Content)
                .ToListAsync(cancellation);
            var passages = await db
                .EditionPassages.AsNoTracking()
                .Where(passage => passage.EditionId == edition.Id)
                .ToListAsync(cancellation);
            var attributions = await db
                .EditionAttributions.AsNoTracking()
                .Where(attribution => attribution.EditionId == edition.Id)
                .ToListAsync(cancellation);
            if (
                edition.HasHalfDecision
                || edition.Hash != Edition.HashOf(contents, passages, attributions, edition.Imprint)
            )
            {
                faults.Add(
                    $"Utgåva {edition.Number} av {edition.RoundId} har ett annat innehåll än när den publicerades."
                );
            }
        }
    }
}
