namespace Samla.Web.Check;

/// <summary>The rules' names as the page shows them.</summary>
internal static class RuleNames
{
    private static readonly Dictionary<string, string> Swedish = new(StringComparer.Ordinal)
    {
        ["count-mismatch"] = "Fel antal",
        ["duplicate-region"] = "Dubbel region",
        ["misspelled-region"] = "Felstavad region",
        ["missing-separator"] = "Skiljetecken saknas",
        ["wrong-separator"] = "Fel skiljetecken i lista",
        ["complement-contradiction"] = "Motsägelse mot resten",
        ["partition-gap"] = "Delar som inte går ihop",
        ["subset-violation"] = "Del utanför helheten",
        ["summary-contradiction"] = "Sammanfattningen säger annat",
        ["named-not-listed"] = "Nämnd men inte uppräknad",
        ["quantifier-outlier"] = "Ovanlig användning av mängdord",
        ["identical-lists"] = "Likadana listor",
        ["broken-reference"] = "Hänvisning som inte finns",
        ["missing-footnote"] = "Fotnot saknas",
        ["unused-footnote"] = "Fotnot utan hänvisning",
        ["quote-not-in-source"] = "Citat som inte finns i källan",
        ["quotation-marks"] = "Citattecken",
        ["list-order"] = "Ordning i lista",
        ["punctuation"] = "Skiljetecken",
        ["spacing"] = "Mellanslag",
        ["spelling"] = "Stavning",
        ["repeated-word"] = "Upprepat ord",
    };

    /// <summary>A rule that has no Swedish name yet goes by the one in the public contract.</summary>
    public static string Of(string rule) => Swedish.GetValueOrDefault(rule, rule);
}
