using Microsoft.Extensions.Logging;
using MimeKit;
using Samla.Letters;
using Samla.Tests.Testing;

namespace Samla.Tests.Letters;

public sealed class PostOfficeTests : IDisposable
{
    private static readonly Letter Letter = new(
        "asa.oberg@organisation.se",
        "Åsa Öberg",
        "Inbjudan till Samla – välkommen",
        "Hej Åsa!\n\nÖppna länken:\nhttps://samla.example.se/konto/inbjudan/hemlig\n.\nEn rad med bara en punkt.\n",
        IsTrial: false
    );

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samla-brev-");
    private readonly LogLines _log = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Outbox => Path.Combine(_folder.FullName, "utkorg");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_letter_is_sent_to_the_mail_server_as_it_was_written()
    {
        using var mailbox = new Mailbox();
        var taken = mailbox.Take(refusal: null, Stop);

        Assert.Equal(new PostOffice.Outcome.Sent(), await Send(Letter, Settings(mailbox.Port)));

        var received = await taken;
        Assert.Equal("Åsa Öberg", Assert.Single(received!.To.Mailboxes).Name);
        Assert.Equal("asa.oberg@organisation.se", Assert.Single(received.To.Mailboxes).Address);
        Assert.Equal("samla@myndigheten.se", Assert.Single(received.From.Mailboxes).Address);
        Assert.Equal(Letter.Subject, received.Subject);
        Assert.Equal(Letter.Text, received.TextBody!.ReplaceLineEndings("\n"));
        Assert.EndsWith("@myndigheten.se", received.MessageId, StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<asa.oberg@organisation.se>", mailbox.Heard);
        Assert.DoesNotContain(
            Environment.MachineName,
            string.Join('\n', mailbox.Heard) + received,
            StringComparison.OrdinalIgnoreCase
        );
        Assert.False(Directory.Exists(Outbox));
    }

    [Fact]
    public async Task Without_a_mail_server_a_letter_lies_in_the_outbox_for_its_owner_alone()
    {
        var kept = Assert.IsType<PostOffice.Outcome.Kept>(await Send(Letter, new() { Outbox = Outbox }));

        Assert.Equal([kept.File], Directory.GetFiles(Outbox));
        Assert.EndsWith(".eml", kept.File, StringComparison.Ordinal);
        var read = await MimeMessage.LoadAsync(kept.File, Stop);
        Assert.Equal(Letter.Text, read.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(new DateTime(2024, 2, 21), read.Date.UtcDateTime.Date);
        Assert.Equal("Åsa Öberg", Assert.Single(read.To.Mailboxes).Name);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(kept.File));
        }
    }

    [Fact]
    public async Task Where_it_can_neither_be_sent_nor_laid_down_that_is_said()
    {
        var outcome = Assert.IsType<PostOffice.Outcome.NotSent>(await Send(Letter, new()));
        Assert.Contains("e-postserver", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_of_the_sample_never_leaves_the_machine()
    {
        using var mailbox = new Mailbox();
        var settings = Settings(mailbox.Port);
        Assert.IsType<PostOffice.Outcome.Kept>(await Send(Letter with { IsTrial = true }, settings));
        settings.Outbox = null;
        Assert.IsType<PostOffice.Outcome.NotSent>(await Send(Letter with { IsTrial = true }, settings));
        Assert.Empty(mailbox.Heard);
    }

    [Fact]
    public async Task What_the_mail_server_refuses_is_said_and_nobody_is_named_in_the_log()
    {
        using var mailbox = new Mailbox();
        var taken = mailbox.Take("550 asa.oberg@organisation.se finns inte", Stop);

        Assert.IsType<PostOffice.Outcome.NotSent>(await Send(Letter, Settings(mailbox.Port)));

        Assert.Null(await taken);
        Assert.Equal(
            "A letter was not sent: SmtpCommandException, status MailboxUnavailable",
            Assert.Single(_log.Written)
        );
    }

    [Fact]
    public async Task A_letter_that_was_taken_is_sent_also_where_the_line_is_cut_afterwards()
    {
        using var mailbox = new Mailbox { CutAt = "QUIT" };
        var taken = mailbox.Take(refusal: null, Stop);

        Assert.Equal(new PostOffice.Outcome.Sent(), await Send(Letter, Settings(mailbox.Port)));

        Assert.NotNull(await taken);
    }

    [Fact]
    public async Task Where_the_line_is_cut_before_the_server_has_answered_nobody_says_that_the_letter_was_not_sent()
    {
        using var mailbox = new Mailbox { CutAt = "DATA" };
        var taken = mailbox.Take(refusal: null, Stop);

        Assert.IsType<PostOffice.Outcome.Uncertain>(await Send(Letter, Settings(mailbox.Port)));

        Assert.NotNull(await taken);
        Assert.DoesNotContain("asa", Assert.Single(_log.Written), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_mail_server_that_is_not_there_is_said()
    {
        var closed = new Mailbox();
        var settings = Settings(closed.Port);
        closed.Dispose();
        Assert.IsType<PostOffice.Outcome.NotSent>(await Send(Letter, settings));
        Assert.DoesNotContain("asa", Assert.Single(_log.Written), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task No_letter_goes_in_the_open_where_the_line_was_to_be_encrypted()
    {
        using var mailbox = new Mailbox();
        var taken = mailbox.Take(refusal: null, Stop);
        var settings = Settings(mailbox.Port);
        settings.Tls = MailTls.StartTls;

        Assert.IsType<PostOffice.Outcome.NotSent>(await Send(Letter, settings));

        Assert.Null(await taken);
        Assert.DoesNotContain(mailbox.Heard, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("localhost", null, 25, "Mail:From")]
    [InlineData("localhost", "samla@myndigheten.se", 0, "Mail:Port")]
    [InlineData("localhost", "samla@myndigheten.se", 25, null)]
    [InlineData(null, null, 587, null)]
    public void What_is_missing_in_the_settings_is_named(string? server, string? from, int port, string? missing)
    {
        var trouble = new MailSettings
        {
            Server = server,
            From = from,
            Port = port,
        }.Trouble;
        Assert.Equal(missing is null, trouble is null);
        Assert.Contains(missing ?? "", trouble ?? "", StringComparison.Ordinal);
    }

    private MailSettings Settings(int port) =>
        new()
        {
            Server = "127.0.0.1",
            Port = port,
            Tls = MailTls.None,
            From = "Samla <samla@myndigheten.se>",
            Outbox = Outbox,
        };

    private Task<PostOffice.Outcome> Send(Letter letter, MailSettings settings) =>
        new PostOffice(settings, new SteadyClock(), _log).Send(letter, Stop);

    /// <summary>What was written to the log.</summary>
    private sealed class LogLines : ILogger<PostOffice>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Written.Add(formatter(state, exception));
    }
}
