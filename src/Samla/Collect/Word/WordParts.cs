using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Samla.Domain;

namespace Samla.Collect.Word;

/// <summary>
/// The parts of a Word file that hold text, read as what they may be: the work of somebody who wishes us ill. Nothing in it
/// is run, no address in it is followed, and it cannot make more of itself than fits in memory.
/// </summary>
internal sealed class WordParts
{
    /// <summary>In bytes: an ordinary file's parts are read once or twice each.</summary>
    private const long MostLoaded = 3L * MaxUnpackedBytes;

    private long _loaded;

    /// <summary>The largest file that is read.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    // A report of a hundred pages has a main part of some 2 MB.
    private const int MaxPartBytes = 32 * 1024 * 1024;
    private const long MaxUnpackedBytes = 300L * 1024 * 1024;
    private const int MaxParts = 2_000;
    private const int MaxDepth = 500;
    private const int LongestTold = 100;

    private const string Word = "wordprocessingml";
    private const string Main = "officeDocument";
    private const string ContentTypes = "[Content_Types].xml";

    /// <summary>What is said of a larger file.</summary>
    public static readonly string TooLarge =
        $"Filen är större än {MaxBytes / 1024 / 1024} MB. Ta bort bilder ur den; de läses ändå inte in.";

    private const string SaveAgain =
        "Öppna filen i Word eller LibreOffice, spara den som Word-dokument (.docx) och läs in den igen.";

    private const string Damaged = $"Filen är skadad eller är ingen Word-fil. {SaveAgain}";

    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, XElement> _relationships = new(StringComparer.OrdinalIgnoreCase);
    private string _main = "";

    private WordParts() { }

    public XElement Body { get; private set; } = new("none");

    /// <summary>Each null where the file has none.</summary>
    public XElement? Styles { get; private set; }
    public XElement? Footnotes { get; private set; }
    public XElement? Endnotes { get; private set; }
    public XElement? Comments { get; private set; }
    public XElement? Numbering { get; private set; }
    public XElement? Settings { get; private set; }

    public IReadOnlyList<XElement> Headers { get; private set; } = [];
    public IReadOnlyList<XElement> Footers { get; private set; } = [];

    /// <summary>What the file says of itself, by name.</summary>
    public Dictionary<string, string> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>The same, in the part that is ours.</summary>
    public Dictionary<string, string> OwnProperties { get; } = new(StringComparer.Ordinal);

    public bool IsFromLibreOffice { get; private set; }

