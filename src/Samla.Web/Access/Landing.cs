using Samla.Domain.Access;

namespace Samla.Web.Access;

/// <summary>Where a person goes after the sign-in.</summary>
internal static class Landing
{
    /// <summary>Sends each on to the work that is theirs.</summary>
    public const string Path = "/konto/vidare";

    public static string Of(Roles roles) =>
        roles.HasFlag(Roles.Analyst) ? "/arbete"
        : roles.HasFlag(Roles.Expert) ? "/arbete/granskning"
        : roles.HasFlag(Roles.Ministry) ? "/mallar"
        : "/redovisa";

    /// <summary>Whether an address that came with the request is one of ours: a path, not another's address that looks like one.</summary>
    public static bool IsOwn(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);
}
