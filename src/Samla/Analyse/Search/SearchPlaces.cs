namespace Samla.Analyse.Search;

/// <summary>Where in a text a search holds.</summary>
public static class SearchPlaces
{
    /// <summary>The places of words and phrases that were looked for, in the order of the text; none overlap.</summary>
    public static IReadOnlyList<(int Start, int End)> In(string text, SearchQuery query, SearchAnalyzer analyzer)
    {
        var tokens = analyzer.Read(text).ToList();
        var places = new List<(int Start, int End)>();
        for (var at = 0; at < tokens.Count; )
        {
            var count = query.Parts.Max(part => Holds(part, text, tokens, at));
            if (count == 0)
            {
                at++;
                continue;
            }

            var last = tokens[at + count - 1];
            places.Add((tokens[at].Start, last.Start + last.Length));
            at += count;
        }

        return places;
    }

    /// <summary>How many words a part takes from here; 0 where it does not hold.</summary>
    private static int Holds(SearchPart part, string text, List<SearchToken> tokens, int at)
    {
        var terms = tokens[at].Terms;
        switch (part)
        {
            case SearchPart.Word(var words):
                return terms.All.Any(words.Contains) ? 1 : 0;
            case SearchPart.Beginning(var letters, var words):
                return terms.All.Any(term => term.StartsWith(letters, StringComparison.Ordinal) || words.Contains(term))
                    ? 1
                    : 0;
            case SearchPart.Phrase(var words):
                return at + words.Count <= tokens.Count && Follow(words, text, tokens, at) ? words.Count : 0;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static bool Follow(IReadOnlyList<string> words, string text, List<SearchToken> tokens, int at)
    {
        for (var word = 0; word < words.Count; word++)
        {
            var token = tokens[at + word];
            if (token.Terms.Word != words[word])
            {
                return false;
            }

            // A phrase does not go on in the next paragraph.
            if (word > 0 && tokens[at + word - 1] is var before)
            {
                var end = before.Start + before.Length;
                if (text.AsSpan(end, token.Start - end).Count('\n') > 1)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
