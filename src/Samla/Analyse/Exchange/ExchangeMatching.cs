using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Exchange;

/// <summary>Finds a round's own texts, codes and coders behind those of a project.</summary>
internal sealed class ExchangeMatching
{
    private const int LongestCoder = 200;

    private readonly Key<Round> _round;
    private readonly string _actor;
    private readonly DateTimeOffset _now;
    private readonly Dictionary<Guid, string> _coders;
    private readonly Dictionary<Guid, string> _labels;
    private ILookup<string, Own> _sources = Array.Empty<Own>().ToLookup(_ => "");
    private Dictionary<Guid, Code> _codes = [];
    private ILookup<string, Code> _named = Array.Empty<Code>().ToLookup(_ => "");
    private HashSet<(Key<Code>, Id<Source>, int, int, string)> _there = [];
    private HashSet<Guid> _codingIds = [];
    private HashSet<Guid> _memoIds = [];

    private ExchangeMatching(
        Key<Round> round,
        string actor,
        DateTimeOffset now,
        Dictionary<Guid, string> coders,
        Dictionary<Guid, string> labels
    )
    {
        _round = round;
        _actor = actor;
        _now = now;
        _coders = coders;
        _labels = labels;
    }

    /// <summary>A text that counts.</summary>
    /// <param name="Reporter">What the one who answered is; null for a document.</param>
    private sealed record Own(Source Source, ReporterKind? Reporter);

    public List<Coding> Codings { get; } = [];

    public List<Memo> Memos { get; } = [];

    public int AlreadyThere { get; private set; }

    public List<string> Unplaced { get; } = [];

    /// <summary>The codes that got codings, in the codebook's order.</summary>
    public IReadOnlyList<ExchangeImport.TouchedCode> Touched =>
        [
            .. from code in _codes.Values
            join coding in Codings on code.Id equals coding.CodeId into given
            let number = given.Count()
            where number > 0
            orderby code.Order
            select new ExchangeImport.TouchedCode(code.Id, code.Label, number),
        ];

    /// <summary>With what the round has now.</summary>
    public static async Task<ExchangeMatching> Of(
        SamlaDb db,
        Key<Round> round,
        ExchangeProject project,
        string actor,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var accounts = (await db.Accounts.Select(account => account.Id).ToListAsync(cancellation))
            .Select(Account.ActorOf)
            .ToDictionary(ExchangeIds.OfCoder);
        var matching = new ExchangeMatching(
            round,
            actor,
            now,
            project.Users.ToDictionary(
                user => user.Id,
                user => accounts.GetValueOrDefault(user.Id) ?? CoderOf(user, actor)
            ),
            All(project.Codes).ToDictionary(code => code.Id, code => code.Name)
        );
        await matching.Read(db, cancellation);
        return matching;
    }

    private async Task Read(SamlaDb db, CancellationToken cancellation)
    {
        var sources = await (
            from current in db.CurrentSources(_round)
            select new Own(current.Source, (ReporterKind?)current.Reporter!.Kind)
        )
            .AsNoTracking()
            .ToListAsync(cancellation);
        _sources = sources.ToLookup(own => own.Source.Hash);
        var codes = await db
            .Codes.AsNoTracking()
            .Where(code => code.RoundId == _round && code.Kind == CodeKind.Leaf)
            .ToListAsync(cancellation);
        _codes = codes.ToDictionary(code => ExchangeIds.Of(_round, code.Id));
        _named = codes.ToLookup(code => code.Label, StringComparer.OrdinalIgnoreCase);
        var codings = await db
            .Codings.Where(coding => coding.RoundId == _round)
            .Select(coding => new
            {
                coding.CodeId,
                coding.SourceId,
                coding.Start,
                coding.Length,
                coding.Coder,
            })
            .ToListAsync(cancellation);
        _there = [.. codings.Select(one => (one.CodeId, one.SourceId, one.Start, one.Length, one.Coder))];
        // Ids are taken wherever they are, also in other rounds.
        _codingIds =
        [
            .. (await db.Codings.Select(coding => coding.Id).ToListAsync(cancellation)).Select(id => id.Value),
        ];
        _memoIds = [.. (await db.Memos.Select(memo => memo.Id).ToListAsync(cancellation)).Select(id => id.Value)];
    }

    /// <summary>Takes in what was coded in a text and noted on it.</summary>
    public void Take(ExchangeSource source)
    {
        if (Find(source) is not { } own)
        {
            var count = source.Selections.Sum(selection => selection.Codings.Count) + source.Notes.Count;
            if (count > 0)
            {
                Unplaced.Add(
                    $"”{Troubles.Short(source.Name)}” ({count} st): texten är inte ordagrant något svar eller dokument i omgången, eller flera har samma text."
                );
            }

            return;
        }

        foreach (var selection in source.Selections)
        {
            foreach (var coding in selection.Codings)
            {
                Take(source, selection, coding, own);
            }
        }

        foreach (var note in source.Notes)
        {
            Take(note, own.Source);
        }
    }

