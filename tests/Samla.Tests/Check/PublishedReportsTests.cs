using System.Globalization;
using System.Security;
using System.Text.Json;
using Samla.Check;
using Samla.Domain;
using Samla.Domain.Check;
using Samla.Domain.Compile;
using Samla.Tests.Check.Reading;
using Samla.Tests.Testing;

namespace Samla.Tests.Check;

/// <summary>
/// The checker against published reports and what people found by reading them. Reports and readings are no part of the
/// repository: they are looked for in a folder <c>shared</c> beside it or above, and without them these tests are skipped.
/// </summary>
public sealed class PublishedReportsTests
{
    private static readonly Dictionary<string, RegionCode> ByName = Regions.All.ToDictionary(
        region => region.Name,
        region => region.Code
    );

    private const string NoReports = "The published reports (a folder shared/seeds) are not on this machine.";

    private static readonly Lazy<CheckReport.Outcome.Checked?> Compilation = new(() => Checked("000_*.txt"));
    private static readonly Lazy<CheckReport.Outcome.Checked?> Strategies = new(() => Checked("001_*.txt"));

    /// <summary>Notes that look like a defect together and are none.</summary>
    public static TheoryData<int[]> Traps { get; } =
        new(
            [142, 149], // the same seventeen on purpose
            [161, 162, 167], // a part may equal its whole
            [163, 165, 166], // three equal parts of one whole
            [124, 126], // nine and the same nine
            [47, 412], // the members of one collaboration twice
            [33, 34], // 18 + 3 = 21
            [22, 23], // 7 + 14 = 21
            [184, 185], // 15 + 6 = 21
            [183], // five, and a remark that names a sixth
            [157, 159] // the number stands before the mark of the note before
        );

    [Fact]
    public void Every_note_of_the_compilation_is_found_once() => EveryNoteOnce(Of(Compilation).Report, notes: 482);

    [Fact]
    public void Every_note_of_the_strategies_is_found_once() => EveryNoteOnce(Of(Strategies).Report, notes: 32);

    [Theory]
    [InlineData("000_*.txt")]
    [InlineData("001_*.txt")]
    public void The_reports_as_Word_files_give_the_same_claims_and_findings(string pattern)
    {
        var file = Shared.Folder("seeds")?.GetFiles(pattern).FirstOrDefault();
        Assert.SkipWhen(file is null, NoReports);
        var content = File.ReadAllBytes(file.FullName);
        var (report, findings) = Assert.IsType<CheckReport.Outcome.Checked>(
            new CheckReport().Run(file.Name, content, CancellationToken.None)
        );
        var word = Assert.IsType<AnnotateReport.Outcome.Annotated>(
            new AnnotateReport(new SteadyClock()).Run(content, report, findings, CancellationToken.None)
        );
        var (again, found) = Assert.IsType<CheckReport.Outcome.Checked>(
            new CheckReport().Run("rapport.docx", word.File, CancellationToken.None)
        );
        Assert.Equal(report.Claims.Select(Said), again.Claims.Select(Said));
        Assert.Equal(Grave(findings), Grave(found));
    }

    [Theory]
    [InlineData("000_*.txt")]
    [InlineData("001_*.txt")]
    public void The_reports_with_each_line_as_a_paragraph_of_Word_are_read_as_the_text(string pattern)
    {
        var file = Shared.Folder("seeds")?.GetFiles(pattern).FirstOrDefault();
        Assert.SkipWhen(file is null, NoReports);
        var lines = File.ReadAllLines(file.FullName).Select(line => WordFile.P(SecurityElement.Escape(line)));
        var (report, findings) = Checked(pattern)!;
        var (again, found) = WordFile.Checked(WordFile.Of(string.Concat(lines)));
        Assert.Equal(report.Claims.Select(Said), again.Claims.Select(Said));
        Assert.Equal(Grave(findings), Grave(found));
        Assert.Equal(report.Text.Source.Pages, again.Text.Source.Pages);
    }

