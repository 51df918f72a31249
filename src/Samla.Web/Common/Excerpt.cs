namespace Samla.Web.Common;

/// <summary>The sentence before and after a passage: enough to understand it, and no more than fits beside the report.</summary>
internal static class Excerpt
{
    /// <summary>The last sentence of what stands before a passage.</summary>
    public static string Before(string text)
    {
        var end = text.TrimEnd().Length;
        var at = end < 2 ? -1 : text.LastIndexOf(". ", end - 2, StringComparison.Ordinal);
        return at < 0 ? text : "… " + text[(at + 2)..];
    }

    /// <summary>The first sentence of what stands after a passage; the rest of its own sentence when it ends within one.</summary>
    public static string After(string text)
    {
        // A passage that ends a sentence leaves " Next sentence." behind it.
        var at = text.Length < 2 ? -1 : text.IndexOf(". ", 1, StringComparison.Ordinal);
        return at < 0 ? text : text[..(at + 1)] + " …";
    }
}
