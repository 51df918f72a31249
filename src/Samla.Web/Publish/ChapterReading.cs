using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Web.Publish;

/// <summary>The chapter that somebody reads, and the claim whose thread is open.</summary>
/// <param name="Round">The round the report is about.</param>
/// <param name="Chapter">The chapter.</param>
/// <param name="Open">The claim that is followed; null for none.</param>
public sealed record ChapterReading(Round Round, ReportChapter Chapter, ReportClaim? Open)
{
    public string Address => AddressOf(Round.Id, Chapter.Id);

    /// <summary>The chapter with the thread of a claim open, at the place of the claim.</summary>
    public string AddressOf(ReportClaim claim) => AddressOf(Round.Id, Chapter.Id, claim.Id);

    /// <summary>Where what is referred to stands.</summary>
    public string AddressOf(ReportInline.Reference reference) =>
        $"{AddressOf(Round.Id, reference.ChapterId)}{(reference.IsToChapter ? "" : $"#s{reference.Number}")}";

    public static string AddressOf(Key<Round> round, string chapter) => $"/rapport/{round}/{chapter}";

    public static string AddressOf(Key<Round> round, string chapter, string claim) =>
        $"{AddressOf(round, chapter)}?p={claim}#{claim}";
}
