using System.Text;
using System.Text.Json;
using Samla.Domain;
using Samla.Domain.Analyse;

namespace Samla.Analyse.Model;

/// <summary>A code that a language model suggests for words that stand once in the text.</summary>
/// <param name="Start">UTF-16 offset of the words.</param>
/// <param name="Quote">The words, as the text has them.</param>
/// <param name="Why">The model's own reason, on one line; empty where it gave none. Nothing in it is checked.</param>
public sealed record ModelSuggestion(Key<Code> Code, int Start, string Quote, string Why)
{
    /// <summary>The answer that it stands in; null while that is being read.</summary>
    public Id<ModelAnswer>? Answer { get; init; }
}

/// <summary>Why a suggestion was thrown away.</summary>
public enum ThrownAway
{
    /// <summary>It had no code or no quote.</summary>
    Incomplete,

    /// <summary>The code is none of those that can be given.</summary>
    UnknownCode,

    /// <summary>The words do not stand in the text as they were quoted.</summary>
    NotVerbatim,

    /// <summary>The words stand at several places, so it cannot be told which was meant.</summary>
    AtSeveralPlaces,

    /// <summary>The code was suggested for the same words before.</summary>
    Repeated,

    /// <summary>There were more than anybody would look at.</summary>
    TooMany,
}

/// <summary>
/// What is left of a language model's answer when it is held against the text and the codes. Whatever the answer says, and
/// whatever the text made it say, nothing but codes that there are and words that stand there come out.
/// </summary>
public sealed record ModelReading(IReadOnlyList<ModelSuggestion> Kept, IReadOnlyList<ThrownAway> Thrown)
{
    /// <summary>The most that are kept of one answer.</summary>
    public const int MostKept = 30;

    private const int LongestReason = 300;

    /// <summary>So many beginnings of JSON are tried; an answer with more is no answer.</summary>
    private const int MostTries = 100;

    private static readonly JsonReaderOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Null where the answer is not in the form that was asked for.</summary>
    /// <param name="answer">As it came; there may be other words around the JSON.</param>
    /// <param name="text">The text that was asked about.</param>
    /// <param name="codes">The codes that can be given.</param>
    public static ModelReading? Of(string answer, string text, IEnumerable<Code> codes)
    {
        if (Find(answer) is not { } list)
        {
            return null;
        }

        var given = codes.ToDictionary(code => code.Id.Value, code => code.Id, StringComparer.Ordinal);
        var kept = new List<ModelSuggestion>();
        var thrown = new List<ThrownAway>();
        foreach (var item in list.EnumerateArray())
        {
            if (Check(item, text, given, kept, out var suggestion) is { } reason)
            {
                thrown.Add(reason);
            }
            else
            {
                kept.Add(suggestion!);
            }
        }

        return new ModelReading([.. kept.OrderBy(one => one.Start)], thrown);
    }

    private static ThrownAway? Check(
        JsonElement item,
        string text,
        Dictionary<string, Key<Code>> given,
        List<ModelSuggestion> kept,
        out ModelSuggestion? suggestion
    )
    {
        suggestion = null;
        if (Word(item, "kod") is not { } word || Word(item, "citat")?.Trim() is not { Length: > 0 } quote)
        {
            return ThrownAway.Incomplete;
        }

        if (!given.TryGetValue(word.Trim(), out var code))
        {
            return ThrownAway.UnknownCode;
        }

        var start = text.IndexOf(quote, StringComparison.Ordinal);
        if (start < 0)
        {
            return ThrownAway.NotVerbatim;
        }

        if (text.IndexOf(quote, start + 1, StringComparison.Ordinal) >= 0)
        {
            return ThrownAway.AtSeveralPlaces;
        }

        if (kept.Exists(one => one.Code == code && one.Start == start))
        {
            return ThrownAway.Repeated;
        }

        if (kept.Count == MostKept)
        {
            return ThrownAway.TooMany;
        }

        suggestion = new(code, start, quote, Characters.Beginning(Word(item, "skal")?.Trim() ?? "", LongestReason));
        return null;
    }

    private static string? Word(JsonElement item, string name)
    {
        if (
            item.ValueKind != JsonValueKind.Object
            || !item.TryGetProperty(name, out var value)
            || value.ValueKind != JsonValueKind.String
        )
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair.
            return null;
        }
    }

    /// <summary>The list of suggestions, wherever in the answer it stands; the last, since models that think aloud draft it first.</summary>
    private static JsonElement? Find(string answer)
    {
        var bytes = Encoding.UTF8.GetBytes(answer);
        JsonElement? found = null;
        var tries = 0;
        for (var at = 0; at < bytes.Length && tries < MostTries; at++)
        {
            if (bytes[at] is (byte)'{' or (byte)'[')
            {
                tries++;
                if (Parse(bytes.AsSpan(at), out var length) is { } value)
                {
                    found = ListIn(value) ?? found;
                    at += length - 1;
                }
            }
        }

        return found;
    }

    private static JsonElement? Parse(ReadOnlySpan<byte> bytes, out int length)
    {
        var reader = new Utf8JsonReader(bytes, Lenient);
        try
        {
            var value = JsonElement.ParseValue(ref reader);
            length = (int)reader.BytesConsumed;
            return value;
        }
        catch (JsonException)
        {
            length = 0;
            return null;
        }
    }

    private static JsonElement? ListIn(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object
                when value.TryGetProperty("forslag", out var list) && list.ValueKind == JsonValueKind.Array => list,
            // Some leave out what stands around the list.
            JsonValueKind.Array
                when value.GetArrayLength() > 0 && value.EnumerateArray().All(item => Word(item, "kod") is not null) =>
                value,
            _ => null,
        };
}
