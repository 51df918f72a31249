using System.Xml.Linq;

namespace Samla.Analyse.Exchange;

/// <summary>Reads project.qde and the texts that it names.</summary>
internal sealed class ProjectReading(XElement root, QdpxPackage package, Troubles troubles, Notices notices)
{
    private const string File = QdaXml.ProjectFile;

    private static readonly string[] OtherSources = ["PictureSource", "PDFSource", "AudioSource", "VideoSource"];

    private readonly ProjectIds _ids = new(troubles);
    private readonly TextReading _texts = new(package, troubles, notices);
    private readonly HashSet<Guid> _read = [];

    public ExchangeProject Read()
    {
        List<ExchangeUser> users =
        [
            .. _ids.Own(root.Items("Users", "User"), _ids.Users)
                .Select(user => new ExchangeUser(
                    user.Id,
                    user.Element.Value("name") ?? user.Element.Value("id") ?? ""
                )),
        ];
        var notes = new NoteReading(root, _ids, _texts, notices);
        var reading = new CodeReading(troubles, File, notes.Of);
        var codes = reading.Read(root.Named("CodeBook").SelectMany(book => book.Items("Codes", "Code")));
        _ids.Codes = reading.Ids;
        _ids.Stars = [.. codes.SelectMany(code => code.AndBelow).Where(StarCode.Is).Select(code => code.Id)];
        List<ExchangeVariable> variables =
        [
            .. _ids.Own(root.Items("Variables", "Variable"), _ids.Variables)
                .Select(one => new ExchangeVariable(one.Id, one.Element.Value("name") ?? "", Type(one.Element))),
        ];
        var sources = Sources(notes);
        var cases = Cases(notes);
        var sets = Sets(notes);
        notes.TellWhatIsLeftOut();
        TellWhatIsLeftOut();
        return new(root.Value("name") ?? "", users, StarCode.Without(codes), variables, cases, sources) { Sets = sets };
    }

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
        return _ids.Target(reference, "targetGUID", _ids.Variables, "variabeln") is { } variable && value is not null
            ? new(variable, QdaXml.WithLineFeeds(value.Value))
            : null;
    }

    private IReadOnlyList<ExchangeSource> Sources(NoteReading notes)
    {
        var all = root.Named("Sources").SelectMany(sources => sources.Elements()).ToList();
        var own = _ids.Own(all, _ids.Sources).ToList();
        var selections = new SelectionReading(_ids, notes, troubles, notices);
        return
        [
            .. own.Where(one => one.Element.Name.LocalName == "TextSource")
                .Select(one => Source(one.Element, one.Id, selections, notes))
                .OfType<ExchangeSource>(),
        ];
    }

    private ExchangeSource? Source(XElement element, Guid id, SelectionReading selections, NoteReading notes)
    {
        var name = element.Value("name") ?? id.ToString();
        if (_texts.Read(element, name) is not { } text)
        {
            return null;
        }

        _read.Add(id);
        return new(
            id,
            name,
            text.Kept,
            selections.Read(element, name, text),
            [.. notes.Described(element, id), .. notes.Of(element)],
            Values(element)
        );
    }

    /// <summary>The texts that an element refers to. Pictures, films and the like are sources too, but are not read.</summary>
    private IReadOnlyList<Guid> Texts(XElement element, string reference) =>
        [
            .. element
                .Named(reference)
                .Select(one => _ids.Target(one, "targetGUID", _ids.Sources, "källan"))
                .OfType<Guid>()
                .Where(_read.Contains),
        ];

    private IReadOnlyList<ExchangeCase> Cases(NoteReading notes)
    {
        var cases = _ids.Own(root.Items("Cases", "Case"), _ids.Cases).ToList();
        var reasons = Links(notes).ToLookup(link => link.Origin, link => link.Code);
        return
        [
            .. cases.Select(one => new ExchangeCase(
                one.Id,
                one.Element.Value("name") ?? "",
                Values(one.Element),
                Texts(one.Element, "SourceRef")
            )
            {
                Codes = Codes(one.Element, one.Id, [.. reasons[one.Id]]),
            }),
        ];
    }

    /// <summary>With the reasons that the links to the codes have.</summary>
    private IReadOnlyList<ExchangeCaseCode> Codes(XElement element, Guid id, IReadOnlyList<ExchangeCaseCode> reasons) =>
        [
            .. reasons,
            .. element
                .Named("CodeRef")
                .Select(reference => _ids.Target(reference, "targetGUID", _ids.Codes, "koden"))
                .OfType<Guid>()
                .Distinct()
                .Where(code => !_ids.Stars.Contains(code) && reasons.All(one => one.Code != code))
                .Select(code => new ExchangeCaseCode(NamedGuid.Of(id, code.ToString()), code, Reason: null)),
        ];

    /// <summary>Links from cases to codes that say why the case has the code.</summary>
    private IEnumerable<(Guid Origin, ExchangeCaseCode Code)> Links(NoteReading notes)
    {
        foreach (var link in root.Items("Links", "Link").Where(IsReason))
        {
            if (notes.Of(link) is [var reason, ..])
            {
                yield return (Of(link, "originGUID"), new(Of(link, "guid"), Of(link, "targetGUID"), reason));
            }
        }

        static Guid Of(XElement link, string attribute) => QdaXml.Id(link.Value(attribute))!.Value;
    }

    private bool IsReason(XElement link) =>
        QdaXml.Id(link.Value("guid")) is not null
        && QdaXml.Id(link.Value("originGUID")) is { } origin
        && _ids.Cases.Contains(origin)
        && QdaXml.Id(link.Value("targetGUID")) is { } target
        && _ids.Codes.Contains(target)
        && !_ids.Stars.Contains(target)
        && link.Named("NoteRef").Any();

    /// <summary>Those that something is noted of; all else that groups are for is in the tree of codes and in the cases.</summary>
    private IReadOnlyList<ExchangeSet> Sets(NoteReading notes)
    {
        HashSet<Guid> taken = [];
        return
        [
            .. _ids.Own(NotedSets, taken)
                .Select(set => new ExchangeSet(
                    set.Id,
                    set.Element.Value("name") ?? "",
                    Texts(set.Element, "MemberSource"),
                    notes.Of(set.Element, "MemberNote")
                )),
        ];
    }

    private IEnumerable<XElement> NotedSets => root.Items("Sets", "Set").Where(set => set.Named("MemberNote").Any());

    private void TellWhatIsLeftOut()
    {
        foreach (var kind in OtherSources)
        {
            notices.LeaveOut(root.Items("Sources", kind).Count(), $"Källor av slaget {kind}");
        }

        notices.LeaveOut(
            root.Items("Sources", "TextSource").Sum(source => source.Named("Coding").Count()),
            "Kodningar av hela texter"
        );
        notices.LeaveOut(root.Items("Links", "Link").Count(link => !IsReason(link)), "Länkar");
        notices.LeaveOut(root.Items("Sets", "Set").Count() - NotedSets.Count(), "Grupper");
        notices.LeaveOut(root.Items("Graphs", "Graph").Count(), "Diagram");
    }
}
