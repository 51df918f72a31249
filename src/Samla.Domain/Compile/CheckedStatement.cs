using Samla.Domain.Collect;

namespace Samla.Domain.Compile;

/// <summary>What a report says of one reporter in one sentence or quotation, with the reporter's own words behind it.</summary>
/// <param name="Id">The same for the same words in the same chapter that count the same: SHA-256 in hexadecimal.</param>
/// <param name="Section">The key of the section that the chapter compiles.</param>
/// <param name="Chapter">The chapter's number and title.</param>
/// <param name="Heading">The number of the heading that it stands under, such as "3.1.2".</param>
/// <param name="Kind">What it has to do with the reporter.</param>
/// <param name="Text">The sentence, or the quotation without its marks.</param>
/// <param name="Notes">The texts of its footnotes.</param>
/// <param name="Counted">The labels of what it counts the reporter for.</param>
/// <param name="Missing">The labels of what it counts others for, and the reporter not, though the reporter was asked.</param>
/// <param name="Words">What the reporter itself has written, of what it is counted for and of the quotation.</param>
public sealed record CheckedStatement(
    string Id,
    string Section,
    string Chapter,
    string Heading,
    StatementKind Kind,
    string Text,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string> Counted,
    IReadOnlyList<string> Missing,
    IReadOnlyList<CheckedWords> Words
);

/// <summary>What a statement has to do with a reporter.</summary>
public enum StatementKind
{
    /// <summary>It is counted, or its name is there.</summary>
    Names,

    /// <summary>Its words are quoted.</summary>
    Quotes,

    /// <summary>It was asked, and is not among those who are counted.</summary>
    LeavesOut,
}

/// <summary>A reporter's own words, or the reason that stands for them.</summary>
/// <param name="Text">Word for word.</param>
/// <param name="Requirement">The key of the requirement that they answer; null for a document, and for a reason.</param>
/// <param name="Where">The requirement's or document's title; empty for a reason.</param>
public sealed record CheckedWords(string Text, string? Requirement, string Where)
{
    /// <summary>Whether it is the agency's reason why the reporter is counted without words.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsReason => Where.Length == 0;
}

/// <summary>Finds what a report says of a reporter.</summary>
/// <param name="reporter">Of a county.</param>
/// <param name="byCode">The reporter's own words by the key of the code that they have, and reasons that stand for words.</param>
/// <param name="bySource">The same words by the id of the source that they stand in.</param>
public sealed class StatementFinder(
    Reporter reporter,
    ILookup<string, CheckedWords> byCode,
    ILookup<Guid, CheckedWords> bySource
)
{
    private readonly RegionCode _county =
        reporter.County ?? throw new ArgumentException("Only reporters of a county are counted.", nameof(reporter));

    private readonly ClaimSubject _subject =
        reporter.Kind == ReporterKind.CountyBoard ? ClaimSubject.Agencies : ClaimSubject.Regions;

    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>All statements in reading order. A finder finds once: the same words again are another statement.</summary>
    public IEnumerable<CheckedStatement> In(ReportDocument report) => report.Chapters.SelectMany(In);

    private IEnumerable<CheckedStatement> In(ReportChapter chapter)
    {
        foreach (var (block, heading, sentences) in ReportSentence.InBlocks(chapter))
        {
            if (block is ReportBlock.Quotation(var text, _, var speaker, var source) && speaker == reporter.Id.Value)
            {
                yield return Make(chapter, heading, StatementKind.Quotes, text, [], []) with
                {
                    Words = [.. bySource[source].Where(words => Shortened.Fits(words.Text, text)).Distinct()],
                };
            }

            foreach (var sentence in sentences)
            {
                if (Of(chapter, sentence) is { } statement)
                {
                    yield return statement;
                }
            }
        }
    }

    private CheckedStatement? Of(ReportChapter chapter, ReportSentence sentence)
    {
        List<ReportClaim> claims =
        [
            .. from one in sentence.Claims where one.Claim.Claim.Subject == _subject select one.Claim,
        ];
        var counted = claims.FindAll(claim => claim.Claim.Regions.Contains(_county));
        var missing = claims.FindAll(claim =>
            !claim.Claim.Regions.Contains(_county) && claim.Standing.Silent.Contains(_county)
        );
        // "Alla regioner utom Gotland" names Gotland.
        var isNamed =
            counted.Count > 0
            || missing.Exists(claim => claim.Claim.Role == ClaimRole.Exceptions)
            || IsNamedIn(sentence);
        var kind = isNamed ? StatementKind.Names : StatementKind.LeavesOut;
        return isNamed || missing.Count > 0
            ? Make(chapter, sentence.Heading, kind, sentence.Text, counted, missing) with
            {
                Notes = [.. claims.Select(claim => claim.NoteText).OfType<string>().Distinct()],
            }
            : null;
    }

    private CheckedStatement Make(
        ReportChapter chapter,
        string heading,
        StatementKind kind,
        string text,
        IReadOnlyList<ReportClaim> counted,
        IReadOnlyList<ReportClaim> missing
    )
    {
        var key = string.Join('\n', [chapter.Section, $"{kind}", text, .. Keys(counted), "", .. Keys(missing)]);
        var again = _seen[key] = _seen.GetValueOrDefault(key) + 1;
        return new CheckedStatement(
            Source.HashOf($"{key}\n{again}"),
            chapter.Section,
            $"{chapter.Number} {chapter.Title}",
            heading,
            kind,
            text,
            [],
            [.. counted.Select(claim => claim.Label).Distinct()],
            [.. missing.Select(claim => claim.Label).Distinct()],
            [.. counted.SelectMany(claim => claim.Codes).Distinct().SelectMany(code => byCode[code]).Distinct()]
        );

        static IEnumerable<string> Keys(IEnumerable<ReportClaim> claims) =>
            claims.Select(claim => claim.Subject).Distinct();
    }

    /// <summary>Whether the words of the sentence, beside those of its claims, name the reporter.</summary>
    private bool IsNamedIn(ReportSentence sentence)
    {
        var text = sentence.Text;
        List<Range> claims = [.. sentence.Claims.Select(one => one.Start..(one.Start + one.Claim.Words.Length))];
        var words = Words.In(text, 0, text.Length, claims);
        for (var i = 0; i < words.Count; i++)
        {
            if (RegionNames.At(text, words, i) is not { } match)
            {
                continue;
            }

            if (match.Region.Code == _county && IsOwn(words, i, i + match.Words))
            {
                return true;
            }

            i += match.Words - 1;
        }

        return false;
    }

    private bool IsOwn(List<Word> words, int first, int next)
    {
        var isBoards =
            (first > 0 && words[first - 1].Lower.StartsWith("länsstyrelse", StringComparison.Ordinal))
            || (
                first > 1
                && words[first - 1].Lower == "i"
                && words[first - 2].Lower.StartsWith("länsstyrelse", StringComparison.Ordinal)
            );
        return reporter.Kind == ReporterKind.CountyBoard
            ? isBoards
            : !isBoards && !OtherOwners.Precede(words, first) && !OtherOwners.Follow(words, next);
    }
}
