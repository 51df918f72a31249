namespace Samla.Domain.Compile;

/// <summary>
/// What a summary, an analysis or conclusions say of how many must be said in the body of the chapter too, in words that are at least as
/// strong. A report of our own is judged by whom its claims count and not by alike words, so that what it tells is certain.
/// </summary>
public static class SummaryRule
{
    /// <summary>The same chapters, with alarms where a summary says something else than its source.</summary>
    public static IReadOnlyList<ReportChapter> Judge(IReadOnlyList<ReportChapter> chapters)
    {
        List<Read> all = [.. chapters.Select(chapter => new Read(chapter, [.. SentencesOf(chapter)]))];
        var whole = all.SelectMany(read => read.Body).ToLookup(SubjectOf, StringComparer.Ordinal);
        return
        [
            .. all.Select(read => read.Chapter with { Alarms = [.. read.Chapter.Alarms, .. AlarmsOf(read, whole)] }),
        ];
    }

    /// <summary>The chapters that count something in their body and have nothing under a heading for a summary.</summary>
    public static IEnumerable<ReportChapter> WithoutSummary(IEnumerable<ReportChapter> chapters) =>
        from chapter in chapters
        let sentences = SentencesOf(chapter).ToList()
        where sentences.Any(one => one.Role == SectionRole.Body && one.Sentence.Claims.Any())
        where sentences.All(one => one.Role != SectionRole.Summary)
        select chapter;

    /// <summary>Whom it counts: the same for "a och b" and "b och a".</summary>
    private static string SubjectOf(ReportClaim claim) =>
        claim.Who is { } who ? $"{Who.Read(who)?.Ordered}" : claim.Code;

    private sealed record Read(
        ReportChapter Chapter,
        IReadOnlyList<(ReportSentence Sentence, SectionRole Role)> Sentences
    )
    {
        /// <summary>The claims that a summary may sum up.</summary>
        public IReadOnlyList<ReportClaim> Body { get; } =
        [
            .. from one in Sentences
            where one.Role == SectionRole.Body
            from claim in one.Sentence.Claims
            select claim.Claim,
        ];
    }

    private static IEnumerable<(ReportSentence Sentence, SectionRole Role)> SentencesOf(ReportChapter chapter)
    {
        var roles = new Dictionary<string, SectionRole>(StringComparer.Ordinal)
        {
            [$"{chapter.Number}"] = SectionRole.Of(chapter.Title) ?? SectionRole.Body,
        };
        foreach (var heading in chapter.Blocks.OfType<ReportBlock.Heading>())
        {
            roles[heading.Number] = SectionRole.Of(heading.Text) ?? Above(heading.Number);
        }

        return ReportSentence.In(chapter).Select(sentence => (sentence, roles[sentence.Heading]));

        // A level may be left out: "3.0.1" stands right below chapter 3.
        SectionRole Above(string number)
        {
            var above = number;
            do
            {
                above = above[..above.LastIndexOf('.')];
            } while (!roles.ContainsKey(above));
            return roles[above];
        }
    }

    private static IEnumerable<ReportAlarm> AlarmsOf(Read read, ILookup<string, ReportClaim> whole)
    {
        // Conclusions and summaries of the whole report stand in chapters that have no claims of their own.
        var isOfWhole = read.Body.Count == 0;
        var sources = isOfWhole ? whole : read.Body.ToLookup(SubjectOf, StringComparer.Ordinal);
        foreach (var (sentence, role) in read.Sentences.Where(one => one.Role != SectionRole.Body))
        {
            foreach (var (claim, _) in sentence.Claims)
            {
                if (WhyNot(claim, [.. sources[SubjectOf(claim)]], isOfWhole ? "rapporten" : "kapitlet") is { } why)
                {
                    yield return new ReportAlarm(sentence.Heading, $"{role.Swedish} {why}", IsBlocking: false);
                }
            }

            foreach (var words in CountedByHand(sentence))
            {
                yield return new ReportAlarm(
                    sentence.Heading,
                    $"{role.Swedish} säger ”{words}” utan markör. Skriv {Advice(words)} med koden som det gäller, så att orden prövas mot antalet.",
                    IsBlocking: false
                );
            }
        }
    }

    /// <summary>A marker that stands for the words; where they cannot be an author's own, the number that follows from the data.</summary>
    private static string Advice(string words) =>
        ClaimGrammar.ReadAlone(words, ClaimSubject.Regions, RegionSet.All.Count) is null
            ? "{{kod}}"
            : $"{{{{kod|”{words}”}}}}";

    private static string? WhyNot(ReportClaim claim, IReadOnlyList<ReportClaim> sources, string where)
    {
        if (sources.Count == 0)
        {
            return $"räknar ”{claim.Label}”, som inte räknas någon annanstans i {where}. Räkna det där också, så att läsaren ser vad det bygger på.";
        }

        // Where the number itself is given, any word that can stand for it may follow.
        if (
            StrengthOf(claim) is not { } said
            || sources.Any(source => StrengthOf(source) is null)
            || sources.Max(StrengthOf) >= said
        )
        {
            return null;
        }

        var strongest = sources.MaxBy(StrengthOf)!;
        return $"säger ”{claim.Words}” där {where} säger ”{strongest.Words}”. Välj ett ord som inte är starkare, eller skriv antalet i {where}.";
    }

    /// <summary>How strong a word is beside others; null for words that give the number.</summary>
    private static int? StrengthOf(ReportClaim claim) =>
        claim.Claim.Quantifier.Kind switch
        {
            QuantifierKind.Few => 1,
            QuantifierKind.Some => 2,
            QuantifierKind.Several => 3,
            QuantifierKind.AlmostHalf => 4,
            QuantifierKind.Half => 5,
            QuantifierKind.Majority => 6,
            QuantifierKind.TwoThirds => 7,
            QuantifierKind.AlmostAll => 8,
            _ => null,
        };

    /// <summary>Words of number that no marker stands for.</summary>
    private static IEnumerable<string> CountedByHand(ReportSentence sentence)
    {
        var text = sentence.Text;
        var claims = sentence.ClaimRanges;
        var words = sentence.WordsBesideClaims;
        return from read in ClaimReader.From(text, words, [], RegionSet.All)
            where read.Phrase is not null
            let phrase = read.Phrase
            let start = words[phrase.FirstWord].Start
            let end = words[phrase.EndWord - 1].End
            // What a marker has written between them belongs to neither.
            where !claims.Any(claim => claim.Start.Value >= start && claim.End.Value <= end)
            select text[start..end];
    }
}
