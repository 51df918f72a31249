using System.Text.Json;
using Samla.Common;
using Samla.Domain.Analyse;

namespace Samla.Analyse.Assessments;

/// <summary>What experts have judged as data: a row for each document and question. What not all have handed in has no answers in it.</summary>
public static class AssessmentFile
{
    private static readonly string[] Heads =
    [
        "dokument",
        "län",
        "grupp",
        "fråga",
        "ordalydelse",
        "läge",
        "steg",
        "stegets namn",
        "svar före jämkning",
        "skäl till jämkningen",
        "belägg",
    ];

    /// <param name="State">"väntar", "skiljer sig", "lika", "jämkat", or "fritext".</param>
    private sealed record Row(
        string Document,
        string? County,
        string Group,
        string Question,
        string Text,
        string State,
        int? Level,
        string? Label,
        IReadOnlyList<string> Answers,
        string? Reason,
        IReadOnlyList<string> Evidence
    );

    public static void WriteCsv(Stream output, ViewForm.Result result) =>
        Csv.Write(
            output,
            Heads,
            Rows(result)
                .Select(row =>
                    (
                        (object?[])
                            [
                                row.Document,
                                row.County,
                                row.Group,
                                row.Question,
                                row.Text,
                                row.State,
                                row.Level,
                                row.Label,
                                string.Join(" | ", row.Answers),
                                row.Reason,
                                string.Join(" | ", row.Evidence),
                            ]
                    ).Select(Csv.Text)
                ),
            result.Round.Mark
        );

    public static void WriteJson(Stream output, ViewForm.Result result) =>
        JsonSerializer.Serialize(
            output,
            new
            {
                form = result.Form.Id.Value,
                title = result.Form.Title,
                round = result.Round.Id.Value,
                mark = result.Round.Mark,
                answers = Rows(result)
                    .Select(row => new
                    {
                        document = row.Document,
                        county = row.County,
                        question = row.Question,
                        text = row.Text,
                        state = row.State,
                        level = row.Level,
                        label = row.Label,
                        before = row.Answers,
                        reason = row.Reason,
                        evidence = row.Evidence,
                    }),
            },
            ReadableJson.Serializer
        );

    private static IEnumerable<Row> Rows(ViewForm.Result result) =>
        from document in result.Documents
        from question in result.Form.Questions
        let outcome = result.Assessed.OutcomeOf(document, question)
        let answers = document.IsHandedIn ? result.Assessed.AnswersTo(document, question) : []
        select new Row(
            document.Title,
            document.County?.ToString(),
            $"{question.Letter}. {question.GroupTitle}",
            question.Id.Value,
            question.Text,
            StateOf(document, question, outcome),
            outcome.Counted?.Level,
            outcome.Counted is { } judgement ? result.Form.LabelOf(judgement) : null,
            [
                .. answers.Select(answer =>
                    question.IsFree ? answer?.Text ?? ""
                    : answer?.Judgement is { } given ? result.Form.LabelOf(given)
                    : ""
                ),
            ],
            result.Assessed.Settlements.GetValueOrDefault((document.Source, question.Id))?.Reason,
            [
                .. document.IsHandedIn
                    ? document
                        .Experts.SelectMany(expert => result.Assessed.Evidence[(expert.Id, question.Id)])
                        .Select(one => one.Quote)
                        .Distinct()
                    : [],
            ]
        );

    private static string StateOf(
        ReadAssessed.JudgedDocument document,
        AssessmentQuestion question,
        AssessmentOutcome outcome
    ) =>
        !document.IsHandedIn ? "väntar"
        : question.IsFree ? "fritext"
        : outcome switch
        {
            AssessmentOutcome.Known { IsSettled: true } => "jämkat",
            AssessmentOutcome.Known => "lika",
            AssessmentOutcome.Differs => "skiljer sig",
            _ => "väntar",
        };
}
