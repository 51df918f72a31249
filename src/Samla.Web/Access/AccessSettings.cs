namespace Samla.Web.Access;

/// <summary>What whoever runs the application decides about sign-in; set under "Access" in the configuration.</summary>
public sealed class AccessSettings
{
    /// <summary>Sign-ins, forgotten passwords and links that one address may try in a minute.</summary>
    public int PerMinute { get; set; } = 20;

    /// <summary>
    /// Where the application is found from outside, such as "https://samla.example.se": what links in letters begin with.
    /// </summary>
    public Uri? Address { get; set; }
}
