using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Samla.Common;
using Samla.Domain;
using Samla.Domain.Check;
using Samla.Domain.Compile;

namespace Samla.Check;

/// <summary>The public JSON of a checked or extracted report (schemaVersion 1). Fields may be added, none renamed.</summary>
public static class CheckJson
{
    private const int SchemaVersion = 1;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Source, notes, claims and findings.</summary>
    public static void Write(Stream output, PublishedReport report, IReadOnlyList<Finding> findings)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        WriteReport(json, report);
        WriteFindings(json, report, findings);
        json.WriteEndObject();
    }

    /// <summary>Source, notes, claims and the matrix of regions and claims.</summary>
    public static void WriteExtract(Stream output, PublishedReport report)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        WriteReport(json, report);
        json.WriteStartArray("matrix");
        foreach (var region in Regions.All)
        {
            json.WriteStartObject();
            json.WriteString("region", region.Code.ToString());
            json.WriteString("name", region.Name);
            json.WriteStartArray("claims");
            foreach (var claim in report.Claims.Where(claim => claim.Claim.Regions.Contains(region.Code)))
            {
                json.WriteStringValue(claim.Id);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteReport(Utf8JsonWriter json, PublishedReport report)
    {
        json.WriteNumber("schemaVersion", SchemaVersion);
        WriteSource(json, report.Text.Source);
        json.WriteStartArray("footnotes");
        foreach (var footnote in report.Footnotes)
        {
            WriteFootnote(json, footnote);
        }

        json.WriteEndArray();
        json.WriteStartArray("claims");
        foreach (var claim in report.Claims)
        {
            WriteClaim(json, report, claim);
        }

        json.WriteEndArray();
    }

    private static void WriteSource(Utf8JsonWriter json, SourceFile source)
    {
        json.WriteStartObject("source");
        json.WriteString("name", source.Name);
        json.WriteString("format", source.Format);
        json.WriteString("encoding", source.Encoding);
        json.WriteNumber("characters", source.Characters);
        json.WriteNumberOrNull("pages", source.Pages);
        json.WriteEndObject();
    }

    private static void WriteFootnote(Utf8JsonWriter json, ReadFootnote footnote)
    {
        json.WriteStartObject();
        json.WriteNumber("number", footnote.Footnote.Number);
        json.WriteNumberOrNull("page", footnote.Page);
        json.WriteString("section", footnote.Section.Number);
        json.WriteString("kind", footnote.Footnote.Kind.Name);
        json.WriteString("text", footnote.Footnote.Text);
        json.WriteRegions("regions", footnote.Footnote.Regions);
        json.WriteEndObject();
    }

    private static void WriteClaim(Utf8JsonWriter json, PublishedReport report, ReadClaim claim)
    {
        json.WriteStartObject();
        json.WriteString("id", claim.Id);
        json.WriteString("section", claim.Sentence.Section.Number);
        json.WriteNumberOrNull("page", report.PageOf(claim));
        json.WriteString("sentence", report.TextOf(claim.Sentence.Place));
        json.WriteNumberOrNull("footnote", claim.Footnote?.Footnote.Number);
        json.WriteStartObject("quantifier");
        json.WriteString("text", claim.QuantifierPlace is { } place ? report.TextOf(place) : "");
        json.WriteString("kind", claim.Claim.Quantifier.Kind.Name);
        json.WriteNumberOrNull("count", claim.Claim.Quantifier.Count);
        json.WriteEndObject();
        json.WriteString("role", claim.Claim.Role == ClaimRole.Members ? "members" : "exceptions");
        json.WriteRegions("regions", claim.Claim.Regions);
        json.WriteString("subject", claim.Claim.Subject == ClaimSubject.Regions ? "regions" : "agencies");
        json.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter json, PublishedReport report, IReadOnlyList<Finding> findings)
    {
        json.WriteStartArray("findings");
        foreach (var (index, finding) in findings.Index())
        {
            json.WriteStartObject();
            json.WriteString("id", $"f{index + 1}");
            json.WriteString("rule", finding.Rule);
            json.WriteString("severity", finding.Severity.Name);
            json.WriteString("section", report.SectionAt(finding.Places[0]).Number);
            json.WriteNumberOrNull("page", report.PageAt(finding.Places[0]));
            json.WriteNumberOrNull("footnote", finding.Footnote);
            json.WriteStartArray("relatedFootnotes");
            foreach (var number in finding.RelatedFootnotes)
            {
                json.WriteNumberValue(number);
            }

            json.WriteEndArray();
            json.WriteString("message", finding.Message);
            json.WriteStartArray("evidence");
            foreach (var evidence in report.EvidenceOf(finding))
            {
                json.WriteStringValue(evidence);
            }

            json.WriteEndArray();
            json.WriteString("suggestion", finding.Suggestion);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
