using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Check;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Reference;

namespace Samla.Publish;

/// <summary>
/// Lays the claims of a sample's edition beside a printed report, by what somebody has read that it says. Where the sample was made of those
/// facts it proves the plumbing from fact to printed number, and no more.
/// </summary>
public sealed class CompareWithPrint(SamlaDb db, ReadEdition editions)
{
    /// <summary>What a comparison of one claim came to.</summary>
    public enum Verdict
    {
        /// <summary>The same regions and the same words of number.</summary>
        Same,

        /// <summary>The same regions, but other words of number.</summary>
        OtherWords,

        /// <summary>Other regions.</summary>
        OtherRegions,

        /// <summary>The sample leaves it out on purpose.</summary>
        LeftOut,

        /// <summary>The print gives no list to compare with.</summary>
        NoList,
    }

    /// <summary>A fact, what we say of it and what the print says.</summary>
    /// <param name="Footnote">The note in print; null where there is none.</param>
    /// <param name="Ours">Our words of number; null where we do not count it.</param>
    /// <param name="Print">The print's; null where they were not found.</param>
    /// <param name="Reason">Why they differ, in Swedish; empty where they do not.</param>
    /// <param name="Exact">Whether the print gives the whole list.</param>
    /// <param name="Named">The regions that the print names, as somebody has read it.</param>
    /// <param name="Says">The regions that we count; none where we do not.</param>
    public sealed record Row(
        string Code,
        string Label,
        string Section,
        int? Footnote,
        string? Ours,
        string? Print,
        Verdict Verdict,
        string Reason,
        bool Exact,
        RegionSet Named,
        RegionSet Says
    );

    /// <param name="Rows">One for each fact, in the order of the print.</param>
    /// <param name="OnlyInPrint">Notes with regions in print that no fact refers to.</param>
    /// <param name="IsSource">Whether the sample's answers were made of the same facts.</param>
    public sealed record Result(IReadOnlyList<Row> Rows, IReadOnlyList<int> OnlyInPrint, bool IsSource)
    {
        /// <summary>How many pairs of region and claim the print has; of those that we count.</summary>
        public int NamedInPrint => Compared.Sum(row => row.Named.Count);

        /// <summary>How many of them we have too.</summary>
        public int FoundByUs => Compared.Sum(row => (row.Named & row.Says).Count);

        /// <summary>How many pairs we have where the print gives the whole list.</summary>
        public int SaidWhereListed => Compared.Where(row => row.Exact).Sum(row => row.Says.Count);

        /// <summary>How many of them the print has too.</summary>
        public int ListedInPrint => Compared.Where(row => row.Exact).Sum(row => (row.Named & row.Says).Count);

        private IEnumerable<Row> Compared => Rows.Where(row => row.Ours is not null);
    }

    /// <summary>Null where the round has no edition.</summary>
    public async Task<Result?> Run(
        Key<Round> round,
        IReadOnlyCollection<PrintedEntry> facts,
        bool isSource,
        PublishedReport print,
        CancellationToken cancellation
    )
    {
        if (await editions.ReadWhole(round, cancellation) is not (_, var ours))
        {
            return null;
        }

        var claims = ours
            .Chapters.SelectMany(chapter => chapter.Claims)
            .Where(claim => claim.Who is null && (claim.Note is not null || claim.NoteText is null))
            .GroupBy(claim => claim.Code)
            .ToDictionary(group => group.Key, group => group.First());
        var labels = await db
            .Codes.Where(code => code.RoundId == round)
            .ToDictionaryAsync(code => code.Id.Value, code => code.Label, cancellation);
        var printed = print
            .Claims.Where(claim => claim.Footnote is not null)
            .ToLookup(claim => claim.Footnote!.Footnote.Number);
        var used = facts.Select(fact => fact.Source.Footnote).ToHashSet();
        return new Result(
            [
                .. facts
                    .OrderBy(fact => fact.Source.Footnote ?? int.MaxValue)
                    .ThenBy(fact => fact.Source.Section, StringComparer.Ordinal)
                    .Select(fact =>
                        Compare(
                            fact,
                            labels.GetValueOrDefault(fact.Code, fact.Code),
                            claims.GetValueOrDefault(fact.Code),
                            print,
                            printed,
                            isSource
                        )
                    ),
            ],
            [
                .. print
                    .Footnotes.Where(note => note.List is { Items.Count: > 0 } && !used.Contains(note.Footnote.Number))
                    .Select(note => note.Footnote.Number)
                    .Distinct(),
            ],
            isSource
        );
    }