    private static IEnumerable<string> Grave(IEnumerable<Finding> findings) =>
        findings
            .Where(finding => finding.Severity > Severity.Info)
            .Select(finding => $"{finding.Rule} {finding.Footnote} {finding.Message}")
            .Order(StringComparer.Ordinal);

    private static (string Id, string Section, ClaimSubject, Quantifier, RegionSet Regions) Said(ReadClaim claim) =>
        (claim.Id, claim.Sentence.Section.Number, claim.Claim.Subject, claim.Claim.Quantifier, claim.Claim.Regions);

    [Fact]
    public void Notes_stand_where_readers_found_them()
    {
        var read = Of(Compilation).Report.Footnotes.ToDictionary(footnote => footnote.Footnote.Number);
        var pairs = Readings("footnotes.json")
            .Select(reading => (Reading: reading, Note: read[reading.GetProperty("n").GetInt32()]))
            .ToList();
        Share(1.00, pairs, pair => pair.Note.Page == pair.Reading.GetProperty("page").GetInt32());
        Share(1.00, pairs, pair => pair.Note.Section.Number == pair.Reading.GetProperty("section_number").GetString());
        Share(0.99, pairs, pair => pair.Note.Footnote.Regions == Codes(pair.Reading.GetProperty("regions")));
        Share(0.97, pairs, pair => pair.Note.Footnote.Kind.Name == pair.Reading.GetProperty("kind").GetString());
    }

    [Fact]
    public void Marks_stand_behind_the_sign_that_readers_saw()
    {
        var report = Of(Compilation).Report;
        var before = report
            .Text.Blocks.SelectMany(block =>
                block.Marks.Select(mark => (mark.Number, Sign: block.Text[mark.Start - 1]))
            )
            .ToDictionary(mark => mark.Number, mark => mark.Sign);
        Share(
            0.99,
            Readings("footnotes.json"),
            reading =>
                reading.GetProperty("mark_before").GetString() is [var sign]
                && before[reading.GetProperty("n").GetInt32()] == sign
        );
    }

