using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>Reads filled-in templates into their submissions: all of them or none.</summary>
public sealed class ImportSubmissions(
    SamlaDb db,
    ViewSubmission viewSubmission,
    SaveAnswer saveAnswer,
    SaveRow saveRow,
    TimeProvider clock
)
{
    /// <param name="Name">The file's, as the reader knows it.</param>
    /// <param name="Choices">What a person decided on the plan's unplaced texts, by their place among them from 0.</param>
    /// <param name="Seen">The <see cref="ViewSubmission.Result.ReadMark"/> of the plan that the person saw; null where nobody saw a plan.</param>
    public sealed record Upload(
        string Name,
        SubmissionFile File,
        IReadOnlyDictionary<int, Choice> Choices,
        string? Seen
    );

    /// <summary>That an unplaced text is put after an answer, or takes its place.</summary>
    public sealed record Choice(Key<Requirement> To, bool Replaces);

    /// <param name="files">Each of a reporter of its own.</param>
    /// <param name="isDryRun">Whether it is only said what would be done.</param>
    /// <param name="actor">Who reads them in.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        IReadOnlyList<Upload> files,
        bool isDryRun,
        string actor,
        CancellationToken cancellation
    )
    {
        if (Doubled(files) is { } doubled)
        {
            return doubled;
        }

        // Nobody else saves meanwhile, so what is planned is what is done.
        await using var transaction = isDryRun ? null : await db.BeginAlone(cancellation);
        var plans = new List<ImportPlan>();
        var saved = 0;
        foreach (var upload in files)
        {
            var view = await viewSubmission.Run(upload.File.Round, upload.File.Reporter, cancellation);
            if (Trouble(upload, view) is { } trouble)
            {
                return new Outcome.Refused(upload.Name, trouble);
            }

            var plan = ImportPlan.Of(view!, upload.File);
            if (upload.Seen is { } seen && seen != plan.View.ReadMark)
            {
                return new Outcome.Overtaken();
            }

            plans.Add(plan);
            if (isDryRun)
            {
                continue;
            }

            var texts = Texts(plan, upload.Choices);
            foreach (var (requirement, text) in texts)
            {
                if (!await Save(plan.View, requirement, text, actor, cancellation))
                {
                    db.ChangeTracker.Clear();
                    return new Outcome.Overtaken();
                }
            }

            foreach (var rows in plan.Rows.GroupBy(row => row.Requirement))
            {
                if (!await Save(plan.View, rows.Key, [.. rows], actor, cancellation))
                {
                    db.ChangeTracker.Clear();
                    return new Outcome.Overtaken();
                }
            }

            saved += texts.Keys.Union(plan.Rows.Select(row => row.Requirement)).Count();
        }

        await transaction.CommitOwn(cancellation);

        return new Outcome.Planned(plans, saved);
    }

    private static Outcome.Refused? Doubled(IReadOnlyList<Upload> files) =>
        files
            .GroupBy(upload => (upload.File.Round, upload.File.Reporter))
            .Where(same => same.Skip(1).Any())
            .Select(same => new Outcome.Refused(
                same.Last().Name,
                $"Filen gäller samma redovisning som {same.First().Name}. Läs in dem en i taget, så syns det om de säger olika."
            ))
            .FirstOrDefault();

    private static string? Trouble(Upload upload, ViewSubmission.Result? view) =>
        view switch
        {
            null =>
                $"Filen gäller omgången ”{upload.File.Round}” och uppgiftslämnaren ”{upload.File.Reporter}”, och någon sådan redovisning finns inte här. Hämta mallen för rätt omgång.",
            { Round.IsOpen: false } =>
                $"Filen gäller {view.Round.Title}, och den omgången är stängd. Svaren kan läsas men inte ändras.",
            _ => null,
        };

    private async Task<bool> Save(
        ViewSubmission.Result view,
        Key<Requirement> requirement,
        string text,
        string actor,
        CancellationToken cancellation
    )
    {
        var item = view.Sections.SelectMany(section => section.Items).Single(i => i.Requirement.Id == requirement);
        var saved = await saveAnswer.Run(
            view.Round.Id,
            view.Reporter.Id,
            requirement,
            text,
            item.Draft?.Revision ?? 0,
            actor,
            cancellation
        );
        return saved is SaveAnswer.Outcome.Saved;
    }

    private async Task<bool> Save(
        ViewSubmission.Result view,
        Key<Requirement> requirement,
        IReadOnlyList<ImportPlan.RowPlacement> rows,
        string actor,
        CancellationToken cancellation
    )
    {
        var saved = await saveRow.Run(
            view.Round.Id,
            view.Reporter.Id,
            requirement,
            [
                .. rows.Select(row => new SaveRow.Written(
                    row.Row ?? Id.New<AnswerRow>(clock),
                    row.Table.Columns.ToDictionary(column => column.Id, column => row.Cells[column]?.Typed ?? ""),
                    row.Revision
                )),
            ],
            actor,
            cancellation
        );
        return saved is SaveRow.Outcome.Saved;
    }

    /// <summary>The answers as they become: what is placed, and what a person has put after or in the place of it.</summary>
    private static Dictionary<Key<Requirement>, string> Texts(ImportPlan plan, IReadOnlyDictionary<int, Choice> choices)
    {
        var now = plan
            .View.Sections.SelectMany(section => section.Items)
            .ToDictionary(item => item.Requirement.Id, item => item.Draft?.Text ?? "");
        var texts = plan.Placed.ToDictionary(placed => placed.Requirement, placed => placed.Text);
        var replaced = new HashSet<Key<Requirement>>();
        // What replaces comes first, and once for each answer; the rest is added, so that no text of the file is lost.
        foreach (
            var (index, unplaced) in plan
                .Unplaced.Index()
                .OrderByDescending(one => choices.GetValueOrDefault(one.Index)?.Replaces == true)
        )
        {
            if (choices.GetValueOrDefault(index) is not { } choice || !now.TryGetValue(choice.To, out var before))
            {
                continue;
            }

            before = texts.GetValueOrDefault(choice.To, before);
            var stands = !(choice.Replaces && replaced.Add(choice.To)) && before.Length > 0;
            texts[choice.To] = !stands ? unplaced.Text : $"{before}\n\n{unplaced.Text}";
        }

        return texts;
    }

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Plans">What was done, or would be; one for each file.</param>
        /// <param name="Saved">How many answers were saved.</param>
        public sealed record Planned(IReadOnlyList<ImportPlan> Plans, int Saved) : Outcome;

        /// <param name="File">The name of the file that stops them all.</param>
        /// <param name="Message">Why, and what to do, in Swedish.</param>
        public sealed record Refused(string File, string Message) : Outcome;

        /// <summary>Somebody has saved since the plan was seen; nothing is changed.</summary>
        public sealed record Overtaken : Outcome;
    }
}
