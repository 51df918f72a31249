namespace Samla.Analyse;

/// <summary>Chance that falls the same way every time, on every machine and in every version of .NET (xorshift).</summary>
internal sealed class Dice
{
    private ulong _state = 0x9E3779B97F4A7C15;

    public void Shuffle(Span<int> numbers)
    {
        for (var i = numbers.Length - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (numbers[i], numbers[other]) = (numbers[other], numbers[i]);
        }
    }

    private int Below(int limit)
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (int)(_state % (ulong)limit);
    }
}
