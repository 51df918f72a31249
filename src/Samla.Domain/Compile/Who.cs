using Samla.Domain.Analyse;

namespace Samla.Domain.Compile;

/// <summary>
/// Whom a claim counts, as an author writes it in a marker: <c>rus-finansiering och inte rus-unga</c>. <see cref="Read"/> reads
/// it, <see cref="object.ToString"/> writes it, and <see cref="Place"/> says where the 21 stand. docs/guide/kapitel.md explains it to
/// authors.
/// </summary>
public abstract record Who
{
    /// <summary>What is longer than this is written by mistake.</summary>
    public const int MaxLength = 500;

    private const string OrWord = "eller";
    private const string AndWord = "och";
    private const string NotWord = "inte";
    private const string InWord = "i";
    private const string OfWord = "av";

    private Who() { }

    /// <summary>Those who say what a code stands for.</summary>
    public sealed record Says(Key<Code> Code) : Who
    {
        public override string ToString() => Code.Value;
    }

    /// <summary>Those asked and read who are not among the others: <c>inte b</c>.</summary>
    public sealed record Rest(Who Others) : Who
    {
        public override string ToString() => $"{NotWord} {Within(Others, Strength.Not)}";
    }

    /// <summary>Those who are among both: <c>a och b</c>.</summary>
    public sealed record Both(Who One, Who Other) : Who
    {
        public override string ToString() => $"{Within(One, Strength.And)} {AndWord} {Within(Other, Strength.Not)}";
    }

    /// <summary>Those who are among one of them, or both: <c>a eller b</c>.</summary>
    public sealed record Either(Who One, Who Other) : Who
    {
        public override string ToString() => $"{Within(One, Strength.Or)} {OrWord} {Within(Other, Strength.And)}";
    }

    /// <summary>Those of a group of regions: <c>a i se33</c>. No others are counted, nor counted among.</summary>
    /// <param name="Group">The group's id, or a county code.</param>
    public sealed record Among(Who Some, string Group) : Who
    {
        public override string ToString() => $"{Within(Some, Strength.In)} {InWord} {Group}";
    }

    /// <summary>Those of another claim's: <c>a av b</c>, "sex av dem". Those are the whole that they are counted among.</summary>
    public sealed record PartOf(Who Some, Who Whole) : Who
    {
        public override string ToString() => $"{Within(Some, Strength.Or)} {OfWord} {Within(Whole, Strength.Or)}";
    }

    /// <summary>The codes that are named, each once, in the order they stand.</summary>
    public IReadOnlyList<Key<Code>> Codes => [.. CodesWithin().Distinct()];

    /// <summary>The groups of regions that are named, each once.</summary>
    public IReadOnlyList<string> Groups => [.. GroupsWithin().Distinct(StringComparer.Ordinal)];

    /// <summary>The same in one order, where the order says nothing: "a och b och c" for "c och (b och a)".</summary>
    public Who Ordered =>
        this switch
        {
            Both => Together(All<Both>(this, both => (both.One, both.Other)), (one, other) => new Both(one, other)),
            Either => Together(
                All<Either>(this, either => (either.One, either.Other)),
                (one, other) => new Either(one, other)
            ),
            Rest(var others) => new Rest(others.Ordered),
            Among(var some, var group) => new Among(some.Ordered, group),
            PartOf(var some, var whole) => new PartOf(some.Ordered, whole.Ordered),
            _ => this,
        };

    private static Who Together(IEnumerable<Who> parts, Func<Who, Who, Who> join) =>
        parts.Select(part => part.Ordered).OrderBy(part => $"{part}", StringComparer.Ordinal).Aggregate(join);

    /// <summary>What is put together with the same word, however it is bracketed.</summary>
    private static IEnumerable<Who> All<T>(Who who, Func<T, (Who One, Who Other)> parts)
        where T : Who =>
        who is T joined ? All(parts(joined).One, parts).Concat(All(parts(joined).Other, parts)) : [who];

