using Samla.Domain.Collect;

namespace Samla.Domain.Analyse;

/// <summary>
/// What interventions hold in the columns that templates have for them. A requirement whose answer is interventions has no rows of its
/// own: its table says in the template's words what the register keeps.
/// </summary>
internal static class InterventionAnswers
{
    /// <summary>The option for what the register leaves out.</summary>
    public const string NotStated = "not-stated";

    private static readonly string[] Known = ["kallor", "horisont", "lage", "underlag", "mal"];

    /// <summary>Whether the register keeps it as choices.</summary>
    public static bool CanBeCounted(TableColumn column) => Known.Contains(column.Id.Value);

    /// <summary>The ids of the options that an intervention has in a column; null for a column that is not kept as choices.</summary>
    public static IEnumerable<string>? ValuesIn(Intervention one, string column) =>
        column switch
        {
            // The template's word for the appropriation is a key, the register's its number; Life is among the other sources.
            "kallor" => one.Funding.Select(share =>
                share.Fund switch
                {
                    "1:1" => "grant",
                    "life" => "other",
                    var fund => fund,
                }
            ),
            "horisont" => Stated(one.Outcomes, outcome => outcome.Horizon, Horizon.Unknown),
            "lage" => Stated(one.Outcomes, outcome => outcome.State, OutcomeState.Unknown),
            "underlag" => Stated(one.Outcomes, outcome => outcome.Evidence, Evidence.Unknown),
            // "erdf-skane-blekinge" is a programme of the fund "erdf"; React-EU was paid by two.
            "mal" => one
                .Programmes.SelectMany(programme =>
                    programme == "react-eu" ? ["erdf", "esf"] : new[] { programme.Split('-')[0] }
                )
                .Concat(one.StrategyGoals.Count > 0 ? ["rus"] : [])
                .Concat(one.GlobalGoals.Count > 0 ? ["agenda2030"] : []),
            _ => null,
        };

    private static IEnumerable<string> Stated<T>(IEnumerable<Outcome> outcomes, Func<Outcome, T> value, T unknown)
        where T : struct, Enum =>
        outcomes.Select(value).Where(one => !one.Equals(unknown)).Select(one => KeyOf(one.ToString())).Distinct();

    /// <summary>"TooEarly" is "too-early".</summary>
    private static string KeyOf(string name) =>
        string.Concat(
            name.Select(
                (sign, at) =>
                    at > 0 && char.IsUpper(sign) ? $"-{char.ToLowerInvariant(sign)}" : $"{char.ToLowerInvariant(sign)}"
            )
        );
}
