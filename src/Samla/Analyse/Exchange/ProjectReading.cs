using System.Globalization;
using System.Xml.Linq;

namespace Samla.Analyse.Exchange;

/// <summary>Reads project.qde and the texts that it names.</summary>
internal sealed class ProjectReading(XElement root, QdpxPackage package, Troubles troubles, Notices notices)
{
    private const string File = QdaXml.ProjectFile;

    private static readonly string[] OtherSources = ["PictureSource", "PDFSource", "AudioSource", "VideoSource"];

    private readonly HashSet<Guid> _users = [];
    private readonly HashSet<Guid> _variables = [];
    private readonly HashSet<Guid> _sources = [];
    private readonly HashSet<Guid> _texts = [];
    private readonly HashSet<Guid> _noteIds = [];
    private readonly HashSet<Guid> _usedNotes = [];
    private readonly Dictionary<Guid, XElement> _notes = [];
    private HashSet<Guid> _codes = [];

    public ExchangeProject Read()
    {
        List<ExchangeUser> users =
        [
            .. Own(root.Items("Users", "User"), _users)
                .Select(user => new ExchangeUser(
                    user.Id,
                    user.Element.Value("name") ?? user.Element.Value("id") ?? ""
                )),
        ];
        var reading = new CodeReading(troubles, File);
        var codes = reading.Read(root.Named("CodeBook").SelectMany(book => book.Items("Codes", "Code")));
        _codes = reading.Ids;
        List<ExchangeVariable> variables =
        [
            .. Own(root.Items("Variables", "Variable"), _variables)
                .Select(one => new ExchangeVariable(one.Id, one.Element.Value("name") ?? "", Type(one.Element))),
        ];
        TakeNotes();
        var sources = Sources();
        var cases = Cases();
        TellWhatIsLeftOut();
        return new(root.Value("name") ?? "", users, codes, variables, cases, sources);
    }

    /// <summary>The elements with their ids, which no other of their kind may have.</summary>
    private IEnumerable<(XElement Element, Guid Id)> Own(IEnumerable<XElement> elements, HashSet<Guid> taken)
    {
        foreach (var element in elements)
        {
            if (QdaXml.Id(element.Value("guid")) is not { } id)
            {
                troubles.Add($"{File}: {element.Place} saknar guid, eller har en som inte är giltig. {Troubles.Again}");
            }
            else if (!taken.Add(id))
            {
                troubles.Add($"{File}: {element.Place} har samma guid som ett annat element ({id}). {Troubles.Again}");
            }
            else
            {
                yield return (element, id);
            }
        }
    }

    /// <summary>What an element refers to; null after saying that it is not there.</summary>
    private Guid? Target(XElement element, string attribute, HashSet<Guid> known, string what)
    {
        var text = element.Value(attribute);
        if (QdaXml.Id(text) is { } id && known.Contains(id))
        {
            return id;
        }

        troubles.Add(
            $"{File}: {element.Place} pekar på {what} {Troubles.Short(text ?? "utan guid")}, som inte finns i filen. {Troubles.Again}"
        );
        return null;
    }

    private Guid? User(XElement element) =>
        element.Value("creatingUser") is null ? null : Target(element, "creatingUser", _users, "användaren");

    private ExchangeType Type(XElement variable)
    {
        if (Enum.TryParse<ExchangeType>(variable.Value("typeOfVariable"), out var type) && Enum.IsDefined(type))
        {
            return type;
        }

        troubles.Add(
            $"{File}: {variable.Place} har typen ”{Troubles.Short(variable.Value("typeOfVariable") ?? "")}”, som inte finns i standarden. {Troubles.Again}"
        );
        return default;
    }

    private IReadOnlyList<ExchangeValue> Values(XElement element) =>
        [.. element.Named("VariableValue").Select(Value).OfType<ExchangeValue>()];

