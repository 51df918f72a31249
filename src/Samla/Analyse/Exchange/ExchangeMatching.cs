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
    private readonly CodeMatching _codes;
    private readonly NoteMatching _notes;
    private readonly AttributionMatching _attributions;
    private ILookup<string, Own> _sources = Array.Empty<Own>().ToLookup(_ => "");
    private Dictionary<CodingPlace, Coding> _there = [];
    private HashSet<Guid> _codingIds = [];
    private int _alreadyThere;

    private ExchangeMatching(
        Key<Round> round,
        string actor,
        DateTimeOffset now,
        Dictionary<Guid, string> coders,
        CodeMatching codes
    )
    {
        _round = round;
        _actor = actor;
        _now = now;
        _coders = coders;
        _codes = codes;
        _notes = new(round, now, Coder, Unplaced, Assumed);
        _attributions = new(round, now, codes, Coder, Unplaced);
    }

    /// <summary>A text that counts.</summary>
    /// <param name="Reporter">What the one who answered is; null for a document.</param>
    private sealed record Own(Source Source, ReporterKind? Reporter);

    public List<Coding> Codings { get; } = [];

    /// <summary>How many codings were starred, both new ones and those that the round had.</summary>
    public int Stars { get; private set; }

    public IReadOnlyList<Memo> Memos => _notes.New;

    public IReadOnlyList<Attribution> Attributions => _attributions.New;

    public int AlreadyThere => _alreadyThere + _notes.AlreadyThere + _attributions.AlreadyThere;

    public List<string> Unplaced { get; } = [];

    public List<string> Assumed { get; } = [];

    /// <summary>The codes that got codings, in the codebook's order.</summary>
    public IReadOnlyList<ExchangeImport.TouchedCode> Touched =>
        [
            .. from code in _codes.All
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
            new CodeMatching(
                round,
                await db.Codes.AsNoTracking().Where(code => code.RoundId == round).ToListAsync(cancellation),
                project.Codes
            )
        );
        await matching.Read(db, cancellation);
        await matching._notes.Read(db, cancellation);
        await matching._attributions.Read(db, cancellation);
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
        // Tracked: those that are there may be starred.
        var codings = await db.Codings.Where(coding => coding.RoundId == _round).ToListAsync(cancellation);
        _there = codings.ToDictionary(CodingPlace.Of);
        // Ids are taken wherever they are, also in other rounds.
        _codingIds =
        [
            .. (await db.Codings.Select(coding => coding.Id).ToListAsync(cancellation)).Select(id => id.Value),
        ];
    }

    /// <summary>Takes in what was coded and noted.</summary>
    public void Take(ExchangeProject project)
    {
        foreach (var source in project.Sources)
        {
            Take(source);
        }

        foreach (var code in project.Codes.SelectMany(code => code.AndBelow).Where(code => code.Notes.Count > 0))
        {
            var (own, why) = _codes.Noted(code);
            _notes.Take(
                code.Notes,
                own is null ? null : new MemoSubject.OfCode(own.Id),
                $"koden ”{Troubles.Short(code.Name)}”: {why}"
            );
        }

        foreach (var set in project.Sets)
        {
            _notes.Take(set);
        }

        foreach (var one in project.Cases)
        {
            _attributions.Take(one);
        }

        Assumed.AddRange(_codes.Merged);
    }

    private void Take(ExchangeSource source)
    {
        if (Find(source) is not { } own)
        {
            var count =
                source.Selections.Sum(selection => selection.Codings.Sum(coding => 1 + coding.Notes.Count))
                + source.Notes.Count;
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

        _notes.Take(source.Notes, new MemoSubject.OfSource(own.Source.Id));
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
                $"”{Troubles.Short(source.Name)}”, tecken {selection.Start}: orden ”{Troubles.Short(quote)}” står inte där i texten.{Lost(coding)}"
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
                    $"”{Troubles.Short(source.Name)}”, tecken {selection.Start}, koden ”{Troubles.Short(_codes.LabelOf(coding.Code))}”: {why}{Lost(coding)}"
                );
                break;
        }
    }

    /// <summary>The round's code; or why it cannot be given to the answer.</summary>
    private (Code? Code, string? Why) Code(Guid id, Own own)
    {
        var candidates = _codes.Find(id);
        var about = candidates.FindAll(one =>
            one.AnsweredRequirement == own.Source.RequirementId
            && one.Subject == (own.Reporter ?? ReporterKind.Document)
        );
        return (candidates.Count, about) switch
        {
            (0, _) => (null, "den finns inte i omgångens kodschema."),
            (_, []) => (
                null,
                own.Reporter is null ? "den gäller svar, inte dokument." : "den hör till en annan fråga än svaret."
            ),
            (_, [{ CountedFrom: { } from }]) => (null, $"den räknas {from.Tag}."),
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
        var place = new CodingPlace(code.Id, source.Id, start, quote.Length, Coder(coding.User ?? selection.User));
        if (_there.TryGetValue(place, out var own))
        {
            _alreadyThere++;
        }
        else
        {
            _there[place] = own = new Coding
            {
                Id = new Id<Coding>(Free(coding.Id, _codingIds)),
                RoundId = _round,
                CodeId = place.Code,
                SourceId = place.Source,
                Start = place.Start,
                Length = place.Length,
                Quote = quote,
                Coder = place.Coder,
                CodedAt = coding.CreatedAt ?? selection.CreatedAt ?? _now,
            };
            Codings.Add(own);
        }

        // Stars are added as all else is; a file without one takes none away.
        if (coding.IsStarred && !own.IsStarred)
        {
            own.IsStarred = true;
            Stars++;
        }

        _notes.Take(coding.Notes, new MemoSubject.OfCoding(own.Id));
    }

    private static string Lost(ExchangeCoding coding) =>
        coding.Notes.Count > 0 ? " Anteckningen om kodningen är inte heller inläst." : "";

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
}
