using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>What a memo is about: one of the four.</summary>
public abstract record MemoSubject
{
    private MemoSubject() { }

    public sealed record OfCoding(Id<Coding> Coding) : MemoSubject;

    public sealed record OfCode(Key<Code> Code) : MemoSubject;

    public sealed record OfSource(Id<Source> Source) : MemoSubject;

    public sealed record OfRequirement(Key<Requirement> Requirement) : MemoSubject;

    internal Memo NewMemo(Id<Memo> id, Key<Round> round, string text, string author, DateTimeOffset at) =>
        new()
        {
            Id = id,
            RoundId = round,
            CodingId = (this as OfCoding)?.Coding,
            CodeId = (this as OfCode)?.Code,
            SourceId = (this as OfSource)?.Source,
            RequirementId = (this as OfRequirement)?.Requirement,
            Text = text,
            Author = author,
            WrittenAt = at,
        };
}

/// <summary>An analyst writes a memo, changes one's own, or takes it away by leaving no words.</summary>
public sealed class WriteMemo(SamlaDb db, TimeProvider clock)
{
    /// <summary>Adds a memo.</summary>
    public async Task<Outcome> Run(
        Key<Round> round,
        MemoSubject subject,
        string text,
        string author,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        text = Source.Normalised(text);
        if (text.Length is 0 or > Memo.LongestText)
        {
            return new Outcome.Refused($"Skriv anteckningen, med högst {SwedishFigures.Of(Memo.LongestText)} tecken.");
        }

        if (!await Exists(round, subject, cancellation))
        {
            return new Outcome.Refused(
                "Det som anteckningen gäller finns inte längre. Kopiera texten om du vill ha den kvar."
            );
        }

        var now = clock.GetUtcNow();
        var memo = subject.NewMemo(Id.New<Memo>(clock), round, text, author, now);
        db.Memos.Add(memo);
        await db.SaveStep(
            round,
            new Deed(author, "memo.add", "skrev en anteckning") { Code = memo.CodeId, Source = memo.SourceId },
            now,
            cancellation
        );
        await transaction.CommitOwn(cancellation);
        return new Outcome.Written(memo.Id);
    }

    /// <summary>Changes the words of one's own memo; no words take it away.</summary>
    public async Task<Outcome> Change(Id<Memo> id, string text, string author, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var memo = await db.Memos.SingleOrDefaultAsync(m => m.Id == id, cancellation);
        if (memo is null || memo.Author != author)
        {
            return new Outcome.Refused("Anteckningen finns inte längre, eller är någon annans.");
        }

        text = Source.Normalised(text);
        if (text.Length > Memo.LongestText)
        {
            return new Outcome.Refused($"Anteckningen får ha högst {SwedishFigures.Of(Memo.LongestText)} tecken.");
        }

        var now = clock.GetUtcNow();
        var words = text.Length == 0 ? "tog bort en anteckning" : "ändrade en anteckning";
        if (text.Length == 0)
        {
            db.Memos.Remove(memo);
        }
        else
        {
            memo.Text = text;
            memo.ChangedAt = now;
        }

        await db.SaveStep(
            memo.RoundId,
            new Deed(author, text.Length == 0 ? "memo.remove" : "memo.change", words)
            {
                Code = memo.CodeId,
                Source = memo.SourceId,
            },
            now,
            cancellation
        );
        await transaction.CommitOwn(cancellation);
        return new Outcome.Written(memo.Id);
    }

    private Task<bool> Exists(Key<Round> round, MemoSubject subject, CancellationToken cancellation) =>
        subject switch
        {
            MemoSubject.OfCoding(var id) => db.Codings.AnyAsync(c => c.Id == id && c.RoundId == round, cancellation),
            MemoSubject.OfCode(var id) => db.Codes.AnyAsync(c => c.Id == id && c.RoundId == round, cancellation),
            MemoSubject.OfSource(var id) => db.Sources.AnyAsync(s => s.Id == id && s.RoundId == round, cancellation),
            MemoSubject.OfRequirement(var id) => db.Rounds.AnyAsync(
                r => r.Id == round && db.Requirements.Any(q => q.TemplateId == r.TemplateId && q.Id == id),
                cancellation
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(subject)),
        };

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Written(Id<Memo> Memo) : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
