using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Assessments;

/// <summary>Adds a form to a round, changes it or takes it out, as long as no document is handed out to be judged by it.</summary>
public sealed class WriteForm(SamlaDb db, TimeProvider clock)
{
    private const string Frozen =
        "Bedömningsmallen är utdelad, och frågorna kan inte ändras efter det. Gör en ny mall av den om något ska vara annorlunda.";

    /// <param name="round">The round.</param>
    /// <param name="known">Its key in another round where it is the same form at another time; null for one made of its title.</param>
    /// <param name="words">What it says.</param>
    /// <param name="actor">Who adds it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<AssessmentResult> Add(
        Key<Round> round,
        Key<AssessmentForm>? known,
        FormWords words,
        string actor,
        CancellationToken cancellation
    )
    {
        if (FaultsOf(words) is { Count: > 0 } faults)
        {
            return new AssessmentResult.Refused(faults);
        }

        await using var transaction = await db.BeginAlone(cancellation);
        // In any round: the same key in two rounds is the same form.
        var taken = await db.AssessmentForms.Select(one => new { one.RoundId, one.Id }).ToListAsync(cancellation);
        var id =
            known
            ?? Key<AssessmentForm>.Parse(
                InterventionIds.Free(words.Title, "mall", taken.Select(one => one.Id.Value).ToHashSet()),
                null
            );
        if (taken.Exists(one => one.RoundId == round && one.Id == id))
        {
            return new AssessmentResult.Refused("Bedömningsmallen finns redan i omgången. Ge den nya ett annat namn.");
        }

        var form = new AssessmentForm
        {
            RoundId = round,
            Id = id,
            Title = "",
            Purpose = "",
            LevelText = "",
            QuestionText = "",
            AllowsNotApplicable = false,
            NeedsEvidence = false,
            MadeBy = actor,
            MadeAt = clock.GetUtcNow(),
        };
        Write(form, words);
        db.AssessmentForms.Add(form);
        await db.Save(new Change(actor, "assessment.form", $"{round}/{id}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new AssessmentResult.Done(id);
    }

    /// <summary>Changes what it says.</summary>
    public async Task<AssessmentResult> Edit(
        Key<Round> round,
        Key<AssessmentForm> id,
        FormWords words,
        string actor,
        CancellationToken cancellation
    )
    {
        if (FaultsOf(words) is { Count: > 0 } faults)
        {
            return new AssessmentResult.Refused(faults);
        }

        await using var transaction = await db.BeginAlone(cancellation);
        if (await Find(round, id, cancellation) is not { HandedOutAt: null } form)
        {
            return new AssessmentResult.Refused(Frozen);
        }

        Write(form, words);
        await db.Save(new Change(actor, "assessment.form", $"{round}/{id}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new AssessmentResult.Done();
    }

    /// <summary>Takes it out of the round.</summary>
    public async Task<AssessmentResult> Remove(
        Key<Round> round,
        Key<AssessmentForm> id,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        if (await Find(round, id, cancellation) is not { HandedOutAt: null } form)
        {
            return new AssessmentResult.Refused("Bedömningsmallen är utdelad och kan inte tas bort.");
        }

        db.AssessmentForms.Remove(form);
        await db.Save(new Change(actor, "assessment.form", $"{round}/{id}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new AssessmentResult.Done();
    }

    private Task<AssessmentForm?> Find(Key<Round> round, Key<AssessmentForm> id, CancellationToken cancellation) =>
        db.AssessmentForms.SingleOrDefaultAsync(one => one.RoundId == round && one.Id == id, cancellation);

    private static List<string> FaultsOf(FormWords words)
    {
        List<string> faults = [];
        var title = words.Title.Trim();
        if (title.Length is 0 or > AssessmentForm.LongestTitle)
        {
            faults.Add($"Ge mallen ett namn med högst {AssessmentForm.LongestTitle} tecken.");
        }

        if (words.Purpose.Trim().Length > AssessmentForm.LongestPurpose)
        {
            faults.Add($"Syftet får ha högst {AssessmentForm.LongestPurpose} tecken.");
        }

        var (levels, wrongLevels) = AssessmentFormText.ReadLevels(words.Levels);
        var (questions, wrongQuestions) = AssessmentFormText.ReadQuestions(words.Questions);
        faults.AddRange(wrongLevels.Select(fault => $"Skalan, rad {fault.Line}: {fault.Message}"));
        faults.AddRange(wrongQuestions.Select(fault => $"Frågorna, rad {fault.Line}: {fault.Message}"));
        if (questions.Count == 0 && wrongQuestions.Count == 0)
        {
            faults.Add("Skriv minst en fråga.");
        }

        if (levels.Count < 2 && wrongLevels.Count == 0 && questions.Any(question => !question.IsFree))
        {
            faults.Add("Skalan behöver minst två steg när någon fråga besvaras på den.");
        }

        return faults;
    }

    private static void Write(AssessmentForm form, FormWords words)
    {
        (form.Title, form.Purpose) = (words.Title.Trim(), words.Purpose.Trim());
        (form.AllowsNotApplicable, form.NeedsEvidence) = (words.AllowsNotApplicable, words.NeedsEvidence);
        // In one way, however it was written.
        form.LevelText = AssessmentFormText.Write(AssessmentFormText.ReadLevels(words.Levels).Levels);
        form.QuestionText = AssessmentFormText.Write(AssessmentFormText.ReadQuestions(words.Questions).Questions);
    }
}
