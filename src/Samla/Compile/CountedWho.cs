using Samla.Analyse;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Reference;

namespace Samla.Compile;

/// <summary>Whom a claim counts, with where they stand at this moment.</summary>
/// <param name="Who">As the author wrote it, with the codes that those which were merged have become.</param>
/// <param name="Rows">The codes that are counted, in the order they stand.</param>
/// <param name="Label">In words, for those who read: "Finansiering och inte Unga".</param>
/// <param name="Standing">Where the 21 stand.</param>
/// <param name="Whole">Those of the claim that they are a part of; null where they are counted among all that were asked.</param>
/// <param name="Unread">Those whose answers could still change the number.</param>
/// <param name="Subject">Regions or county administrative boards.</param>
internal sealed record CountedWho(
    Who Who,
    IReadOnlyList<CodeRow> Rows,
    string Label,
    Standing Standing,
    RegionSet? Whole,
    RegionSet Unread,
    ClaimSubject Subject
)
{
    /// <summary>The year that it is compared with; null where it is not.</summary>
    public EarlierCount? Earlier { get; init; }

    /// <summary>As an alarm names it.</summary>
    public string Name => $"”{Label}”";

    /// <summary>
    /// What words and list follow from, as a page sends it along: an author who accepts it has seen this and nothing else. The same for
    /// what looks the same.
    /// </summary>
    public string Seen =>
        string.Join(
            '.',
            new[] { Standing.Says, Whole ?? [], Unread.IsEmpty ? Standing.Asked : [] }
                .Concat(
                    Earlier is null
                        ? []
                        : [Standing.Silent, Earlier.Standing.Says, Earlier.Standing.Silent, Earlier.Standing.NotAsked]
                )
                .Select(set => string.Concat(set.Select(region => region.ToString())))
                .Concat(Earlier is null ? [] : [$"{Earlier.Year}{(Earlier.IsPrinted ? "0" : "1")}"])
        );

    /// <summary>Whether more that is read can make the number greater and not smaller.</summary>
    public bool CanOnlyGrow => IsGrowing(Who);

    /// <summary>Keeps it as what an author has accepted.</summary>
    public void AcceptAs(AcceptedClaim claim, DateTimeOffset at, string actor)
    {
        claim.Accept(Standing, Whole ?? [], Unread, at, actor);
        claim.Compare(Earlier?.Standing, Earlier?.Year, Earlier?.IsPrinted == true);
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Found(CountedWho Counted) : Outcome;

        /// <param name="Message">What cannot be counted, and why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }

    /// <summary>Whom a marker counts, with the earlier year where it compares.</summary>
    public static Outcome Of(Marker marker, ReportBasis basis, RegionGroups groups)
    {
        var outcome = Of(marker.Counted!, basis.Codes, groups);
        if (marker is not Marker.Comparison || outcome is not Outcome.Found(var counted))
        {
            return outcome;
        }

        return EarlierCount.Of(counted, basis, groups) switch
        {
            EarlierCount.Outcome.Found(var earlier) => new Outcome.Found(counted with { Earlier = earlier }),
            EarlierCount.Outcome.Refused(var message) => new Outcome.Refused(message),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public static Outcome Of(Who who, IReadOnlyDictionary<Key<Code>, CodeRow> codes, RegionGroups groups)
    {
        if (who.Codes.FirstOrDefault(code => !codes.ContainsKey(code)) is { } missing)
        {
            return new Outcome.Refused($"Koden ”{missing}” finns inte i kodschemat.");
        }

        if (who.Groups.FirstOrDefault(group => groups.Find(group) is null) is { } unknown)
        {
            return new Outcome.Refused(
                $"Gruppen ”{unknown}” finns inte. Skriv ett läns kod eller en grupps namn i adresser, till exempel se33."
            );
        }

        // A code that was merged has the row of what it became: the claim names that one, as everything else that leads to it does.
        var counted = who.With(code => codes[code].Code.Id);
        List<CodeRow> rows = [.. counted.Codes.Select(code => codes[code])];
        if (rows.DistinctBy(row => row.Code.Counts).Count() > 1)
        {
            return new Outcome.Refused($"”{who}” räknar både regioner och länsstyrelser. Skriv dem var för sig.");
        }

        if ($"{counted}".Length > Who.MaxLength)
        {
            return new Outcome.Refused(
                $"”{who}” blir för långt när sammanslagna koder byts mot dem som gäller. Dela upp påståendet."
            );
        }

        Standing Place(Who some) => some.Place(code => codes[code].Standing, group => groups.Find(group)!.Members);
        var standing = Place(who);
        var whole = who is Who.PartOf(_, var others) ? Place(others) : null;
        return new Outcome.Found(
            new CountedWho(
                counted,
                rows,
                Describe(who, codes, groups),
                standing,
                whole?.Says,
                standing.NotRead | (whole?.NotRead ?? []),
                rows[0].Code.Subject == ReporterKind.CountyBoard ? ClaimSubject.Agencies : ClaimSubject.Regions
            )
        );
    }

    private static string Describe(Who who, IReadOnlyDictionary<Key<Code>, CodeRow> codes, RegionGroups groups)
    {
        return who switch
        {
            Who.Says(var code) => codes[code].Code.Label,
            Who.Rest(var others) => $"inte {Inner(others)}",
            Who.Both(var one, var other) => $"{Inner(one)} och {Inner(other)}",
            Who.Either(var one, var other) => $"{Inner(one)} eller {Inner(other)}",
            Who.Among(var some, var group) => $"{Inner(some)} i {groups.Find(group)!.Name}",
            Who.PartOf(var some, var whole) => $"{Inner(some)}, av dem som nämner {Inner(whole)}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        string Inner(Who inner) =>
            inner is Who.Says or Who.Rest ? Describe(inner, codes, groups) : $"({Describe(inner, codes, groups)})";
    }

    private static bool IsGrowing(Who who) =>
        who switch
        {
            Who.Says => true,
            Who.Rest => false,
            Who.Both(var one, var other) => IsGrowing(one) && IsGrowing(other),
            Who.Either(var one, var other) => IsGrowing(one) && IsGrowing(other),
            Who.Among(var some, _) => IsGrowing(some),
            Who.PartOf(var some, var whole) => IsGrowing(some) && IsGrowing(whole),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
