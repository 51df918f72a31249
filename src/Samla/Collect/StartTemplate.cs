using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>Makes a draft: of a published template, or of nothing.</summary>
public sealed class StartTemplate(SamlaDb db)
{
    /// <param name="title">What it is called; its id is made of that.</param>
    /// <param name="basis">The template that it begins as; null for an empty draft.</param>
    /// <param name="actor">Who makes it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(string title, Key<Template>? basis, string actor, CancellationToken cancellation)
    {
        title = Source.Normalised(title).ReplaceLineEndings(" ");
        if (title.Length == 0)
        {
            return new Outcome.Refused("Skriv vad mallen ska heta.");
        }

        await using var transaction = await db.BeginAlone(cancellation);
        var earlier = basis is null ? null : await db.WholeTemplate(basis, cancellation);
        if (basis is not null && earlier is not { State: TemplateState.Published })
        {
            return new Outcome.Refused("Välj en mall som är publicerad.");
        }

        var taken = await db.Templates.Select(template => template.Id).ToListAsync(cancellation);
        var id = InterventionIds.Free(title, "mall", [.. taken.Select(key => key.Value)]);
        var file = earlier is null
            ? new TemplateFile(id, title, "", [], [])
            : TemplateFile.Of(earlier) with
            {
                Id = id,
                Title = title,
                Note = "",
                BasedOn = basis!.Value,
            };
        await db.PutDraft(
            file.ToTemplate(publishedAt: null),
            known: null,
            new Change(actor, "template.start", id),
            cancellation
        );
        await transaction.CommitOwn(cancellation);
        return new Outcome.Started(Key<Template>.Parse(id, null));
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Started(Key<Template> Id) : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
