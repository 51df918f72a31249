using System.Globalization;
using Samla.Collect;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>What a chapter can refer to: the report's chapters and their headings, by the names that a marker has for them.</summary>
public sealed class ReportSections
{
    private const int MostListed = 12;

    private readonly Dictionary<string, Section> _byPlace = new(StringComparer.Ordinal);

    private ReportSections() { }

    /// <param name="Place">As a marker names it: "rus", "rus/strategins-lage".</param>
    /// <param name="ChapterId">The chapter's key.</param>
    /// <param name="Number">"3", "3.1.1".</param>
    /// <param name="Title">Without the number.</param>
    public sealed record Section(string Place, string ChapterId, string Number, string Title)
    {
        public bool IsChapter => Place == ChapterId;

        /// <summary>"kapitel 3", "avsnitt 3.1.1".</summary>
        public string Words => $"{(IsChapter ? "kapitel" : "avsnitt")} {Number}";
    }

    /// <summary>In reading order.</summary>
    public IEnumerable<Section> All => _byPlace.Values;

    /// <summary>Null where there is none.</summary>
    public Section? Find(string place) => _byPlace.GetValueOrDefault(place);

    /// <summary>What a place that is not there could have been, in Swedish.</summary>
    public string Nearest(string place)
    {
        var chapter = place.Split('/')[0];
        var inChapter = All.Where(one => one.ChapterId == chapter && !one.IsChapter).Select(one => one.Place).ToList();
        return !_byPlace.ContainsKey(chapter)
                ? $"Rapporten har {Listed([.. All.Where(one => one.IsChapter).Select(one => one.Place)])}."
            : inChapter.Count == 0 ? $"Kapitlet {chapter} har inga rubriker."
            : $"Kapitlet {chapter} har {Listed(inChapter)}.";

        static string Listed(List<string> places) =>
            places.Count == 0
                ? "inga kapitel"
                : string.Join(", ", places.Take(MostListed)) + (places.Count > MostListed ? " med flera" : "");
    }

    /// <summary>The sections of a report's chapters; of headings that are named alike, the second is named with a 2.</summary>
    public static ReportSections Of(IEnumerable<Chapter> chapters)
    {
        var sections = new ReportSections();
        foreach (var chapter in chapters)
        {
            var id = chapter.Id.Value;
            sections.Add(
                new Section(
                    id,
                    id,
                    chapter.Number.ToString(CultureInfo.InvariantCulture),
                    ChapterMarkdown.TitleOf(chapter.Text)
                )
            );
            var numbers = new HeadingNumbers(chapter.Number);
            HashSet<string> taken = [];
            foreach (var (level, text) in ChapterMarkdown.Below(chapter.Text))
            {
                var name = InterventionIds.Free(text, "rubrik", taken);
                sections.Add(new Section($"{id}/{name}", id, numbers.Next(level), text));
            }
        }

        return sections;
    }

    private void Add(Section section) => _byPlace[section.Place] = section;
}
