using CsCheck;
using Samla.Domain;

namespace Samla.Tests.Testing;

/// <summary>Chance that falls the same way in every run: each number gives its own throws.</summary>
internal sealed class Dice(int number)
{
    private readonly PCG _pcg = new((uint)number, seed: 21);

    /// <summary>From 0 up to but not <paramref name="sides"/>.</summary>
    public int Throw(int sides) => (int)_pcg.Next((uint)sides);

    public T Pick<T>(IReadOnlyList<T> from) => from[Throw(from.Count)];

    /// <summary>So many of a set's regions.</summary>
    public RegionSet Some(int count, RegionSet of) => RegionSet.Of(Shuffled([.. of]).AsSpan(0, count));

    public T[] Shuffled<T>(IEnumerable<T> all)
    {
        T[] shuffled = [.. all];
        for (var at = shuffled.Length - 1; at > 0; at--)
        {
            var other = Throw(at + 1);
            (shuffled[at], shuffled[other]) = (shuffled[other], shuffled[at]);
        }

        return shuffled;
    }
}