    private ExchangeValue? Value(XElement element)
    {
        if (element.Named("VariableRef").FirstOrDefault() is not { } reference)
        {
            troubles.Add($"{File}: {element.Place} saknar <VariableRef>. {Troubles.Again}");
            return null;
        }

        var value = element.Elements().FirstOrDefault(child => child.Name.LocalName != "VariableRef");
        // An answer that was left empty says nothing, and the schema lets it be left out.
        return Target(reference, "targetGUID", _variables, "variabeln") is { } variable && value is not null
            ? new(variable, QdaXml.WithLineFeeds(value.Value))
            : null;
    }

    private void TakeNotes()
    {
        foreach (var (element, id) in Own(root.Items("Notes", "Note"), _noteIds))
        {
            _notes[id] = element;
        }
    }

    private IReadOnlyList<ExchangeSource> Sources()
    {
        var all = root.Named("Sources").SelectMany(sources => sources.Elements()).ToList();
        var own = Own(all, _sources).ToList();
        return
        [
            .. own.Where(one => one.Element.Name.LocalName == "TextSource").Select(Source).OfType<ExchangeSource>(),
        ];
    }

    private ExchangeSource? Source((XElement Element, Guid Id) source)
    {
        var name = source.Element.Value("name") ?? source.Id.ToString();
        if (Content(source.Element, name) is not { } text)
        {
            return null;
        }

        _texts.Add(source.Id);
        return new(
            source.Id,
            name,
            text.Kept,
            Selections(source.Element, name, text),
            [.. source.Element.Named("NoteRef").Select(Note).OfType<ExchangeNote>()],
            Values(source.Element)
        );
    }

