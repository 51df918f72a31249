using System.Buffers;

namespace Samla.Domain.Check.Rules;

/// <summary>A quotation mark lacks its other half, or has another shape than the report's own.</summary>
public sealed class QuotationMarks : IRule
{
    private static readonly SearchValues<char> Shapes = SearchValues.Create("”“\"„«»");

    public string Name => "quotation-marks";

    public string Title => "Citattecken";

    public IEnumerable<Finding> Judge(PublishedReport report)
    {
        var places = report.Text.Blocks.Select(block => PlacesIn(block.Text)).ToList();
        var usual = report
            .Text.Blocks.SelectMany(block => places[block.Index].Select(at => block.Text[at]))
            .CountBy(sign => sign)
            .OrderByDescending(count => count.Value)
            .Select(count => count.Key)
            .FirstOrDefault();
        foreach (var block in report.Text.Blocks)
        {
            if (usual == '”')
            {
                foreach (var at in places[block.Index].Where(at => block.Text[at] != '”'))
                {
                    yield return New(
                        report,
                        block,
                        at,
                        $"Citattecknet {block.Text[at]} är ett annat än det som rapporten annars använder (”).",
                        "”"
                    );
                }
            }

            if (places[block.Index].Count % 2 == 1)
            {
                yield return New(
                    report,
                    block,
                    Unpaired(block.Text, places[block.Index]),
                    "Citattecknet saknar motpart i stycket.",
                    suggestion: null
                );
            }
        }
    }

    private static List<int> PlacesIn(string text)
    {
        var places = new List<int>();
        for (var at = text.AsSpan().IndexOfAny(Shapes); at >= 0; )
        {
            places.Add(at);
            var next = text.AsSpan(at + 1).IndexOfAny(Shapes);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return places;
    }

    // Where the signs do not tell opening from closing, the space beside them does.
    private static int Unpaired(string text, List<int> places)
    {
        var open = -1;
        foreach (var at in places)
        {
            var opens = at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '–';
            if (opens)
            {
                if (open >= 0)
                {
                    return open;
                }

                open = at;
            }
            else if (open < 0)
            {
                return at;
            }
            else
            {
                open = -1;
            }
        }

        return open >= 0 ? open : places[^1];
    }

    private Finding New(PublishedReport report, Block block, int at, string message, string? suggestion) =>
        new()
        {
            Rule = Name,
            Severity = Severity.Info,
            Message = message,
            Places = [new Place(block.Index, at, 1)],
            Footnote = report.FootnoteAt(block.Index)?.Footnote.Number,
            Suggestion = suggestion,
        };
}
