using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Blind;

/// <summary>Hands out answers and documents to two or more people, who are to code them without seeing each other's work.</summary>
public sealed class StartDoubleCoding(SamlaDb db, TimeProvider clock)
{
    /// <summary>The most sources of one double coding.</summary>
    public const int MostSources = 1_000;

    /// <summary>What is handed out, and to whom.</summary>
    /// <param name="Title">What it is called.</param>
    /// <param name="Requirements">All current answers to these.</param>
    /// <param name="Documents">Whether the round's documents go along.</param>
    /// <param name="Most">That many of the texts, drawn by lot; null for all.</param>
    /// <param name="Coders">As the audit trail names them; at least two.</param>
    public sealed record Plan(
        string Title,
        IReadOnlyCollection<Key<Requirement>> Requirements,
        bool Documents,
        int? Most,
        IReadOnlyCollection<string> Coders
    );

    /// <param name="round">The round.</param>
    /// <param name="plan">What is handed out, and to whom.</param>
    /// <param name="actor">Who hands it out; may be one of the coders.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(Key<Round> round, Plan plan, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var title = Source.Normalised(plan.Title);
        var coders = plan.Coders.Distinct(StringComparer.Ordinal).ToList();
        if (await ProblemOf(title, plan, coders, cancellation) is { } problem)
        {
            return new Outcome.Refused(problem);
        }

        var sources = await Sources(round, plan, cancellation);
        if (sources.Count is 0 or > MostSources)
        {
            return new Outcome.Refused(
                sources.Count == 0
                    ? "Det finns inga texter att dela ut i det du valde."
                    : $"Det blir {sources.Count} texter, och högst {MostSources} kan delas ut på en gång. Välj färre krav, eller lotta ut ett antal."
            );
        }

        // Who is still to code a text must not meet it where others are compared.
        var open = await (
            from part in db.DoubleCodingSources
            join other in db.DoubleCodings on part.DoubleCodingId equals other.Id
            where sources.Contains(part.SourceId) && other.EnteredAt == null && other.AbandonedAt == null
            select other.Title
        ).FirstOrDefaultAsync(cancellation);
        if (open is not null)
        {
            return new Outcome.Refused(
                $"Några av texterna är redan utdelade i dubbelkodningen ”{open}”. För in eller avbryt den först, eller välj andra krav."
            );
        }

        var coding = new DoubleCoding
        {
            Id = Id.New<DoubleCoding>(clock),
            RoundId = round,
            Title = title,
            StartedBy = actor,
            StartedAt = clock.GetUtcNow(),
        };
        db.DoubleCodings.Add(coding);
        db.DoubleCodingSources.AddRange(
            sources.Select(source => new DoubleCodingSource { DoubleCodingId = coding.Id, SourceId = source })
        );
        db.DoubleCoders.AddRange(coders.Select(coder => new DoubleCoder { DoubleCodingId = coding.Id, Coder = coder }));
        await db.Save(new Change(actor, "blind.start", $"{coding.Id}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new Outcome.Started(coding.Id);
    }

    private async Task<string?> ProblemOf(string title, Plan plan, List<string> coders, CancellationToken cancellation)
    {
        if (title.Length is 0 or > DoubleCoding.LongestTitle)
        {
            return $"Ge dubbelkodningen en rubrik med högst {DoubleCoding.LongestTitle} tecken.";
        }

        if (plan.Requirements.Count == 0 && !plan.Documents)
        {
            return "Välj minst ett krav, eller dokumenten.";
        }

        if (plan.Most < 1)
        {
            return "Antalet texter som lottas ut ska vara minst ett. Lämna det tomt för att dela ut alla.";
        }

        var may = await db.AccountsThatMay(Permission.Code, cancellation);
        return coders.Count < DoubleCoding.FewestCoders ? "Välj minst två som ska koda."
            : coders.Exists(coder => may.TrueForAll(account => account.Actor != coder))
                ? "En av dem du valde får inte koda längre. Ladda om sidan och välj igen."
            : null;
    }

    private async Task<List<Id<Source>>> Sources(Key<Round> round, Plan plan, CancellationToken cancellation)
    {
        var requirements = plan.Requirements.ToList();
        var sources = await db.CurrentAnswers(round)
            .Where(answer => requirements.Contains(answer.RequirementId))
            .Select(answer => answer.SourceId)
            .ToListAsync(cancellation);
        if (plan.Documents)
        {
            sources.AddRange(
                await db.CurrentDocuments(round).Select(document => document.SourceId).ToListAsync(cancellation)
            );
        }

        if (plan.Most is { } most && most < sources.Count)
        {
            // By lot, so that nobody chooses those that are easy to agree on.
            var drawn = sources.ToArray();
            RandomNumberGenerator.Shuffle<Id<Source>>(drawn);
            return [.. drawn.Take(most)];
        }

        return sources;
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Started(Id<DoubleCoding> Id) : Outcome;

        /// <param name="Message">Why nothing was handed out, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
