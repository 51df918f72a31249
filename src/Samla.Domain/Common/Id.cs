namespace Samla.Domain;

/// <summary>The identity of one <typeparamref name="T"/>. A coding's id does not fit where a source's is asked for.</summary>
public readonly record struct Id<T>(Guid Value) : IParsable<Id<T>>
{
    public static Id<T> Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out Id<T> result)
    {
        var isGuid = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return isGuid;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>Makes ids.</summary>
public static class Id
{
    /// <summary>Version 7, so that ids sort by the time they were made and indexes stay dense.</summary>
    public static Id<T> New<T>(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));
}
