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

    /// <summary>The kinds that reporters answer.</summary>
    public static IReadOnlyList<RoundKind> Kinds { get; } =
    [RoundKind.AnnualReport, RoundKind.AgencyReport, RoundKind.Commission];

    /// <summary>Reads what was written.</summary>
    /// <param name="written">As the form has it.</param>
    /// <param name="today">The day in Sweden.</param>
    /// <param name="dueBefore">The last day that the round has; it may stand though it has passed. Null for a new round.</param>
    public static Outcome Read(WrittenRound written, DateOnly today, DateOnly? dueBefore)
    {
        var problems = new List<RoundProblem>();
        var (title, recipient) = (Source.Normalised(written.Title ?? ""), Source.Normalised(written.Recipient ?? ""));
        var (start, end, due) = (Day(written.PeriodStart), Day(written.PeriodEnd), Day(written.DueOn));
        Need(
            RoundField.Id,
            Key<Round>.TryParse(written.Id?.Trim(), provider: null, out var id) && id.Value != "ny", // where a new one is added
            "Ange en kort beteckning med små bokstäver, siffror och bindestreck, till exempel 2025. Den står i omgångens adress."
        );
        Need(
            RoundField.Kind,
            Enum.TryParse<RoundKind>(written.Kind, out var kind) && Kinds.Contains(kind),
            "Välj vad omgången gäller."
        );
        Need(RoundField.Title, title.Length is > 0 and <= MostSigns, $"Ange en rubrik på högst {MostSigns} tecken.");
        Need(RoundField.PeriodStart, start is not null, "Ange första dagen i perioden, som 2025-01-01.");
        Need(RoundField.PeriodEnd, end is not null, "Ange sista dagen i perioden, som 2025-12-31.");
        Need(RoundField.PeriodEnd, end is null || start is null || end >= start, "Perioden slutar innan den börjar.");
        Need(RoundField.DueOn, due is not null, "Ange sista dag att lämna in, som 2026-02-21.");
        Need(
            RoundField.DueOn,
            due is null || due >= today || due == dueBefore,
            "Sista dagen har redan varit. Ange en dag som inte har varit."
        );
        Need(
            RoundField.Recipient,
            recipient.Length is > 0 and <= MostSigns,
            $"Ange vem redovisningarna överlämnas till, på högst {MostSigns} tecken."
        );
        Need(
            RoundField.Template,
            Key<Template>.TryParse(written.Template, provider: null, out var template),
            "Välj en mall."
        );
        var hasPrevious = Key<Round>.TryParse(written.Previous, provider: null, out var previous);
        Need(
            RoundField.Previous,
            hasPrevious || string.IsNullOrEmpty(written.Previous),
            "Välj en omgång i listan, eller ingen."
        );
        return problems.Count > 0
            ? new Outcome.Wrong(problems)
            : new Outcome.Whole(
                new RoundPlan(
                    id!,
                    kind,
                    title,
                    start!.Value,
                    end!.Value,
                    due!.Value,
                    recipient,
                    template!,
                    hasPrevious ? previous : null,
                    written.AllowsReturn
                )
            );

        void Need(RoundField field, bool isThere, string message)
        {
            if (!isThere)
            {
                problems.Add(new RoundProblem(field, message));
            }
        }
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
