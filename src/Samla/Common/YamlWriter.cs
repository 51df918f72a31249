using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Samla.Common;

/// <summary>Writes a record as YAML that <see cref="YamlReader"/> reads back as the same. What may be left out and is empty is left out.</summary>
public static class YamlWriter
{
    public static string Write<T>(T value, JsonSerializerOptions options)
        where T : class
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(
            text,
            new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 128)
        );
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        Write(emitter, value, options);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Write(Emitter emitter, object value, JsonSerializerOptions options)
    {
        var info = options.GetTypeInfo(value.GetType());
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Block));
                foreach (var property in info.Properties)
                {
                    if (property.Get!(value) is { } field && (property.IsRequired || field is not ("" or false)))
                    {
                        emitter.Emit(new Scalar(property.Name));
                        Write(emitter, field, options);
                    }
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonTypeInfoKind.Enumerable:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
                foreach (var item in (System.Collections.IEnumerable)value)
                {
                    Write(emitter, item!, options);
                }

                emitter.Emit(new SequenceEnd());
                break;
            default:
                emitter.Emit(WordOf(value));
                break;
        }
    }

    private static Scalar WordOf(object value) =>
        value switch
        {
            string text => new Scalar(
                AnchorName.Empty,
                TagName.Empty,
                text,
                IsPlain(text) ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted,
                isPlainImplicit: true,
                isQuotedImplicit: true
            ),
            true => new Scalar("true"),
            false => new Scalar("false"),
            IFormattable number => new Scalar(number.ToString(null, CultureInfo.InvariantCulture)),
            _ => throw new InvalidOperationException($"{value.GetType()} cannot be written."),
        };

    // Sentences are written bare. What another program could take for a number, a date or a word of YAML is quoted.
    private static bool IsPlain(string text) =>
        text is [var first, .., var last]
        && char.IsLetter(first)
        && !char.IsWhiteSpace(last)
        && last != ':'
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && text.All(sign =>
            sign is >= ' ' and < '\u007F' or 'å' or 'ä' or 'ö' or 'Å' or 'Ä' or 'Ö' or 'é' or '§' or '”' or '’' or '–'
        )
        && text.ToLowerInvariant() is not ("true" or "false" or "yes" or "no" or "on" or "off" or "null" or "y" or "n");
}
