namespace Samla.Analyse.Exchange;

/// <summary>Writes a codebook as a .qdc file.</summary>
public static class QdcWriter
{
    /// <param name="output">Is written to and left open.</param>
    /// <param name="codes">At least one: the format has no empty codebooks.</param>
    public static void Write(Stream output, IReadOnlyList<ExchangeCode> codes)
    {
        if (codes.Count == 0)
        {
            throw new ArgumentException("The format has no empty codebooks.", nameof(codes));
        }

        using var xml = QdaWriting.Writer(output);
        xml.WriteStartElement("CodeBook", QdaXml.CodebookNamespace);
        xml.Attribute("origin", QdaWriting.Origin);
        xml.Codes(WithoutNotes(codes));
        xml.WriteEndElement();
    }

    /// <summary>The format has no notes.</summary>
    private static IReadOnlyList<ExchangeCode> WithoutNotes(IReadOnlyList<ExchangeCode> codes) =>
        [.. codes.Select(code => code with { Notes = [], Children = WithoutNotes(code.Children) })];
}
