using System.Text.Json.Serialization;

namespace Samla.Domain.Compile;

/// <summary>An amount of grants as it stands in a report.</summary>
/// <param name="Asked">What was asked, as <see cref="AmountAsked"/> writes it.</param>
/// <param name="Label">What it is, in words: "Beviljat 2021–2024, Dalarnas län".</param>
/// <param name="Words">As it is read: "2 431 miljoner kronor".</param>
/// <param name="Told">What it rests on, in sentences.</param>
/// <param name="IsMadeUp">Whether the decisions are made up.</param>
/// <param name="Note">The footnote's number; null where there is none.</param>
public sealed record ReportAmount(
    string Asked,
    string Label,
    string Words,
    string Told,
    bool IsMadeUp,
    int? Note = null
)
{
    /// <summary>What it is and rests on, as its footnote tells it.</summary>
    [JsonIgnore]
    public string NoteText => $"{Label}. {Told}";
}

/// <summary>An amount that has changed.</summary>
/// <param name="Before">As it was; null where it is new.</param>
/// <param name="After">As it is now; null where it is gone.</param>
public sealed record AmountChange(ReportAmount? Before, ReportAmount? After)
{
    public string Label => (After ?? Before)!.Label;
}

/// <summary>An amount that says something else than what an author has accepted.</summary>
/// <param name="Section">The heading it stands under, such as "3.1.1".</param>
/// <param name="Accepted">What was accepted, by whom and when.</param>
/// <param name="Now">What it says now.</param>
public sealed record UnacceptedAmount(string Section, AcceptedAmount Accepted, ReportAmount Now)
{
    public ReportAlarm Alarm =>
        new(
            Section,
            Accepted.Words.Length == 0
                ? $"{Now.Label} gick inte att räkna när kapitlet sparades och är nu ”{Now.Words}”. Godta det eller se över besluten."
                : $"{Now.Label} har ändrats från ”{Accepted.Words}” till ”{Now.Words}” sedan det godtogs. Godta det eller se över besluten.",
            IsBlocking: false
        );
}
