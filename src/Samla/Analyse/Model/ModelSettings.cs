using System.Diagnostics.CodeAnalysis;

namespace Samla.Analyse.Model;

/// <summary>Which language model analysts can ask; set under "Samla:LanguageModel". Where nothing is set there is none.</summary>
public sealed class ModelSettings
{
    /// <summary>Where the settings stand in the configuration.</summary>
    public const string Section = "Samla:LanguageModel";

    /// <summary>The only place that the key is taken from: what stands in a file or on a command line is read by others.</summary>
    public const string KeyVariable = "Samla__LanguageModel__ApiKey";

    /// <summary>The most signs of a model's name.</summary>
    public const int LongestName = 150;

    /// <summary>The address of a server that speaks as OpenAI's does, such as "https://modell.example/v1".</summary>
    public string? Endpoint { get; set; }

    /// <summary>The model's name, as the server calls it.</summary>
    public string? Model { get; set; }

    /// <summary>Null where the server asks for none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>How long an answer is waited for.</summary>
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>How long an answer may be, in the model's own measure.</summary>
    public int MostTokens { get; set; } = 4_000;

    /// <summary>Whether the key stands where others read it.</summary>
    public bool HasOpenKey { get; set; }

    /// <summary>Whether there is a model to ask.</summary>
    [MemberNotNullWhen(true, nameof(Endpoint), nameof(Model))]
    public bool IsOn => !string.IsNullOrWhiteSpace(Endpoint) && !string.IsNullOrWhiteSpace(Model);

    /// <summary>Where questions are sent, as an analyst is told; empty where there is no model.</summary>
    public string Host => IsOn && Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) ? address.Authority : "";

    /// <summary>Why the model cannot be asked as it is set, in Swedish; null when nothing is wrong.</summary>
    public string? Trouble =>
        string.IsNullOrWhiteSpace(Endpoint) && string.IsNullOrWhiteSpace(Model) ? null
        : !IsOn
            ? $"{Section}:Endpoint och {Section}:Model ska anges båda två, eller ingen av dem. Utan dem är språkmodellen av."
        : !Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) || !IsSafe(address)
            ? $"{Section}:Endpoint ska vara en adress som börjar med https://. Finns modellen på samma dator får den börja med http://."
        : Model.Length > LongestName ? $"{Section}:Model får ha högst {LongestName} tecken."
        : TimeoutSeconds is < 1 or > 600 ? $"{Section}:TimeoutSeconds ska vara ett tal mellan 1 och 600."
        : MostTokens is < 100 or > 100_000 ? $"{Section}:MostTokens ska vara ett tal mellan 100 och 100000."
        : HasOpenKey
            ? $"{Section}:ApiKey får bara anges som miljövariabeln {KeyVariable}. Ta bort nyckeln ur filer och kommandorad, och byt den: den kan vara läst."
        : null;

    // In the clear a text could be read on its way, and a name and password in an address end up in logs.
    private static bool IsSafe(Uri address) =>
        address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
