namespace Samla.Domain.Analyse;

/// <summary>What a code says something about: what templates ask of each area, and the two that live on from round to round.</summary>
public enum CodeAspect
{
    Implementation,
    Sustainability,
    Territorial,
    Challenge,
    SuccessFactor,
    Collaboration,
    Result,

    /// <summary>What reporters ask of others than themselves, such as the state (medskick).</summary>
    Message,

    /// <summary>What the agency has recommended, and reporters say of it.</summary>
    Recommendation,
}

/// <summary>The aspects' words.</summary>
public static class CodeAspects
{
    extension(CodeAspect aspect)
    {
        public string Swedish =>
            aspect switch
            {
                CodeAspect.Implementation => "Genomförande",
                CodeAspect.Sustainability => "Hållbarhet",
                CodeAspect.Territorial => "Platsers villkor",
                CodeAspect.Challenge => "Utmaning",
                CodeAspect.SuccessFactor => "Framgångsfaktor",
                CodeAspect.Collaboration => "Samverkan",
                CodeAspect.Result => "Resultat",
                CodeAspect.Message => "Medskick",
                CodeAspect.Recommendation => "Rekommendation",
            };
    }
}
