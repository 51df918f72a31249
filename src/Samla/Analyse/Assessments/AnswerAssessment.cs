using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;

namespace Samla.Analyse.Assessments;

/// <summary>An expert saves answers to a form for a document, and hands them in when all are there.</summary>
public sealed class AnswerAssessment(SamlaDb db, TimeProvider clock)
{
    /// <summary>An answer as it is sent.</summary>
    /// <param name="Judgement">The step, or that it does not apply; null where nothing is chosen, and for a free question.</param>
    /// <param name="Text">The free answer, or what the expert remarks.</param>
    /// <param name="Evidence">Words of the document, one passage in each paragraph.</param>
    public sealed record Given(Key<AssessmentQuestion> Question, Judgement? Judgement, string Text, string Evidence);

    /// <summary>Saves all of them, or none where one cannot be kept.</summary>
    /// <param name="id">The assessment; the actor's own.</param>
    /// <param name="answers">Those of the questions that are sent; others stay as they are.</param>
    /// <param name="revision">The assessment's when the answers were shown: whoever has saved in another window meanwhile is told so.</param>
    /// <param name="actor">The expert.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<AssessmentResult> Save(
        Id<Assessment> id,
        IReadOnlyCollection<Given> answers,
        int revision,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        if (await Find(id, actor, cancellation) is not var (assessment, form, text))
        {
            return new AssessmentResult.Refused(
                "Bedömningen är inlämnad eller tillbakatagen, så svaren går inte att ändra. Kopiera det du vill spara."
            );
        }

        if (assessment.Revision != revision)
        {
            return new AssessmentResult.Refused(
                "Du har sparat svar på samma dokument i ett annat fönster. Det du har skrivit står kvar här. Öppna bedömningen i en ny flik, för över det som ska gälla och spara där."
            );
        }

        var kept = await db
            .AssessmentAnswers.Where(answer => answer.AssessmentId == id)
            .ToDictionaryAsync(answer => answer.QuestionId, cancellation);
        var evidence = await db.AssessmentEvidence.Where(one => one.AssessmentId == id).ToListAsync(cancellation);
        var faults = new List<string>();
        foreach (var given in answers)
        {
            if (form.Find(given.Question) is not { } question)
            {
                continue;
            }

            var passages = EvidenceIn(text, given.Evidence, question, faults);
            faults.AddRange(FaultsOf(given, question, form));
            if (faults.Count == 0)
            {
                Keep(assessment, given, kept.GetValueOrDefault(question.Id), passages, evidence);
            }
        }

        if (faults.Count > 0)
        {
            db.ChangeTracker.Clear();
            return new AssessmentResult.Refused(faults);
        }

