using Microsoft.EntityFrameworkCore;
using Samla.Analyse.Questions;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Model;

/// <summary>An analyst asks the language model which codes an answer may have, or what of a document answers a question. What was sent and what came back is kept, however it ends.</summary>
public sealed class AskModel(
    SamlaDb db,
    ViewSource viewSource,
    FindPassages findPassages,
    LanguageModel model,
    ModelSettings settings,
    TimeProvider clock
)
{
    /// <param name="sourceId">The answer.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops waiting for an answer. What was sent is kept all the same.</param>
    public async Task<Outcome> Run(Id<Source> sourceId, string actor, CancellationToken cancellation)
    {
        var view = await viewSource.Run(sourceId, cancellation);
        if (view is not { IsCurrent: true, Answer.Requirement: var requirement })
        {
            return new Outcome.Refused(
                "Svaret finns inte, eller är ersatt av en senare version. Gäller det ett dokument frågar du språkmodellen vid en av frågorna till dokument."
            );
        }

        var codes = view.Codes.Where(code => code.IsGiven).ToList();
        var signs = Characters.CountIn(view.Source.Text);
        if (codes.Count == 0 || signs > ModelPrompt.LongestText)
        {
            return new Outcome.Refused(
                codes.Count == 0
                    ? "Kravet har inga koder som ges. Lägg till koder i kodschemat först."
                    : $"Svaret är för långt att skicka: {signs} tecken, och högst {ModelPrompt.LongestText} skickas."
            );
        }

        return await Send(
            ModelPrompt.Of(requirement.Title, codes, view.Source.Text),
            view.Source,
            codes,
            question: null,
            actor,
            cancellation
        );
    }

    /// <summary>Asks what of a document answers a question: the likeliest passages are sent, and nothing else of it.</summary>
    /// <param name="sourceId">The document's text.</param>
    /// <param name="questionId">The question.</param>
    /// <param name="otherWords">Words that the passages are looked for by, beside those of the question and its codes.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops waiting for an answer. What was sent is kept all the same.</param>
    public async Task<Outcome> AboutDocument(
        Id<Source> sourceId,
        Key<Requirement> questionId,
        string? otherWords,
        string actor,
        CancellationToken cancellation
    )
    {
        var source = await db.Sources.AsNoTracking().SingleOrDefaultAsync(one => one.Id == sourceId, cancellation);
        var current = source is null
            ? null
            : await db.CurrentDocuments(source.RoundId)
                .SingleOrDefaultAsync(one => one.SourceId == sourceId, cancellation);
        var view = current is null
            ? null
            : await findPassages.Run(source!.RoundId, questionId, otherWords, actor, current.Document.Id, cancellation);
        if (view?.Documents.FirstOrDefault(one => one.Source == sourceId) is not { } document)
        {
            return new Outcome.Refused(
                "Dokumentet finns inte, är ersatt av en senare version eller omfattas inte av frågan."
            );
        }

        if (document.IsBlind || view.Codes.Count == 0 || document.Found.Count == 0)
        {
            return new Outcome.Refused(
                document.IsBlind
                    ? "Du ska koda dokumentet i en dubbelkodning. Innan det är gjort kan du inte fråga språkmodellen om dokumentet."
                : view.Codes.Count == 0 ? "Frågan har inga koder att välja bland. Lägg till koder i kodschemat först."
                : "Inget stycke har ord ur frågan eller koderna, så det finns inget att skicka."
            );
        }

        return await Send(
            ModelPrompt.OfDocument(
                view.Question,
                view.Codes,
                document.Found.OrderBy(passage => passage.Start).Select(passage => passage.Quote)
            ),
            source!,
            view.Codes,
            questionId,
            actor,
            cancellation
        );
    }

    private async Task<Outcome> Send(
        ModelPrompt prompt,
        Source source,
        IReadOnlyList<Code> codes,
        Key<Requirement>? question,
        string actor,
        CancellationToken cancellation
    )
    {
        if (!settings.IsOn)
        {
            return new Outcome.Refused("Språkmodellen är inte påslagen.");
        }

        var askedAt = clock.GetUtcNow();
        // Before it is sent: whatever happens then, the trail tells that it was.
        await db.Save(new Change(actor, "model.send", $"{source.Id}"), cancellation);
        var reply = await model.Ask(prompt, cancellation);
        var reading = reply.Ending == ModelEnding.Answered ? ModelReading.Of(reply.Text, source.Text, codes) : null;
        var answer = new ModelAnswer
        {
            Id = Id.New<ModelAnswer>(clock),
            RoundId = source.RoundId,
            SourceId = source.Id,
            QuestionId = question,
            Host = settings.Host,
            Model = settings.Model,
            PromptVersion = ModelPrompt.Version,
            Prompt = prompt.Whole,
            Answer = reply.Text,
            Ending = reply.Ending == ModelEnding.Answered && reading is null ? ModelEnding.NotUnderstood : reply.Ending,
            Kept = reading?.Kept.Count ?? 0,
            ThrownAway = reading?.Thrown.Count ?? 0,
            AskedBy = actor,
            AskedAt = askedAt,
        };
        return await Keep(answer, reply.Status);
    }

    private async Task<Outcome> Keep(ModelAnswer answer, int? status)
    {
        db.ModelAnswers.Add(answer);
        // What has been sent has been sent, also where the one who asked did not wait for the answer.
        await db.Save(new Change(answer.AskedBy, "model.ask", $"{answer.SourceId}"), CancellationToken.None);
        return Problem(answer.Ending, status) is { } message
            ? new Outcome.Refused(message)
            : new Outcome.Answered(answer.Id, answer.Kept, answer.ThrownAway);
    }

    /// <summary>Why there is nothing to suggest, in Swedish; null where the model answered.</summary>
    private string? Problem(ModelEnding ending, int? status) =>
        ending switch
        {
            ModelEnding.Answered => null,
            ModelEnding.NoContact =>
                $"Det gick inte att nå språkmodellen hos {settings.Host}. Försök igen om en stund. Hjälper det inte, be administratören se över adressen.",
            ModelEnding.TimedOut =>
                $"Språkmodellen svarade inte inom {Numeral.Write(settings.TimeoutSeconds)} {(settings.TimeoutSeconds == 1 ? "sekund" : "sekunder")}. Försök igen om en stund.",
            ModelEnding.Refused when status is 401 or 403 =>
                $"{settings.Host} släppte inte in Samla (svarskod {status}). Be administratören se över nyckeln.",
            ModelEnding.Refused when status is not null =>
                $"{settings.Host} tog inte emot frågan (svarskod {status}). Försök igen om en stund. Hjälper det inte, be administratören se över inställningarna.",
            ModelEnding.Refused => "Språkmodellen ville inte svara. Koda svaret utan den.",
            ModelEnding.TooLong => "Språkmodellens svar var för stort för att läsas. Inget av det är sparat.",
            ModelEnding.NotUnderstood =>
                "Språkmodellens svar gick inte att förstå, så inget föreslås. Försök igen, eller koda svaret utan den.",
            ModelEnding.Abandoned => "Frågan avbröts innan svaret kom.",
        };

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Kept">How many suggestions there are to look at.</param>
        /// <param name="ThrownAway">How many were not fit to be shown.</param>
        public sealed record Answered(Id<ModelAnswer> Answer, int Kept, int ThrownAway) : Outcome;

        /// <param name="Message">Why there is no answer, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
