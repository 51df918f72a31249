using System.Text.Json;
using Samla.Check;
using Samla.Domain;
using Samla.Tests.Testing;

namespace Samla.Tests.Check;

public sealed class CheckJsonTests
{
    /// <summary>The example of the contract. Other people's scripts rely on its names and types.</summary>
    private const string Example = """
        {
          "schemaVersion": 1,
          "source": { "name": "report.txt", "format": "text", "encoding": "utf-8", "characters": 41250, "pages": 14 },
          "footnotes": [
            { "number": 17, "page": 6, "section": "2.1", "kind": "regions", "text": "Dalarna, Halland, Skåne, Halland.", "regions": ["12", "13", "20"] }
          ],
          "claims": [
            { "id": "c17", "section": "2.1", "page": 6, "sentence": "Fyra regioner17 har inrättat ett råd för vatten.", "footnote": 17,
              "quantifier": { "text": "Fyra regioner", "kind": "exact", "count": 4 },
              "role": "members", "regions": ["12", "13", "20"], "subject": "regions" }
          ],
          "findings": [
            { "id": "f1", "rule": "count-mismatch", "severity": "error", "section": "2.1", "page": 6, "footnote": 17, "relatedFootnotes": [],
              "message": "Texten säger fyra regioner, fotnoten räknar upp tre olika (Halland står två gånger).",
              "evidence": ["Fyra regioner17 har inrättat ett råd för vatten.", "17 Dalarna, Halland, Skåne, Halland."],
              "suggestion": "Tre regioner" }
          ]
        }
        """;

    [Fact]
    public void A_report_like_the_contracts_example_gives_the_examples_notes_and_claims()
    {
        var (expected, actual) = (JsonElement.Parse(Example), Json(Sample.WaterReport));
        Same(expected.GetProperty("footnotes"), actual.GetProperty("footnotes"));
        Same(expected.GetProperty("claims"), actual.GetProperty("claims"));
        Assert.Equal(6 - 4, actual.GetProperty("source").GetProperty("pages").GetInt32());
    }

    [Fact]
    public void It_gives_the_examples_finding_but_for_the_words_of_the_message()
    {
        var expected = JsonElement.Parse(Example).GetProperty("findings")[0];
        var actual = Json(Sample.WaterReport).GetProperty("findings")[0];
        foreach (var field in expected.EnumerateObject().Where(field => field.Name != "message"))
        {
            Same(field.Value, actual.GetProperty(field.Name));
        }

        Assert.StartsWith(
            "Texten säger fyra regioner, fotnoten räknar upp tre olika (Halland",
            actual.GetProperty("message").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void It_has_the_examples_fields_and_types() =>
        Assert.Equal(Shape(JsonElement.Parse(Example)), Shape(Json(Sample.WaterReport)));

    [Fact]
    public void What_is_not_known_is_null()
    {
        var report = Json("Sju regioner har ett  råd.\n");
        Assert.Equal(JsonValueKind.Null, report.GetProperty("source").GetProperty("pages").ValueKind);
        var claim = report.GetProperty("claims")[0];
        Assert.Equal(JsonValueKind.Null, claim.GetProperty("page").ValueKind);
        Assert.Equal(JsonValueKind.Null, claim.GetProperty("footnote").ValueKind);
        var finding = report.GetProperty("findings")[0];
        Assert.Equal(JsonValueKind.Null, finding.GetProperty("footnote").ValueKind);
    }

    [Fact]
    public void Swedish_letters_are_written_as_they_are()
    {
        using var output = new MemoryStream();
        var (report, findings) = Sample.Checked("Sju regioner i Västra Götaland säger ”å”.\n");
        CheckJson.Write(output, report, findings);
        var text = System.Text.Encoding.UTF8.GetString(output.ToArray());
        Assert.Contains("Sju regioner i Västra Götaland säger ”å”.", text, StringComparison.Ordinal);
        Assert.NotEqual('\uFEFF', text[0]);
    }

    [Fact]
    public void Findings_are_numbered_in_the_order_of_the_text()
    {
        var findings = Json("Råd  finns .\n\nTre regioner[^1] har har råd.\n\n[^1]: Skåne, Dalarna.\n", "rapport.md")
            .GetProperty("findings")
            .EnumerateArray()
            .Select(finding => finding.GetProperty("id").GetString())
            .ToList();
        Assert.True(findings.Count > 3);
        Assert.Equal(Enumerable.Range(1, findings.Count).Select(n => $"f{n}"), findings);
    }

    [Fact]
    public void An_extract_holds_the_matrix_of_regions_and_claims_and_no_findings()
    {
        using var output = new MemoryStream();
        CheckJson.WriteExtract(output, Sample.Report(Sample.WaterReport));
        var extract = JsonElement.Parse(output.ToArray());
        Assert.Equal(
            ["schemaVersion", "source", "footnotes", "claims", "matrix"],
            extract.EnumerateObject().Select(field => field.Name)
        );
        var matrix = extract.GetProperty("matrix").EnumerateArray().ToList();
        Assert.Equal(
            Regions.All.Select(region => (region.Code.ToString(), region.Name)),
            matrix.Select(row => (row.GetProperty("region").GetString()!, row.GetProperty("name").GetString()!))
        );
        Assert.Equal(
            ["Dalarna", "Halland", "Skåne"],
            matrix
                .Where(row => row.GetProperty("claims").EnumerateArray().Any(claim => claim.GetString() == "c17"))
                .Select(row => row.GetProperty("name").GetString())
        );
    }

    private static JsonElement Json(string text, string name = "report.txt")
    {
        using var output = new MemoryStream();
        var (report, findings) = Sample.Checked(text, name);
        CheckJson.Write(output, report, findings);
        return JsonElement.Parse(output.ToArray());
    }

    private static void Same(JsonElement expected, JsonElement actual) =>
        Assert.True(JsonElement.DeepEquals(expected, actual), $"Expected {expected}\nActual {actual}");

    // The fields in their order with their types; of a list what its first item is.
    private static string Shape(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => "{"
                + string.Join(", ", element.EnumerateObject().Select(field => $"{field.Name}: {Shape(field.Value)}"))
                + "}",
            JsonValueKind.Array => $"[{element.EnumerateArray().Select(Shape).FirstOrDefault()}]",
            _ => element.ValueKind.ToString(),
        };
}