    [Fact]
    public void Claims_with_notes_are_read_as_people_read_them()
    {
        var read = Of(Compilation).Report.Claims.ToDictionary(claim => claim.Id);
        var pairs = Readings("claims.json")
            .Where(reading => reading.GetProperty("footnote").ValueKind == JsonValueKind.Number)
            .Select(reading => (Reading: reading, Claim: read.GetValueOrDefault($"c{reading.GetProperty("footnote")}")))
            .ToList();
        Assert.True(pairs.Count >= 200);
        Share(0.97, pairs, pair => pair.Claim?.Claim.Regions == Codes(pair.Reading.GetProperty("regions")));
        Share(
            0.93,
            pairs,
            pair =>
                pair.Claim?.Claim.Quantifier.Kind.Name
                == pair.Reading.GetProperty("quantifier_class").GetString()!.Replace('_', '-')
        );
        Share(
            1.00,
            pairs,
            pair => pair.Claim?.Sentence.Section.Number == pair.Reading.GetProperty("section").GetString()
        );
        Share(0.97, pairs, pair => pair.Claim?.Footnote?.Page == pair.Reading.GetProperty("page").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Traps))]
    public void A_trap_catches_no_rule_about_sets(int[] notes) =>
        Assert.DoesNotContain(
            Of(Compilation).Findings,
            finding =>
                finding.Rule is "identical-lists" or "partition-gap" or "subset-violation" or "count-mismatch"
                && notes.Intersect([finding.Footnote ?? 0, .. finding.RelatedFootnotes]).Any()
        );

    [Fact]
    public void Two_sections_say_rightly_who_is_missing_in_them()
    {
        var (report, findings) = Of(Compilation);
        Assert.DoesNotContain(
            findings,
            finding =>
                finding.Rule is "partition-gap" or "count-mismatch"
                && report.SectionAt(finding.Places[0]).Number is "5.1.2" or "5.1.3"
        );
    }

    [Fact]
    public void The_strategies_divide_the_regions_cleanly_and_hold_no_error()
    {
        var (report, findings) = Of(Strategies);
        var parts = report.Footnotes.Where(footnote => footnote.Footnote.Number is >= 10 and <= 14).ToList();
        Assert.Equal([4, 7, 6, 2, 2], parts.Select(part => part.Footnote.Regions.Count));
        Assert.Equal(RegionSet.All, parts.Aggregate(default(RegionSet), (sum, part) => sum | part.Footnote.Regions));
        Assert.DoesNotContain(findings, finding => finding.Severity == Severity.Error);
    }

    // Each was judged by reading the report, and is true. A new one belongs here only after the same.
    [Fact]
    public void The_errors_of_the_compilation_are_those_that_reading_confirms()
    {
        var (report, findings) = Of(Compilation);
        Assert.Equal(
            [
                "misspelled-region 4.1 60",
                "wrong-separator 4.1 61",
                "misspelled-region 4.2",
                "missing-separator 6.1.1 173",
                "missing-separator 6.1.1 173",
                "complement-contradiction 7.3 303",
                "count-mismatch 7.3 306",
                "duplicate-region 7.3 306",
                "wrong-separator 8 315",
                "misspelled-region 8.1.1",
                "misspelled-region 8.1.1",
                "count-mismatch 8.4 346",
                "misspelled-region 11.1.2 412",
                "complement-contradiction 11.2.2 428",
                "complement-contradiction 11.2.2 432",
                "complement-contradiction 11.2.2 433",
                "complement-contradiction 12.2.2 461",
            ],
            findings
                .Where(finding => finding.Severity == Severity.Error)
                .Select(finding =>
                    $"{finding.Rule} {report.SectionAt(finding.Places[0]).Number} {finding.Footnote}".TrimEnd()
                )
        );
    }

    private static void EveryNoteOnce(PublishedReport report, int notes)
    {
        var numbers = Enumerable.Range(1, notes).ToList();
        Assert.Equal(numbers, report.Footnotes.Select(footnote => footnote.Footnote.Number));
        Assert.Equal(numbers, report.Text.Blocks.SelectMany(block => block.Marks).Select(mark => mark.Number).Order());
    }

    // Says which readings it was that disagreed, by their numbers.
    private static void Share<T>(double least, IReadOnlyList<T> all, Func<T, bool> agrees)
    {
        var agreeing = all.Count(agrees);
        Assert.True(
            agreeing >= least * all.Count,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{agreeing} of {all.Count} agree; not {string.Join(", ", all.Index().Where(item => !agrees(item.Item)).Select(item => item.Index))} (from 0)"
            )
        );
    }

    private static RegionSet Codes(JsonElement names) =>
        [.. names.EnumerateArray().Select(name => ByName[name.GetString()!])];

    private static CheckReport.Outcome.Checked Of(Lazy<CheckReport.Outcome.Checked?> report)
    {
        Assert.SkipWhen(report.Value is null, NoReports);
        return report.Value;
    }

    private static List<JsonElement> Readings(string name)
    {
        var file = Shared.Folder("groundtruth")?.GetFiles(name).FirstOrDefault();
        Assert.SkipWhen(
            file is null,
            "What people found by reading (a folder shared/groundtruth) is not on this machine."
        );
        return
        [
            .. JsonElement
                .Parse(File.ReadAllBytes(file.FullName))
                .EnumerateArray()
                .Where(reading => reading.GetProperty("seed").GetString() == "000"),
        ];
    }

    private static CheckReport.Outcome.Checked? Checked(string pattern) =>
        Shared.Folder("seeds")?.GetFiles(pattern) is [var file, ..]
            ? Assert.IsType<CheckReport.Outcome.Checked>(
                new CheckReport().Run(file.Name, File.ReadAllBytes(file.FullName), CancellationToken.None)
            )
            : null;
}