    /// <summary>The parts; or null and why the file is not read, in Swedish.</summary>
    public static (WordParts? Parts, string? Trouble) Read(ReadOnlyMemory<byte> file)
    {
        if (Unlike(file.Span) is { } trouble)
        {
            return (null, trouble);
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(file.ToArray(), writable: false));
            var parts = new WordParts();
            return (parts.TakeEntries(archive) ?? parts.TakeMain()) is { } refused ? (null, refused) : (parts, null);
        }
        catch (InvalidDataException tooMuch) when (tooMuch.Message == Bomb)
        {
            return (null, Bomb);
        }
        catch (Exception broken)
            when (broken is InvalidDataException or XmlException or NotSupportedException or IOException)
        {
            return (null, Damaged);
        }
    }

    /// <summary>Says what a file is that is no ZIP, by how it begins.</summary>
    private static string? Unlike(ReadOnlySpan<byte> file) =>
        file switch
        {
            [] => "Filen är tom. Kontrollera att rätt fil är vald och att den är sparad.",
            { Length: > MaxBytes } => TooLarge,
            [0x50, 0x4B, 0x03, 0x04, ..] => null,
            [0xD0, 0xCF, 0x11, 0xE0, ..] =>
                $"Filen är skyddad med lösenord eller sparad i det gamla Word-formatet (.doc). {SaveAgain}",
            [0x25, 0x50, 0x44, 0x46, ..] => $"Filen är en PDF. {SaveAgain}",
            [0x7B, 0x5C, 0x72, 0x74, 0x66, ..] => $"Filen är i formatet RTF. {SaveAgain}",
            _ =>
                "Filen är ingen Word-fil, vad den än heter. Läs in Word-filen som den sparades i Word eller LibreOffice (.docx).",
        };

    private string? TakeEntries(ZipArchive archive)
    {
        if (archive.Entries.Count > MaxParts || archive.Entries.Sum(entry => entry.Length) > MaxUnpackedBytes)
        {
            return Bomb;
        }

        foreach (var entry in archive.Entries)
        {
            if (entry.FullName.Split('/', '\\').Contains(".."))
            {
                return $"Filen rymmer en del med namnet ”{Characters.Beginning(entry.FullName, LongestTold)}”, som pekar utanför filen, och läses därför inte. {SaveAgain}";
            }

            if (!_entries.TryAdd(entry.FullName, entry))
            {
                return $"Filen är skadad: den har två delar med samma namn. {SaveAgain}";
            }
        }

        return _entries.ContainsKey(ContentTypes) ? Macros() : OtherZip();
    }

    private static string Bomb =>
        "Filen packas upp till långt mer än en Word-fil med text rymmer, och läses därför inte. Klistra in texten i ett nytt dokument, eller i en ny mall om det är en redovisning.";

    private string OtherZip() =>
        _entries.ContainsKey("mimetype")
            ? $"Filen är sparad i LibreOffices eget format (.odt). {SaveAgain}"
            : "Filen är en packad mapp och ingen Word-fil. Läs in Word-filen som den sparades i Word eller LibreOffice (.docx).";

    private string? Macros()
    {
        var types = Load(ContentTypes).Elements().Select(type => (string?)type.Attribute("ContentType") ?? "");
        return
            types.Any(type =>
                type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
                || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
            ) || _entries.Keys.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
            ? "Filen innehåller makron. De körs aldrig, och filen läses inte in med dem. Spara den i Word som ”Word-dokument (*.docx)”, inte som makroaktiverat dokument, och läs in den igen."
            : null;
    }

    private string? TakeMain()
    {
        var main = Related("", Main).FirstOrDefault();
        if (main is null || !TypeOf(main).Contains(Word, StringComparison.Ordinal))
        {
            return "Filen är gjord i ett annat program än Word, vad den än heter. Läs in Word-filen som den sparades i Word eller LibreOffice (.docx).";
        }

        _main = main;
        if (Load(main).Elements().FirstOrDefault(element => element.IsWord("body")) is not { } body)
        {
            return Damaged;
        }

        Body = body;
        Styles = First("styles");
        Footnotes = First("footnotes");
        Endnotes = First("endnotes");
        Comments = First("comments");
        Numbering = First("numbering");
        Settings = First("settings");
        Headers = [.. Related(main, "header").Select(Load)];
        Footers = [.. Related(main, "footer").Select(Load)];
        TakeProperties();
        return null;
    }

    /// <summary>What a part says it is: by its own name, else by the ending of its name.</summary>
    private string TypeOf(string part)
    {
        var types = Load(ContentTypes).Elements().ToList();
        var type =
            types.Find(type => ((string?)type.Attribute("PartName"))?.TrimStart('/') == part)
            ?? types.Find(type =>
                (string?)type.Attribute("Extension") is { } ending
                && part.EndsWith($".{ending}", StringComparison.OrdinalIgnoreCase)
            );
        return (string?)type?.Attribute("ContentType") ?? "";
    }

    private void TakeProperties()
    {
        foreach (
            var own in Related(_main, "customXml").Select(Load).Where(own => own.Name.Namespace == WordProperties.Own)
        )
        {
            foreach (var property in own.Elements(WordProperties.Own + WordProperties.OwnProperty))
            {
                OwnProperties[(string?)property.Attribute(WordProperties.OwnName) ?? ""] = property.Value;
            }
        }

        foreach (var property in Related("", "custom-properties").SelectMany(name => Load(name).Elements()))
        {
            Properties[(string?)property.Attribute("name") ?? ""] = property.Value;
        }

        IsFromLibreOffice = Related("", "extended-properties")
            .SelectMany(name => Load(name).Elements())
            .Any(element =>
                element.Name.LocalName == "Application"
                && element.Value.StartsWith("LibreOffice", StringComparison.OrdinalIgnoreCase)
            );
    }

    private XElement? First(string type) => Related(_main, type).Select(Load).FirstOrDefault();

    /// <summary>The parts of a type that a part names and that are there; "" for the file itself.</summary>
    private IEnumerable<string> Related(string part, string type)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var name = $"{folder}_rels/{part[folder.Length..]}.rels";
        if (!_entries.ContainsKey(name))
        {
            return [];
        }

        if (!_relationships.TryGetValue(name, out var relationships))
        {
            relationships = _relationships[name] = Load(name);
        }

        return relationships
            .Elements()
            .Where(one => ((string?)one.Attribute("Type"))?.EndsWith($"/{type}", StringComparison.Ordinal) == true)
            .Where(one => (string?)one.Attribute("TargetMode") != "External")
            .Select(one => Resolve(folder, (string?)one.Attribute("Target") ?? ""))
            .Where(_entries.ContainsKey)
            .Distinct();
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var path = new List<string>();
        foreach (var step in (folder + target).Split('/'))
        {
            if (step != "..")
            {
                path.Add(step);
            }
            else if (path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
        }

        return string.Join('/', path);
    }

    private XElement Load(string name)
    {
        var bytes = Unpack(_entries[name]);
        // A part may be named from many places; what is read in all has a limit too.
        _loaded += bytes.Length;
        if (_loaded > MostLoaded)
        {
            throw new InvalidDataException(Bomb);
        }

        using (var reader = Reader(bytes))
        {
            while (reader.Read())
            {
                if (reader.Depth > MaxDepth)
                {
                    throw new InvalidDataException(Bomb);
                }
            }
        }

        using var again = Reader(bytes);
        return XDocument.Load(again, LoadOptions.PreserveWhitespace).Root ?? new XElement("none");
    }

    private static XmlReader Reader(byte[] bytes) =>
        XmlReader.Create(
            new MemoryStream(bytes, writable: false),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            }
        );

    // The size that a ZIP says a part has may be a lie, so what comes out is counted.
    private static byte[] Unpack(ZipArchiveEntry entry)
    {
        using var from = entry.Open();
        using var unpacked = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = from.Read(buffer)) > 0; )
        {
            if (unpacked.Length + read > MaxPartBytes)
            {
                throw new InvalidDataException(Bomb);
            }

            unpacked.Write(buffer, 0, read);
        }

        return unpacked.ToArray();
    }
}
