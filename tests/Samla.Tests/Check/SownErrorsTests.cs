using Samla.Domain;
using Samla.Tests.Testing;

namespace Samla.Tests.Check;

/// <summary>
/// Reports that are made up from data, so that they are known to be right; and the same with one error sown, so that it is
/// known what is wrong.
/// </summary>
public sealed class SownErrorsTests
{
    private const int Reports = 120;

    /// <summary>A report with an error, and what must be found: the rule, and the note or the words it is about.</summary>
    private sealed record Sown(MadeUpReport Report, string Rule, int? Footnote = null, string? Words = null);

    /// <summary>Changes a line so that it is wrong; null where it cannot.</summary>
    private delegate Sown? Sower(MadeUpReport report, int line, Dice dice);

    private static readonly Dictionary<string, Sower> Errors = new(StringComparer.Ordinal)
    {
        ["another number"] = AnotherNumber,
        ["a region left out"] = (report, line, dice) =>
            Listing(report, line, "count-mismatch", names => Without(names, dice.Throw(names.Length)), Counts),
        ["a region too many"] = (report, line, dice) =>
            Listing(report, line, "count-mismatch", names => Among(names, dice), Counts),
        ["a region twice"] = (report, line, dice) =>
            Listing(report, line, "duplicate-region", names => Twice(names, dice.Throw(names.Length))),
        ["a misspelt region"] = (report, line, dice) =>
            Listing(report, line, "misspelled-region", names => Misspelt(names, dice)),
        ["a comma left out"] = (report, line, dice) => Parted(report, line, dice, "missing-separator", " "),
        ["a full stop for a comma"] = (report, line, dice) => Parted(report, line, dice, "wrong-separator", ". "),
        ["two names in the wrong order"] = (report, line, dice) =>
            Listing(report, line, "list-order", names => Swapped(names, dice)),
        ["a rest with one of the others"] = RestWithOneOfTheOthers,
        ["a rest without one of its own"] = RestWithoutOne,
        ["a part with one from outside"] = PartWithOneFromOutside,
        ["others with one just counted"] = OthersWithOneJustCounted,
        ["an example from outside"] = ExampleFromOutside,
        ["a mark left out"] = (report, line, _) =>
            report.Lines[line].Note is null
                ? null
                : new(
                    report.With(line, report.Lines[line] with { HasMark = false }),
                    "unused-footnote",
                    report.NumberOf(line)
                ),
        ["a note left out"] = (report, line, _) =>
            report.Lines[line].Note is null
                ? null
                : new(
                    report.With(line, report.Lines[line] with { HasNote = false }),
                    "missing-footnote",
                    report.NumberOf(line)
                ),
        ["a reference to nowhere"] = (report, line, dice) =>
            report.Lines[line].Kind == LineKind.Reference
                ? Worded(report, line, "broken-reference", $"Mer om detta står i avsnitt {4 + dice.Throw(5)}.2.", ".2")
                : null,
        ["a word twice"] = WordTwice,
        ["two spaces"] = TwoSpaces,
        ["half a pair of quotation marks"] = (report, line, dice) =>
            report.Lines[line] is { Kind: LineKind.Quotation, Before: var text }
                ? Worded(
                    report,
                    line,
                    "quotation-marks",
                    text.Remove(
                        dice.Throw(2) == 0 ? text.IndexOf('”', StringComparison.Ordinal) : text.LastIndexOf('”'),
                        1
                    ),
                    "”"
                )
                : null,
        ["another number in the summary"] = AnotherNumberInTheSummary,
    };

    public static TheoryData<string, ReportLayout> EveryErrorInEveryLayout { get; } =
    [.. from error in Errors.Keys from layout in Enum.GetValues<ReportLayout>() select (error, layout)];

    [Theory]
    [InlineData(ReportLayout.Markdown)]
    [InlineData(ReportLayout.Superscript)]
    [InlineData(ReportLayout.PageFoot)]
    public void A_clean_report_is_clean(ReportLayout layout)
    {
        for (var number = 0; number < Reports; number++)
        {
            var text = MadeUpReport.Clean(new Dice(number)).Write(layout);
            var found = Judged.ByAll(text);
            Assert.True(found.Count == 0, $"Report {number}: {string.Join('\n', found)}\n\n{text}");
        }
    }

