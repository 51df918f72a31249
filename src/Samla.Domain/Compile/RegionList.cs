namespace Samla.Domain.Compile;

/// <summary>A list of regions as notes have it: "Dalarna, Halland, Skåne." Written and read by the same rules.</summary>
public static class RegionList
{
    /// <summary>How a name in a list is parted from the next.</summary>
    public enum Separator
    {
        /// <summary>A comma, or "och" or "samt" before the last.</summary>
        Right,

        /// <summary>Nothing at all.</summary>
        Missing,

        /// <summary>Another sign, such as a full stop, with the list going on after it.</summary>
        Wrong,

        /// <summary>The list ends here.</summary>
        End,
    }

    /// <summary>One name in a list.</summary>
    /// <param name="Region">The region meant.</param>
    /// <param name="Start">UTF-16 offset of its first letter.</param>
    /// <param name="End">After its last letter.</param>
    /// <param name="IsAgency">Whether its county administrative board is meant.</param>
    /// <param name="Misspelled">Whether it is only nearly the name.</param>
    /// <param name="IsShortName">Whether it is the short name, as lists write it.</param>
    /// <param name="After">How it is parted from the next.</param>
    public sealed record Item(
        Region Region,
        int Start,
        int End,
        bool IsAgency,
        bool Misspelled,
        bool IsShortName,
        Separator After
    );

    /// <summary>A list that was read.</summary>
    /// <param name="Items">Its names in order; empty where the text holds no list.</param>
    /// <param name="Start">Where the list begins: after 0 there are words before it.</param>
    /// <param name="End">Where the list ends, before its full stop.</param>
    public sealed record Read(IReadOnlyList<Item> Items, int Start, int End)
    {
        public RegionSet Regions => [.. Items.Select(item => item.Region.Code)];
    }

    // One letter in three may differ where only a region's name can stand.
    private const int LettersForOneInList = 3;

    // Brackets with more words in them, or that nobody closed, are no aside on a name.
    private const int LongestBrackets = 40;

    /// <summary>The list of a set, in Swedish order: "Dalarna, Halland, Skåne."; empty for the empty set.</summary>
    public static string Write(RegionSet regions, ClaimSubject subject = ClaimSubject.Regions) =>
        regions.IsEmpty
            ? ""
            : string.Join(
                ", ",
                regions.InSwedishOrder.Select(region =>
                    subject == ClaimSubject.Agencies ? region.CountyBoard : region.Name
                )
            ) + ".";

    /// <summary>
    /// The list that a note begins with, or, where it begins with other words, the longest list of at least two names in
    /// it. A list ends at the first full stop that no further name with a separator follows.
    /// </summary>
    public static Read From(string text, int start = 0)
    {
        // Emphasis in Markdown is no part of the list.
        var words = Words.In(text, start, text.Length).FindAll(word => word.Lower is not ("*" or "_"));
        if (ListAt(text, words, 0) is { Items.Count: > 0 } atStart)
        {
            return atStart;
        }

        Read? longest = null;
        for (var at = 1; at < words.Count; at++)
        {
            var canBegin = words[at].Lower == "länsstyrelserna" || RegionNames.At(text, words, at) is not null;
            if (canBegin && ListAt(text, words, at) is { Items.Count: > 1 } list)
            {
                longest = longest is null || list.Items.Count > longest.Items.Count ? list : longest;
                at = words.FindIndex(at, word => word.End >= list.End);
            }
        }

        return longest ?? new Read([], start, start);
    }

    private static Read? ListAt(string text, List<Word> words, int at)
    {
        var items = new List<Item>();
        var next = at;
        var areAgencies = false; // "Länsstyrelserna i Kalmar och Skåne": the plural holds for all that follow
        while (next < words.Count && NameAt(text, words, next) is { } name)
        {
            areAgencies = words[next].Lower switch
            {
                "länsstyrelserna" => true,
                "region" => false,
                _ => areAgencies,
            };
            next = AfterBrackets(words, name.NextWord);
            var (after, nextName) = SeparatorAt(text, words, next);
            items.Add(name.Item with { IsAgency = name.Item.IsAgency || areAgencies, After = after });
            if (after == Separator.End)
            {
                break;
            }

            next = nextName;
        }

        return items.Count == 0 ? null : new Read(items, words[at].Start, items[^1].End);
    }

