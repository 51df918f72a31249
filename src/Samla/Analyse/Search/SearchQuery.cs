using System.Text.RegularExpressions;

namespace Samla.Analyse.Search;

/// <summary>One of the things that a text must have for all of a search to hold.</summary>
public abstract record SearchPart
{
    private SearchPart() { }

    /// <summary>A word in any of its forms, also as a part of a compound.</summary>
    /// <param name="Words">The words that what was written can be a form of.</param>
    public sealed record Word(IReadOnlyList<string> Words) : SearchPart;

    /// <summary>Words that begin so.</summary>
    /// <param name="Letters">As written, in small letters.</param>
    /// <param name="Words">The words that what was written can be a form of: "regioner*" finds at least what "regioner" does.</param>
    public sealed record Beginning(string Letters, IReadOnlyList<string> Words) : SearchPart;

    /// <summary>Words that follow on each other, in any of their forms.</summary>
    public sealed record Phrase(IReadOnlyList<string> Words) : SearchPart
    {
        /// <summary>As it stands in <see cref="SearchText.Words"/>.</summary>
        public string Written => string.Concat(Words.Select(word => $" {word} "));
    }
}

/// <summary>What somebody looks for: all of its parts.</summary>
/// <param name="Parts">At least one.</param>
/// <param name="LeftOut">Small words that are looked for in quotation marks alone, such as "och".</param>
public sealed partial record SearchQuery(IReadOnlyList<SearchPart> Parts, IReadOnlyList<string> LeftOut)
{
    /// <summary>Longer texts are no search; a careless paste, rather.</summary>
    public const int LongestText = 200;

    private const int ShortestBeginning = 2;

    /// <summary>Words that say nothing of what a text is about, as they are written.</summary>
    internal static readonly HashSet<string> SmallWords =
    [
        .. "alla att av de del dem den denna dess dessa det detta där efter eller en ett från för genom ha han har hon hos hur i inom inte kan man med men mellan mot när och också om oss på samt ska skall sig sin sina sitt som så till under utan vad var vara varit vi vid vilka vilken vilket vår våra är även".Split(
            ' '
        ),
    ];

    /// <summary>Reads what somebody wrote: words, words that end in *, and phrases in quotation marks.</summary>
    public static Outcome Read(string? text, SearchAnalyzer analyzer)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new Outcome.Empty();
        }

        if (text.Length > LongestText)
        {
            return new Outcome.Refused(
                $"Sökningen är för lång. Den får ha högst {LongestText} tecken; skriv de viktigaste orden."
            );
        }

        var parts = new List<SearchPart>();
        var small = new List<(string Written, SearchPart Part)>();
        foreach (Match match in Pieces().Matches(text))
        {
            var isQuoted = match.Groups["quoted"].Success;
            var piece = isQuoted ? match.Groups["quoted"].Value : match.Value;
            if (PartOf(piece, isQuoted, analyzer) is not { } part)
            {
                continue;
            }

            if (!isQuoted && SmallWords.Contains(SearchAnalyzer.Plain(piece)))
            {
                small.Add((piece, part));
            }
            else if (part is SearchPart.Beginning { Letters.Length: < ShortestBeginning })
            {
                return new Outcome.Refused("Skriv minst två bokstäver före *.");
            }
            else
            {
                parts.Add(part);
            }
        }

        return (parts, small) switch
        {
            ([], []) => new Outcome.Refused("Skriv minst ett ord att söka efter."),
            ([], _) => new Outcome.Fits(new SearchQuery([.. small.Select(one => one.Part)], [])),
            _ => new Outcome.Fits(new SearchQuery(parts, [.. small.Select(one => one.Written)])),
        };
    }

    private static SearchPart? PartOf(string piece, bool isQuoted, SearchAnalyzer analyzer)
    {
        var tokens = analyzer.Read(piece).ToList();
        return tokens switch
        {
            [] => null,
            [var token] when !isQuoted && piece.EndsWith('*') => new SearchPart.Beginning(
                SearchAnalyzer.Plain(piece.Substring(token.Start, token.Length)),
                token.Terms.Words
            ),
            [var token] => new SearchPart.Word(token.Terms.Words),
            _ => new SearchPart.Phrase([.. tokens.Select(token => token.Terms.Word)]),
        };
    }

    /// <summary>A phrase in any kind of quotation marks, also one that is not closed; else what stands between spaces.</summary>
    [GeneratedRegex("""["”“„»](?<quoted>[^"”“„»]*)["”“„»]?|[^\s"”“„»]+""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Pieces();

    /// <summary>How a text was understood.</summary>
    public abstract record Outcome
    {
        private Outcome() { }

        /// <summary>Nothing was written.</summary>
        public sealed record Empty : Outcome;

        /// <param name="Message">What to write instead, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;

        public sealed record Fits(SearchQuery Query) : Outcome;
    }
}