    [Theory]
    [MemberData(nameof(EveryErrorInEveryLayout))]
    public void One_sown_error_is_found(string error, ReportLayout layout)
    {
        for (var number = 0; number < 8; number++)
        {
            var dice = new Dice(1_000 + number);
            var sown = Sow(Errors[error], dice);
            var text = sown.Report.Write(layout);
            var found = Judged.ByAll(text);
            Assert.True(
                found.Any(one =>
                    one.Rule == sown.Rule
                    && (sown.Footnote is null || one.Footnote == sown.Footnote)
                    && (sown.Words is null || one.Marked[0].Contains(sown.Words, StringComparison.Ordinal))
                ),
                $"Report {number}: no {sown.Rule} for note {sown.Footnote} {sown.Words} in {string.Join('\n', found)}\n\n{text}"
            );
        }
    }

    // Reports are made until one has a line that the error can be sown in.
    private static Sown Sow(Sower error, Dice dice)
    {
        while (true)
        {
            var report = MadeUpReport.Clean(dice);
            foreach (var line in dice.Shuffled(Enumerable.Range(0, report.Lines.Count)))
            {
                if (error(report, line, dice) is { } sown)
                {
                    return sown;
                }
            }
        }
    }

    private static bool Counts(Line line) =>
        line.Kind is LineKind.Rest or LineKind.Part or LineKind.Others || line.Claim is { Quantifier.Count: not null };

    private static RegionSet Listed(Line line) => Sample.Set(string.Join(", ", line.Names));

    private static Sown? AnotherNumber(MadeUpReport report, int at, Dice dice)
    {
        var line = report.Lines[at];
        if (line.Note is null || !Counts(line))
        {
            return null;
        }

        var listed = Listed(line);
        var other = Other(listed.Count, dice);
        return new(
            report.With(at, MadeUpReport.Counting(line, other, listed) with { Note = line.Note }),
            "count-mismatch",
            report.NumberOf(at)
        );
    }

    private static Sown? AnotherNumberInTheSummary(MadeUpReport report, int at, Dice dice)
    {
        if (report.Lines[at] is not { Kind: LineKind.Summary, Claim.Quantifier.Count: { } said } line)
        {
            return null;
        }

        var changed = MadeUpReport.Counting(line, Other(said, dice), line.Claim!.Regions);
        return new(report.With(at, changed), "summary-contradiction", Words: changed.Before);
    }

    // In words: figures would run together with the mark of a printed page.
    private static int Other(int number, Dice dice) =>
        dice.Pick([.. Enumerable.Range(2, Numeral.LastInWords - 1).Where(n => n != number)]);

    private static Sown? RestWithOneOfTheOthers(MadeUpReport report, int at, Dice dice) =>
        report.Lines[at].Kind == LineKind.Rest
            ? Recounted(report, at, "complement-contradiction", rest => rest | dice.Some(1, RegionSet.All - rest))
            : null;

    private static Sown? RestWithoutOne(MadeUpReport report, int at, Dice dice) =>
        report.Lines[at].Kind == LineKind.Rest
            ? Recounted(report, at, "partition-gap", rest => dice.Some(rest.Count - 1, rest))
            : null;

    private static Sown? PartWithOneFromOutside(MadeUpReport report, int at, Dice dice) =>
        report.Lines[at].Kind == LineKind.Part
            ? Recounted(
                report,
                at,
                "subset-violation",
                part => part | dice.Some(1, RegionSet.All - Listed(report.Lines[at - 1]))
            )
            : null;

    private static Sown? OthersWithOneJustCounted(MadeUpReport report, int at, Dice dice) =>
        report.Lines[at].Kind == LineKind.Others
            ? Recounted(
                report,
                at,
                "complement-contradiction",
                others => others | dice.Some(1, Listed(report.Lines[at - 1]))
            )
            : null;

    private static Sown Recounted(MadeUpReport report, int at, string rule, Func<RegionSet, RegionSet> change)
    {
        var listed = change(Listed(report.Lines[at]));
        var changed = MadeUpReport.Counting(report.Lines[at], listed.Count, listed);
        return new(report.With(at, changed), rule, report.NumberOf(at));
    }

