using System.Text.Json;
using Samla.Check;
using Samla.Domain;
using Samla.Domain.Check;
using Samla.Domain.Compile;
using Samla.Tests.Architecture;

namespace Samla.Tests.Check;

/// <summary>
/// The two published reports, where the source documents lie beside the project: every note found, claims as a careful
/// reader read them, and no error that is none.
/// </summary>
public sealed class PublishedReportsTests
{
    private const string First = "000_6463221fc864c08c.txt";
    private const string Second = "001_dac0daaf57bcd81b.txt";

    private static readonly string Shared = Path.Combine(RepositoryRoot.Folder.Parent!.FullName, "shared");

    private static readonly Dictionary<string, RegionCode> Codes = Regions.All.ToDictionary(
        region => region.Name,
        region => region.Code
    );

    [Theory]
    [InlineData(First, 482)]
    [InlineData(Second, 32)]
    public void Every_note_is_found_once(string file, int notes) =>
        Assert.Equal(Enumerable.Range(1, notes), Checked(file).Report.Text.Notes.Select(note => note.Number));

    [Theory]
    [InlineData(First)]
    [InlineData(Second)]
    public void Every_note_has_its_mark(string file) =>
        Assert.DoesNotContain(
            Checked(file).Findings,
            finding => finding.Rule is "missing-footnote" or "unused-footnote"
        );

    [Fact]
    public void Notes_stand_on_their_printed_page_and_list_their_regions()
    {
        var read = Checked(First).Report.Footnotes.ToDictionary(footnote => footnote.Footnote.Number);
        Assert.All(
            Truth("footnotes.json"),
            note =>
            {
                var footnote = read[note.GetProperty("n").GetInt32()];
                Assert.Equal(note.GetProperty("page").GetInt32(), footnote.Page);
                Assert.Equal(Set(note.GetProperty("regions")), footnote.Footnote.Regions);
            }
        );
    }

    [Fact]
    public void Regions_are_right_in_97_and_kinds_in_93_of_100_claims_with_notes()
    {
        var read = Checked(First)
            .Report.Claims.Where(claim => claim.Footnote is not null)
            .ToLookup(claim => claim.Footnote!.Footnote.Number);
        var claims = Truth("claims.json")
            .Where(claim => claim.GetProperty("footnote").ValueKind == JsonValueKind.Number)
            .ToList();

        ReadClaim? Of(JsonElement claim) => read[claim.GetProperty("footnote").GetInt32()].FirstOrDefault();
        var right = claims.Count(claim => Of(claim)?.Claim.Regions == Set(claim.GetProperty("regions")));
        var rightKind = claims.Count(claim => Of(claim)?.Claim.Quantifier.Kind.Name == Kind(claim));

        Assert.InRange(right / (double)claims.Count, 0.97, 1);
        Assert.InRange(rightKind / (double)claims.Count, 0.93, 1);
    }

    // Each was judged by reading: the notes that a human reader finds wrong, and no other.
    [Fact]
    public void Errors_in_the_first_report_are_those_that_a_reader_finds() =>
        Assert.Equal(
            [60, 61, 173, 173, 303, 306, 306, 315, 346, 412, 428, 432, 433, 461],
            Checked(First)
                .Findings.Where(finding => finding is { Severity: Severity.Error, Footnote: not null })
                .Select(finding => finding.Footnote!.Value)
                .Order()
        );

    [Fact]
    public void The_second_report_has_no_error() =>
        Assert.DoesNotContain(Checked(Second).Findings, finding => finding.Severity == Severity.Error);

    [Theory]
    [InlineData(142, 149)]
    [InlineData(161, 167)]
    [InlineData(163, 165)]
    [InlineData(124, 126)]
    [InlineData(47, 412)]
    [InlineData(33, 34)]
    [InlineData(22, 23)]
    [InlineData(184, 185)]
    public void Notes_that_only_look_wrong_together_are_left_alone(int one, int other) =>
        Assert.DoesNotContain(
            Checked(First).Findings,
            finding =>
                finding.Severity > Severity.Info
                && finding.Footnote is { } note
                && (
                    (note == one && finding.RelatedFootnotes.Contains(other))
                    || (note == other && finding.RelatedFootnotes.Contains(one))
                )
        );

    private static CheckReport.Outcome.Checked Checked(string file)
    {
        var path = Path.Combine(Shared, "seeds", file);
        Assert.SkipWhen(!File.Exists(path), "The source documents do not lie beside the project (../shared/seeds).");
        var outcome = new CheckReport().Run(file, File.ReadAllBytes(path), TestContext.Current.CancellationToken);
        return Assert.IsType<CheckReport.Outcome.Checked>(outcome);
    }

    private static List<JsonElement> Truth(string file)
    {
        var path = Path.Combine(Shared, "groundtruth", file);
        Assert.SkipWhen(
            !File.Exists(path),
            "The readers' truth does not lie beside the project (../shared/groundtruth)."
        );
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. json.RootElement.EnumerateArray().Select(element => element.Clone())];
    }

    private static RegionSet Set(JsonElement names) =>
        [.. names.EnumerateArray().Select(name => Codes[name.GetString()!])];

    private static string Kind(JsonElement claim) =>
        claim.GetProperty("quantifier_class").GetString()!.Replace('_', '-');
}
