using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>One thing as it was before a step and after it.</summary>
/// <param name="Before">Null where the step made it.</param>
/// <param name="After">Null where the step took it away.</param>
internal sealed record Changed<T>(T? Before, T? After)
    where T : class
{
    /// <summary>The thing in one of its states, for what the step did not change of it.</summary>
    public T Thing => (Before ?? After)!;
}

/// <summary>What a step changed, as it is kept with it.</summary>
internal sealed record StepChanges(
    IReadOnlyList<Changed<Code>> Codes,
    IReadOnlyList<Changed<Coding>> Codings,
    IReadOnlyList<Changed<Attribution>> Attributions,
    IReadOnlyList<Changed<Memo>> Memos,
    IReadOnlyList<Changed<Reading>> Readings,
    IReadOnlyList<Changed<SuggestionVerdict>> Verdicts
)
{
    // Steps that were kept before there were any say nothing of them.

    /// <summary>Codings that are given blind.</summary>
    public IReadOnlyList<Changed<BlindCoding>> BlindCodings { get; init; } = [];

    /// <summary>Double codings that became codings that count.</summary>
    public IReadOnlyList<Changed<DoubleCoding>> DoubleCodings { get; init; } = [];

    /// <summary>What was read from print.</summary>
    public IReadOnlyList<Changed<PrintedClaim>> Printed { get; init; } = [];

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        Converters =
        {
            new KeyJson<Round>(),
            new KeyJson<Code>(),
            new KeyJson<Requirement>(),
            new KeyJson<Reporter>(),
            new KeyJson<TableColumn>(),
            new KeyJson<ColumnOption>(),
            new JsonStringEnumConverter(),
            new WholeMilliseconds(),
        },
    };

    public bool IsEmpty =>
        Codes.Count + Codings.Count + Attributions.Count + Memos.Count + Readings.Count + Verdicts.Count == 0
        && BlindCodings.Count + DoubleCodings.Count + Printed.Count == 0;

    /// <summary>What is about to be saved.</summary>
    /// <param name="tracker">Has it.</param>
    /// <param name="placed">The code that was given another place in the codebook; null where none was.</param>
    public static StepChanges Of(ChangeTracker tracker, Key<Code>? placed) =>
        new(
            // The places of all codes are reckoned anew after each step, so that alone is a change only of the one that was moved.
            [
                .. Read<Code>(tracker)
                    .Where(code =>
                        code.Thing.Id == placed || !IsSame(WithoutPlace(code.Before), WithoutPlace(code.After))
                    ),
            ],
            Read<Coding>(tracker),
            Read<Attribution>(tracker),
            Read<Memo>(tracker),
            Read<Reading>(tracker),
            Read<SuggestionVerdict>(tracker)
        )
        {
            BlindCodings = Read<BlindCoding>(tracker),
            DoubleCodings = Read<DoubleCoding>(tracker),
            Printed = Read<PrintedClaim>(tracker),
        };

    public static StepChanges Parse(string json)
    {
        var changes = JsonNode.Parse(json)!;
        foreach (var state in changes[nameof(Codes)]!.AsArray().SelectMany(States))
        {
            // Steps that were kept before codes said it have codes about documents as those in a group without a requirement.
            if (state[nameof(Code.ParentId)] is not null && state[nameof(Code.RequirementId)] is null)
            {
                state[nameof(Code.Subject)] = nameof(ReporterKind.Document);
            }
        }

        return changes.Deserialize<StepChanges>(Json)!;

        static IEnumerable<JsonNode> States(JsonNode? changed) =>
            new[] { changed?[nameof(Changed<Code>.Before)], changed?[nameof(Changed<Code>.After)] }.OfType<JsonNode>();
    }

    public override string ToString() => JsonSerializer.Serialize(this, Json);

    /// <summary>The same changes the other way: what was made is taken away again.</summary>
    public StepChanges Backwards() =>
        new(Back(Codes), Back(Codings), Back(Attributions), Back(Memos), Back(Readings), Back(Verdicts))
        {
            BlindCodings = Back(BlindCodings),
            DoubleCodings = Back(DoubleCodings),
            Printed = Back(Printed),
        };

    /// <summary>Whether two states of a thing are the same; times are compared by the millisecond, since engines keep them differently.</summary>
    public static bool IsSame<T>(T? one, T? other)
        where T : class => JsonSerializer.Serialize(one, Json) == JsonSerializer.Serialize(other, Json);

    /// <summary>A code as it is but for its place in the codebook.</summary>
    public static Code? WithoutPlace(Code? code)
    {
        if (code is null)
        {
            return null;
        }

        var copy = JsonSerializer.Deserialize<Code>(JsonSerializer.Serialize(code, Json), Json)!;
        copy.Order = 0;
        return copy;
    }

    private static IReadOnlyList<Changed<T>> Read<T>(ChangeTracker tracker)
        where T : class =>
        [
            .. from entry in tracker.Entries<T>()
            where entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
            select new Changed<T>(
                entry.State == EntityState.Added ? null : (T)entry.OriginalValues.ToObject(),
                entry.State == EntityState.Deleted ? null : (T)entry.CurrentValues.ToObject()
            ),
        ];

    private static IReadOnlyList<Changed<T>> Back<T>(IReadOnlyList<Changed<T>> changes)
        where T : class => [.. changes.Select(change => new Changed<T>(change.After, change.Before))];

    private sealed class WholeMilliseconds : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.ToUnixTimeMilliseconds());
    }
}