    /// <summary>The same with other codes in place of its own.</summary>
    public Who With(Func<Key<Code>, Key<Code>> codes) =>
        this switch
        {
            Says(var code) => new Says(codes(code)),
            Rest(var others) => new Rest(others.With(codes)),
            Both(var one, var other) => new Both(one.With(codes), other.With(codes)),
            Either(var one, var other) => new Either(one.With(codes), other.With(codes)),
            Among(var some, var group) => new Among(some.With(codes), group),
            PartOf(var some, var whole) => new PartOf(some.With(codes), whole.With(codes)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>What an author has written; null where it cannot be understood.</summary>
    public static Who? Read(string text) => text.Length > MaxLength ? null : new Reader(text).Whole();

    /// <summary>
    /// Where the 21 stand. Who is not read for one part may still be known for the whole: one who is silent on a is so on a och b.
    /// </summary>
    /// <param name="codes">Where they stand in relation to each of <see cref="Codes"/>.</param>
    /// <param name="groups">The regions of each of <see cref="Groups"/>.</param>
    public Standing Place(Func<Key<Code>, Standing> codes, Func<string, RegionSet> groups)
    {
        switch (this)
        {
            case Says(var code):
                return codes(code);
            case Rest(var others):
                var (says, silent, notAsked, notRead) = others.Place(codes, groups);
                return new Standing(silent, says, notAsked, notRead);
            case Both(var one, var other):
                return BothOf(one.Place(codes, groups), other.Place(codes, groups));
            case Either(var one, var other):
                return EitherOf(one.Place(codes, groups), other.Place(codes, groups));
            case Among(var some, var group):
                return Narrowed(some.Place(codes, groups), groups(group));
            case PartOf(var some, var whole):
                return Narrowed(some.Place(codes, groups), whole.Place(codes, groups).Says);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Standing BothOf(Standing one, Standing other)
    {
        var notAsked = one.NotAsked | other.NotAsked;
        var says = one.Says & other.Says;
        var silent = (one.Silent | other.Silent) - notAsked;
        return new Standing(says, silent, notAsked, RegionSet.All - says - silent - notAsked);
    }

    private static Standing EitherOf(Standing one, Standing other)
    {
        // Who was asked one of the two can be silent on both.
        var notAsked = one.NotAsked & other.NotAsked;
        var says = one.Says | other.Says;
        var notRead = (one.NotRead | other.NotRead) - says;
        return new Standing(says, RegionSet.All - says - notRead - notAsked, notAsked, notRead);
    }

    /// <summary>The others are as if they had not been asked.</summary>
    private static Standing Narrowed(Standing standing, RegionSet some)
    {
        var within = standing.Among(some);
        return within with { NotAsked = within.NotAsked | (RegionSet.All - some) };
    }

    private IEnumerable<Key<Code>> CodesWithin() =>
        this switch
        {
            Says(var code) => [code],
            Rest(var others) => others.CodesWithin(),
            Both(var one, var other) => one.CodesWithin().Concat(other.CodesWithin()),
            Either(var one, var other) => one.CodesWithin().Concat(other.CodesWithin()),
            Among(var some, _) => some.CodesWithin(),
            PartOf(var some, var whole) => some.CodesWithin().Concat(whole.CodesWithin()),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private IEnumerable<string> GroupsWithin() =>
        this switch
        {
            Says => [],
            Rest(var others) => others.GroupsWithin(),
            Both(var one, var other) => one.GroupsWithin().Concat(other.GroupsWithin()),
            Either(var one, var other) => one.GroupsWithin().Concat(other.GroupsWithin()),
            Among(var some, var group) => some.GroupsWithin().Append(group),
            PartOf(var some, var whole) => some.GroupsWithin().Concat(whole.GroupsWithin()),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>How strongly words bind, the weakest first.</summary>
    private enum Strength
    {
        Of,
        Or,
        And,
        Not,
        In,
    }

    private Strength Binds =>
        this switch
        {
            PartOf => Strength.Of,
            Either => Strength.Or,
            Both => Strength.And,
            Rest => Strength.Not,
            _ => Strength.In,
        };

    private static string Within(Who inner, Strength needed) => inner.Binds < needed ? $"({inner})" : $"{inner}";

    private sealed class Reader(string text)
    {
        private readonly string[] _words = text.Replace("(", " ( ", StringComparison.Ordinal)
            .Replace(")", " ) ", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

        private int _at;

        public Who? Whole() => Of() is { } who && _at == _words.Length ? who : null;

        private Who? Of()
        {
            var some = Or();
            return some is not null && Takes(OfWord) ? (Or() is { } whole ? new PartOf(some, whole) : null) : some;
        }

        private Who? Or()
        {
            var one = And();
            while (one is not null && Takes(OrWord))
            {
                one = And() is { } other ? new Either(one, other) : null;
            }

            return one;
        }

        private Who? And()
        {
            var one = One();
            while (one is not null && Takes(AndWord))
            {
                one = One() is { } other ? new Both(one, other) : null;
            }

            return one;
        }

        private Who? One()
        {
            if (Takes(NotWord))
            {
                return One() is { } others ? new Rest(others) : null;
            }

            var one = Code();
            while (one is not null && Takes(InWord))
            {
                one = Next() is { } group && Key<Code>.TryParse(group, null, out _) ? new Among(one, group) : null;
            }

            return one;
        }

        private Who? Code()
        {
            if (Takes("("))
            {
                return Of() is { } within && Takes(")") ? within : null;
            }

            return
                Next() is { } word
                && word is not (OrWord or AndWord or NotWord or InWord or OfWord)
                && Key<Code>.TryParse(word, null, out var code)
                ? new Says(code)
                : null;
        }

        private string? Next() => _at < _words.Length ? _words[_at++] : null;

        private bool Takes(string word)
        {
            if (_at < _words.Length && _words[_at] == word)
            {
                _at++;
                return true;
            }

            return false;
        }
    }
}
