using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Web.Analyse.Assessments;

/// <summary>Addresses of assessments.</summary>
internal static class AssessmentAddress
{
    public const string Queue = "/bedomning";
    public const string FileRoute = "/arbete/{round}/bedomning/resultat-{name}.{format}";

    public static string QueueOf(Key<AssessmentForm> form) => $"{Queue}/{form}";

    public static string Of(Assessment assessment) => $"{Queue}/{assessment.FormId}/{assessment.Id}";

    public static string Differences(Key<Round> round, Key<AssessmentForm> form) =>
        $"{Queue}/{form}/skillnader?omgang={round}";

    public static string All(Key<Round> round) => $"/arbete/{round}/bedomning";

    public static string Of(Key<Round> round, Key<AssessmentForm> form) => $"{All(round)}/{form}";

    public static string File(Key<Round> round, Key<AssessmentForm> form, string format) =>
        $"{All(round)}/resultat-{form}.{format}";

    public static string Edit(Key<Round> round, Key<AssessmentForm> form) => $"{Of(round, form)}/redigera";
}
