using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>The table that a reporter fills in for a requirement, to be changed: ask for it alone, so that nobody changes it meanwhile.</summary>
internal sealed class RowSheet
{
    public const string Closed = "Omgången är stängd. Raderna kan läsas men inte ändras.";

    public static string Full { get; } =
        $"Tabellen är full: den får ha högst {AnswerRow.Most} rader. Ta bort en rad först.";

    private readonly SamlaDb _db;
    private readonly List<AnswerRow> _rows;

    private RowSheet(SamlaDb db, Found found, TemplateTable table, List<AnswerRow> rows) =>
        (_db, _rows, Submission, Requirement, Table, PreviousRoundId) = (
            db,
            rows,
            found.Submission,
            found.Requirement!,
            table,
            found.Round.PreviousRoundId
        );

    public Submission Submission { get; }

    public Requirement Requirement { get; }

    public TemplateTable Table { get; }

    public Key<Round>? PreviousRoundId { get; }

    /// <summary>All, also those that are taken out.</summary>
    public IReadOnlyList<AnswerRow> All => _rows;

    /// <summary>Those that count, in their order.</summary>
    public IReadOnlyList<AnswerRow> Rows =>
        [.. _rows.Where(row => row.RemovedAt is null).OrderBy(row => row.Order).ThenBy(row => row.Id.Value)];

    public bool IsFull => Rows.Count >= AnswerRow.Most;

    private int NextOrder => _rows.Count == 0 ? 0 : _rows.Max(row => row.Order) + 1;

    public RowCells CellsOf(AnswerRow row) => RowCells.Read(row.Cells, Table);

    /// <summary>Puts a new row last.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cells">What stands in it.</param>
    /// <param name="carriedFrom">The row of the round before that it was; null where it was none.</param>
    /// <param name="actor">Who adds it.</param>
    /// <param name="now">When.</param>
    public AnswerRow Add(Id<AnswerRow> id, RowCells cells, Id<AnswerRow>? carriedFrom, string actor, DateTimeOffset now)
    {
        var row = new AnswerRow
        {
            Id = id,
            SubmissionId = Submission.Id,
            RequirementId = Requirement.Id,
            Order = NextOrder,
            Cells = cells.Write(Table),
            Revision = 1,
            SavedAt = now,
            SavedBy = actor,
            CarriedFromId = carriedFrom,
        };
        _db.AnswerRows.Add(row);
        _rows.Add(row);
        return row;
    }

    private sealed record Found(Submission Submission, Round Round, Reporter Reporter, Requirement? Requirement);

    /// <summary>The table, or why it cannot be changed, in Swedish.</summary>
    public static async Task<(RowSheet? Sheet, string? Refusal)> Find(
        SamlaDb db,
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Requirement> requirement,
        CancellationToken cancellation
    )
    {
        var found = await (
            from submission in db.Submissions.AsNoTracking()
            join reporting in db.Rounds.AsNoTracking() on submission.RoundId equals reporting.Id
            join whose in db.Reporters.AsNoTracking() on submission.ReporterId equals whose.Id
            join asked in db.Requirements.AsNoTracking()
                on new { reporting.TemplateId, Id = requirement } equals new { asked.TemplateId, asked.Id }
                into requirements
            from asked in requirements.DefaultIfEmpty()
            where submission.RoundId == round && submission.ReporterId == reporter
            select new Found(submission, reporting, whose, asked)
        ).SingleOrDefaultAsync(cancellation);
        switch (found)
        {
            case null:
                return (null, "Redovisningen finns inte.");
            case { Round.IsOpen: false }:
                return (null, Closed);
            case var _ when found.Requirement?.Asks(found.Reporter) != true:
                return (null, "Frågan ställs inte till er.");
            case { Requirement: not { HasOwnRows: true, TableId: not null } }:
                return (null, "Frågan har ingen tabell att fylla i.");
        }

        var table = await db.TablesOf(found.Round.TemplateId)
            .SingleAsync(one => one.Id == found.Requirement.TableId, cancellation);
        var rows = await db
            .AnswerRows.Where(row => row.SubmissionId == found.Submission.Id && row.RequirementId == requirement)
            .ToListAsync(cancellation);
        return (new RowSheet(db, found, table, rows), null);
    }

    /// <summary>Saves what was changed, and tells the answer what its rows say now.</summary>
    public async Task Save(
        string actor,
        string action,
        AnswerRow? row,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var answer = await _db.Answers.SingleOrDefaultAsync(
            one => one.SubmissionId == Submission.Id && one.RequirementId == Requirement.Id,
            cancellation
        );
        if (answer is null)
        {
            answer = new Answer
            {
                SubmissionId = Submission.Id,
                RequirementId = Requirement.Id,
                Text = "",
                Revision = 0,
                SavedAt = now,
            };
            _db.Answers.Add(answer);
        }

        answer.RowsText = RowCells.AsText(Rows.Select(CellsOf), Table);
        answer.SavedAt = now;
        var subject = $"{Submission.RoundId}/{Submission.ReporterId}/{Requirement.Id}";
        await _db.Save(new Change(actor, action, row is null ? subject : $"{subject}/{row.Id}"), cancellation);
    }
}