        assessment.Revision++;
        await db.Save(new Change(actor, "assessment.answer", $"{id}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new AssessmentResult.Done();
    }

    /// <summary>Hands in; the answers then change no more.</summary>
    public async Task<AssessmentResult> HandIn(Id<Assessment> id, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        if (await Find(id, actor, cancellation) is not var (assessment, form, _))
        {
            return new AssessmentResult.Refused("Bedömningen är redan inlämnad, eller tillbakatagen.");
        }

        var answers = await db
            .AssessmentAnswers.AsNoTracking()
            .Where(answer => answer.AssessmentId == id)
            .ToDictionaryAsync(answer => answer.QuestionId, cancellation);
        var shown = await db
            .AssessmentEvidence.Where(one => one.AssessmentId == id)
            .Select(one => one.QuestionId)
            .Distinct()
            .ToListAsync(cancellation);
        if (WhatIsMissing(form, answers, shown.ToHashSet()) is { Count: > 0 } missing)
        {
            return new AssessmentResult.Refused(missing);
        }

        assessment.HandedInAt = clock.GetUtcNow();
        await db.Save(new Change(actor, "assessment.handin", $"{id}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new AssessmentResult.Done();
    }

    /// <summary>What has to be done before it can be handed in, in Swedish sentences; one for all that is not answered.</summary>
    private static List<string> WhatIsMissing(
        AssessmentForm form,
        IReadOnlyDictionary<Key<AssessmentQuestion>, AssessmentAnswer> answers,
        HashSet<Key<AssessmentQuestion>> shown
    )
    {
        var lowest = form.Levels.Count > 0 ? form.Levels[0].Value : 0;
        List<string> unanswered =
        [
            .. from question in form.Questions
            let answer = answers.GetValueOrDefault(question.Id)
            where question.IsFree ? answer is not { Text.Length: > 0 } : answer?.Judgement is null
            select question.Id.Value,
        ];
        return
        [
            .. unanswered switch
            {
                [] => Array.Empty<string>(),
                [var only] => [$"Fråga {only} är inte besvarad."],
                _ => [$"Frågorna {SwedishText.Enumeration(unanswered)} är inte besvarade."],
            },
            .. from question in form.Questions
            let judgement = answers.GetValueOrDefault(question.Id)?.Judgement
            where form.NeedsEvidence && judgement?.Level > lowest && !shown.Contains(question.Id)
            select $"Fråga {question.Id} behöver ett belägg ur dokumentet för ”{form.LabelOf(judgement)}”.",
        ];
    }

    private async Task<(Assessment Assessment, AssessmentForm Form, string Text)?> Find(
        Id<Assessment> id,
        string actor,
        CancellationToken cancellation
    )
    {
        var found = await (
            from assessment in db.Assessments
            join form in db.AssessmentForms
                on new { assessment.RoundId, assessment.FormId } equals new { form.RoundId, FormId = form.Id }
            join source in db.Sources on assessment.SourceId equals source.Id
            where assessment.Id == id && assessment.Expert == actor
            select new
            {
                assessment,
                form,
                source.Text,
            }
        ).SingleOrDefaultAsync(cancellation);
        return found is { assessment.IsOpen: true } ? (found.assessment, found.form, found.Text) : null;
    }

    private static List<(int Start, string Quote)> EvidenceIn(
        string text,
        string written,
        AssessmentQuestion question,
        List<string> faults
    )
    {
        var passages = new List<(int Start, string Quote)>();
        foreach (
            var words in written
                .ReplaceLineEndings("\n")
                .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
        {
            // A browser joins the spaces of what is marked; a passage stays within its paragraph. Of words that stand twice the first will do: it is what they say that counts.
            var found = Regex.Match(
                text,
                string.Join(
                    @"(?:(?!\n\n)\s)+",
                    words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape)
                ),
                RegexOptions.CultureInvariant,
                TimeSpan.FromSeconds(1)
            );
            if (found.Success)
            {
                passages.Add((found.Index, found.Value));
            }
            else
            {
                faults.Add(
                    $"Fråga {question.Id}: ”{Characters.Beginning(words, 60)}” står inte i dokumentet. Kopiera orden ur texten, med en tom rad mellan ställena."
                );
            }
        }

        return passages;
    }

    private static IEnumerable<string> FaultsOf(Given given, AssessmentQuestion question, AssessmentForm form)
    {
        if (given.Text.Length > AssessmentAnswer.LongestText)
        {
            yield return $"Fråga {question.Id}: texten får ha högst {AssessmentAnswer.LongestText} tecken.";
        }

        if (given.Judgement is { } judgement && (question.IsFree || !form.Takes(judgement)))
        {
            yield return $"Fråga {question.Id}: välj ett av stegen.";
        }
    }

    private void Keep(
        Assessment assessment,
        Given given,
        AssessmentAnswer? kept,
        List<(int Start, string Quote)> passages,
        List<AssessmentEvidence> evidence
    )
    {
        var isEmpty = given.Judgement is null && given.Text.Length == 0 && passages.Count == 0;
        var before = evidence.FindAll(one => one.QuestionId == given.Question);
        if (
            (isEmpty && kept is null)
            || (
                kept is not null
                && kept.Judgement == given.Judgement
                && kept.Text == given.Text
                && before.Select(one => (one.Start, one.Quote)).ToHashSet().SetEquals(passages)
            )
        )
        {
            return;
        }

        db.AssessmentEvidence.RemoveRange(before.Where(one => !passages.Contains((one.Start, one.Quote))));
        if (isEmpty)
        {
            db.AssessmentAnswers.Remove(kept!);
            return;
        }

        if (kept is null)
        {
            kept = new AssessmentAnswer
            {
                AssessmentId = assessment.Id,
                QuestionId = given.Question,
                Level = null,
                IsNotApplicable = false,
                Text = "",
                AnsweredAt = default,
            };
            db.AssessmentAnswers.Add(kept);
        }

        (kept.Level, kept.IsNotApplicable) = (given.Judgement?.Level, given.Judgement == Judgement.NotApplicable);
        (kept.Text, kept.AnsweredAt) = (given.Text, clock.GetUtcNow());
        foreach (
            var (start, quote) in passages.Distinct().Where(one => !before.Exists(old => (old.Start, old.Quote) == one))
        )
        {
            db.AssessmentEvidence.Add(
                new AssessmentEvidence
                {
                    Id = Id.New<AssessmentEvidence>(clock),
                    AssessmentId = assessment.Id,
                    QuestionId = given.Question,
                    Start = start,
                    Length = quote.Length,
                    Quote = quote,
                }
            );
        }
    }
}
