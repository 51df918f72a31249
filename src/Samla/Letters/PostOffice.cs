using System.Globalization;
using System.Net.Sockets;
using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using MimeKit;
using MimeKit.Utils;

namespace Samla.Letters;

/// <summary>
/// Sends letters, or lays them in a folder where no mail server is set. A letter that cannot be sent stops nothing: the one
/// who sends it learns that it was not.
/// </summary>
public sealed partial class PostOffice(MailSettings settings, TimeProvider clock, ILogger<PostOffice> log)
{
    private const string FromHere = "samla@localhost";

    private const int MillisecondsToAnswer = 15_000;

    public async Task<Outcome> Send(Letter letter, CancellationToken cancellation)
    {
        using var message = MessageOf(letter);
        try
        {
            if (settings.HasServer && !letter.IsTrial)
            {
                return await SendTo(settings.Server, message, cancellation);
            }

            return settings.Outbox is { } outbox
                ? new Outcome.Kept(await LayIn(outbox, message, cancellation))
                : new Outcome.NotSent(
                    letter.IsTrial ? "Brev från provkonton skickas inte." : "Ingen e-postserver är inställd här."
                );
        }
        catch (Exception trouble) when (!cancellation.IsCancellationRequested)
        {
            // Its message may hold the address, which is nobody's business who reads the log.
            LogTrouble(trouble.GetType().Name, (trouble as SmtpCommandException)?.StatusCode.ToString() ?? "–");
            return new Outcome.NotSent("E-postservern tog inte emot brevet.");
        }
    }

    private MimeMessage MessageOf(Letter letter)
    {
        var from = MailboxAddress.Parse(settings.From ?? FromHere);
        var message = new MimeMessage
        {
            Subject = letter.Subject,
            Date = clock.GetUtcNow(),
            // By itself it would name the machine.
            MessageId = MimeUtils.GenerateMessageId(from.Domain),
            Body = BodyOf(letter),
        };
        message.From.Add(new MailboxAddress(Encoding.UTF8, from.Name ?? "Samla", from.Address));
        message.To.Add(new MailboxAddress(Encoding.UTF8, letter.Name, letter.Email));
        if (letter.AnswerTo is { } answerTo)
        {
            message.ReplyTo.Add(MailboxAddress.Parse(answerTo));
        }
        else
        {
            // So that nobody's absence notice answers.
            message.Headers.Add("Auto-Submitted", "auto-generated");
        }

        return message;
    }

    private static MimeEntity BodyOf(Letter letter)
    {
        var text = new TextPart("plain") { Text = letter.Text };
        return letter.File is { } file
            ? new Multipart("mixed")
            {
                text,
                new MimePart(file.Type)
                {
                    FileName = file.Name,
                    ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = file.Name },
                    ContentTransferEncoding = ContentEncoding.Base64,
                    Content = new MimeContent(new MemoryStream(file.Content)),
                },
            }
            : text;
    }

    private async Task<Outcome> SendTo(string host, MimeMessage message, CancellationToken cancellation)
    {
        using var server = new SmtpClient { Timeout = MillisecondsToAnswer };
        // By itself it would say what the machine is called.
        server.LocalDomain = "samla";
        await server.ConnectAsync(
            host,
            settings.Port,
            settings.Tls switch
            {
                MailTls.StartTls => SecureSocketOptions.StartTls,
                MailTls.Direct => SecureSocketOptions.SslOnConnect,
                MailTls.None => SecureSocketOptions.None,
            },
            cancellation
        );
        if (!string.IsNullOrEmpty(settings.User))
        {
            await server.AuthenticateAsync(settings.User, settings.Password ?? "", cancellation);
        }

        try
        {
            await server.SendAsync(message, cancellation);
        }
        catch (Exception trouble)
            when (trouble is SmtpProtocolException or IOException or SocketException or TimeoutException)
        {
            // The server said neither yes nor no: it may have all of the letter and have lost its voice afterwards.
            LogTrouble(trouble.GetType().Name, "unknown");
            return new Outcome.Uncertain(
                "E-postservern slutade svara medan brevet skickades, så det kan ha kommit fram."
            );
        }

        await Leave(server);
        return new Outcome.Sent();
    }

    /// <summary>Says goodbye. The letter has been taken, so nothing that happens here makes it unsent.</summary>
    private async Task Leave(SmtpClient server)
    {
        try
        {
            await server.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception trouble)
        {
            LogGoodbye(trouble.GetType().Name);
        }
    }

    private async Task<string> LayIn(string folder, MimeMessage message, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{clock.GetUtcNow():yyyyMMdd-HHmmss}-{Guid.CreateVersion7(clock.GetUtcNow())}"
        );
        var draft = Path.Combine(folder, $"{name}.ny");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            // It holds a link that lets somebody in.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var file = new FileStream(draft, options))
        {
            await message.WriteToAsync(file, cancellation);
        }

        // Whoever watches the folder never meets half a letter.
        var whole = Path.Combine(folder, $"{name}.eml");
        File.Move(draft, whole);
        return whole;
    }

    [LoggerMessage(LogLevel.Warning, "A letter was not sent: {Kind}, status {Status}")]
    private partial void LogTrouble(string kind, string status);

    [LoggerMessage(LogLevel.Information, "A letter was sent, but the mail server did not take leave: {Kind}")]
    private partial void LogGoodbye(string kind);

    public abstract record Outcome
    {
        private Outcome() { }

        /// <summary>The mail server has taken it.</summary>
        public sealed record Sent : Outcome;

        /// <param name="File">Where it lies.</param>
        public sealed record Kept(string File) : Outcome;

        /// <summary>Nobody knows whether the mail server took it.</summary>
        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Uncertain(string Message) : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        public sealed record NotSent(string Message) : Outcome;
    }
}
