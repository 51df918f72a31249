using System.Text;
using CsCheck;
using Samla.Analyse.Exchange;

namespace Samla.Tests.Analyse.Exchange;

public sealed class QdcTests
{
    [Fact]
    public void What_is_written_is_read_back() =>
        ExchangeSample
            .Any.Where(project => project.Codes.Count > 0)
            .Sample(
                project =>
                {
                    using var output = new MemoryStream();
                    QdcWriter.Write(output, project.Codes);
                    var read = Assert.IsType<ExchangeOutcome<IReadOnlyList<ExchangeCode>>.Read>(
                        QdcReader.Read("prov.qdc", output.ToArray())
                    );
                    Assert.Equal(
                        ExchangeSample.Written(WithoutNotes(project.Codes)),
                        ExchangeSample.Written(read.Content)
                    );
                },
                iter: 300
            );

    [Fact]
    public void Codes_of_another_program_are_read()
    {
        var read = Read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
            <Code guid="{5215CC69-B628-4E02-AFB9-9BEEAEE55808}" name="Ämnen" isCodable="false">
            <Code guid="d7aa29da-519b-4946-9b90-253b6db8fd0a" name="Ekonomi" isCodable="1" color="#FF0"><Description>Jobb
            och skatt</Description></Code></Code></Codes><Sets><Set guid="d7aa29da-519b-4946-9b90-253b6db8fd0b" name="s"/></Sets></CodeBook>
            """
        );
        var topics = Assert.Single(read.Content);
        Assert.False(topics.IsCodable);
        Assert.Equal(Guid.Parse("5215cc69-b628-4e02-afb9-9beeaee55808"), topics.Id);
        var economy = Assert.Single(topics.Children);
        Assert.True(economy.IsCodable);
        Assert.Equal("#ffff00", economy.Colour);
        Assert.Equal("Jobb\noch skatt", economy.Description);
        Assert.Contains("<Sets>", Assert.Single(read.Report.LeftOut), StringComparison.Ordinal);
    }

    /// <summary>The format has none.</summary>
    private static List<ExchangeCode> WithoutNotes(IReadOnlyList<ExchangeCode> codes) =>
        [.. codes.Select(code => code with { Notes = [], Children = WithoutNotes(code.Children) })];

    [Theory]
    [InlineData("", "Filen är tom")]
    [InlineData("PK\u0003\u0004", "ett helt projekt")]
    [InlineData("hej", "ingen giltig XML")]
    [InlineData("<!DOCTYPE CodeBook SYSTEM \"http://127.0.0.1/x.dtd\"><CodeBook/>", "DOCTYPE")]
    [InlineData("<Project/>", "Det ska vara <CodeBook>")]
    [InlineData("<CodeBook/>", "har inga koder")]
    [InlineData("<CodeBook><Codes><Code name=\"a\"/></Codes></CodeBook>", "<Code> på rad 1 saknar guid")]
    public void What_is_no_codebook_is_refused(string content, string words)
    {
        var refused = Assert.IsType<ExchangeOutcome<IReadOnlyList<ExchangeCode>>.Refused>(
            QdcReader.Read("prov.qdc", Encoding.UTF8.GetBytes(content))
        );
        Assert.StartsWith("prov.qdc: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    private static ExchangeOutcome<IReadOnlyList<ExchangeCode>>.Read Read(string content) =>
        Assert.IsType<ExchangeOutcome<IReadOnlyList<ExchangeCode>>.Read>(
            QdcReader.Read("prov.qdc", Encoding.UTF8.GetBytes(content))
        );
}