    private static Sown? ExampleFromOutside(MadeUpReport report, int at, Dice dice)
    {
        var line = report.Lines[at];
        if (line.Kind != LineKind.Example)
        {
            return null;
        }

        var outside = Regions.Of(dice.Pick([.. RegionSet.All - Listed(report.Lines[at - 1])])).Name;
        return new(
            report.With(at, line with { After = $"{outside} börjat." }),
            "named-not-listed",
            report.NumberOf(at - 1),
            outside
        );
    }

    private static Sown? WordTwice(MadeUpReport report, int at, Dice dice)
    {
        var line = report.Lines[at];
        if (line.Kind != LineKind.Text)
        {
            return null;
        }

        var words = line.Before.Split(' ');
        var word = dice.Throw(words.Length - 1);
        // "det det" and "var var" can be right.
        var mayRepeat = words[word].Length < 4 || !words[word].All(char.IsLetter);
        words[word] = $"{words[word]} {words[word]}";
        return !mayRepeat ? Worded(report, at, "repeated-word", string.Join(' ', words), words[word]) : null;
    }

    private static Sown? TwoSpaces(MadeUpReport report, int at, Dice dice)
    {
        var line = report.Lines[at];
        if (line.Kind != LineKind.Text)
        {
            return null;
        }

        var words = line.Before.Split(' ');
        words[dice.Throw(words.Length - 1)] += " ";
        return Worded(report, at, "spacing", string.Join(' ', words), "  ");
    }

    private static Sown Worded(MadeUpReport report, int at, string rule, string text, string words) =>
        new(report.With(at, report.Lines[at] with { Before = text }), rule, Words: words);

    // The list changed, and the words left as they were.
    private static Sown? Listing(
        MadeUpReport report,
        int at,
        string rule,
        Func<string[], string[]?> change,
        Func<Line, bool>? fits = null
    )
    {
        var line = report.Lines[at];
        return
            line.Note is not null
            && line.Names.Length > 1
            && fits?.Invoke(line) != false
            && change(line.Names) is { } names
            ? new(report.With(at, line with { Note = string.Join(", ", names) + "." }), rule, report.NumberOf(at))
            : null;
    }

    private static Sown? Parted(MadeUpReport report, int at, Dice dice, string rule, string separator)
    {
        var line = report.Lines[at];
        if (line.Names is not { Length: > 1 } names)
        {
            return null;
        }

        var second = 1 + dice.Throw(names.Length - 1);
        var note = $"{string.Join(", ", names[..second])}{separator}{string.Join(", ", names[second..])}.";
        return new(report.With(at, line with { Note = note }), rule, report.NumberOf(at));
    }

    private static string[] Without(string[] names, int at) => [.. names[..at], .. names[(at + 1)..]];

    private static string[] Twice(string[] names, int at) => [.. names[..(at + 1)], .. names[at..]];

    private static string[]? Among(string[] names, Dice dice)
    {
        var listed = Sample.Set(string.Join(", ", names));
        return listed == RegionSet.All
            ? null
            : [.. (listed | dice.Some(1, RegionSet.All - listed)).InSwedishOrder.Select(region => region.Name)];
    }

    private static string[] Swapped(string[] names, Dice dice)
    {
        var second = 1 + dice.Throw(names.Length - 1);
        return [.. names[..(second - 1)], names[second], names[second - 1], .. names[(second + 1)..]];
    }

    // A letter inside a name is left out, changed, or swapped with the next.
    private static string[]? Misspelt(string[] names, Dice dice)
    {
        var at = dice.Throw(names.Length);
        var name = names[at];
        var letter = 1 + dice.Throw(name.Length - 3);
        var slip = dice.Throw(3) switch
        {
            0 => name.Remove(letter, 1),
            1 => $"{name[..letter]}{(name[letter] == 'x' ? 'z' : 'x')}{name[(letter + 1)..]}",
            _ => $"{name[..letter]}{name[letter + 1]}{name[letter]}{name[(letter + 2)..]}",
        };
        return slip == name ? null : [.. names[..at], slip, .. names[(at + 1)..]];
    }
}