    /// <summary>The plain text, in the element or in a file; null after saying why not.</summary>
    private StoredText? Content(XElement element, string name)
    {
        if (element.Named("PlainTextContent").FirstOrDefault() is { } content)
        {
            return new(content.Value, HasMark: false);
        }

        if (element.Value("plainTextPath") is not { } path)
        {
            notices.LeaveOut(
                element.Value("richTextPath") is null
                    ? $"”{Troubles.Short(name)}” har ingen text."
                    : $"”{Troubles.Short(name)}” finns bara som Word-fil utan ren text, som markeringarna skulle peka i."
            );
            return null;
        }

        if (package.Find(path) is { } file)
        {
            return package.Text(file);
        }

        if (
            path.StartsWith("relative:", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("absolute:", StringComparison.OrdinalIgnoreCase)
        )
        {
            notices.LeaveOut(
                $"”{Troubles.Short(name)}” ligger utanför projektfilen ({Troubles.Short(path)}). Exportera projektet med texterna i filen."
            );
        }
        else
        {
            troubles.Add(
                $"{File}: {element.Place} pekar på filen {Troubles.Short(path)}, som inte finns i projektfilen. {Troubles.Again}"
            );
        }

        return null;
    }

    private List<ExchangeSelection> Selections(XElement source, string name, StoredText text)
    {
        List<(XElement Element, SelectionPlacer.Given Given)> given = [];
        foreach (var element in source.Named("PlainTextSelection"))
        {
            if (Given(element) is { } one)
            {
                given.Add((element, one));
            }
        }

        if (given.Count == 0)
        {
            return [];
        }

        var (placed, outside) = SelectionPlacer.Place(text, [.. given.Select(one => one.Given)]);
        if (placed is null)
        {
            var element = given.Find(one => one.Given == outside).Element;
            troubles.Add(
                $"{File}: {element.Place} gäller tecken {outside!.Value.Start}–{outside.Value.End} i ”{Troubles.Short(name)}”, som har {text.Kept.Length} tecken. {Troubles.Again}"
            );
            return [];
        }

        Tell(placed, name);
        List<ExchangeSelection> selections = [];
        foreach (var ((element, one), place) in given.Zip(placed.Places))
        {
            if (place is { } at)
            {
                selections.Add(Selection(element, at.Start, at.End));
            }
            else
            {
                notices.Unplaced(new(name, one.Start, one.Name));
            }
        }

        return selections;
    }

    private void Tell(SelectionPlacer.Placed placed, string name)
    {
        foreach (var assumption in placed.Reading.Assumptions)
        {
            notices.Assume(assumption, name);
        }

        if (!placed.IsTried)
        {
            notices.Assume(
                "Markeringarnas namn är inte de markerade orden, så det gick inte att pröva hur tecknen är räknade.",
                name
            );
        }
    }

    private SelectionPlacer.Given? Given(XElement element)
    {
        if (
            long.TryParse(
                element.Value("startPosition"),
                NumberStyles.Integer,
                CultureInfo.InvariantCulture,
                out var start
            )
            && long.TryParse(
                element.Value("endPosition"),
                NumberStyles.Integer,
                CultureInfo.InvariantCulture,
                out var end
            )
        )
        {
            return new(start, end, element.Value("name"));
        }

        troubles.Add(
            $"{File}: {element.Place} saknar startPosition eller endPosition, eller har något som inte är ett tal. {Troubles.Again}"
        );
        return null;
    }

    private ExchangeSelection Selection(XElement element, int start, int end)
    {
        var user = User(element);
        var at = element.Time("creationDateTime");
        return new(
            QdaXml.Id(element.Value("guid")) ?? Missing(element),
            element.Value("name"),
            start,
            end,
            user,
            at,
            [.. element.Named("Coding").Select(Coding).OfType<ExchangeCoding>()]
        );
    }

    private Guid Missing(XElement element)
    {
        troubles.Add($"{File}: {element.Place} saknar guid, eller har en som inte är giltig. {Troubles.Again}");
        return default;
    }

    private ExchangeCoding? Coding(XElement element)
    {
        if (element.Named("CodeRef").FirstOrDefault() is not { } reference)
        {
            troubles.Add($"{File}: {element.Place} saknar <CodeRef>. {Troubles.Again}");
            return null;
        }

        return Target(reference, "targetGUID", _codes, "koden") is { } code
            ? new(
                QdaXml.Id(element.Value("guid")) ?? Missing(element),
                code,
                User(element),
                element.Time("creationDateTime")
            )
            : null;
    }

    private ExchangeNote? Note(XElement reference)
    {
        if (Target(reference, "targetGUID", _noteIds, "anteckningen") is not { } id)
        {
            return null;
        }

        _usedNotes.Add(id);
        var element = _notes[id];
        var name = element.Value("name") ?? "";
        return Content(element, name) is { } text
            ? new(id, name, text.Kept, User(element), element.Time("creationDateTime"))
            : null;
    }

    private IReadOnlyList<ExchangeCase> Cases()
    {
        HashSet<Guid> taken = [];
        return
        [
            .. Own(root.Items("Cases", "Case"), taken)
                .Select(one => new ExchangeCase(
                    one.Id,
                    one.Element.Value("name") ?? "",
                    Values(one.Element),
                    // Pictures, films and the like are sources too, but are not read.
                    [
                        .. one
                            .Element.Named("SourceRef")
                            .Select(reference => Target(reference, "targetGUID", _sources, "källan"))
                            .OfType<Guid>()
                            .Where(_texts.Contains),
                    ]
                )),
        ];
    }

    private void TellWhatIsLeftOut()
    {
        foreach (var kind in OtherSources)
        {
            LeaveOut(root.Items("Sources", kind).Count(), $"Källor av slaget {kind}");
        }

        LeaveOut(_notes.Count - _usedNotes.Count, "Anteckningar som inte hör till en text");
        LeaveOut(
            root.Items("Sources", "TextSource").Sum(source => source.Named("Coding").Count()),
            "Kodningar av hela texter"
        );
        LeaveOut(root.Items("Links", "Link").Count(), "Länkar");
        LeaveOut(root.Items("Sets", "Set").Count(), "Grupper");
        LeaveOut(root.Items("Graphs", "Graph").Count(), "Diagram");
    }

    private void LeaveOut(int count, string what)
    {
        if (count > 0)
        {
            notices.LeaveOut($"{what} är inte lästa ({count} st).");
        }
    }
}
