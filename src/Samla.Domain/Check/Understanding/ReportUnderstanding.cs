using Samla.Domain.Compile;

namespace Samla.Domain.Check.Understanding;

/// <summary>Understands a published text: finds its sections, sentences, lists of regions and claims. Judges nothing.</summary>
public static class ReportUnderstanding
{
    public static PublishedReport Of(PublishedText text)
    {
        var words = text.Blocks.Select(WordsOf).ToList();
        var sections = SectionFinder.Find(text.Blocks);
        var sectionOfBlock = SectionFinder.ByBlock(sections, text.Blocks.Count);
        var sentences = text
            .Blocks.Where(block => block.Kind != BlockKind.Note)
            .SelectMany(block => SentenceSplitter.Split(block).Select(place => (place, sectionOfBlock[block.Index])))
            .Select((found, index) => new Sentence(index, found.place, found.Item2))
            .ToList();
        var footnotes = FootnoteReader.Read(text, sectionOfBlock);
        return new PublishedReport
        {
            Text = text,
            Words = words,
            Mentions = [.. text.Blocks.Select(block => MentionFinder.Find(block, words[block.Index]))],
            Sections = sections,
            Sentences = sentences,
            Footnotes = footnotes,
            Claims = ClaimFinder.Find(text, words, sentences, footnotes),
        };
    }

    private static Word[] WordsOf(Block block) =>
        [.. Words.In(block.Text, 0, block.Text.Length, [.. block.Marks.Select(mark => mark.Start..mark.End)])];
}
