using System.Globalization;
using System.Text.RegularExpressions;
using Samla.Analyse;

namespace Samla.Tests.Analyse;

/// <summary>The tables of docs/learning.md, made anew: ten divisions, harder tests, the learning curve and the confidence.</summary>
public sealed partial class LearnerFigures(IReadOnlyList<ReportParagraph> paragraphs, CancellationToken cancellation)
{
    private const int Divisions = 10;

    private static readonly double[] Shares = [0.1, 0.2, 0.4, 0.6, 0.8];
    private static readonly double[] Tiers = [0.2, 0.4, 0.6, 0.8, 0.9, 1.01];

    private readonly List<string> _lines = [];

    /// <summary>As rows of Markdown.</summary>
    public IReadOnlyList<string> Write()
    {
        var answers = Asked(paragraphs, 1).ToList();
        List<LearnerMeasure> whole = [.. answers.Select(LearnerMeasure.Of)];
        _lines.Add($"{paragraphs.Count} stycken, {paragraphs.DistinctBy(p => p.Section).Count()} avsnitt");
        Spread("träffsäkerhet", [.. whole.Select(one => one.Accuracy)]);
        Spread("makro-F1", [.. whole.Select(one => one.MacroF1)]);
        Spread("bland de tre första", [.. whole.Select(one => one.TopThree)]);
        Row("delning 1", Number(whole[0].Accuracy, 3), Number(whole[0].MacroF1, 3), Number(whole[0].TopThree, 3));
        Mean("som ovan", answers);
        Mean("hela avsnitt på andra nivån", [.. Asked(BySecondLevel(), 1)]);
        Mean("utan kapitlens namn", [.. Asked(WithoutNames(), 1)]);
        foreach (var share in Shares)
        {
            Mean(Percent(share), [.. Asked(paragraphs, share)]);
        }

        Mean(Percent(1), answers);
        Confidence([.. answers.SelectMany(division => division).Where(answer => answer.Suggestions is not [])]);
        return _lines;
    }

    private IEnumerable<IReadOnlyList<LearnerMeasure.Answer>> Asked(
        IReadOnlyList<ReportParagraph> some,
        double share
    ) => Enumerable.Range(1, Divisions).Select(seed => LearnerMeasure.Ask(some, seed, share, cancellation));

    /// <summary>A section's subsections are held out with it.</summary>
    private List<ReportParagraph> BySecondLevel() =>
        [.. paragraphs.Select(p => p with { Section = string.Join('.', p.Section.Split('.').Take(2)) })];

    /// <summary>Words of any chapter's name are taken out of every paragraph, whatever their endings.</summary>
    private List<ReportParagraph> WithoutNames()
    {
        var named = paragraphs.SelectMany(p => Word().Matches(p.Name).Select(word => StemOf(word.Value))).ToHashSet();
        return
        [
            .. paragraphs.Select(p =>
                p with
                {
                    Text = Word().Replace(p.Text, word => named.Contains(StemOf(word.Value)) ? "" : word.Value),
                }
            ),
        ];
    }

    private static string StemOf(string word) => SwedishStemmer.Stem(word.ToLowerInvariant());

    private void Confidence(IReadOnlyList<LearnerMeasure.Answer> all)
    {
        foreach (
            var tier in all.GroupBy(one => Array.FindIndex(Tiers, end => one.Suggestions[0].Confidence < end))
                .OrderBy(one => one.Key)
        )
        {
            Row(
                Percent(tier.Average(one => one.Suggestions[0].Confidence)),
                Percent(tier.Average(one => one.IsRight ? 1.0 : 0)),
                Percent((double)tier.Count() / all.Count)
            );
        }

        Row("i medeltal", Percent(Said(all)), Percent(all.Average(one => one.IsRight ? 1.0 : 0)));
    }

    private void Spread(string what, IReadOnlyList<double> values)
    {
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
        Row(what, Number(mean, 3), $"{Number(values.Min(), 3)}–{Number(values.Max(), 3)}", Number(deviation, 3));
    }

    /// <summary>With how sure the learner was, last.</summary>
    private void Mean(string what, IReadOnlyList<IReadOnlyList<LearnerMeasure.Answer>> divisions)
    {
        List<LearnerMeasure> measures = [.. divisions.Select(LearnerMeasure.Of)];
        Row(
            what,
            Number(measures.Average(one => one.Accuracy), 2),
            Number(measures.Average(one => one.MacroF1), 2),
            Number(measures.Average(one => one.TopThree), 2),
            Percent(Said(divisions.SelectMany(answers => answers)))
        );
    }

    private static double Said(IEnumerable<LearnerMeasure.Answer> answers) =>
        answers.Where(one => one.Suggestions is not []).Average(one => one.Suggestions[0].Confidence);

    private void Row(params string[] cells) => _lines.Add($"| {string.Join(" | ", cells)} |");

    private static string Number(double value, int decimals) =>
        value.ToString($"F{decimals}", CultureInfo.GetCultureInfo("sv-SE"));

    private static string Percent(double share) => $"{Number(100 * share, 0)} %";

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
