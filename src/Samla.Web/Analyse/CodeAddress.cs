using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Web.Analyse;

/// <summary>Where a round's codebook and its codes stand.</summary>
internal static class CodeAddress
{
    public static string Codebook(Key<Round> round) => $"/arbete/{round}/kodschema";

    /// <summary>The codebook with the code in sight.</summary>
    public static string InCodebook(Key<Round> round, Key<Code> code) => $"{Codebook(round)}?kod={code}#kod-{code}";

    /// <summary>The codebook with the form for what is to stand in a group.</summary>
    public static string AddTo(Key<Round> round, Key<Code> group) => $"{Codebook(round)}?i={group}#lagg-till";

    public static string History(Key<Round> round) => $"{Codebook(round)}/historik";

    public static string History(Key<Round> round, Key<Code> code) => $"{History(round)}?kod={code}";

    /// <summary>The chapter that compiles what the code belongs to, with the code in sight; the step Compile knows which.</summary>
    public static string InChapter(Code code) =>
        $"/arbete/{code.RoundId}/krav/{code.RequirementId}/kapitel?kod={code.Id}";

    public static string Of(Key<Round> round, Key<Code> code) => $"/arbete/{round}/kod/{code}";
}
