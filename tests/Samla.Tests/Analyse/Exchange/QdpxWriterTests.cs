using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using CsCheck;
using Samla.Analyse.Exchange;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse.Exchange;

public sealed class QdpxWriterTests
{
    private const string Answer = "👩🏽‍🌾 sår. Åsa 🌾 skördar e\u0301n gång.\nOch Bo.";

    [Fact]
    public void What_is_written_is_read_back() =>
        ExchangeSample.Any.Sample(
            project =>
            {
                var read = ExchangeSample.Read(ExchangeSample.Qdpx(project));
                Assert.Equal(ExchangeSample.Written(project), ExchangeSample.Written(read.Content));
                Assert.Empty(read.Report.Unplaced);
                Assert.Empty(read.Report.LeftOut);
                Assert.DoesNotContain(
                    read.Report.Assumed,
                    assumed => !assumed.StartsWith("Markeringarnas namn", StringComparison.Ordinal)
                );
            },
            iter: 1_000
        );

    [Fact]
    public void The_same_project_is_the_same_bytes() =>
        ExchangeSample.Any.Sample(
            project => ExchangeSample.Qdpx(project).AsSpan().SequenceEqual(ExchangeSample.Qdpx(project)),
            iter: 100
        );

    [Fact]
    public void What_is_written_is_what_the_standards_schema_asks_for()
    {
        var schema = Schema("project/v1.0/Project.xsd");
        ExchangeSample.Any.Sample(
            project => Validate(Encoding.UTF8.GetBytes(File(ExchangeSample.Qdpx(project), "project.qde")), schema),
            iter: 300
        );
    }

    [Fact]
    public void The_codebook_is_what_the_standards_schema_asks_for()
    {
        var schema = Schema("codebook/v1.0/Codebook.xsd");
        ExchangeSample
            .Any.Where(project => project.Codes.Count > 0)
            .Sample(
                project =>
                {
                    using var output = new MemoryStream();
                    QdcWriter.Write(output, project.Codes);
                    Validate(output.ToArray(), schema);
                },
                iter: 300
            );
    }

    [Fact]
    public void Places_are_counted_in_code_points()
    {
        var qde = Project(ExchangeSample.Of(Answer, ExchangeSample.Words(Answer, "🌾 skördar", ExchangeSample.Money)));
        var selection = Assert.Single(qde.Descendants(), element => element.Name.LocalName == "PlainTextSelection");
        // Before it: a farmer of four code points, " sår. Åsa "; in it one for the ear of rice and eight letters with a space.
        Assert.Equal("14", selection.Attribute("startPosition")?.Value);
        Assert.Equal("23", selection.Attribute("endPosition")?.Value);
    }

    [Fact]
    public void Each_code_has_a_passage_of_its_own()
    {
        var project = ExchangeSample.Of(
            Answer,
            ExchangeSample.Words(Answer, "Åsa", ExchangeSample.Money, ExchangeSample.Skills)
        );
        var selections = Project(project)
            .Descendants()
            .Where(element => element.Name.LocalName == "PlainTextSelection")
            .ToList();
        Assert.Equal(2, selections.Count);
        Assert.All(selections, selection => Assert.Single(selection.Elements()));
        Assert.Equal(2, selections.Select(selection => selection.Attribute("guid")?.Value).Distinct().Count());
        var read = ExchangeSample.Read(ExchangeSample.Qdpx(project)).Content;
        Assert.Equal(
            [ExchangeSample.Money, ExchangeSample.Skills],
            read.Sources[0].Selections.Select(selection => Assert.Single(selection.Codings).Code)
        );
        // Written again it is the same: the ids do not wander.
        Assert.Equal(ExchangeSample.Qdpx(read), ExchangeSample.Qdpx(project));
    }

    [Fact]
    public void Files_are_UTF8_without_a_byte_order_mark_with_line_feeds_and_ids_in_lower_case()
    {
        var file = ExchangeSample.Qdpx(
            ExchangeSample.Of(Answer, ExchangeSample.Words(Answer, "Bo", ExchangeSample.Money))
        );
        using var archive = new ZipArchive(new MemoryStream(file));
        Assert.Equal(
            ["project.qde", "sources/00000003-00ab-00cd-8000-000000000001.txt"],
            archive.Entries.Select(entry => entry.FullName)
        );
        Assert.Equal(Answer, File(file, archive.Entries[1].FullName));
        var qde = File(file, "project.qde");
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Project ", qde, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', qde);
        Assert.Contains("guid=\"00000002-00ab-00cd-8000-000000000001\"", qde, StringComparison.Ordinal);
        Assert.Contains("isCodable=\"true\"", qde, StringComparison.Ordinal);
        Assert.Contains(
            "plainTextPath=\"internal://00000003-00ab-00cd-8000-000000000001.txt\"",
            qde,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_XML_cannot_hold_is_left_out_of_names()
    {
        var project = ExchangeSample.Of("Svar") with { Name = "Ett\0 namn\u0001 \ud800" };
        Assert.Equal("Ett namn \ufffd", ExchangeSample.Read(ExchangeSample.Qdpx(project)).Content.Name);
    }

    // The example of RFC 9562, appendix A.4.
    [Fact]
    public void Ids_made_of_names_are_those_of_the_standard() =>
        Assert.Equal(
            Guid.Parse("2ed6657d-e927-568b-95e1-2665a8aea6a2"),
            NamedGuid.Of(Guid.Parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com")
        );

    private static XElement Project(ExchangeProject project) =>
        XDocument.Parse(File(ExchangeSample.Qdpx(project), "project.qde")).Root!;

    private static string File(byte[] qdpx, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(qdpx));
        using var stream = archive.GetEntry(name)!.Open();
        using var all = new MemoryStream();
        stream.CopyTo(all);
        // Not by a reader, which would swallow a byte order mark.
        return Encoding.UTF8.GetString(all.ToArray());
    }

    private static XmlSchemaSet Schema(string name)
    {
        var folder = Shared.Folder("data/refi-qda/schemas");
        Assert.SkipWhen(
            folder is null,
            "The standard's schemas (a folder shared/data/refi-qda) are not on this machine."
        );
        var schemas = new XmlSchemaSet { XmlResolver = null };
        using var reader = XmlReader.Create(Path.Combine(folder.FullName, name));
        schemas.Add(null, reader);
        schemas.Compile();
        return schemas;
    }

    private static void Validate(byte[] xml, XmlSchemaSet schemas)
    {
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings,
            Schemas = schemas,
        };
        settings.ValidationEventHandler += (_, trouble) => Assert.Fail(trouble.Message);
        using var reader = XmlReader.Create(new MemoryStream(xml), settings);
        while (reader.Read()) { }
    }
}
