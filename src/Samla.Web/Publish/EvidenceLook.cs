using Samla.Domain.Collect;

namespace Samla.Web.Publish;

/// <summary>How a reader sees how an outcome is known: as a tag with words in it.</summary>
/// <param name="Class">The tag's look.</param>
/// <param name="Words">In Swedish.</param>
/// <param name="How">As it follows a number of outcomes: "genom uppföljning".</param>
internal sealed record EvidenceLook(string Class, string Words, string How)
{
    public static EvidenceLook Of(Evidence evidence) =>
        evidence switch
        {
            Evidence.Monitoring => new("s-tag s-tag-ok", "Uppföljning", "genom uppföljning"),
            Evidence.Evaluation => new("s-tag s-tag-ok", "Utvärdering", "genom utvärdering"),
            Evidence.OwnAssessment => new("s-tag s-tag-note", "Egen bedömning", "genom egen bedömning"),
            Evidence.Other => new("s-tag", "Annan grund", "på annan grund"),
            Evidence.Unknown => new("s-tag", "Framgår inte hur den är känd", "utan uppgift om verifiering"),
        };
}