    /// <summary>By the text; where several have the same, by the id that Samla gave it.</summary>
    private Own? Find(ExchangeSource source)
    {
        var same = _sources[Source.HashOf(source.Text)].ToList();
        same = same.Count > 0 ? same : [.. _sources[Source.HashOf(Source.Normalised(source.Text))]];
        return same.Count == 1 ? same[0] : same.Find(own => own.Source.Id.Value == source.Id);
    }

    private void Take(ExchangeSource source, ExchangeSelection selection, ExchangeCoding coding, Own own)
    {
        var words = source.Text[selection.Start..selection.End];
        var quote = words.Trim();
        // Other programs may keep white space around a text that Samla does not.
        var shift = source.Text.Length - source.Text.AsSpan().TrimStart().Length;
        var start =
            selection.Start
            + (words.Length - words.AsSpan().TrimStart().Length)
            - (own.Source.Text == source.Text ? 0 : shift);
        if (
            quote.Length == 0
            || start < 0
            || start + quote.Length > own.Source.Text.Length
            || !own.Source.Text.AsSpan(start, quote.Length).SequenceEqual(quote)
        )
        {
            Unplaced.Add(
                $"”{Troubles.Short(source.Name)}”, tecken {selection.Start}: orden ”{Troubles.Short(quote)}” står inte där i texten."
            );
            return;
        }

        switch (Code(coding.Code, own))
        {
            case (var code, null):
                Add(code!, own.Source, start, quote, coding, selection);
                break;
            case (_, var why):
                Unplaced.Add(
                    $"”{Troubles.Short(source.Name)}”, tecken {selection.Start}, koden ”{Troubles.Short(_labels[coding.Code])}”: {why}"
                );
                break;
        }
    }

    /// <summary>The round's code; or why it cannot be given to the answer.</summary>
    private (Code? Code, string? Why) Code(Guid id, Own own)
    {
        List<Code> candidates = _codes.TryGetValue(id, out var code) ? [code] : [.. _named[_labels[id]]];
        var about = candidates.FindAll(one =>
            one.RequirementId == own.Source.RequirementId && (own.Reporter is null || one.Subject == own.Reporter)
        );
        return (candidates.Count, about) switch
        {
            (0, _) => (null, "den finns inte i omgångens kodschema."),
            (_, []) => (
                null,
                own.Reporter is null ? "den gäller svar, inte dokument." : "den hör till en annan fråga än svaret."
            ),
            (_, [{ IsGiven: false }]) => (null, "den ges inte längre."),
            (_, [var only]) => (only, null),
            _ => (null, "flera koder i omgångens kodschema heter så."),
        };
    }

    private void Add(
        Code code,
        Source source,
        int start,
        string quote,
        ExchangeCoding coding,
        ExchangeSelection selection
    )
    {
        var coder = Coder(coding.User ?? selection.User);
        if (!_there.Add((code.Id, source.Id, start, quote.Length, coder)))
        {
            AlreadyThere++;
            return;
        }

        Codings.Add(
            new Coding
            {
                Id = new Id<Coding>(Free(coding.Id, _codingIds)),
                RoundId = _round,
                CodeId = code.Id,
                SourceId = source.Id,
                Start = start,
                Length = quote.Length,
                Quote = quote,
                Coder = coder,
                CodedAt = coding.CreatedAt ?? selection.CreatedAt ?? _now,
            }
        );
    }

    private void Take(ExchangeNote note, Source source)
    {
        var text = Source.Normalised(note.Text);
        if (_memoIds.Contains(note.Id))
        {
            AlreadyThere++;
        }
        else if (text.Length is 0 or > Memo.LongestText)
        {
            Unplaced.Add(
                $"Anteckningen ”{Troubles.Short(note.Name)}” är tom eller längre än {SwedishFigures.Of(Memo.LongestText)} tecken."
            );
        }
        else
        {
            Memos.Add(
                new Memo
                {
                    Id = new Id<Memo>(Free(note.Id, _memoIds)),
                    RoundId = _round,
                    SourceId = source.Id,
                    Text = text,
                    Author = Coder(note.User),
                    WrittenAt = note.CreatedAt ?? _now,
                }
            );
        }
    }

    /// <summary>The id that the file has, so that it is the same in both programs; another where it is taken.</summary>
    private Guid Free(Guid id, HashSet<Guid> taken)
    {
        while (!taken.Add(id))
        {
            id = Guid.CreateVersion7(_now);
        }

        return id;
    }

    private string Coder(Guid? user) => user is { } id ? _coders[id] : _actor;

    /// <summary>A name that only looks like one of our accounts is nobody's.</summary>
    private static string CoderOf(ExchangeUser user, string actor)
    {
        var name = Characters.Keepable(user.Name).Trim();
        return name.Length == 0 || Account.OfActor(name) is not null ? actor
            : name.Length <= LongestCoder ? name
            : name[..LongestCoder];
    }

    private static IEnumerable<ExchangeCode> All(IEnumerable<ExchangeCode> codes) =>
        codes.SelectMany(code => All(code.Children).Prepend(code));
}
