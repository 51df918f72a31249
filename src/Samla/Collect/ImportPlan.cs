using Samla.Collect.Word;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>
/// What reading in a file would do: what is placed, what stays, and what has no place. Nothing is overwritten that the
/// file's writer has not seen.
/// </summary>
/// <param name="Rows">Rows that are added or changed.</param>
/// <param name="Unchanged">Answers that stay as they are.</param>
public sealed record ImportPlan(
    ViewSubmission.Result View,
    IReadOnlyList<ImportPlan.Placement> Placed,
    IReadOnlyList<ImportPlan.RowPlacement> Rows,
    IReadOnlyList<Key<Requirement>> Unchanged,
    IReadOnlyList<ImportPlan.UnplacedText> Unplaced,
    IReadOnlyList<ImportFinding> Findings
)
{
    /// <param name="Heading">The requirement's, as the reporter sees it.</param>
    /// <param name="Revision">The answer's before.</param>
    public sealed record Placement(Key<Requirement> Requirement, string Heading, string Text, int Revision);

    /// <param name="Heading">The requirement's, as the reporter sees it.</param>
    /// <param name="Row">The row that is changed; null for a new one.</param>
    /// <param name="Cells">As it becomes.</param>
    /// <param name="Before">As it was; null for a new one.</param>
    /// <param name="Revision">The row's before; 0 for a new one.</param>
    public sealed record RowPlacement(
        Key<Requirement> Requirement,
        string Heading,
        TemplateTable Table,
        Id<AnswerRow>? Row,
        RowCells Cells,
        RowCells? Before,
        int Revision
    );

    /// <summary>How many answers become other than they were, by their text, their rows or both.</summary>
    public int Touched =>
        Placed.Select(placed => placed.Requirement).Union(Rows.Select(row => row.Requirement)).Count();

    /// <param name="Where">Where it stands, as a reader of the file finds it.</param>
    /// <param name="Reason">Why it has no place.</param>
    /// <param name="Near">Where it most likely belongs; null where that cannot be said.</param>
    /// <param name="Theirs">The answer that it contradicts, and could take the place of; null for other texts.</param>
    public sealed record UnplacedText(string Text, string Where, string Reason, Key<Requirement>? Near, string? Theirs);

    public static ImportPlan Of(ViewSubmission.Result view, SubmissionFile file)
    {
        var planner = new Planner(file);
        foreach (var section in view.Sections)
        {
            foreach (var item in section.Items)
            {
                planner.Plan(SubmissionHeadings.HeadingOf(section, item), item);
                planner.PlanRows(SubmissionHeadings.HeadingOf(section, item), item);
            }
        }

        return planner.End(view);
    }

    private sealed class Planner(SubmissionFile file)
    {
        private readonly RowPlanner _rows = new(file);
        private readonly Dictionary<Key<Requirement>, SubmissionFile.Field> _fields = file.Fields.ToDictionary(field =>
            field.Requirement
        );
        private readonly List<Placement> _placed = [];
        private readonly List<Key<Requirement>> _unchanged = [];
        private readonly List<UnplacedText> _unplaced = [];
        private readonly List<ImportFinding> _findings = [.. file.Findings];

        public void Plan(string heading, ViewSubmission.Item item)
        {
            var requirement = item.Requirement.Id;
            if (!_fields.Remove(requirement, out var field))
            {
                Stay(
                    requirement,
                    ImportFindingKind.MissingField,
                    $"Svarsfältet för ”{heading}” finns inte i filen. Svaret är kvar som det var."
                );
                return;
            }

            switch (field.Texts)
            {
                case []:
                    PlanEmpty(heading, item);
                    break;
                case [var text]:
                    Plan(heading, item, text);
                    break;
                default:
                    _unchanged.Add(requirement);
                    foreach (var text in field.Texts)
                    {
                        Leave(item, heading, text, "Svarsfältet finns flera gånger i filen, med olika text.");
                    }

                    break;
            }
        }

        public void PlanRows(string heading, ViewSubmission.Item item) => _rows.Plan(heading, item);

        private void PlanEmpty(string heading, ViewSubmission.Item item)
        {
            if (TextOf(item).Length == 0 || IsAsDownloaded(item, ""))
            {
                _unchanged.Add(item.Requirement.Id);
                return;
            }

            Stay(
                item.Requirement.Id,
                ImportFindingKind.EmptyField,
                $"Svarsfältet för ”{heading}” är tomt i filen. Svaret är kvar; ska det tas bort görs det på webbplatsen."
            );
        }

        private void Plan(string heading, ViewSubmission.Item item, string text)
        {
            var requirement = item.Requirement.Id;
            if (WordText.Same(text, TextOf(item)))
            {
                _unchanged.Add(requirement);
            }
            else if (text.Length > SaveAnswer.MostCharacters)
            {
                _unchanged.Add(requirement);
                Leave(item, heading, text, "Texten är för lång för att sparas. Dela upp den.");
                _findings.Add(
                    new(ImportFindingKind.TooLong, requirement, $"Texten till ”{heading}” är för lång för att sparas.")
                );
            }
            else if (IsSeen(item))
            {
                Place(heading, item, text);
            }
            else if (IsAsDownloaded(item, text))
            {
                Stay(
                    requirement,
                    ImportFindingKind.ChangedOnWeb,
                    $"Svaret på ”{heading}” har ändrats på webbplatsen sedan filen hämtades, men inte i filen. Webbplatsens svar är kvar."
                );
            }
            else
            {
                Conflict(heading, item, text);
            }
        }

        private void Place(string heading, ViewSubmission.Item item, string text)
        {
            _placed.Add(new Placement(item.Requirement.Id, heading, text, RevisionOf(item)));
            if (Characters.CountIn(text) - item.Requirement.CharacterLimit is > 0 and var over)
            {
                _findings.Add(
                    new(
                        ImportFindingKind.TooLong,
                        item.Requirement.Id,
                        $"Svaret på ”{heading}” är {over} tecken för långt. Inget är kapat; korta det innan ni lämnar in."
                    )
                );
            }
        }

        private void Conflict(string heading, ViewSubmission.Item item, string text)
        {
            _unchanged.Add(item.Requirement.Id);
            _unplaced.Add(
                new UnplacedText(
                    text,
                    $"svaret på ”{heading}”",
                    "Svaret har ändrats både i filen och på webbplatsen sedan filen hämtades.",
                    item.Requirement.Id,
                    TextOf(item)
                )
            );
            _findings.Add(
                new(
                    ImportFindingKind.Conflict,
                    item.Requirement.Id,
                    $"Svaret på ”{heading}” har ändrats både i filen och på webbplatsen sedan filen hämtades. Webbplatsens text är kvar, och filens är inte inläst.",
                    text,
                    TextOf(item)
                )
            );
        }

        public ImportPlan End(ViewSubmission.Result view)
        {
            foreach (var field in _fields.Values.Where(field => field.Texts.Count > 0))
            {
                _findings.Add(
                    new(
                        ImportFindingKind.NotAsked,
                        field.Requirement,
                        "Filen svarar på en fråga som inte ställs till er."
                    )
                );
                _unplaced.AddRange(
                    field.Texts.Select(text => new UnplacedText(
                        text,
                        $"fältet ”{field.Requirement}”",
                        "Frågan ställs inte till er.",
                        Near: null,
                        Theirs: null
                    ))
                );
            }

            var asked = view
                .Sections.SelectMany(section => section.Items)
                .Select(item => item.Requirement.Id)
                .ToHashSet();
            _unplaced.AddRange(
                file.Loose.Select(loose => new UnplacedText(
                    loose.Text,
                    loose.Where,
                    "Texten står utanför svarsfälten.",
                    loose.Near is { } near && asked.Contains(near) ? near : null,
                    Theirs: null
                ))
            );
            _rows.End();
            return new ImportPlan(
                view,
                _placed,
                _rows.Placed,
                _unchanged,
                [.. _rows.Unplaced, .. _unplaced],
                [.. _findings, .. _rows.Findings]
            );
        }

        private void Stay(Key<Requirement> requirement, ImportFindingKind kind, string why)
        {
            _unchanged.Add(requirement);
            _findings.Add(new ImportFinding(kind, requirement, why));
        }

        private void Leave(ViewSubmission.Item item, string heading, string text, string reason) =>
            _unplaced.Add(
                new UnplacedText(text, $"svaret på ”{heading}”", reason, item.Requirement.Id, Theirs: TextOf(item))
            );

        /// <summary>Whether the answer is the one that the file's writer began from; an empty one loses nothing.</summary>
        private bool IsSeen(ViewSubmission.Item item) =>
            file.Seen.TryGetValue(item.Requirement.Id.Value, out var seen)
                ? seen.Revision == RevisionOf(item)
                : RevisionOf(item) == 0;

        private bool IsAsDownloaded(ViewSubmission.Item item, string text) =>
            file.Seen.TryGetValue(item.Requirement.Id.Value, out var seen) && seen.Hash == SeenAnswer.HashOf(text);

        private static int RevisionOf(ViewSubmission.Item item) => item.Draft?.Revision ?? 0;

        private static string TextOf(ViewSubmission.Item item) => item.Draft?.Text ?? "";
    }
}