    private static (Item Item, int NextWord)? NameAt(string text, List<Word> words, int at)
    {
        var isAgency = words[at].Lower is "länsstyrelsen" or "länsstyrelserna" or "länsstyrelse";
        var name = isAgency ? at + 1 : at;
        if (isAgency && name < words.Count && words[name].Lower == "i")
        {
            name++;
        }

        if (name >= words.Count || !words[name].IsWord)
        {
            return null;
        }

        if (
            RegionNames.At(text, words, name) is { } match
            && (!match.Genitive || isAgency || IsParted(text, words, name + match.Words))
            && !Likeness.IsHalfName(words, name, match)
            && !OtherOwners.Follow(words, name + match.Words)
        )
        {
            var last = words[name + match.Words - 1];
            return (
                new Item(match.Region, words[at].Start, last.End, isAgency, false, match.IsShortName, Separator.End),
                name + match.Words
            );
        }

        if (Likeness.Region(words, name, LettersForOneInList) is { } near && IsParted(text, words, name + near.Words))
        {
            var last = words[name + near.Words - 1];
            return (
                new Item(near.Region, words[at].Start, last.End, isAgency, true, true, Separator.End),
                name + near.Words
            );
        }

        return null;
    }

    // In a list a genitive or a nearly right name is parted from the others like a name: something of a separator, or the
    // end, follows it.
    private static bool IsParted(string text, List<Word> words, int next) =>
        next >= words.Count
        || words[next].Lower is "," or "." or ";" or "och" or "samt"
        || RegionNames.At(text, words, next) is not null;

    private static (Separator After, int NextName) SeparatorAt(string text, List<Word> words, int at)
    {
        if (at >= words.Count)
        {
            return (Separator.End, at);
        }

        var next = at + 1;
        switch (words[at].Lower)
        {
            case ",":
                if (next < words.Count && words[next].Lower is "och" or "samt")
                {
                    next++;
                }

                return IsName(text, words, next) ? (Separator.Right, next) : (Separator.End, at);
            case "och" or "samt" or "&":
                return IsName(text, words, next) ? (Separator.Right, next) : (Separator.End, at);
            case var sign when !words[at].IsWord && sign is not ("(" or ")"):
                return IsName(text, words, next) && IsListGoingOn(text, words, next)
                    ? (Separator.Wrong, next)
                    : (Separator.End, at);
            default:
                return IsName(text, words, at) ? (Separator.Missing, at) : (Separator.End, at);
        }
    }

    // "Halland (genom kommunerna), Skåne": what stands in brackets is said of the name before it.
    private static int AfterBrackets(List<Word> words, int at)
    {
        if (at >= words.Count || words[at].Lower != "(")
        {
            return at;
        }

        var close = words.FindIndex(at, Math.Min(words.Count - at, LongestBrackets), word => word.Lower == ")");
        return close < 0 ? at : close + 1;
    }

    private static bool IsName(string text, List<Word> words, int at) =>
        at < words.Count && NameAt(text, words, at) is not null;

    // "Västra Götaland. Örebro." goes on; "Gotland. Gotland har genomfört …" and "Gotland. Skåne, som …" are remarks.
    private static bool IsListGoingOn(string text, List<Word> words, int at)
    {
        var next = NameAt(text, words, at)!.Value.NextWord;
        return next >= words.Count
            || (words[next].Lower is "," or "och" or "samt" && IsName(text, words, next + 1))
            || (words[next].Lower is "." or ";" && (next == words.Count - 1 || IsName(text, words, next + 1)));
    }
}
