using System.Text;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Analyse.Search;

/// <summary>
/// What a source can be found by. It says nothing that the source does not, so it has no line in the audit trail and can be
/// made anew at any time.
/// </summary>
public sealed class SearchText
{
    /// <summary>Grows when texts are read in another way: those that were read otherwise are read again at the next start.</summary>
    public const int CurrentReading = 1;

    /// <summary>More different words than this are not indexed of one text: PostgreSQL keeps no longer list of them (1 MB).</summary>
    private const int MostBytes = 900_000;

    /// <summary>The engine's own number of the row.</summary>
    public long Number { get; init; }

    public required Id<Source> SourceId { get; init; }

    /// <summary>The <see cref="CurrentReading"/> that it was read with.</summary>
    public required int Reading { get; init; }

    /// <summary>
    /// Each word in its order with a space before and after it, so that two stand between words and " a  b " is the phrase; a
    /// line break between paragraphs.
    /// </summary>
    public required string Words { get; init; }

    /// <summary>The parts of compounds, and words that a form can be of as well; a space before and after each.</summary>
    public required string Parts { get; init; }

    /// <summary>How many places of it are looked for; 0 where the words of a phrase do not follow on each other.</summary>
    public int PlacesOf(SearchQuery query)
    {
        var all = 0;
        foreach (var part in query.Parts)
        {
            switch (part)
            {
                case SearchPart.Word(var words):
                    all += words.Sum(word => Count(Words, $" {word} ") + Count(Parts, $" {word} "));
                    break;
                case SearchPart.Beginning(var letters, _):
                    // At least one: the beginning may be that of a part alone.
                    all += Math.Max(1, Count(Words, $" {letters}"));
                    break;
                case SearchPart.Phrase phrase:
                    var count = Count(Words, phrase.Written);
                    if (count == 0)
                    {
                        return 0;
                    }

                    all += count;
                    break;
            }
        }

        return all;
    }

    private static int Count(string text, string written) => text.AsSpan().Count(written);

    /// <summary>Reads a source.</summary>
    public static SearchText Of(Source source, SearchAnalyzer analyzer)
    {
        var words = new StringBuilder();
        var parts = new StringBuilder();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var bytes = 0;
        var end = 0;
        foreach (var token in analyzer.Read(source.Text))
        {
            if (source.Text.AsSpan(end, token.Start - end).Count('\n') > 1)
            {
                words.Append('\n');
            }

            end = token.Start + token.Length;
            Add(words, token.Terms.Word);
            foreach (var part in token.Terms.All.Skip(1))
            {
                Add(parts, part);
            }
        }

        return new SearchText
        {
            SourceId = source.Id,
            Reading = CurrentReading,
            Words = words.ToString(),
            Parts = parts.ToString(),
        };

        void Add(StringBuilder to, string term)
        {
            if (known.Add(term))
            {
                bytes += Encoding.UTF8.GetByteCount(term);
            }

            if (bytes <= MostBytes)
            {
                to.Append(' ').Append(term).Append(' ');
            }
        }
    }
}
