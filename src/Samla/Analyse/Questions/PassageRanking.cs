using Samla.Analyse.Search;

namespace Samla.Analyse.Questions;

/// <summary>A question as texts are looked through for it.</summary>
/// <param name="Text">What is asked.</param>
/// <param name="Codes">The kinds of answers that the codebook knows: what each code is called and when it is given.</param>
/// <param name="OtherWords">What somebody added; empty for none.</param>
internal sealed record QuestionWords(string Text, IReadOnlyList<string> Codes, string OtherWords);

/// <summary>A passage and how well it answers.</summary>
/// <param name="Text">The number of its text.</param>
/// <param name="Quote">Its words.</param>
/// <param name="Strength">The share of all passages of all texts that answer less well, from 0 to 1: what can be compared between texts and questions.</param>
/// <param name="Code">The number of the code that its words are nearest; null where they are near none.</param>
/// <param name="Words">Those of its words that count most for it, as they are written, the weightiest first.</param>
internal sealed record RankedPassage(
    int Text,
    TextPassage Passage,
    string Quote,
    double Strength,
    int? Code,
    IReadOnlyList<string> Words
);

/// <summary>
/// Ranks the passages of a set of texts by how well they answer a question: BM25 (Robertson and Zaragoza, "The Probabilistic
/// Relevance Framework", 2009) over the dictionary words and the parts of compounds that the search knows. A passage is looked
/// for by the question, by the code that it is nearest, by all codes together, and a little by what stands under the same heading.
/// </summary>
/// <remarks>The numbers are chosen on the pairs of questions and passages that the tests hold it to; see docs/method.md.</remarks>
internal sealed class PassageRanking
{
    /// <summary>How soon a word that comes again counts no more (k1).</summary>
    private const double Saturation = 0.8;

    /// <summary>How much long passages are held back (b).</summary>
    private const double LengthShare = 0.35;

    private const double PartWeight = 0.5;
    private const double OtherReadingWeight = 0.3;
    private const double HeadingWeight = 0.5;
    private const double NeighbourWeight = 0.3;
    private const double OtherWordsWeight = 1.5;
    private const int MostWords = 6;

    private readonly IReadOnlyList<string> _texts;
    private readonly SearchAnalyzer _analyzer;
    private readonly List<ReadPassage> _passages = [];
    private readonly Dictionary<string, double> _rarity;
    private readonly double _usualLength;

    /// <param name="Terms">What it can be found by, with how much of each there is.</param>
    /// <param name="Length">The sum of its own words' weights.</param>
    private sealed record ReadPassage(int Text, TextPassage Passage, Dictionary<string, double> Terms, double Length);

    public PassageRanking(IReadOnlyList<string> texts, SearchAnalyzer analyzer)
    {
        (_texts, _analyzer) = (texts, analyzer);
        foreach (var (number, text) in texts.Index())
        {
            foreach (var passage in TextPassages.In(text))
            {
                var terms = Terms(text.Substring(passage.Start, passage.Length), 1);
                var length = terms.Values.Sum();
                Add(terms, passage.Heading, HeadingWeight);
                _passages.Add(new ReadPassage(number, passage, terms, length));
            }
        }

        _rarity = _passages
            .SelectMany(passage => passage.Terms.Keys)
            .CountBy(term => term, StringComparer.Ordinal)
            .ToDictionary(
                term => term.Key,
                term => Math.Log(1 + ((_passages.Count - term.Value + 0.5) / (term.Value + 0.5))),
                StringComparer.Ordinal
            );
        _usualLength = _passages.Count == 0 ? 1 : Math.Max(1, _passages.Average(passage => passage.Length));
    }

    /// <summary>How many passages there are in all.</summary>
    public int Count => _passages.Count;

    /// <summary>For each text its best passages, the best first; those that have none of the words are not among them.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="isWanted">Whether a passage of the text with a number is to be among them.</param>
    /// <param name="most">How many are wanted of the text with a number.</param>
    public ILookup<int, RankedPassage> Rank(
        QuestionWords question,
        Func<int, TextPassage, bool> isWanted,
        Func<int, int> most
    )
    {
        var asked = Terms(question.Text, 1);
        foreach (var (term, weight) in Terms(question.OtherWords, OtherWordsWeight))
        {
            asked[term] = asked.GetValueOrDefault(term) + weight;
        }

        var codes = question.Codes.Select(code => Dampened(Terms(code, 1))).ToList();
        var scores = WithNeighbours([.. _passages.Select(passage => Score(passage, asked, codes))]);
        var inOrder = scores.Order().ToList();
        return (
            from one in _passages.Index()
            where scores[one.Index] > 0 && isWanted(one.Item.Text, one.Item.Passage)
            orderby one.Item.Text, scores[one.Index] descending, one.Item.Passage.Start
            group one by one.Item.Text into mine
            from one in mine.Take(most(mine.Key))
            select new RankedPassage(
                one.Item.Text,
                one.Item.Passage,
                TextOf(one.Item),
                (double)Lower(inOrder, scores[one.Index]) / inOrder.Count,
                NearestCode(one.Item, codes),
                Speaking(one.Item, asked, codes)
            )
        ).ToLookup(one => one.Text);
    }

