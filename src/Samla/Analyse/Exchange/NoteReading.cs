using System.Xml.Linq;

namespace Samla.Analyse.Exchange;

/// <summary>Reads notes where something refers to them, and tells of those that nothing does that Samla has notes on.</summary>
internal sealed class NoteReading
{
    private const int MostNamed = 5;

    private readonly ProjectIds _ids;
    private readonly TextReading _texts;
    private readonly Notices _notices;
    private readonly Dictionary<Guid, XElement> _notes;
    private readonly Dictionary<Guid, ExchangeNote?> _read = [];

    public NoteReading(XElement root, ProjectIds ids, TextReading texts, Notices notices)
    {
        _ids = ids;
        _texts = texts;
        _notices = notices;
        _notes = ids.Own(root.Items("Notes", "Note"), ids.Notes).ToDictionary(note => note.Id, note => note.Element);
    }

    /// <summary>What was noted of an element.</summary>
    public IReadOnlyList<ExchangeNote> Of(XElement element) => Of(element, "NoteRef");

    public IReadOnlyList<ExchangeNote> Of(XElement element, string reference) =>
        [.. element.Named(reference).Select(Note).OfType<ExchangeNote>()];

    private ExchangeNote? Note(XElement reference)
    {
        if (_ids.Target(reference, "targetGUID", _ids.Notes, "anteckningen") is not { } id)
        {
            return null;
        }

        if (!_read.TryGetValue(id, out var note))
        {
            var element = _notes[id];
            var name = element.Value("name") ?? "";
            _read[id] = note = _texts.Read(element, name) is { } text
                ? new(id, name, text.Kept, _ids.User(element), element.Time("creationDateTime"))
                {
                    ChangedAt = element.Time("modifiedDateTime"),
                }
                : null;
        }

        return note;
    }

    /// <summary>Some programs keep what was noted of a text or a passage as its description.</summary>
    public IEnumerable<ExchangeNote> Described(XElement element, Guid id) =>
        element.Text("Description") is { } text && !string.IsNullOrWhiteSpace(text)
            ?
            [
                new(
                    NamedGuid.Of(id, "description"),
                    "Beskrivning",
                    text,
                    _ids.User(element),
                    element.Time("creationDateTime")
                ),
            ]
            : [];

    /// <summary>To be called when all has been read.</summary>
    public void TellWhatIsLeftOut()
    {
        var left = _notes.Where(note => !_read.ContainsKey(note.Key)).Select(note => note.Value).ToList();
        if (left.Count > 0)
        {
            var names = left.Take(MostNamed).Select(note => $"”{Troubles.Short(note.Value("name") ?? "")}”");
            _notices.LeaveOut(
                $"Anteckningar som inte hör till en text, kod, kodning eller grupp är inte lästa ({left.Count} st): {string.Join(", ", names)}{(left.Count > MostNamed ? " med flera" : "")}."
            );
        }

        _notices.LeaveOut(
            _notes.Values.Sum(note =>
                note.Elements().Count(child => child.Name.LocalName is "NoteRef" or "Coding" or "PlainTextSelection")
            ),
            "Kodningar i anteckningar, och anteckningar om dem,"
        );
    }
}
