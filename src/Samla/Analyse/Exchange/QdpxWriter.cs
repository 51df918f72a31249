using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Samla.Analyse.Exchange;

/// <summary>Writes a project as a .qdpx file: a ZIP with project.qde, and each text as a file of its own.</summary>
public static class QdpxWriter
{
    // A ZIP tells when each file was put into it. Only a time of no meaning is the same the next time.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="output">Is written to and left open.</param>
    /// <param name="project">What its parts refer to by ids must be in it.</param>
    public static void Write(Stream output, ExchangeProject project)
    {
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        using (var qde = Entry(archive, QdaXml.ProjectFile))
        {
            using var xml = QdaWriting.Writer(qde);
            WriteProject(xml, project);
        }

        foreach (var source in project.Sources)
        {
            using var text = Entry(archive, QdaXml.SourcesFolder + TextFile(source));
            text.Write(Encoding.UTF8.GetBytes(source.Text));
        }
    }

    private static Stream Entry(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }

    private static string TextFile(ExchangeSource source) => $"{QdaWriting.Of(source.Id)}.txt";

    private static void WriteProject(XmlWriter xml, ExchangeProject project)
    {
        xml.WriteStartElement("Project", QdaXml.ProjectNamespace);
        xml.Attribute("name", project.Name);
        xml.Attribute("origin", QdaWriting.Origin);
        Group(xml, "Users", project.Users, WriteUser);
        List<ExchangeCode> codes = HasStars(project) ? [.. project.Codes, StarCode.Code] : [.. project.Codes];
        if (codes.Count > 0)
        {
            xml.WriteStartElement("CodeBook");
            xml.Codes(codes);
            xml.WriteEndElement();
        }

        var types = project.Variables.ToDictionary(variable => variable.Id, variable => variable.Type);
        Group(xml, "Variables", project.Variables, WriteVariable);
        Group(xml, "Cases", project.Cases, (writer, one) => WriteCase(writer, one, types));
        Group(xml, "Sources", project.Sources, (writer, source) => WriteSource(writer, source, types));
        Group(xml, "Notes", [.. Notes(project).DistinctBy(note => note.Id)], WriteNote);
        Group(
            xml,
            "Links",
            [
                .. project.Cases.SelectMany(one =>
                    one.Codes.Where(code => code.Reason is not null).Select(code => (one.Id, code))
                ),
            ],
            (writer, link) => WriteLink(writer, link.Id, link.code)
        );
        Group(xml, "Sets", project.Sets, WriteSet);
        xml.WriteEndElement();
    }

    private static bool HasStars(ExchangeProject project) =>
        project.Sources.Any(source =>
            source.Selections.Any(selection => selection.Codings.Any(coding => coding.IsStarred))
        );

    /// <summary>In the order in which what they are about is written.</summary>
    private static IEnumerable<ExchangeNote> Notes(ExchangeProject project) =>
        [
            .. project.Codes.SelectMany(code => code.AndBelow).SelectMany(code => code.Notes),
            .. project.Cases.SelectMany(one => one.Codes).Select(code => code.Reason).OfType<ExchangeNote>(),
            .. project.Sources.SelectMany(source =>
                source
                    .Selections.SelectMany(selection => selection.Codings)
                    .SelectMany(coding => coding.Notes)
                    .Concat(source.Notes)
            ),
            .. project.Sets.SelectMany(set => set.Notes),
        ];

    /// <summary>The schema has no empty groups.</summary>
    private static void Group<T>(XmlWriter xml, string name, IReadOnlyList<T> items, Action<XmlWriter, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        xml.WriteStartElement(name);
        foreach (var item in items)
        {
            write(xml, item);
        }

        xml.WriteEndElement();
    }

    private static void WriteUser(XmlWriter xml, ExchangeUser user)
    {
        xml.WriteStartElement("User");
        xml.Attribute("guid", (Guid?)user.Id);
        xml.Attribute("name", user.Name);
        xml.WriteEndElement();
    }

    private static void WriteVariable(XmlWriter xml, ExchangeVariable variable)
    {
        xml.WriteStartElement("Variable");
        xml.Attribute("guid", (Guid?)variable.Id);
        xml.Attribute("name", variable.Name);
        xml.Attribute("typeOfVariable", variable.Type.ToString());
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, ExchangeCase one, Dictionary<Guid, ExchangeType> types)
    {
        xml.WriteStartElement("Case");
        xml.Attribute("guid", (Guid?)one.Id);
        xml.Attribute("name", one.Name);
        foreach (var code in one.Codes.Select(code => code.Code).Distinct())
        {
            xml.Reference("CodeRef", code);
        }

        WriteValues(xml, one.Values, types);
        foreach (var source in one.Sources)
        {
            xml.Reference("SourceRef", source);
        }

        xml.WriteEndElement();
    }

