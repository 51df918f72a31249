using System.Globalization;

namespace Samla.Domain.Collect;

/// <summary>A part of what an administrator says of a round.</summary>
public enum RoundField
{
    Id,
    Kind,
    Title,
    PeriodStart,
    PeriodEnd,
    DueOn,
    Recipient,
    Template,
    Previous,
}

/// <summary>What is wrong with a part, in Swedish, and what to do.</summary>
public sealed record RoundProblem(RoundField Field, string Message);

/// <summary>What an administrator has written of a round, as a form has it.</summary>
public sealed record WrittenRound(
    string? Id,
    string? Kind,
    string? Title,
    string? PeriodStart,
    string? PeriodEnd,
    string? DueOn,
    string? Recipient,
    string? Template,
    string? Previous,
    bool AllowsReturn
)
{
    /// <summary>A sign that changes with each part: so somebody can say what was seen.</summary>
    public string ReadMark() => Source.HashOf(ToString());

    /// <summary>What stands in the form of a round that is there.</summary>
    public static WrittenRound Of(Round round) =>
        new(
            round.Id.Value,
            $"{round.Kind}",
            round.Title,
            Day(round.PeriodStart),
            Day(round.PeriodEnd),
            Day(round.DueOn),
            round.Recipient,
            round.TemplateId.Value,
            round.PreviousRoundId?.Value,
            round.AllowsReturn
        );

    private static string Day(DateOnly day) => day.ToString(Decision.DayForm, CultureInfo.InvariantCulture);
}

/// <summary>A round as it is to be: all that an administrator decides of it.</summary>
public sealed record RoundPlan(
    Key<Round> Id,
    RoundKind Kind,
    string Title,
    DateOnly PeriodStart,
    DateOnly PeriodEnd,
    DateOnly DueOn,
    string Recipient,
    Key<Template> Template,
    Key<Round>? Previous,
    bool AllowsReturn
)
{
    /// <summary>The most signs of a title, and of a recipient's name.</summary>
    public const int MostSigns = 200;

    /// <summary>Reads what was written.</summary>
    /// <param name="written">As the form has it.</param>
    /// <param name="today">The day in Sweden.</param>
    /// <param name="before">The round as it is; its kind may stay, and its last day though it has passed. Null for a new round.</param>
    public static Outcome Read(WrittenRound written, DateOnly today, Round? before)
    {
        var parts = Parts.Of(written);
        List<RoundProblem> problems = [.. parts.Problems(written), .. parts.ProblemsOfDays(today, before?.DueOn)];
        return problems.Count > 0
            ? new Outcome.Wrong(problems)
            : new Outcome.Whole(
                new RoundPlan(
                    parts.Id!,
                    parts.Kind!.Value,
                    parts.Title,
                    parts.Start!.Value,
                    parts.End!.Value,
                    parts.Due!.Value,
                    parts.Recipient,
                    parts.Template!,
                    parts.Previous,
                    written.AllowsReturn
                )
            );
    }

    /// <summary>What was written, as far as it can be read.</summary>
    private sealed record Parts(
        Key<Round>? Id,
        RoundKind? Kind,
        string Title,
        DateOnly? Start,
        DateOnly? End,
        DateOnly? Due,
        string Recipient,
        Key<Template>? Template,
        Key<Round>? Previous
    )
    {
        public static Parts Of(WrittenRound written) =>
            new(
                // "ny" is where a new one is added.
                Key<Round>.TryParse(written.Id?.Trim(), provider: null, out var id)
                && id.Value != "ny"
                    ? id
                    : null,
                Enum.TryParse<RoundKind>(written.Kind, out var kind) && Enum.IsDefined(kind) ? kind : null,
                Source.Normalised(written.Title ?? ""),
                Day(written.PeriodStart),
                Day(written.PeriodEnd),
                Day(written.DueOn),
                Source.Normalised(written.Recipient ?? ""),
                Key<Template>.TryParse(written.Template, provider: null, out var template) ? template : null,
                Key<Round>.TryParse(written.Previous, provider: null, out var previous) ? previous : null
            );

        public IEnumerable<RoundProblem> Problems(WrittenRound written) =>
            Missing(
                (
                    RoundField.Id,
                    Id is not null,
                    "Ange en kort beteckning med små bokstäver, siffror och bindestreck, till exempel 2025. Den står i omgångens adress."
                ),
                (RoundField.Kind, Kind is not null, "Välj vad omgången gäller."),
                (RoundField.Title, IsLine(Title), $"Ange en rubrik på högst {MostSigns} tecken."),
                (
                    RoundField.Recipient,
                    IsLine(Recipient),
                    $"Ange vem redovisningarna överlämnas till, på högst {MostSigns} tecken."
                ),
                (RoundField.Template, Template is not null, "Välj en mall."),
                (
                    RoundField.Previous,
                    Previous is not null || string.IsNullOrEmpty(written.Previous),
                    "Välj en omgång i listan, eller ingen."
                )
            );

        public IEnumerable<RoundProblem> ProblemsOfDays(DateOnly today, DateOnly? dueBefore) =>
            Missing(
                (RoundField.PeriodStart, Start is not null, "Ange första dagen i perioden, som 2025-01-01."),
                (RoundField.PeriodEnd, End is not null, "Ange sista dagen i perioden, som 2025-12-31."),
                (
                    RoundField.PeriodEnd,
                    End is null || Start is null || End >= Start,
                    "Perioden slutar innan den börjar."
                ),
                (RoundField.DueOn, Due is not null, "Ange sista dag att lämna in, som 2026-02-21."),
                (
                    RoundField.DueOn,
                    Due is null || Due >= today || Due == dueBefore,
                    "Sista dagen har redan varit. Ange en dag som inte har varit."
                )
            );

        private static bool IsLine(string text) => text.Length is > 0 and <= MostSigns;

        private static IEnumerable<RoundProblem> Missing(
            params (RoundField Field, bool IsThere, string Message)[] parts
        ) => parts.Where(part => !part.IsThere).Select(part => new RoundProblem(part.Field, part.Message));
    }

    private static DateOnly? Day(string? written) =>
        DateOnly.TryParseExact(
            written?.Trim(),
            Decision.DayForm,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Whole(RoundPlan Plan) : Outcome;

        /// <param name="Problems">At least one.</param>
        public sealed record Wrong(IReadOnlyList<RoundProblem> Problems) : Outcome;
    }
}
