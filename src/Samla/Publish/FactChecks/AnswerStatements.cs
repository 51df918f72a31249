using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Publish.FactChecks;

/// <summary>A reporter confirms and contests what a report says of it. All answers of a form are saved, or none.</summary>
public sealed class AnswerStatements(SamlaDb db, ViewFactCheck view, TimeProvider clock)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>What a form says of one statement.</summary>
    /// <param name="Statement">Which: <see cref="CheckedStatement.Id"/>.</param>
    /// <param name="Verdict">Null for none yet.</param>
    /// <param name="Comment">What is wrong.</param>
    /// <param name="Proposal">Another wording.</param>
    /// <param name="Seen">What the form was shown with: see <see cref="SeenOf"/>.</param>
    public sealed record Given(
        string Statement,
        FactCheckVerdict? Verdict,
        string Comment,
        string Proposal,
        string Seen
    );

    /// <summary>What a form tells of an answer as it was shown: what is sent back untouched is left alone.</summary>
    public static string SeenOf(FactCheckAnswer? answer) =>
        answer is null ? Sign(0, null, "", "") : Sign(answer.Revision, answer.Verdict, answer.Comment, answer.Proposal);

    /// <param name="round">The round.</param>
    /// <param name="reporter">Whose statements.</param>
    /// <param name="answers">Of the statements that the form shows.</param>
    /// <param name="confirmsRest">Whether those of them that have no answer are confirmed.</param>
    /// <param name="visitor">Who answers.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        IReadOnlyList<Given> answers,
        bool confirmsRest,
        Visitor visitor,
        CancellationToken cancellation
    )
    {
        if (!visitor.May(Permission.CheckFacts, reporter))
        {
            return new Outcome.Refused("Bara den som det gäller kan svara.", None);
        }

        await using var transaction = await db.BeginAlone(cancellation);
        if (await view.Run(round, reporter, cancellation) is not { TakesAnswers: true } shown)
        {
            return new Outcome.Refused("Faktagranskningen är avslutad, så inget är sparat.", None);
        }

        var items = shown.Items.ToDictionary(item => item.Statement.Id);
        var known = await db
            .FactCheckAnswers.Where(answer => answer.RoundId == round && answer.ReporterId == reporter)
            .ToDictionaryAsync(answer => answer.Statement, cancellation);
        var troubles = new Dictionary<string, string>();
        var count = 0;
        foreach (var sent in answers)
        {
            var before = known.GetValueOrDefault(sent.Statement);
            var given = Read(sent, before, confirmsRest, isPrinted: shown.Edition is not null);
            // The same said twice, by a button pressed twice or by two, is said once.
            if (IsAsSeen(given) || !IsOther(given, before))
            {
                continue;
            }

            var item = items.GetValueOrDefault(given.Statement);
            if (Problem(given, item, before, shown.Names) is { } problem)
            {
                troubles[given.Statement] = problem;
            }
            else
            {
                Save(shown, item!.Statement, given, before, visitor);
                count++;
            }
        }

        if (troubles.Count > 0)
        {
            db.ChangeTracker.Clear();
            return new Outcome.Refused("Inget är sparat. Se efter det som är markerat.", troubles);
        }

        if (count > 0)
        {
            await db.Save(new Change(visitor.Actor, "factcheck.answer", $"{round}/{reporter}"), cancellation);
        }

        await transaction.CommitOwn(cancellation);
        return new Outcome.Saved(count);
    }

    private static Given Read(Given sent, FactCheckAnswer? before, bool confirmsRest, bool isPrinted)
    {
        var read = sent with { Comment = Source.Normalised(sent.Comment), Proposal = Source.Normalised(sent.Proposal) };
        if (
            !isPrinted
            && read.Verdict != FactCheckVerdict.Contested
            && before is { Verdict: FactCheckVerdict.Contested }
            && (read.Comment, read.Proposal) == (before.Comment, before.Proposal)
        )
        {
            // Who no longer contests takes back with it what was said, which the page no longer shows.
            read = read with
            {
                Comment = "",
                Proposal = "",
            };
        }

        var isSilent = read.Comment.Length + read.Proposal.Length == 0;
        // What is printed is not confirmed: to write something is to contest it, and to empty it is to take that back.
        return isPrinted && !isSilent ? read with { Verdict = FactCheckVerdict.Contested }
            : isPrinted && read.Verdict == FactCheckVerdict.Contested && before?.Verdict == FactCheckVerdict.Contested
                ? read with
                {
                    Verdict = FactCheckVerdict.Confirmed,
                }
            : confirmsRest && isSilent && read.Verdict is null ? read with { Verdict = FactCheckVerdict.Confirmed }
            : read;
    }

    private static bool IsAsSeen(Given given) =>
        given.Seen == Sign(RevisionOf(given.Seen), given.Verdict, given.Comment, given.Proposal);

    private static bool IsOther(Given given, FactCheckAnswer? before) =>
        (given.Verdict, given.Comment, given.Proposal)
        != (before?.Verdict, before?.Comment ?? "", before?.Proposal ?? "");

    private static string? Problem(
        Given given,
        ViewFactCheck.Item? item,
        FactCheckAnswer? before,
        IReadOnlyDictionary<string, string> names
    ) =>
        item is null ? "Påståendet finns inte längre i det som ska granskas."
        : given.Seen != SeenOf(before)
            ? $"{(before is null ? "Svaret har tagits bort" : before.IsReplied ? "Myndigheten har svarat" : $"{names[before.AnsweredBy]} har svarat")} sedan du öppnade sidan. Det som är sparat står bredvid. Spara igen om ditt svar ska gälla."
        : given.Verdict == FactCheckVerdict.Contested && given.Comment.Length + given.Proposal.Length == 0
            ? "Skriv vad som inte stämmer, eller föreslå en annan lydelse."
        : given.Verdict != FactCheckVerdict.Contested && given.Comment.Length + given.Proposal.Length > 0
            ? $"Välj ”{(item.Statement.Kind == StatementKind.LeavesOut ? "Vi ska räknas med" : "Stämmer inte")}” om det du har skrivit ska skickas, eller ta bort texten."
        : given.Verdict is null && before?.RepliedAt is not null
            ? "Myndigheten har svarat, så svaret kan inte tas bort. Välj att det stämmer om ni inte längre har något att invända."
        : Over(given.Comment) is > 0 and var over ? $"Texten är {over} tecken för lång. Korta den."
        : Over(given.Proposal) is > 0 and var tooMany
            ? $"Den föreslagna lydelsen är {tooMany} tecken för lång. Korta den."
        : null;

    private void Save(
        ViewFactCheck.Result shown,
        CheckedStatement statement,
        Given given,
        FactCheckAnswer? before,
        Visitor visitor
    )
    {
        if (given.Verdict is not { } verdict)
        {
            db.FactCheckAnswers.Remove(before!);
            return;
        }

        if (before is null)
        {
            before = new FactCheckAnswer
            {
                RoundId = shown.Round.Id,
                ReporterId = shown.Reporter.Id,
                Statement = statement.Id,
                ChapterId = Key<Chapter>.Parse(statement.ChapterId, null),
                Heading = statement.Heading,
                Text = statement.Text,
                Verdict = verdict,
                Comment = given.Comment,
                Proposal = given.Proposal,
                AnsweredAt = default,
                AnsweredBy = "",
                Revision = 0,
            };
            db.FactCheckAnswers.Add(before);
        }

        (before.Verdict, before.Comment, before.Proposal) = (verdict, given.Comment, given.Proposal);
        (before.AnsweredAt, before.AnsweredBy) = (clock.GetUtcNow(), visitor.Actor);
        before.EditionNumber = verdict == FactCheckVerdict.Contested ? shown.Edition?.Number : null;
        before.IsReplied = false;
        before.Revision++;
    }

    private static string Sign(int revision, FactCheckVerdict? verdict, string comment, string proposal) =>
        $"{revision}.{Source.HashOf($"{verdict}\n{comment.Length}\n{comment}\n{proposal}")[..16]}";

    private static int RevisionOf(string seen) =>
        int.TryParse(
            seen.Split('.')[0],
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var revision
        )
            ? revision
            : -1;

    private static int Over(string text) => Characters.CountIn(text) - FactCheck.MostCharacters;

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Count">How many answers are new or changed.</param>
        public sealed record Saved(int Count) : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        /// <param name="Troubles">What is wrong with each, by statement.</param>
        public sealed record Refused(string Message, IReadOnlyDictionary<string, string> Troubles) : Outcome;
    }
}
