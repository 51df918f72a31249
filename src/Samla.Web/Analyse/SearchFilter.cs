using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Samla.Analyse.Search;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Web.Analyse;

/// <summary>A search as the address has it.</summary>
/// <param name="Text">What is looked for.</param>
/// <param name="Area">A county code, or the id of a group of regions; empty for all.</param>
/// <param name="Requirement">A requirement's key; empty for all.</param>
/// <param name="Code">A code's key; empty for all.</param>
/// <param name="Read">"ja" for texts that are read, "nej" for those that are not; empty for both.</param>
/// <param name="In">Another round that is looked in instead, or "alla"; empty for the round itself.</param>
/// <param name="AlsoReplaced">Whether texts that a later version replaced are looked in too.</param>
/// <param name="Page">From 1.</param>
public sealed record SearchFilter(
    Key<Round> Round,
    string Text,
    string Area,
    string Requirement,
    string Code,
    string Read,
    string In,
    bool AlsoReplaced,
    int Page
)
{
    /// <summary>All rounds at once, in the address.</summary>
    public const string AllRounds = "alla";

    /// <summary>Where a round's search is.</summary>
    public static string AddressOf(Key<Round> round) => $"/arbete/{round}/sok";

    /// <summary>The search that an address asks for; a round that there is not is left out.</summary>
    /// <param name="round">Where it is asked.</param>
    /// <param name="others">The rounds that can be looked in instead.</param>
    /// <param name="query">The address.</param>
    public static SearchFilter Of(Key<Round> round, IReadOnlyList<Round> others, IQueryCollection query) =>
        new(
            round,
            query["sok"].ToString().Trim(),
            query["omrade"].ToString(),
            query["krav"].ToString(),
            query["kod"].ToString(),
            query["last"].ToString(),
            query["omgang"].ToString() is var asked
            && (asked == AllRounds || others.Any(other => other.Id.Value == asked))
                ? asked
                : "",
            query["ersatta"] == "ja",
            int.TryParse(query["sida"], CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1
        );

    /// <summary>Whether anything but the words narrows it.</summary>
    public bool IsNarrow => Area.Length + Requirement.Length + Code.Length + Read.Length > 0;

    /// <summary>The same words without what narrows them.</summary>
    public SearchFilter Wide => this with { Area = "", Requirement = "", Code = "", Read = "", Page = 1 };

    public string Address
    {
        get
        {
            var parts = new Dictionary<string, string?>
            {
                ["sok"] = Text,
                ["omrade"] = Area,
                ["krav"] = Requirement,
                ["kod"] = Code,
                ["last"] = Read,
                ["omgang"] = In,
                ["ersatta"] = AlsoReplaced ? "ja" : "",
                ["sida"] = Page > 1 ? $"{Page}" : "",
            };
            return QueryHelpers.AddQueryString(AddressOf(Round), parts.Where(part => part.Value is { Length: > 0 }));
        }
    }

    /// <summary>What the use case is asked. What the address has and nobody can mean narrows nothing.</summary>
    public SearchRequest Request(SearchQuery query, RegionGroups groups) =>
        new(
            query,
            In == AllRounds ? null
                : Key<Round>.TryParse(In, null, out var other) ? other
                : Round,
            groups.Find(Area)?.Members
        )
        {
            Requirement = Key<Requirement>.TryParse(Requirement, null, out var requirement) ? requirement : null,
            Code = Key<Code>.TryParse(Code, null, out var code) ? code : null,
            IsRead = Read switch
            {
                "ja" => true,
                "nej" => false,
                _ => null,
            },
            AlsoReplaced = AlsoReplaced,
            Page = Page,
        };
}
