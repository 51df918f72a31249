using System.IO.Compression;
using System.Text;

namespace Samla.Tests.Analyse.Exchange;

/// <summary>A .qdpx as another program may write it: project.qde word for word, and other files beside it.</summary>
internal sealed class ForeignProject
{
    public const string Anna = "11111111-1111-4111-8111-111111111111";
    public const string Money = "22222222-2222-4222-8222-222222222222";
    public const string Text = "33333333-3333-4333-8333-333333333333";

    private readonly List<(string Name, Action<Stream> Write)> _files = [];

    public ForeignProject With(string name, string content) => With(name, Encoding.UTF8.GetBytes(content));

    public ForeignProject With(string name, byte[] content)
    {
        _files.Add((name, file => file.Write(content)));
        return this;
    }

    /// <summary>A file of two gigabytes of nothing, which are some megabytes in the ZIP.</summary>
    public ForeignProject WithZeros(string name)
    {
        _files.Add(
            (
                name,
                file =>
                {
                    var megabyte = new byte[1024 * 1024];
                    for (var at = 0; at < 2048; at++)
                    {
                        file.Write(megabyte);
                    }
                }
            )
        );
        return this;
    }

    /// <summary>A project of one text, with what stands in its element.</summary>
    public ForeignProject WithText(string attributes, string content) =>
        With("project.qde", Qde($"""<TextSource guid="{Text}" name="Svaret" {attributes}>{content}</TextSource>"""));

    public static string Qde(string sources, string more = "") =>
        $"""
            <?xml version="1.0" encoding="utf-8"?>
            <Project xmlns="urn:QDA-XML:project:1.0" name="Främmande" origin="Ett annat program">
              <Users><User guid="{Anna}" name="Anna"/></Users>
              <CodeBook><Codes><Code guid="{Money}" name="Finansiering" isCodable="true"/></Codes></CodeBook>
              <Sources>{sources}</Sources>{more}
            </Project>
            """;

    public static string Selection(long start, long end, string? name, string code = Money) =>
        $"""
            <PlainTextSelection guid="{Guid.CreateVersion7(DateTimeOffset.UnixEpoch)}" {(
                name is null ? "" : $"name=\"{name}\""
            )} startPosition="{start}" endPosition="{end}"><Coding guid="{Guid.CreateVersion7(
                DateTimeOffset.UnixEpoch
            )}"><CodeRef targetGUID="{code}"/></Coding></PlainTextSelection>
            """;

    public byte[] File()
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, write) in _files)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                write(entry);
            }
        }

        return output.ToArray();
    }
}
