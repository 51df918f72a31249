using Microsoft.EntityFrameworkCore;
using Samla.Analyse.Blind;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>An analyst gives a code to a passage.</summary>
public sealed class AddCoding(SamlaDb db, TimeProvider clock)
{
    /// <param name="sourceId">The text.</param>
    /// <param name="codeId">The code; it must be one that is given to passages.</param>
    /// <param name="quote">The passage word for word.</param>
    /// <param name="start">Its UTF-16 offset; null where the quote is to be looked for, and must then stand once.</param>
    /// <param name="coder">Who codes.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Id<Source> sourceId,
        Key<Code> codeId,
        string quote,
        int? start,
        string coder,
        CancellationToken cancellation
    )
    {
        // Somebody may click twice: the second click finds what the first made.
        await using var transaction = await db.BeginAlone(cancellation);
        var source = await db.Sources.AsNoTracking().SingleOrDefaultAsync(s => s.Id == sourceId, cancellation);
        if (source is null)
        {
            return new Outcome.Refused("Källan finns inte.");
        }

        if (await new FindBlindWork(db).Run(sourceId, coder, cancellation) is { } blind)
        {
            return new Outcome.Refused(
                $"Du ska koda den här texten i dubbelkodningen ”{blind.Title}”. Till dess är den inte öppen för dig att koda."
            );
        }

        var code = await db
            .Codes.AsNoTracking()
            .SingleOrDefaultAsync(c => c.RoundId == source.RoundId && c.Id == codeId, cancellation);
        if (code is not { Kind: CodeKind.Leaf })
        {
            return new Outcome.Refused("Välj en kod i listan.");
        }

        if (code.CountedFrom is not null)
        {
            return new Outcome.Refused(
                $"Koden ”{code.Label}” räknas {code.CountedFrom.Tag} och ges inte till textställen."
            );
        }

        if (!code.IsGiven)
        {
            return new Outcome.Refused($"Koden ”{code.Label}” ges inte längre. Välj en annan.");
        }

        if (!await IsAbout(code, source, cancellation))
        {
            return new Outcome.Refused(
                code.IsAboutDocuments || source.Kind == SourceKind.Document
                    ? $"Koden ”{code.Label}” gäller {(code.IsAboutDocuments ? "dokument, inte svar" : "svar, inte dokument")}. Välj en kod i listan."
                    : $"Koden ”{code.Label}” hör till en annan fråga. Välj en kod i listan."
            );
        }

        if (source.Kind == SourceKind.Document && !await IsCurrent(source, cancellation))
        {
            return new Outcome.Refused("Dokumentet är borttaget eller ersatt av en ny version, och kan bara läsas.");
        }

        return PassagePlace.Find(source.Text, quote, start) switch
        {
            PassagePlace.Outcome.Found(var at, var words) => await Add(
                source,
                code,
                at,
                words,
                coder,
                transaction,
                cancellation
            ),
            PassagePlace.Outcome.Missing(var message) => new Outcome.Refused(message),
            _ => throw new InvalidOperationException(),
        };
    }

    private async Task<Outcome> Add(
        Source source,
        Code code,
        int start,
        string quote,
        string coder,
        LoneTransaction? transaction,
        CancellationToken cancellation
    )
    {
        var isThere = await db.Codings.AnyAsync(
            c =>
                c.SourceId == source.Id
                && c.CodeId == code.Id
                && c.Start == start
                && c.Length == quote.Length
                && c.Coder == coder,
            cancellation
        );
        if (isThere)
        {
            return new Outcome.Refused("De orden har redan koden.");
        }

        var coding = new Coding
        {
            Id = Id.New<Coding>(clock),
            RoundId = source.RoundId,
            CodeId = code.Id,
            SourceId = source.Id,
            Start = start,
            Length = quote.Length,
            Quote = quote,
            Coder = coder,
            CodedAt = clock.GetUtcNow(),
        };
        db.Codings.Add(coding);
        await db.SaveStep(
            source.RoundId,
            new Deed(coder, "coding.add", $"gav koden ”{code.Label}”") { Code = code.Id, Source = source.Id },
            coding.CodedAt,
            cancellation
        );
        await transaction.CommitOwn(cancellation);

        return new Outcome.Added(coding.Id);
    }

    /// <summary>
    /// Whether a passage of this text counts for the code. Whoever does not say it under the code's own requirement is silent,
    /// so what is said under another must not count either.
    /// </summary>
    private async Task<bool> IsAbout(Code code, Source source, CancellationToken cancellation) =>
        code.AnsweredRequirement == source.RequirementId
        && code.IsAboutDocuments == (source.Kind == SourceKind.Document)
        && (
            source.ReporterId is not { } reporterId
            || await db.Reporters.AnyAsync(
                reporter => reporter.Id == reporterId && reporter.Kind == code.Subject,
                cancellation
            )
        );

    private Task<bool> IsCurrent(Source source, CancellationToken cancellation) =>
        db.CurrentDocuments(source.RoundId).AnyAsync(document => document.SourceId == source.Id, cancellation);

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Added(Id<Coding> Coding) : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
