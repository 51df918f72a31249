using System.Globalization;
using System.Xml.Linq;
using Samla.Collect.Word;

namespace Samla.Check.Reading;

/// <summary>
/// The numbers that Word gives notes when it shows them. Numbers that begin anew in each section or on each page go on instead, and
/// endnotes beside footnotes come after them: a number must tell one note from another.
/// </summary>
internal sealed class WordNoteNumbers
{
    private const int Highest = 10_000;

    private readonly Dictionary<WordNoteKey, int> _numbers = [];
    private readonly Dictionary<WordNoteKey, XElement> _notes = [];

    public WordNoteNumbers(WordParts parts)
    {
        Take(parts.Footnotes, isEndnote: false);
        Take(parts.Endnotes, isEndnote: true);
        var references = parts
            .Body.Descendants()
            .Where(IsReference)
            .Where(one => _notes.ContainsKey(KeyOf(one)))
            .ToList();
        foreach (var typed in references.Where(one => TypedMark(one) is not null))
        {
            if (
                int.TryParse(TypedMark(typed), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number < Highest
            )
            {
                _numbers.TryAdd(KeyOf(typed), number);
            }
        }

        var counted = references.Where(one => TypedMark(one) is null).Select(KeyOf).ToLookup(key => key.IsEndnote);
        var next = First(parts, "footnotePr");
        foreach (var key in counted[false])
        {
            next += _numbers.TryAdd(key, next) ? 1 : 0;
        }

        next = counted.Contains(false) ? next : First(parts, "endnotePr");
        foreach (var key in counted[true])
        {
            next += _numbers.TryAdd(key, next) ? 1 : 0;
        }
    }

    /// <summary>Whether the text refers to any note.</summary>
    public bool Any => _numbers.Count > 0;

    /// <summary>The number of a note; null where the file has no such note, or another sign than a number as its mark.</summary>
    public int? Of(WordNoteKey key) => _numbers.TryGetValue(key, out var number) ? number : null;

    /// <summary>Whether an element refers to a note, in text that is not taken away.</summary>
    public static bool IsReference(XElement element) =>
        element.WordName is "footnoteReference" or "endnoteReference"
        && !element.Ancestors().Any(outer => outer.IsWord("del") || outer.IsWord("moveFrom"));

    /// <summary>The note that a reference leads to.</summary>
    public static WordNoteKey KeyOf(XElement reference) =>
        new(reference.IsWord("endnoteReference"), reference.Value("id") ?? "");

    /// <summary>What somebody has typed as the mark, in the same run after the reference; null where Word numbers it.</summary>
    public static string? TypedMark(XElement reference) =>
        reference.Value("customMarkFollows") is null or "0" or "false" or "off"
            ? null
            : string.Concat(reference.ElementsAfterSelf().TakeWhile(one => one.IsWord("t")).Select(one => one.Value))
                .Trim();

    /// <summary>Whether the file has a note.</summary>
    public bool Has(WordNoteKey key) => _notes.ContainsKey(key);

    /// <summary>The content of a note that the file has.</summary>
    public XElement NoteOf(WordNoteKey key) => _notes[key];

    private void Take(XElement? part, bool isEndnote)
    {
        foreach (var note in part?.Elements() ?? [])
        {
            _notes.TryAdd(new WordNoteKey(isEndnote, note.Value("id") ?? ""), note);
        }
    }

    private static int First(WordParts parts, string properties) =>
        new[] { parts.Settings?.Child(properties) }
            .Concat(
                parts.Body.Descendants().Where(one => one.IsWord("sectPr")).Select(section => section.Child(properties))
            )
            .Select(found => found?.Child("numStart")?.Value("val"))
            .Select(start => int.TryParse(start, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .FirstOrDefault(number => number is > 0 and < Highest, 1);
}
