namespace Samla.Analyse.Exchange;

/// <summary>Reads a codebook from a .qdc file.</summary>
public static class QdcReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <param name="file">The file's name, for messages.</param>
    /// <param name="content">What is in it.</param>
    public static ExchangeOutcome<IReadOnlyList<ExchangeCode>> Read(string file, ReadOnlyMemory<byte> content)
    {
        var troubles = new Troubles(file);
        var notices = new Notices();
        var codes = Codes(content, troubles, notices);
        return troubles.Any
            ? new ExchangeOutcome<IReadOnlyList<ExchangeCode>>.Refused(troubles.Swedish)
            : new ExchangeOutcome<IReadOnlyList<ExchangeCode>>.Read(codes, notices.Report);
    }

    private static IReadOnlyList<ExchangeCode> Codes(ReadOnlyMemory<byte> content, Troubles troubles, Notices notices)
    {
        switch (content.Length)
        {
            case 0:
                troubles.Add("Filen är tom. Kontrollera att rätt fil är vald.");
                return [];
            case > MaxBytes:
                troubles.Add($"Filen är större än {MaxBytes / 1024 / 1024} MB. Kontrollera att rätt fil är vald.");
                return [];
        }

        if (content.Span.StartsWith("PK"u8))
        {
            troubles.Add("Filen är ett helt projekt och ingen kodbok. Läs in den som projekt (.qdpx).");
            return [];
        }

        if (QdaXml.Load(content.ToArray(), "CodeBook", troubles, "Kodboken") is not { } root)
        {
            return [];
        }

        var codes = new CodeReading(troubles, "Kodboken").Read(root.Items("Codes", "Code"));
        if (codes.Count == 0 && !troubles.Any)
        {
            troubles.Add($"Kodboken har inga koder. {Troubles.Again}");
        }

        if (root.Named("Sets").Any())
        {
            notices.LeaveOut("Kodbokens grupper (<Sets>) är inte lästa. Samla ordnar koder som ett träd.");
        }

        return codes;
    }
}
