using Samla.Domain;
using Samla.Domain.Analyse;

namespace Samla.Analyse.Crossing;

/// <summary>What is counted of two codes.</summary>
public enum CooccurrenceLevel
{
    /// <summary>The reporters that say both, wherever they do.</summary>
    Reporters,

    /// <summary>The passages with the one that overlap passages with the other.</summary>
    Passages,
}

/// <summary>How a level is told.</summary>
public enum CooccurrenceMeasure
{
    /// <summary>How many there are.</summary>
    Count,

    /// <inheritdoc cref="JaccardIndex"/>
    Jaccard,
}

/// <summary>Codes beside each other (samförekomst): how many say both, and how often both are given to the same words. It is symmetric.</summary>
/// <param name="Rows">The codes, in the codebook's order.</param>
/// <param name="Overlaps">Numbered as the rows.</param>
public sealed record CooccurrenceTable(IReadOnlyList<CodeRow> Rows, PassageOverlaps Overlaps)
{
    /// <summary>Two codes, or one beside itself.</summary>
    /// <param name="Both">The regions that say both, or whose county administrative boards do; null where the two are said by different kinds of reporters.</param>
    /// <param name="Open">Those that may come to say both, since one of the answers is not read.</param>
    /// <param name="SayingJaccard">Of those who say each, among those who were asked about both; null while any of them is not read, and where nobody says either.</param>
    /// <param name="Overlaps">How many passages overlap, or of one code how many there are; null where the two are given to answers to different requirements, which cannot overlap.</param>
    /// <param name="TextJaccard">Of the signs of text with each; null as the two before are.</param>
    public sealed record Pair(
        CodeRow One,
        CodeRow Other,
        RegionSet? Both,
        RegionSet Open,
        double? SayingJaccard,
        int? Overlaps,
        double? TextJaccard
    )
    {
        public bool IsOneCode => One.Code.Id == Other.Code.Id;

        /// <summary>The number at a level; null where the two cannot be compared.</summary>
        public int? Count(CooccurrenceLevel level) =>
            level switch
            {
                CooccurrenceLevel.Reporters => Both?.Count,
                CooccurrenceLevel.Passages => Overlaps,
            };

        /// <inheritdoc cref="JaccardIndex"/>
        public double? Jaccard(CooccurrenceLevel level) =>
            level switch
            {
                CooccurrenceLevel.Reporters => SayingJaccard,
                CooccurrenceLevel.Passages => TextJaccard,
            };

        /// <summary>The number or the index; null where there is none.</summary>
        public double? Value(CooccurrenceLevel level, CooccurrenceMeasure measure) =>
            measure switch
            {
                CooccurrenceMeasure.Count => Count(level),
                CooccurrenceMeasure.Jaccard => Jaccard(level),
            };

        /// <summary>Whether the number may grow when everything is read.</summary>
        public bool MayGrow => !Open.IsEmpty;
    }

    public Pair this[int one, int other]
    {
        get
        {
            var (a, b) = (Rows[one], Rows[other]);
            var isSameReporter = a.Code.Counts == b.Code.Counts;
            var isSameText =
                a.Code.Subject == b.Code.Subject
                && a.Code.AnsweredRequirement == b.Code.AnsweredRequirement
                && a.Code.CountedFrom is null
                && b.Code.CountedFrom is null;
            var both = a.Standing.Says & b.Standing.Says;
            var open = isSameReporter ? MaySay(a) & MaySay(b) & (a.Standing.NotRead | b.Standing.NotRead) : [];
            var isRead = (a.Standing.NotRead | b.Standing.NotRead).IsEmpty;
            var asked = a.Standing.Asked & b.Standing.Asked;
            return new Pair(
                a,
                b,
                isSameReporter ? both : null,
                open,
                isSameReporter && isRead ? JaccardIndex.Of(a.Standing.Says & asked, b.Standing.Says & asked) : null,
                isSameText ? Overlaps.Pairs(one, other) : null,
                isSameText && isRead ? Overlaps.Jaccard(one, other) : null
            );
        }
    }

    /// <summary>Each pair once, a code beside itself too.</summary>
    public IEnumerable<Pair> Pairs =>
        from one in Enumerable.Range(0, Rows.Count)
        from other in Enumerable.Range(one, Rows.Count - one)
        select this[one, other];

    /// <summary>The highest value of two different codes: what the others are shaded by.</summary>
    public double Highest(CooccurrenceLevel level, CooccurrenceMeasure measure) =>
        Pairs.Where(pair => !pair.IsOneCode).Select(pair => pair.Value(level, measure) ?? 0).DefaultIfEmpty().Max();

    private static RegionSet MaySay(CodeRow row) => row.Standing.Says | row.Standing.NotRead;
}
