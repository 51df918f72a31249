using System.Net;
using System.Net.Sockets;
using MimeKit;

namespace Samla.Tests.Letters;

/// <summary>A mail server that takes one letter, or none: it speaks as much SMTP (RFC 5321) as that needs.</summary>
internal sealed class Mailbox : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public Mailbox() => _listener.Start();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What was said to it.</summary>
    public List<string> Heard { get; } = [];

    /// <summary>The command that it never answers, since the line is cut; of DATA it takes the letter first. Null for none.</summary>
    public string? CutAt { get; set; }

    /// <summary>Takes what comes.</summary>
    /// <param name="refusal">What it answers to the recipient instead of yes.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<MimeMessage?> Take(string? refusal, CancellationToken cancellation)
    {
        using var client = await _listener.AcceptTcpClientAsync(cancellation);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        MimeMessage? message = null;
        await writer.WriteLineAsync("220 provserver");
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            Heard.Add(line);
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteLineAsync("250-provserver\r\n250 8BITMIME");
                    break;
                case "RCPT" when refusal is not null:
                    await writer.WriteLineAsync(refusal);
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 vidare");
                    message = await ReadLetter(reader, cancellation);
                    if (CutAt == "DATA")
                    {
                        return message;
                    }

                    await writer.WriteLineAsync("250 tack");
                    break;
                case "QUIT" when CutAt == "QUIT":
                    return message;
                case "QUIT":
                    await writer.WriteLineAsync("221 hej");
                    return message;
                default:
                    await writer.WriteLineAsync("250 ja");
                    break;
            }
        }

        return message;
    }

    public void Dispose() => _listener.Dispose();

    private static async Task<MimeMessage> ReadLetter(StreamReader reader, CancellationToken cancellation)
    {
        using var letter = new MemoryStream();
        await using var lines = new StreamWriter(letter) { NewLine = "\r\n" };
        while (await reader.ReadLineAsync(cancellation) is { } line and not ".")
        {
            await lines.WriteLineAsync(line.StartsWith('.') ? line[1..] : line);
        }

        await lines.FlushAsync(cancellation);
        letter.Position = 0;
        return await MimeMessage.LoadAsync(letter, cancellation);
    }
}
