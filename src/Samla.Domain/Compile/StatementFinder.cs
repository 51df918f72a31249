using Samla.Domain.Collect;

namespace Samla.Domain.Compile;

/// <summary>A report cut into sentences, with whom each names: done once for all reporters that look for what is said of them.</summary>
public sealed class CheckableReport
{
    private readonly List<Part> _parts;

    public CheckableReport(ReportDocument report) => _parts = [.. report.Chapters.SelectMany(PartsOf)];

    /// <summary>In reading order.</summary>
    internal IReadOnlyList<Part> Parts => _parts;

    /// <param name="Quotation">Null for a sentence.</param>
    /// <param name="Sentence">Null for a quotation.</param>
    /// <param name="Regions">The regions that the words of the sentence, beside those of its claims, name.</param>
    /// <param name="Boards">The county administrative boards that they name, by their counties.</param>
    internal sealed record Part(
        ReportChapter Chapter,
        string Heading,
        ReportBlock.Quotation? Quotation,
        ReportSentence? Sentence,
        RegionSet Regions,
        RegionSet Boards
    );

    private static IEnumerable<Part> PartsOf(ReportChapter chapter)
    {
        foreach (var (block, heading, sentences) in ReportSentence.InBlocks(chapter))
        {
            if (block is ReportBlock.Quotation quotation)
            {
                yield return new Part(chapter, heading, quotation, null, [], []);
            }

            foreach (var sentence in sentences)
            {
                var (regions, boards) = NamedIn(sentence);
                yield return new Part(chapter, heading, null, sentence, regions, boards);
            }
        }
    }

    private static (RegionSet Regions, RegionSet Boards) NamedIn(ReportSentence sentence)
    {
        var text = sentence.Text;
        var words = sentence.WordsBesideClaims;
        RegionSet regions = [];
        RegionSet boards = [];
        for (var i = 0; i < words.Count; i++)
        {
            if (RegionNames.At(text, words, i) is not { } match)
            {
                continue;
            }

            if (IsBoards(words, i))
            {
                boards |= [match.Region.Code];
            }
            else if (!OtherOwners.Precede(words, i) && !OtherOwners.Follow(words, i + match.Words))
            {
                regions |= [match.Region.Code];
            }

            i += match.Words - 1;
        }

        return (regions, boards);
    }

    /// <summary>"Länsstyrelsen i Örebro län", "Länsstyrelsen Örebro".</summary>
    private static bool IsBoards(List<Word> words, int first)
    {
        var at = first > 0 && words[first - 1].Lower == "i" ? first - 2 : first - 1;
        return at >= 0 && words[at].Lower.StartsWith("länsstyrelse", StringComparison.Ordinal);
    }
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
    public IEnumerable<CheckedStatement> In(CheckableReport report) =>
        report.Parts.Select(Of).OfType<CheckedStatement>();

    private CheckedStatement? Of(CheckableReport.Part part) =>
        part switch
        {
            { Sentence: { } sentence } => Of(part, sentence),
            { Quotation: var (text, _, whose, source) } when whose == reporter.Id.Value => Make(
                part,
                StatementKind.Quotes,
                text,
                [],
                []
            ) with
            {
                Words = [.. bySource[source].Where(words => Shortened.Fits(words.Text, text)).Distinct()],
            },
            _ => null,
        };

    private CheckedStatement? Of(CheckableReport.Part part, ReportSentence sentence)
    {
        List<ReportClaim> claims =
        [
            .. from one in sentence.Claims where one.Claim.Claim.Subject == _subject select one.Claim,
        ];
        var counted = claims.FindAll(claim => claim.Claim.Regions.Contains(_county));
        var missing = claims.FindAll(claim =>
            !claim.Claim.Regions.Contains(_county) && claim.Standing.Silent.Contains(_county)
        );
        var named = _subject == ClaimSubject.Agencies ? part.Boards : part.Regions;
        // "Alla regioner utom Gotland" names Gotland.
        var isNamed =
            counted.Count > 0
            || missing.Exists(claim => claim.Claim.Role == ClaimRole.Exceptions)
            || named.Contains(_county);
        var kind = isNamed ? StatementKind.Names : StatementKind.LeavesOut;
        return isNamed || missing.Count > 0
            ? Make(part, kind, sentence.Text, counted, missing) with
            {
                Notes = [.. claims.Select(claim => claim.NoteText).OfType<string>().Distinct()],
            }
            : null;
    }

    private CheckedStatement Make(
        CheckableReport.Part part,
        StatementKind kind,
        string text,
        IReadOnlyList<ReportClaim> counted,
        IReadOnlyList<ReportClaim> missing
    )
    {
        var chapter = part.Chapter;
        var key = string.Join('\n', [chapter.Id, $"{kind}", text, .. Keys(counted), "", .. Keys(missing)]);
        var again = _seen[key] = _seen.GetValueOrDefault(key) + 1;
        return new CheckedStatement(
            Source.HashOf($"{key}\n{again}"),
            chapter.Id,
            $"{chapter.Number} {chapter.Title}",
            part.Heading,
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
}
