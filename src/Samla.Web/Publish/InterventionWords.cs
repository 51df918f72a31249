using Samla.Domain.Collect;

namespace Samla.Web.Publish;

/// <summary>What readers call the kinds of things in the register of interventions.</summary>
internal static class InterventionWords
{
    public static string Of(InterventionType type) =>
        type switch
        {
            InterventionType.Effort => "Åtgärd",
            InterventionType.Project => "Projekt",
            InterventionType.Programme => "Program",
            InterventionType.Tool => "Verktyg",
            InterventionType.Network => "Nätverk",
            InterventionType.Analysis => "Analys",
            InterventionType.Arena => "Mötesplats",
            InterventionType.Strategy => "Strategi",
            InterventionType.Agreement => "Överenskommelse",
        };

    public static string OfFund(string fund) =>
        fund switch
        {
            "own" => "egna medel",
            "erdf" => "Regionalfonden",
            "esf" => "Socialfonden",
            "interreg" => "Interreg",
            "jtf" => "Fonden för en rättvis omställning",
            "life" => "Life",
            "1:1" => "anslag 1:1",
            "other" => "annan finansiär",
            _ => fund,
        };

    /// <summary>What follows an outcome's text; nothing where it is not known.</summary>
    public static string Of(OutcomeState state) =>
        state switch
        {
            OutcomeState.Expected => " (väntad)",
            OutcomeState.Achieved => " (uppnådd)",
            OutcomeState.TooEarly => " (för tidigt att säga)",
            OutcomeState.Unknown => "",
        };

    public static string Of(Evidence evidence) =>
        evidence switch
        {
            Evidence.Unknown => "Framgår inte hur den är känd",
            Evidence.OwnAssessment => "Egen bedömning",
            Evidence.Monitoring => "Uppföljning",
            Evidence.Evaluation => "Utvärdering",
            Evidence.Other => "Känd på annat sätt",
        };

    public static string TagOf(Evidence evidence) =>
        evidence switch
        {
            Evidence.Monitoring or Evidence.Evaluation => "s-tag s-tag-ok",
            Evidence.OwnAssessment => "s-tag s-tag-note",
            Evidence.Other or Evidence.Unknown => "s-tag",
        };
}
