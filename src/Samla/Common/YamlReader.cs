using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Samla.Common;

/// <summary>Where something stands in a YAML text, counted from 1.</summary>
public sealed record YamlPlace(long Line, long Column)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"rad {Line}, kolumn {Column}");
}

/// <summary>What is wrong in a YAML text.</summary>
/// <param name="Place">Null where it is not one place.</param>
/// <param name="Reason">What is wrong and what was expected, in Swedish.</param>
public sealed record YamlError(YamlPlace? Place, string Reason);

/// <summary>
/// Reads YAML strictly into a record that JSON is read into as well. The record's types decide what a word is, so that a
/// county code 09 is a text and <c>no</c> is not false. Whatever makes YAML large or alive is refused: anchors, tags, several documents.
/// </summary>
public sealed class YamlReader
{
    /// <summary>More than this is no form that somebody wrote.</summary>
    public const int MostBytes = 1 << 20;

    private const int MostLevels = 16;
    private const int MostErrors = 20;

    private readonly JsonSerializerOptions _options;
    private readonly List<YamlError> _errors = [];
    private readonly List<(string Path, YamlPlace Place)> _ids = [];

    private bool _isStopped;

    private YamlReader(JsonSerializerOptions options) => _options = options;

    /// <param name="yaml">The text in UTF-8.</param>
    /// <param name="options">By which JSON would be read into the record.</param>
    public static Outcome<T> Read<T>(ReadOnlySpan<byte> yaml, JsonSerializerOptions options)
        where T : class
    {
        if (yaml.Length > MostBytes)
        {
            return Refused<T>("Filen är för stor. Den får ha högst en megabyte.");
        }

        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(yaml).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Refused<T>("Filen är inte skriven i UTF-8. Spara den på nytt med den kodningen.");
        }

