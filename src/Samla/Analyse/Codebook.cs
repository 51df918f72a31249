using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>A round's codebook as a tree whose codes are numbered as they are read from above.</summary>
internal sealed class Codebook
{
    private readonly List<Code> _codes;

    private Codebook(List<Code> codes) => _codes = codes;

    public IReadOnlyList<Code> Codes => _codes;

    /// <summary>The codes as they are about to be saved.</summary>
    public static async Task<Codebook> Read(SamlaDb db, Key<Round> round, CancellationToken cancellation)
    {
        await db.Codes.Where(code => code.RoundId == round).LoadAsync(cancellation);
        return new Codebook([
            .. db
                .ChangeTracker.Entries<Code>()
                .Where(entry => entry.State != EntityState.Deleted && entry.Entity.RoundId == round)
                .Select(entry => entry.Entity),
        ]);
    }

    public Code? Find(Key<Code>? id) => _codes.Find(code => code.Id == id);

    /// <summary>Takes in a new code; where it stands is said by <see cref="Place"/>.</summary>
    public void Add(Code code) => _codes.Add(code);

    /// <summary>Whether a code is the other or stands anywhere below it.</summary>
    public bool IsWithin(Code code, Code other)
    {
        for (var above = code; above is not null; above = Find(above.ParentId))
        {
            if (above == other)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Puts a code, with what is below it, before a sibling; last where there is none.</summary>
    public void Place(Code code, Key<Code>? parent, Code? before)
    {
        code.ParentId = parent;
        Number(code);
        code.Order = before?.Order ?? int.MaxValue;
        Number(without: null, first: code);
    }

    /// <summary>Numbers the codes anew after some were given back the places they once had.</summary>
    public void PutBack(IReadOnlyCollection<Key<Code>> ids)
    {
        // One at a time, from above: each had its place among those that stood before it.
        foreach (var code in _codes.Where(code => ids.Contains(code.Id)).OrderBy(code => code.Order).ToList())
        {
            var order = code.Order;
            Number(code);
            code.Order = order;
            Number(without: null, first: code);
        }

        Number(without: null);
    }

    /// <param name="without">Left out together with what is below it; null for none.</param>
    /// <param name="first">Goes before the sibling that has the same order.</param>
    private void Number(Code? without, Code? first = null)
    {
        var children = _codes.ToLookup(code => code.ParentId);
        var next = 0;
        NumberBelow(null);

        void NumberBelow(Key<Code>? parent)
        {
            foreach (
                var code in children[parent]
                    .Where(code => code != without)
                    .OrderBy(code => code.Order)
                    .ThenBy(code => code == first ? 0 : 1)
                    .ThenBy(code => code.Id.Value, StringComparer.Ordinal)
                    .ToList()
            )
            {
                code.Order = next++;
                NumberBelow(code.Id);
            }
        }
    }
}