    private string TextOf(ReadPassage passage) =>
        _texts[passage.Text].Substring(passage.Passage.Start, passage.Passage.Length);

    private double Score(ReadPassage passage, Dictionary<string, double> asked, List<Dictionary<string, double>> codes)
    {
        var byCode = codes.ConvertAll(code => Score(passage, code));
        return Score(passage, asked) + byCode.Sum() + (byCode.Count == 0 ? 0 : byCode.Max());
    }

    private double Score(ReadPassage passage, Dictionary<string, double> wanted) =>
        wanted.Sum(one => one.Value * Weight(passage, one.Key));

    /// <summary>What a word gives a passage.</summary>
    private double Weight(ReadPassage passage, string term)
    {
        if (!passage.Terms.TryGetValue(term, out var count))
        {
            return 0;
        }

        var length = 1 - LengthShare + (LengthShare * passage.Length / _usualLength);
        return _rarity[term] * count * (Saturation + 1) / (count + (Saturation * length));
    }

    /// <summary>A section that is about the question says so in more places than the one that answers it.</summary>
    private List<double> WithNeighbours(List<double> scores)
    {
        var sections = _passages
            .Index()
            .GroupBy(one => (one.Item.Text, one.Item.Passage.Heading), one => one.Index)
            .ToDictionary(section => section.Key, section => (section.Count(), Sum: section.Sum(at => scores[at])));
        return
        [
            .. _passages.Zip(
                scores,
                (passage, score) =>
                {
                    var (count, sum) = sections[(passage.Text, passage.Passage.Heading)];
                    return score + (count == 1 ? 0 : NeighbourWeight * (sum - score) / (count - 1));
                }
            ),
        ];
    }

    private int? NearestCode(ReadPassage passage, List<Dictionary<string, double>> codes)
    {
        var (best, most) = ((int?)null, 0.0);
        foreach (var (number, code) in codes.Index())
        {
            var score = Score(passage, code);
            (best, most) = score > most ? (number, score) : (best, most);
        }

        return best;
    }

    private List<string> Speaking(
        ReadPassage passage,
        Dictionary<string, double> asked,
        List<Dictionary<string, double>> codes
    )
    {
        var text = TextOf(passage);
        var words =
            from token in _analyzer.Read(text)
            let worth = token.Terms.All.Sum(term =>
                Weight(passage, term)
                * (asked.GetValueOrDefault(term) + codes.Sum(code => code.GetValueOrDefault(term)))
            )
            where worth > 0
            let written = text.Substring(token.Start, token.Length).ToLowerInvariant()
            group worth by written into word
            orderby word.Max() descending, word.Key
            select word.Key;
        return [.. words.Take(MostWords)];
    }

    /// <summary>How many are lower, of numbers in their order.</summary>
    private static int Lower(List<double> inOrder, double score)
    {
        var at = inOrder.BinarySearch(score);
        while (at > 0 && inOrder[at - 1] >= score)
        {
            at--;
        }

        return at;
    }

    private Dictionary<string, double> Terms(string text, double weight)
    {
        var terms = new Dictionary<string, double>(StringComparer.Ordinal);
        Add(terms, text, weight);
        return terms;
    }

    private void Add(Dictionary<string, double> terms, string text, double weight)
    {
        foreach (var token in _analyzer.Read(text))
        {
            if (SearchQuery.SmallWords.Contains(text.Substring(token.Start, token.Length).ToLowerInvariant()))
            {
                continue;
            }

            foreach (var (number, word) in token.Terms.Words.Index())
            {
                Count(word, number == 0 ? weight : weight * OtherReadingWeight);
            }

            foreach (var part in token.Terms.Parts)
            {
                Count(part, weight * PartWeight);
            }
        }

        void Count(string term, double more) => terms[term] = terms.GetValueOrDefault(term) + more;
    }

    /// <summary>What a definition says many times does not count as many times.</summary>
    private static Dictionary<string, double> Dampened(Dictionary<string, double> terms) =>
        terms.ToDictionary(term => term.Key, term => Math.Sqrt(term.Value), StringComparer.Ordinal);
}
