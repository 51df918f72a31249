using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Exchange;

/// <summary>Makes memos of a project's notes. One that is there already is told by its id.</summary>
/// <param name="round">The round.</param>
/// <param name="now">When notes without a time are written.</param>
/// <param name="authorOf">Says who a user of the project is; null is nobody.</param>
/// <param name="unplaced">Is told what was not added.</param>
/// <param name="assumed">Is told what was added otherwise than it stands.</param>
internal sealed class NoteMatching(
    Key<Round> round,
    DateTimeOffset now,
    Func<Guid?, string> authorOf,
    List<string> unplaced,
    List<string> assumed
)
{
    private readonly HashSet<Guid> _used = [];
    private HashSet<Guid> _there = [];
    private HashSet<Guid> _elsewhere = [];
    private Dictionary<Guid, Requirement> _requirements = [];

    public List<Memo> New { get; } = [];

    public int AlreadyThere { get; private set; }

    /// <summary>Reads what the round has now.</summary>
    public async Task Read(SamlaDb db, CancellationToken cancellation)
    {
        var ids = (await db.Memos.Select(memo => new { memo.Id, memo.RoundId }).ToListAsync(cancellation)).ToLookup(
            memo => memo.RoundId == round,
            memo => memo.Id.Value
        );
        _there = [.. ids[true]];
        _elsewhere = [.. ids[false]];
        var requirements = await (
            from requirement in db.Requirements
            join one in db.Rounds on requirement.TemplateId equals one.TemplateId
            where one.Id == round
            select requirement
        )
            .AsNoTracking()
            .ToListAsync(cancellation);
        _requirements = requirements.ToDictionary(requirement => ExchangeIds.Of(round, requirement.Id));
    }

    /// <summary>Takes in what was noted of a requirement's answers as a whole.</summary>
    public void Take(ExchangeSet set)
    {
        var requirement =
            _requirements.GetValueOrDefault(set.Id)
            ?? _requirements.Values.FirstOrDefault(one => ProjectNotes.SetOf(one) == set.Name);
        Take(
            set.Notes,
            requirement is null ? null : new MemoSubject.OfRequirement(requirement.Id),
            $"gruppen ”{Troubles.Short(set.Name)}”, som inte är något krav i omgången."
        );
    }

    /// <param name="notes">As they were read.</param>
    /// <param name="subject">What they are about; null where the round has no such thing.</param>
    /// <param name="about">What they would be about, for the message.</param>
    public void Take(IReadOnlyList<ExchangeNote> notes, MemoSubject? subject, string about = "")
    {
        foreach (var note in notes)
        {
            if (subject is null)
            {
                unplaced.Add($"Anteckningen ”{Troubles.Short(note.Name)}” gäller {about}");
            }
            else
            {
                Take(note, subject);
            }
        }
    }

    private void Take(ExchangeNote note, MemoSubject subject)
    {
        // A note may be about several things, and be in another round too; a memo is about one thing.
        var id =
            _elsewhere.Contains(note.Id) || !_used.Add(note.Id) ? NamedGuid.Of(note.Id, $"{round}/{subject}") : note.Id;
        if (_there.Contains(id))
        {
            AlreadyThere++;
            return;
        }

        var text = Source.Normalised(note.Text);
        if (text.Length is 0 or > Memo.LongestText)
        {
            unplaced.Add(
                $"Anteckningen ”{Troubles.Short(note.Name)}” är tom eller längre än {SwedishFigures.Of(Memo.LongestText)} tecken."
            );
            return;
        }

        if (note.Text.Contains('\0', StringComparison.Ordinal))
        {
            assumed.Add(
                $"Anteckningen ”{Troubles.Short(note.Name)}” är inläst utan de styrtecken som inte går att spara."
            );
        }

        var memo = subject.NewMemo(new Id<Memo>(id), round, text, authorOf(note.User), note.CreatedAt ?? now);
        memo.ChangedAt = note.ChangedAt;
        New.Add(memo);
        _there.Add(id);
    }
}
