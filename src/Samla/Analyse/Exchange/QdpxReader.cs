using System.IO.Compression;

namespace Samla.Analyse.Exchange;

/// <summary>Reads a project from a .qdpx file, as other programs write them, and says what had to be assumed.</summary>
public static class QdpxReader
{
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="content">What is in it.</param>
    public static ExchangeOutcome<ExchangeProject> Read(string file, ReadOnlyMemory<byte> content)
    {
        var troubles = new Troubles(file);
        var notices = new Notices();
        ExchangeProject? project = null;
        if (Unlike(content.Span) is { } unlike)
        {
            troubles.Add(unlike);
        }
        else
        {
            try
            {
                using var archive = new ZipArchive(new MemoryStream(content.ToArray(), writable: false));
                project = Project(archive, troubles, notices);
            }
            catch (Exception broken) when (broken is InvalidDataException or NotSupportedException or IOException)
            {
                troubles.Add($"Filen är skadad och går inte att packa upp. {Troubles.Again}");
            }
        }

        return troubles.Any || project is null
            ? new ExchangeOutcome<ExchangeProject>.Refused(troubles.Swedish)
            : new ExchangeOutcome<ExchangeProject>.Read(project, notices.Report);
    }

    /// <summary>Says what a file is that is no ZIP, by how it begins.</summary>
    private static string? Unlike(ReadOnlySpan<byte> file) =>
        file switch
        {
            [] => "Filen är tom. Kontrollera att rätt fil är vald.",
            { Length: > QdpxPackage.MaxBytes } =>
                $"Filen är större än {QdpxPackage.MaxBytes / 1024 / 1024} MB. Ta bort ljud, bild och film ur projektet och exportera det på nytt; de läses ändå inte in.",
            [(byte)'P', (byte)'K', ..] => null,
            _ when file.IndexOf("<CodeBook"u8) >= 0 =>
                "Filen är en kodbok och inget projekt. Läs in den som kodbok (.qdc).",
            _ => "Filen är inget REFI-QDA-projekt. Exportera projektet i det formatet (.qdpx) och läs in den filen.",
        };

    private static ExchangeProject? Project(ZipArchive archive, Troubles troubles, Notices notices) =>
        QdpxPackage.Open(archive, troubles) is { } package
        && package.Project() is { } bytes
        && QdaXml.Load(bytes, "Project", troubles, QdaXml.ProjectFile) is { } root
            ? new ProjectReading(root, package, troubles, notices).Read()
            : null;
}