        var reader = new YamlReader(options);
        var node = reader.Document(text, typeof(T));
        return reader._errors.Count > 0 || node is null
            ? new Outcome<T>.Refused(reader._errors)
            : new Outcome<T>.Fits(node.Deserialize<T>(options)!, reader.Places());
    }

    private static Outcome<T>.Refused Refused<T>(string reason)
        where T : class => new([new YamlError(null, reason)]);

    /// <summary>Where each entry that has an id stands; ids that several entries have are left out.</summary>
    private Dictionary<string, YamlPlace> Places() =>
        _ids.GroupBy(id => id.Path)
            .Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.First().Place);

    private JsonNode? Document(string text, Type type)
    {
        try
        {
            var parser = new Events(new Parser(new StringReader(text)));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                Report(null, "Filen är tom.");
                return null;
            }

            parser.Consume<DocumentStart>();
            var node = Value(parser, type, isNullable: false, level: 1);
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _))
            {
                Report(PlaceOf(parser.Current), "Filen ska ha ett enda dokument. Ta bort det som följer efter ---.");
            }

            return node;
        }
        catch (YamlException) when (_isStopped)
        {
            // what stopped it is reported
        }
        catch (YamlException exception)
        {
            // The library's own words are in English and about its grammar.
            Report(
                new YamlPlace(exception.Start.Line, exception.Start.Column),
                "Är ingen giltig YAML. Kontrollera indrag, kolon och citattecken."
            );
        }

        return null;
    }

    private JsonNode? Value(IParser parser, Type type, bool isNullable, int level)
    {
        var place = PlaceOf(parser.Current);
        switch (parser.Current)
        {
            case AnchorAlias:
                Stop(place, "Hänvisningar (*namn) tas inte emot. Skriv ut texten.");
                break;
            case NodeEvent { Anchor.IsEmpty: false }:
                Stop(place, "Ankare (&namn) tas inte emot. Ta bort det.");
                break;
            case NodeEvent { Tag.IsEmpty: false }:
                Stop(place, "Typer (!typ) tas inte emot. Ta bort den.");
                break;
        }

        if (level > MostLevels)
        {
            Stop(place, "Filen har för många nivåer.");
        }

        var info = _options.GetTypeInfo(type);
        switch (info.Kind, parser.Current)
        {
            case (JsonTypeInfoKind.Object, MappingStart):
                return Mapping(parser, info, level);
            case (JsonTypeInfoKind.Enumerable, SequenceStart):
                return Sequence(parser, info.ElementType!, level);
            case (JsonTypeInfoKind.None, Scalar):
                return Word(parser.Consume<Scalar>(), type, isNullable);
            default:
                Report(
                    place,
                    info.Kind switch
                    {
                        JsonTypeInfoKind.Object => "Här ska det stå fält med namn och värde.",
                        JsonTypeInfoKind.Enumerable => "Här ska det stå en lista.",
                        _ => "Här ska det stå ett enda värde.",
                    }
                );
                Skip(parser, level);
                return null;
        }
    }

    private JsonObject Mapping(IParser parser, JsonTypeInfo info, int level)
    {
        var start = PlaceOf(parser.Consume<MappingStart>());
        var fields = new JsonObject();
        var known = info.Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var idPlace = start;
        var firstInner = _ids.Count;
        while (!parser.Accept<MappingEnd>(out _))
        {
            var place = PlaceOf(parser.Current);
            if (parser.Current is not Scalar { Anchor.IsEmpty: true, Tag.IsEmpty: true, Value: var name })
            {
                Stop(place, "Ett fälts namn ska vara ett ord.");
                break;
            }

            if (name.Length == 0)
            {
                // The library tells of no value after it.
                Stop(place, "Ett fälts namn saknas före kolonet.");
            }

            parser.MoveNext();
            if (!known.TryGetValue(name, out var property))
            {
                Report(place, $"Okänt fält: {Short(name)}. Välj bland: {string.Join(", ", known.Keys)}.");
                Skip(parser, level + 1);
            }
            else if (!seen.Add(name))
            {
                Report(place, $"Fältet {name} står två gånger.");
                Skip(parser, level + 1);
            }
            else
            {
                fields[name] = Value(parser, property.PropertyType, property.IsSetNullable, level + 1);
                idPlace = name == "id" ? place : idPlace;
            }
        }

        parser.Consume<MappingEnd>();
        foreach (var missing in info.Properties.Where(property => property.IsRequired && !seen.Contains(property.Name)))
        {
            Report(start, $"Fältet {missing.Name} saknas.");
        }

        Remember(fields, idPlace, firstInner);
        return fields;
    }

    /// <summary>An entry's place is found by its id, and that of a column by its table's id before its own.</summary>
    private void Remember(JsonObject fields, YamlPlace place, int firstInner)
    {
        if (fields["id"] is not JsonValue value || !value.TryGetValue<string>(out var id))
        {
            return;
        }

        var inside = _ids.Skip(firstInner).Where(one => !one.Path.Contains('/', StringComparison.Ordinal)).ToList();
        _ids.AddRange(inside.Select(one => ($"{id}/{one.Path}", one.Place)));
        _ids.Add((id, place));
    }

    private JsonArray Sequence(IParser parser, Type element, int level)
    {
        parser.Consume<SequenceStart>();
        var items = new JsonArray();
        while (!parser.Accept<SequenceEnd>(out _))
        {
            items.Add(Value(parser, element, isNullable: false, level + 1));
        }

        parser.Consume<SequenceEnd>();
        return items;
    }

    private JsonValue? Word(Scalar scalar, Type type, bool isNullable)
    {
        var isPlain = scalar.Style == ScalarStyle.Plain;
        if (isPlain && scalar.Value is "" or "~" or "null")
        {
            if (!isNullable)
            {
                Report(PlaceOf(scalar), "Ett värde saknas. Skriv \"\" för en tom text.");
            }

            return null;
        }

        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare == typeof(string))
        {
            return JsonValue.Create(scalar.Value);
        }

        if (
            bare == typeof(int)
            && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        )
        {
            return JsonValue.Create(number);
        }

        if (bare == typeof(bool) && scalar.Value is "true" or "false")
        {
            return JsonValue.Create(scalar.Value == "true");
        }

        Report(
            PlaceOf(scalar),
            bare == typeof(bool) ? "Här ska det stå true eller false." : "Här ska det stå ett heltal."
        );
        return null;
    }

    private void Skip(IParser parser, int level)
    {
        for (var depth = 0; ; )
        {
            switch (parser.Current)
            {
                case MappingStart or SequenceStart:
                    depth++;
                    break;
                case MappingEnd or SequenceEnd:
                    depth--;
                    break;
            }

            if (level + depth > MostLevels)
            {
                Stop(PlaceOf(parser.Current), "Filen har för många nivåer.");
            }

            // What the library makes of a broken text may end in the middle of a value, or before there is one.
            var here = parser.Current?.Start ?? Mark.Empty;
            if (depth < 0 || !parser.MoveNext())
            {
                throw new YamlException(here, here, "The text ends within a value.");
            }

            if (depth == 0)
            {
                return;
            }
        }
    }

    private void Report(YamlPlace? place, string reason)
    {
        _errors.Add(new YamlError(place, reason));
        if (_errors.Count >= MostErrors)
        {
            throw Stopped();
        }
    }

    /// <summary>Reports what is not worth reading on after.</summary>
    private void Stop(YamlPlace? place, string reason)
    {
        _errors.Add(new YamlError(place, reason));
        throw Stopped();
    }

    private YamlException Stopped()
    {
        _isStopped = true;
        return new YamlException("Stopped.");
    }

    private static YamlPlace PlaceOf(ParsingEvent? at) => new(at?.Start.Line ?? 1, at?.Start.Column ?? 1);

    private static string Short(string name) => name.Length <= 40 ? name : name[..40] + "…";

    /// <summary>The library's events. Its scanner lets its own mistakes out on some broken texts; they are slips of the text here.</summary>
    private sealed class Events(Parser parser) : IParser
    {
        public ParsingEvent? Current => parser.Current;

        public bool MoveNext()
        {
            var before = parser.Current;
            try
            {
                return parser.MoveNext();
            }
            catch (Exception exception) when (exception is not YamlException)
            {
                throw new YamlException(
                    before?.Start ?? Mark.Empty,
                    before?.End ?? Mark.Empty,
                    exception.Message,
                    exception
                );
            }
        }
    }

    public abstract record Outcome<T>
        where T : class
    {
        private Outcome() { }

        /// <param name="Places">Where each entry stands: by its id, or for what stands in another entry also "outer/inner".</param>
        public sealed record Fits(T Value, IReadOnlyDictionary<string, YamlPlace> Places) : Outcome<T>;

        /// <param name="Errors">At least one.</param>
        public sealed record Refused(IReadOnlyList<YamlError> Errors) : Outcome<T>;
    }
}
