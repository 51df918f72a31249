using Samla.Domain.Collect;

namespace Samla.Web.Publish;

/// <summary>How a reader sees how an outcome is known: as a tag with words in it.</summary>
/// <param name="Class">The tag's look.</param>
/// <param name="Words">In Swedish.</param>
internal sealed record EvidenceLook(string Class, string Words)
{
    public static EvidenceLook Of(Evidence evidence) =>
        evidence switch
        {
            Evidence.Monitoring => new("s-tag s-tag-ok", "Uppföljning"),
            Evidence.Evaluation => new("s-tag s-tag-ok", "Utvärdering"),
            Evidence.OwnAssessment => new("s-tag s-tag-note", "Egen bedömning"),
            Evidence.Other => new("s-tag", "Annan grund"),
            Evidence.Unknown => new("s-tag", "Framgår inte hur den är känd"),
        };
}
