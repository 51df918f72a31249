using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Samla.Analyse.Search;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Data;

/// <summary>What is about to be saved, as the audit trail keeps it.</summary>
internal static class ChangeList
{
    /// <summary>More changed things than this are counted by kind and not listed.</summary>
    private const int MostListed = 50;

    /// <summary>Longer texts are told by their length and hash: a line of the trail is to be read, and the text stands where it is.</summary>
    private const int LongestText = 100_000;

    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(ChangeTracker tracker)
    {
        List<EntityEntry> changed =
        [
            .. tracker
                .Entries()
                .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
                // What a text is found by says nothing that the text does not.
                .Where(entry => entry.Entity is not SearchText),
        ];
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            if (changed.Count > MostListed)
            {
                WriteCounts(json, changed);
            }
            else
            {
                json.WriteStartArray();
                changed.ForEach(entry => WriteEntry(json, entry));
                json.WriteEndArray();
            }
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private static void WriteCounts(Utf8JsonWriter json, List<EntityEntry> changed)
    {
        json.WriteStartObject();
        foreach (var kind in changed.CountBy(entry => NameOf(entry)).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            json.WriteNumber(kind.Key, kind.Value);
        }

        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, EntityEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("what", NameOf(entry));
        json.WriteString("how", entry.State.ToString());
        foreach (var property in entry.Properties)
        {
            if (entry.State == EntityState.Modified && !property.IsModified && !property.Metadata.IsPrimaryKey())
            {
                continue;
            }

            if (Has<PersonalAttribute>(property))
            {
                if (entry.State == EntityState.Modified)
                {
                    json.WriteString(property.Metadata.Name, "ändrat");
                }
            }
            else if (entry.State != EntityState.Modified || property.Metadata.IsPrimaryKey())
            {
                json.WriteString(property.Metadata.Name, Words(property, property.CurrentValue));
            }
            else
            {
                json.WriteString($"{property.Metadata.Name}.before", Words(property, property.OriginalValue));
                json.WriteString($"{property.Metadata.Name}.after", Words(property, property.CurrentValue));
            }
        }

        json.WriteEndObject();
    }

    // The same on every machine, whatever its language.
    private static string? Words(PropertyEntry property, object? value) =>
        value switch
        {
            null => null,
            string text when text.Length > LongestText || Has<DraftAttribute>(property) =>
                $"{text.Length} tecken, sha256 {Source.HashOf(text)}",
            byte[] bytes => $"{bytes.Length.ToString(CultureInfo.InvariantCulture)} byte",
            IEnumerable<string> texts => string.Join("; ", texts),
            IEnumerable<Key<Requirement>> keys => string.Join("; ", keys),
            IEnumerable<int> numbers => string.Join("; ", numbers),
            IFormattable formattable => formattable.ToString(format: null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };

    private static bool Has<T>(PropertyEntry property)
        where T : Attribute => property.Metadata.PropertyInfo?.IsDefined(typeof(T)) == true;

    private static string NameOf(EntityEntry entry) => entry.Metadata.ClrType.Name;
}
