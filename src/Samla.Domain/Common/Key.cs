using System.Diagnostics.CodeAnalysis;

namespace Samla.Domain;

/// <summary>
/// The name of one <typeparamref name="T"/> that people choose, read and link to: a round "2023", a requirement
/// "rus-genomforande", a reporter "lst-17". Small letters a–z, digits and hyphens; at most 80 signs.
/// </summary>
public sealed record Key<T> : IParsable<Key<T>>
{
    /// <summary>The most signs that a key may have.</summary>
    public const int MaxLength = 80;

    private Key(string value) => Value = value;

    /// <summary>The key as it is written in files and addresses.</summary>
    public string Value { get; }

    /// <exception cref="FormatException">The text is no key.</exception>
    public static Key<T> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var key)
            ? key
            : throw new FormatException($"'{s}' is not a key. Expected small letters a–z, digits and hyphens.");

    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out Key<T> result
    )
    {
        result = s is [not '-', ..] and { Length: <= MaxLength } && s.All(IsAllowed) ? new Key<T>(s) : null;
        return result is not null;
    }

    public override string ToString() => Value;

    private static bool IsAllowed(char sign) => sign is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-';
}