    private static Row Compare(
        PrintedEntry fact,
        string label,
        ReportClaim? ours,
        PublishedReport print,
        ILookup<int, ReadClaim> printed,
        bool isSource
    )
    {
        var theirs = fact.Source.Footnote is { } note
            ? printed[note].FirstOrDefault(claim => claim.Claim.Regions == ours?.Claim.Regions)
                ?? printed[note].FirstOrDefault()
            : null;
        var words = theirs?.QuantifierPlace is { } place ? print.TextOf(place) : null;
        var (verdict, reason) = Judge(fact, ours, theirs, isSource);
        return new Row(
            fact.Code,
            label,
            fact.Source.Section,
            fact.Source.Footnote,
            ours?.Words,
            words ?? (theirs is null ? null : "(utan antal)"),
            verdict,
            reason,
            fact.Exact,
            fact.Named,
            ours?.Standing.Says ?? []
        );
    }

    private static (Verdict, string) Judge(PrintedEntry fact, ReportClaim? ours, ReadClaim? theirs, bool isSource)
    {
        if (fact.Disputed)
        {
            return (Verdict.LeftOut, $"Trycket säger emot sig självt: {fact.Note}");
        }

        if (ours is null)
        {
            return fact.Exact
                ? (Verdict.LeftOut, "Kapitlet har inget påstående om detta.")
                : (Verdict.LeftOut, "Trycket ger bara exempel, så inget antal skrivs.");
        }

        if (theirs is null)
        {
            return fact.Source.Footnote is null
                ? (Verdict.NoList, "Trycket räknar inte upp regionerna i en fotnot.")
                : (Verdict.NoList, "Fotnoten hör inte till något påstående som kunde läsas.");
        }

        if (theirs.Claim.Regions != ours.Claim.Regions)
        {
            return (Verdict.OtherRegions, Difference(fact, ours.Claim.Regions, theirs.Claim.Regions, isSource));
        }

        return theirs.Claim.Quantifier == ours.Claim.Quantifier
            ? (Verdict.Same, "")
            : (Verdict.OtherWords, Wording(ours.Claim.Quantifier, theirs.Claim.Quantifier));
    }

    private static string Difference(PrintedEntry fact, RegionSet ours, RegionSet theirs, bool isSource)
    {
        var parts = new List<string>();
        if (!(ours - theirs).IsEmpty)
        {
            parts.Add($"bara hos oss: {(ours - theirs).Names}");
        }

        if (!(theirs - ours).IsEmpty)
        {
            parts.Add($"bara i trycket: {(theirs - ours).Names}");
        }

        if (!isSource)
        {
            return SwedishText.Capitalized($"{string.Join("; ", parts)}.");
        }

        var why =
            fact.Named != ours ? "Kodningen är ändrad sedan exemplet lästes in"
            : fact.Note.Length > 0 ? fact.Note.TrimEnd('.')
            : "Faktafilen följer en annan läsning av fotnoten eller texten än granskarens";
        return $"{why} ({string.Join("; ", parts)}).";
    }

    private static string Wording(Quantifier ours, Quantifier theirs) =>
        (ours.Kind, theirs.Kind) switch
        {
            (_, QuantifierKind.Unquantified) => "Trycket räknar upp utan att ange antal.",
            (QuantifierKind.AllButN or QuantifierKind.All, _) =>
                "Samla skriver ”samtliga” eller ”samtliga utom” där trycket skriver på annat sätt; se docs/method.md.",
            (_, QuantifierKind.Exact) when theirs.Count != ours.Count =>
                $"Trycket anger {theirs.Count}, men fotnoten räknar upp {ours.Count}.",
            (QuantifierKind.Exact, _) => "Trycket väljer ett ord utan siffra, Samla skriver antalet.",
            _ => "Ett annat ord för samma antal.",
        };
}
