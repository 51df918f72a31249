using Microsoft.AspNetCore.WebUtilities;
using Samla.Analyse;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Web.Analyse;

/// <summary>Which answers the reading room shows, and in what order; as the address has it.</summary>
/// <param name="Seen">Whether the one who reads has marked them as read; null for all.</param>
/// <param name="Group">Where they come from; null for the whole country.</param>
/// <param name="Code">The code that they must have, or must lack; null for all.</param>
/// <param name="IsWithout">Whether they must lack it.</param>
/// <param name="IsByName">Whether they stand in Swedish order, and not from north to south.</param>
public sealed record ReadingFilter(bool? Seen, RegionGroup? Group, Code? Code, bool IsWithout, bool IsByName)
{
    public const string ByName = "namn";
    public const string Read = "lasta";
    public const string Unread = "olasta";

    /// <summary>All answers, from north to south.</summary>
    public static ReadingFilter Everything { get; } = new(null, null, null, IsWithout: false, IsByName: false);

    /// <summary>What no group, code or order is called by is left out.</summary>
    public static ReadingFilter Of(IQueryCollection query, RegionGroups groups, IReadOnlyList<Code> codes) =>
        new(
            query["visa"].ToString() switch
            {
                Read => true,
                Unread => false,
                _ => null,
            },
            groups.Find(query["grupp"]),
            codes.FirstOrDefault(code => code.Kind == CodeKind.Leaf && code.Id.Value == query["kod"]),
            query["med"] == "nej",
            query["ordning"] == ByName
        );

    public bool IsNarrow => Seen is not null || Group is not null || Code is not null;

    /// <summary>The same choice in an address; empty for all.</summary>
    public string Query =>
        QueryHelpers.AddQueryString(
            "",
            new Dictionary<string, string?>
            {
                ["visa"] = Seen switch
                {
                    true => Read,
                    false => Unread,
                    null => null,
                },
                ["grupp"] = Group?.Id,
                ["kod"] = Code?.Id.Value,
                ["med"] = Code is not null && IsWithout ? "nej" : null,
                ["ordning"] = IsByName ? ByName : null,
            }.Where(part => part.Value is not null)
        );

    /// <summary>Those that fit, in order. They come in Swedish order.</summary>
    public IReadOnlyList<AnswerToRead> Apply(IReadOnlyList<AnswerToRead> answers)
    {
        var fitting = answers.Where(Takes);
        return
        [
            .. IsByName
                ? fitting
                : fitting.OrderBy(answer =>
                    answer.Reporter.County is { } county ? RegionOrder.PlaceOf(county) : int.MaxValue
                ),
        ];
    }

    public bool Takes(AnswerToRead answer) =>
        (Seen is null || answer.IsReadByMe == Seen)
        && IsWithin(answer.Reporter)
        && (Code is null || answer.Codings.Any(coding => coding.CodeId == Code.Id) != IsWithout);

    /// <summary>Whether somebody is of the chosen part of the country.</summary>
    public bool IsWithin(Reporter reporter) =>
        Group is null || (reporter.County is { } county && Group.Members.Contains(county));
}
