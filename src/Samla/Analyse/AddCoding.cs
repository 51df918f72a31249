using Microsoft.EntityFrameworkCore;
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

        var code = await db
            .Codes.AsNoTracking()
            .SingleOrDefaultAsync(c => c.RoundId == source.RoundId && c.Id == codeId, cancellation);
        if (code is not { Kind: CodeKind.Leaf })
        {
            return new Outcome.Refused("Välj en kod i listan.");
        }

        if (!await IsAbout(code, source, cancellation))
        {
            return new Outcome.Refused($"Koden ”{code.Label}” hör till en annan fråga. Välj en kod i listan.");
        }

        quote = quote.ReplaceLineEndings("\n").Trim();
        if (quote.Length == 0)
        {
            return new Outcome.Refused("Markera de ord som ska få koden.");
        }

        if (Place(source.Text, quote, start) is not { } place)
        {
            return new Outcome.Refused(
                source.Text.Contains(quote, StringComparison.Ordinal)
                    ? "Orden står på flera ställen i svaret. Ta med fler ord, så att det framgår vilket ställe du menar."
                    : "Orden finns inte ordagrant i svaret. Kopiera dem ur texten."
            );
        }

        var isThere = await db.Codings.AnyAsync(
            c =>
                c.SourceId == sourceId
                && c.CodeId == codeId
                && c.Start == place
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
            CodeId = codeId,
            SourceId = sourceId,
            Start = place,
            Length = quote.Length,
            Quote = quote,
            Coder = coder,
            CodedAt = clock.GetUtcNow(),
        };
        db.Codings.Add(coding);
        await db.Save(new Change(coder, "coding.add", $"{codeId}/{sourceId}"), cancellation);
        await transaction.CommitOwn(cancellation);

        return new Outcome.Added(coding.Id);
    }

    /// <summary>
    /// Whether a passage of this text counts for the code. Whoever does not say it under the code's own requirement is silent,
    /// so what is said under another must not count either.
    /// </summary>
    private async Task<bool> IsAbout(Code code, Source source, CancellationToken cancellation) =>
        code.RequirementId == source.RequirementId
        && (
            source.ReporterId is not { } reporterId
            || await db.Reporters.AnyAsync(
                reporter => reporter.Id == reporterId && reporter.Kind == code.Subject,
                cancellation
            )
        );

    private static int? Place(string text, string quote, int? start)
    {
        if (start is { } at)
        {
            // What a browser selects may begin with the white space that was trimmed off above.
            var near = at >= 0 && at <= text.Length ? text.IndexOf(quote, at, StringComparison.Ordinal) : -1;
            if (near >= 0 && near - at <= 3)
            {
                return near;
            }
        }

        var first = text.IndexOf(quote, StringComparison.Ordinal);
        return first >= 0 && text.IndexOf(quote, first + 1, StringComparison.Ordinal) < 0 ? first : null;
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Added(Id<Coding> Coding) : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
