namespace Samla.Domain.Compile;

/// <summary>What a section is in the report's build.</summary>
public enum SectionRole
{
    Body,

    /// <summary>The agency's analysis of a chapter.</summary>
    Analysis,

    /// <summary>A summary, of a chapter or of all.</summary>
    Summary,

    /// <summary>The report's conclusions.</summary>
    Conclusions,
}

/// <summary>How a section's heading tells its role.</summary>
public static class SectionRoles
{
    extension(SectionRole role)
    {
        /// <summary>As the beginning of a sentence: "Sammanfattningen".</summary>
        public string Swedish =>
            role switch
            {
                SectionRole.Body => "Texten",
                SectionRole.Analysis => "Analysen",
                SectionRole.Summary => "Sammanfattningen",
                SectionRole.Conclusions => "Slutsatserna",
            };

        /// <summary>What a heading, without its number, says of it; null where it says nothing.</summary>
        public static SectionRole? Of(string title)
        {
            if (title.StartsWith("Sammanfattning", StringComparison.OrdinalIgnoreCase))
            {
                return SectionRole.Summary;
            }

            // "4 Analys, uppföljning och utvärdering" is a chapter about analysis, "4.5 Analys – …" the agency's analysis of it.
            var rest = title.StartsWith("Analys", StringComparison.OrdinalIgnoreCase) ? title[6..].TrimStart() : null;
            if (rest is "" or ['–' or '-' or ':', ..])
            {
                return SectionRole.Analysis;
            }

            return
                title.StartsWith("Slutsatser", StringComparison.OrdinalIgnoreCase)
                || title.StartsWith("Avslutande", StringComparison.OrdinalIgnoreCase)
                ? SectionRole.Conclusions
                : null;
        }
    }
}
