using System.IO.Compression;
using System.Text;

namespace Samla.Analyse.Exchange;

/// <summary>The files in a .qdpx. Only those that are asked for are unpacked, and what comes out is counted, since a ZIP may lie about sizes.</summary>
internal sealed class QdpxPackage
{
    /// <summary>The largest file that is read.</summary>
    public const int MaxBytes = 100 * 1024 * 1024;

    // The largest projects we know of have some 10 000 passages, which is 5 MB.
    private const int MaxProjectBytes = 32 * 1024 * 1024;
    private const int MaxTextBytes = 8 * 1024 * 1024;
    private const long MaxAllBytes = 128L * 1024 * 1024;
    private const int MaxEntries = 10_000;

    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Troubles _troubles;
    private long _unpacked;

    private QdpxPackage(Troubles troubles) => _troubles = troubles;

    /// <summary>Null after saying why not.</summary>
    public static QdpxPackage? Open(ZipArchive archive, Troubles troubles)
    {
        var package = new QdpxPackage(troubles);
        if (archive.Entries.Count > MaxEntries)
        {
            troubles.Add($"Filen rymmer fler än {MaxEntries} filer och läses därför inte. Dela upp projektet.");
            return null;
        }

        foreach (var entry in archive.Entries)
        {
            if (!IsSafe(entry.FullName))
            {
                troubles.Add(
                    $"Filen rymmer en fil med namnet ”{Troubles.Short(entry.FullName)}”, som pekar utanför projektet. {Troubles.Again}"
                );
            }
            else if (!package._entries.TryAdd(entry.FullName, entry))
            {
                troubles.Add($"Filen rymmer två filer med namnet ”{Troubles.Short(entry.FullName)}”. {Troubles.Again}");
            }
        }

        return troubles.Any ? null : package;
    }

    /// <summary>The project itself; null after saying why not.</summary>
    public byte[]? Project()
    {
        if (_entries.TryGetValue(QdaXml.ProjectFile, out var entry))
        {
            return Unpack(entry, MaxProjectBytes);
        }

        _troubles.Add($"Filen saknar {QdaXml.ProjectFile} och är därför inget projekt. {Troubles.Again}");
        return null;
    }

    /// <summary>The name of the file that a path leads to; null where there is none in the package.</summary>
    public string? Find(string path)
    {
        var name = path[(path.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0)..]
            .TrimStart('/');
        string[] candidates =
        [
            QdaXml.SourcesFolder + name,
            name,
            QdaXml.SourcesFolder + name[(name.LastIndexOf('/') + 1)..],
        ];
        return candidates.FirstOrDefault(_entries.ContainsKey);
    }

    /// <summary>The text in a file; null after saying why not.</summary>
    public StoredText? Text(string name)
    {
        if (Unpack(_entries[name], MaxTextBytes) is not { } bytes)
        {
            return null;
        }

        try
        {
            return bytes switch
            {
                [0xEF, 0xBB, 0xBF, .. var rest] => new(Strict(new UTF8Encoding(false, true), rest), HasMark: true),
                [0xFF, 0xFE, .. var rest] => new(Strict(new UnicodeEncoding(false, false, true), rest), HasMark: true),
                [0xFE, 0xFF, .. var rest] => new(Strict(new UnicodeEncoding(true, false, true), rest), HasMark: true),
                _ => new(Strict(new UTF8Encoding(false, true), bytes), HasMark: false),
            };
        }
        catch (DecoderFallbackException)
        {
            _troubles.Add(
                $"{Troubles.Short(name)} är inte text i UTF-8. Spara filen som UTF-8, eller exportera projektet på nytt."
            );
            return null;
        }
    }

    private static string Strict(Encoding encoding, byte[] bytes) => encoding.GetString(bytes);

    private static bool IsSafe(string name) =>
        !name.StartsWith('/')
        && !name.Contains('\\')
        && !name.Contains(':')
        && !name.Contains('\0')
        && !name.Split('/').Contains("..");

    private byte[]? Unpack(ZipArchiveEntry entry, int most)
    {
        using var from = entry.Open();
        using var unpacked = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = from.Read(buffer)) > 0; )
        {
            _unpacked += read;
            if (unpacked.Length + read > most || _unpacked > MaxAllBytes)
            {
                _troubles.Add(
                    $"{Troubles.Short(entry.FullName)} packas upp till mer än Samla läser ({(_unpacked > MaxAllBytes ? MaxAllBytes : most) / 1024 / 1024} MB). Kontrollera att rätt fil är vald, eller dela upp projektet."
                );
                return null;
            }

            unpacked.Write(buffer, 0, read);
        }

        return unpacked.ToArray();
    }
}
