using System.Diagnostics.CodeAnalysis;
using MimeKit;

namespace Samla.Letters;

/// <summary>How the line to the mail server is kept from being read.</summary>
public enum MailTls
{
    /// <summary>Begins in the open and is encrypted before anything is said; a server that cannot is not used.</summary>
    StartTls,

    /// <summary>Encrypted from the start.</summary>
    Direct,

    /// <summary>Not at all; for a server on the same machine.</summary>
    None,
}

/// <summary>How letters are sent; set under "Mail" in the configuration.</summary>
public sealed class MailSettings
{
    /// <summary>The name of the mail server; without one letters are laid in the outbox.</summary>
    public string? Server { get; set; }

    public int Port { get; set; } = 587;

    public MailTls Tls { get; set; }

    /// <summary>Null where the server asks for none.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The address that letters come from.</summary>
    public string? From { get; set; }

    /// <summary>The folder for letters that are not sent; null for none.</summary>
    public string? Outbox { get; set; }

    /// <summary>Whether letters are sent at all.</summary>
    [MemberNotNullWhen(true, nameof(Server))]
    public bool HasServer => !string.IsNullOrWhiteSpace(Server);

    /// <summary>Why letters cannot be sent as it is set, in Swedish; null when nothing is wrong.</summary>
    public string? Trouble =>
        HasServer && !MailboxAddress.TryParse(From, out _)
            ? "Mail:Server är angiven men inte Mail:From. Ange vilken adress breven kommer från."
        : Port is < 1 or > 65535 ? "Mail:Port ska vara ett tal mellan 1 och 65535."
        : null;
}
