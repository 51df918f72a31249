namespace Samla.Domain.Collect;

/// <summary>How soon an outcome follows.</summary>
public enum Horizon
{
    Unknown,
    Short,
    Medium,
    Long,
}

/// <summary>Whether an outcome is there yet.</summary>
public enum OutcomeState
{
    Unknown,
    Expected,
    Achieved,
    TooEarly,
}

/// <summary>How an outcome is known (verifiering).</summary>
public enum Evidence
{
    Unknown,

    /// <summary>The reporter's own judgement.</summary>
    OwnAssessment,
    Monitoring,
    Evaluation,
    Other,
}

/// <summary>What kind of intervention it is.</summary>
public enum InterventionType
{
    Effort,
    Project,
    Programme,
    Tool,
    Network,
    Analysis,
    Arena,
    Strategy,
    Agreement,
}

/// <summary>The choices of the register in Swedish, as the editor and the workbook have them.</summary>
public static class InterventionChoices
{
    /// <summary>What is not said.</summary>
    public const string NotStated = "ej angivet";

    extension(Horizon horizon)
    {
        public string Swedish =>
            horizon switch
            {
                Horizon.Unknown => NotStated,
                Horizon.Short => "kort sikt",
                Horizon.Medium => "medellång sikt",
                Horizon.Long => "lång sikt",
            };
    }

    extension(OutcomeState state)
    {
        public string Swedish =>
            state switch
            {
                OutcomeState.Unknown => NotStated,
                OutcomeState.Expected => "väntad",
                OutcomeState.Achieved => "uppnådd",
                OutcomeState.TooEarly => "för tidigt att säga",
            };
    }

    extension(Evidence evidence)
    {
        public string Swedish =>
            evidence switch
            {
                Evidence.Unknown => NotStated,
                Evidence.OwnAssessment => "egen bedömning",
                Evidence.Monitoring => "uppföljning",
                Evidence.Evaluation => "utvärdering",
                Evidence.Other => "annan grund",
            };
    }

    extension(InterventionType type)
    {
        public string Swedish =>
            type switch
            {
                InterventionType.Effort => "Insats",
                InterventionType.Project => "Projekt",
                InterventionType.Programme => "Program",
                InterventionType.Tool => "Verktyg",
                InterventionType.Network => "Nätverk",
                InterventionType.Analysis => "Analys",
                InterventionType.Arena => "Mötesplats",
                InterventionType.Strategy => "Strategi",
                InterventionType.Agreement => "Överenskommelse",
            };
    }
}
