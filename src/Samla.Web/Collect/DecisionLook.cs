using System.Globalization;
using Samla.Domain.Collect;

namespace Samla.Web.Collect;

/// <summary>How a form asks for a decision.</summary>
internal static class DecisionLook
{
    /// <summary>The name of the choice whether there is a decision.</summary>
    public const string Choice = "beslut";

    /// <summary>That a decision is made, and stated in the form.</summary>
    public const string Made = "fattat";

    /// <summary>That none is made yet, or none is needed.</summary>
    public const string None = "inget";

    /// <summary>The name and id of a part's field.</summary>
    public static string IdOf(DecisionField field) =>
        field switch
        {
            DecisionField.DecidedBy => "beslutat-av",
            DecisionField.DecidedOn => "beslutsdag",
            DecisionField.RecordNumber => "diarienummer",
            DecisionField.PresentedBy => "foredragande",
        };

    /// <summary>What a form that was sent says.</summary>
    public static WrittenDecision In(IFormCollection form) =>
        new(
            form[IdOf(DecisionField.DecidedBy)],
            form[IdOf(DecisionField.DecidedOn)],
            form[IdOf(DecisionField.RecordNumber)],
            form[IdOf(DecisionField.PresentedBy)]
        );

    /// <summary>A decision as it stands, to be corrected.</summary>
    public static WrittenDecision Of(SubmissionDecision decision) =>
        new(
            decision.DecidedBy,
            decision.DecidedOn.ToString(Decision.DayForm, CultureInfo.InvariantCulture),
            decision.RecordNumber,
            decision.PresentedBy
        );

    /// <summary>Who often decides, to choose among; anything else can be written.</summary>
    public static string[] UsualDeciders(ReporterKind kind) =>
        kind switch
        {
            ReporterKind.Region =>
            [
                "Regionstyrelsen",
                "Regionala utvecklingsnämnden",
                "Regionfullmäktige",
                "Regiondirektören, på delegation",
                "Regionala utvecklingsdirektören, på delegation",
            ],
            ReporterKind.CountyBoard => ["Landshövdingen", "Länsrådet"],
            ReporterKind.Agency => ["Generaldirektören", "Styrelsen"],
            ReporterKind.Document => [],
        };
}
