using Samla.Analyse;

namespace Samla.Tests.Analyse;

/// <summary>
/// How well the learner names the chapter of a paragraph from sections it has not seen. Every section is tested once and
/// is whole on one side: its paragraphs resemble each other, and some of them in training would make the rest easy.
/// </summary>
/// <param name="Accuracy">The share of the paragraphs whose chapter is the first suggestion.</param>
/// <param name="MacroF1">F1 for each chapter, and the mean of them: a small chapter counts as much as a large one.</param>
/// <param name="TopThree">The share whose chapter is among the first three.</param>
/// <param name="ConfidenceError">
/// How far the first suggestion's confidence is from how often it is right, in tenths of confidence, on average.
/// </param>
public sealed record LearnerMeasure(double Accuracy, double MacroF1, double TopThree, double ConfidenceError)
{
    private const int Folds = 5;

    /// <summary>What the learner said of one paragraph, the best first, and the chapter where it stands.</summary>
    public sealed record Answer(string Chapter, IReadOnlyList<Suggestion> Suggestions)
    {
        public bool IsRight => Suggestions is [var best, ..] && best.Code == Chapter;
    }

    /// <param name="seed">How the sections are dealt to the folds.</param>
    /// <param name="share">The share of the training sections to learn from; below 1 for the learning curve.</param>
    public static LearnerMeasure Run(
        IReadOnlyList<ReportParagraph> paragraphs,
        int seed,
        double share,
        CancellationToken cancellation
    ) => Of(Ask(paragraphs, seed, share, cancellation));

    /// <summary>What the learner said of every paragraph, when its section was held out.</summary>
    public static IReadOnlyList<Answer> Ask(
        IReadOnlyList<ReportParagraph> paragraphs,
        int seed,
        double share,
        CancellationToken cancellation
    )
    {
        var foldOf = Deal(paragraphs, seed);
        List<Answer> answers = [];
        for (var fold = 0; fold < Folds; fold++)
        {
            var known = Thinned(paragraphs.Where(p => foldOf[p.Section] != fold), seed, share);
            var learnt = PassageLearner.Train(
                [.. known.Select(p => new LabelledPassage(p.Text, [p.Chapter], p.Section))],
                cancellation
            );
            answers.AddRange(
                paragraphs
                    .Where(p => foldOf[p.Section] == fold)
                    .Select(p => new Answer(p.Chapter, learnt.Suggest(p.Text, learnt.Codes.Count)))
            );
        }

        return answers;
    }

    /// <summary>The sections of each chapter are shuffled and dealt in turn, so that every fold has some of each.</summary>
    private static Dictionary<string, int> Deal(IReadOnlyList<ReportParagraph> paragraphs, int seed)
    {
        var random = new Random(seed);
        Dictionary<string, int> foldOf = [];
        foreach (var chapter in paragraphs.GroupBy(p => p.Chapter))
        {
            var sections = chapter.Select(p => p.Section).Distinct().ToArray();
            random.Shuffle(sections);
            foreach (var section in sections)
            {
                foldOf[section] = foldOf.Count % Folds;
            }
        }

        return foldOf;
    }

    /// <summary>Some of each chapter's sections, whole, one at least.</summary>
    private static IEnumerable<ReportParagraph> Thinned(IEnumerable<ReportParagraph> known, int seed, double share)
    {
        var random = new Random(seed);
        return known
            .GroupBy(p => p.Chapter)
            .SelectMany(chapter =>
            {
                var sections = chapter.GroupBy(p => p.Section).ToArray();
                random.Shuffle(sections);
                return sections.Take((int)Math.Ceiling(share * sections.Length)).SelectMany(s => s);
            });
    }

    public static LearnerMeasure Of(IReadOnlyList<Answer> answers)
    {
        var chapters = answers.Select(a => a.Chapter).Distinct().ToArray();
        return new(
            answers.Average(a => a.IsRight ? 1.0 : 0),
            chapters.Average(c => F1(answers, c)),
            answers.Average(a => a.Suggestions.Take(3).Any(s => s.Code == a.Chapter) ? 1.0 : 0),
            ErrorOfConfidence(answers)
        );
    }

    private static double ErrorOfConfidence(IReadOnlyList<Answer> answers) =>
        answers
            .Where(a => a.Suggestions is not [])
            .GroupBy(a => (int)(a.Suggestions[0].Confidence * 10))
            .Sum(tenth =>
                tenth.Count()
                * Math.Abs(tenth.Average(a => a.Suggestions[0].Confidence) - tenth.Average(a => a.IsRight ? 1.0 : 0))
            ) / answers.Count;

    private static double F1(IReadOnlyList<Answer> answers, string chapter)
    {
        var right = answers.Count(a => a.Chapter == chapter && a.IsRight);
        var said = answers.Count(a => a.Suggestions is [var best, ..] && best.Code == chapter);
        var standing = answers.Count(a => a.Chapter == chapter);
        return 2.0 * right / (said + standing);
    }
}
