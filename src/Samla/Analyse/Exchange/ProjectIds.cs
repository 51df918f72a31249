using System.Xml.Linq;

namespace Samla.Analyse.Exchange;

/// <summary>The ids of the things in a project.qde, and whether what refers to them finds them.</summary>
internal sealed class ProjectIds(Troubles troubles)
{
    private const string File = QdaXml.ProjectFile;

    public HashSet<Guid> Users { get; } = [];

    public HashSet<Guid> Variables { get; } = [];

    public HashSet<Guid> Notes { get; } = [];

    /// <summary>Of all kinds, pictures and films too.</summary>
    public HashSet<Guid> Sources { get; } = [];

    public HashSet<Guid> Cases { get; } = [];

    public HashSet<Guid> Codes { get; set; } = [];

    /// <summary>Those of the codes that say that words are starred.</summary>
    public HashSet<Guid> Stars { get; set; } = [];

    /// <summary>The elements with their ids, which no other of their kind may have.</summary>
    public IEnumerable<(XElement Element, Guid Id)> Own(IEnumerable<XElement> elements, HashSet<Guid> taken)
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
    public Guid? Target(XElement element, string attribute, HashSet<Guid> known, string what)
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

    public Guid? User(XElement element) =>
        element.Value("creatingUser") is null ? null : Target(element, "creatingUser", Users, "användaren");

    /// <summary>What an element is called, which another of its kind may be too.</summary>
    public Guid Id(XElement element)
    {
        if (QdaXml.Id(element.Value("guid")) is { } id)
        {
            return id;
        }

        troubles.Add($"{File}: {element.Place} saknar guid, eller har en som inte är giltig. {Troubles.Again}");
        return default;
    }
}