    private static void WriteValues(
        XmlWriter xml,
        IReadOnlyList<ExchangeValue> values,
        Dictionary<Guid, ExchangeType> types
    )
    {
        foreach (var value in values)
        {
            xml.WriteStartElement("VariableValue");
            xml.Reference("VariableRef", value.Variable);
            xml.Element($"{types[value.Variable]}Value", value.Value);
            xml.WriteEndElement();
        }
    }

    private static void WriteSource(XmlWriter xml, ExchangeSource source, Dictionary<Guid, ExchangeType> types)
    {
        xml.WriteStartElement("TextSource");
        xml.Attribute("guid", (Guid?)source.Id);
        xml.Attribute("name", source.Name);
        xml.Attribute("plainTextPath", QdaXml.Internal + TextFile(source));
        var places = CodePoints(source.Text);
        foreach (var selection in source.Selections)
        {
            WriteSelections(xml, selection, places);
        }

        xml.References(source.Notes);
        WriteValues(xml, source.Values, types);
        xml.WriteEndElement();
    }

    /// <summary>A passage for each code and user, since not every program keeps apart who gave which of several.</summary>
    private static void WriteSelections(XmlWriter xml, ExchangeSelection selection, int[] places)
    {
        WriteSelection(xml, selection, selection.Codings.Count == 0 ? null : selection.Codings[0], places);
        foreach (var coding in selection.Codings.Skip(1))
        {
            var own = selection with
            {
                Id = NamedGuid.Of(coding.Id, "selection"),
                User = coding.User ?? selection.User,
                CreatedAt = coding.CreatedAt ?? selection.CreatedAt,
            };
            WriteSelection(xml, own, coding, places);
        }
    }

    private static void WriteSelection(XmlWriter xml, ExchangeSelection selection, ExchangeCoding? coding, int[] places)
    {
        xml.WriteStartElement("PlainTextSelection");
        xml.Attribute("guid", (Guid?)selection.Id);
        xml.Attribute("name", selection.Name);
        xml.Attribute("startPosition", XmlConvert.ToString(places[selection.Start]));
        xml.Attribute("endPosition", XmlConvert.ToString(places[selection.End]));
        xml.Attribute("creatingUser", selection.User);
        xml.Attribute("creationDateTime", selection.CreatedAt);
        if (coding is not null)
        {
            WriteCoding(xml, coding);
            if (coding.IsStarred)
            {
                WriteCoding(xml, coding with { Id = StarCode.CodingOf(coding.Id), Code = ExchangeIds.Star });
            }

            // The standard speaks of notes on passages; its schema has them on codings too, but not every program does.
            xml.References(coding.Notes);
        }

        xml.WriteEndElement();
    }

    private static void WriteCoding(XmlWriter xml, ExchangeCoding coding)
    {
        xml.WriteStartElement("Coding");
        xml.Attribute("guid", (Guid?)coding.Id);
        xml.Attribute("creatingUser", coding.User);
        xml.Attribute("creationDateTime", coding.CreatedAt);
        xml.Reference("CodeRef", coding.Code);
        xml.WriteEndElement();
    }

    private static void WriteNote(XmlWriter xml, ExchangeNote note)
    {
        xml.WriteStartElement("Note");
        xml.Attribute("guid", (Guid?)note.Id);
        xml.Attribute("name", note.Name);
        xml.Attribute("creatingUser", note.User);
        xml.Attribute("creationDateTime", note.CreatedAt);
        xml.Attribute("modifiedDateTime", note.ChangedAt);
        xml.Element("PlainTextContent", note.Text);
        xml.WriteEndElement();
    }

    /// <summary>The case has the code; a link from one to the other is what the reason can be a note on.</summary>
    private static void WriteLink(XmlWriter xml, Guid one, ExchangeCaseCode code)
    {
        xml.WriteStartElement("Link");
        xml.Attribute("guid", (Guid?)code.Id);
        xml.Attribute("name", "Kod utan textställe");
        xml.Attribute("direction", "OneWay");
        xml.Attribute("originGUID", (Guid?)one);
        xml.Attribute("targetGUID", (Guid?)code.Code);
        xml.Reference("NoteRef", code.Reason!.Id);
        xml.WriteEndElement();
    }

    private static void WriteSet(XmlWriter xml, ExchangeSet set)
    {
        xml.WriteStartElement("Set");
        xml.Attribute("guid", (Guid?)set.Id);
        xml.Attribute("name", set.Name);
        foreach (var source in set.Sources)
        {
            xml.Reference("MemberSource", source);
        }

        foreach (var note in set.Notes)
        {
            xml.Reference("MemberNote", note.Id);
        }

        xml.WriteEndElement();
    }

    /// <summary>For each UTF-16 offset how many code points stand before it, which is how the standard counts.</summary>
    private static int[] CodePoints(string text)
    {
        var places = new int[text.Length + 1];
        for (var at = 1; at <= text.Length; at++)
        {
            var isSecondHalf = at > 1 && char.IsSurrogatePair(text[at - 2], text[at - 1]);
            places[at] = places[at - 1] + (isSecondHalf ? 0 : 1);
        }

        return places;
    }
}
