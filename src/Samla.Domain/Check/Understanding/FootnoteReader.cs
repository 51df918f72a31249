using Samla.Domain.Compile;

namespace Samla.Domain.Check.Understanding;

/// <summary>Understands the notes: which hold a list of regions, and whom it names.</summary>
internal static class FootnoteReader
{
    private static readonly string[] ReferenceStarts =
    [
        "Se ",
        "Jfr",
        "Ibid",
        "Bilaga",
        "Prop.",
        "http",
        "Uppdrag",
        "Regleringsbrev",
    ];

    private static readonly string[] ReferenceSigns =
    [
        "§",
        "http",
        "SFS",
        "Regleringsbrev",
        "dnr",
        "Diarienummer",
        "Prop.",
        "Regeringens skrivelse",
        "s uppdrag att",
    ];

    // A source begins with a short title; a note whose first sentence is longer explains something.
    private const int LongestTitle = 120;

    public static List<ReadFootnote> Read(PublishedText text, IReadOnlyList<Section> sectionOfBlock)
    {
        var marked = new Dictionary<int, int>();
        foreach (var block in text.Blocks)
        {
            foreach (var mark in block.Marks)
            {
                marked.TryAdd(mark.Number, block.Index);
            }
        }

        return
        [
            .. text.Notes.Select(note =>
                Understand(text, note, sectionOfBlock[marked.GetValueOrDefault(note.Number, note.Block)])
            ),
        ];
    }

    private static ReadFootnote Understand(PublishedText text, Note note, Section section)
    {
        var block = text.Blocks[note.Block];
        var body = block.Text[note.TextStart..].Trim();
        var list = RegionList.From(block.Text, note.TextStart);
        var kind = KindOf(body, block.Text, note.TextStart, list);
        var isList = kind is FootnoteKind.Regions or FootnoteKind.Agencies or FootnoteKind.Mixed;
        return new ReadFootnote(
            new Footnote(note.Number, kind, body, isList ? list.Regions : []),
            note,
            section,
            block.Page,
            isList ? list : null
        );
    }

    private static FootnoteKind KindOf(string body, string text, int start, RegionList.Read list)
    {
        var startsWithList = list.Items.Count > 0 && string.IsNullOrWhiteSpace(text[start..list.Start]);
        var remark = text[list.End..].Trim(' ', '.', ',', ';');
        if (startsWithList)
        {
            // "Region Gotland. Årsredovisning 2023." is a source, "Region Kalmar och Kalmar kommun" is none.
            var isSource =
                list.Items is [{ IsShortName: false, IsAgency: false }]
                && remark.Length > 0
                && text[list.End] is ('.' or ',');
            var isAgencies = list.Items.All(item => item.IsAgency);
            return isSource ? FootnoteKind.Reference
                : isAgencies ? FootnoteKind.Agencies
                : remark.Length > 0 ? FootnoteKind.Mixed
                : FootnoteKind.Regions;
        }

        if (list.Items.Count > 1 && SaysWho(text[start..list.Start], list))
        {
            return list.Items[0].IsAgency ? FootnoteKind.Agencies : FootnoteKind.Mixed;
        }

        return IsReference(body) ? FootnoteKind.Reference : FootnoteKind.Other;
    }

    // "I samarbetet ingår regionerna Blekinge, Halland …", "Det är länsstyrelserna i Norrbotten, Värmland …"
    private static bool SaysWho(string before, RegionList.Read list) =>
        list.Items[0].IsAgency || (before.Length < 80 && before.Contains("region", StringComparison.OrdinalIgnoreCase));

    private static bool IsReference(string body)
    {
        if (Array.Exists(ReferenceStarts, start => body.StartsWith(start, StringComparison.Ordinal)))
        {
            return true;
        }

        if (Array.Exists(ReferenceSigns, sign => body.Contains(sign, StringComparison.Ordinal)))
        {
            return true;
        }

        var firstSentence = body.IndexOf(". ", StringComparison.Ordinal);
        var isTitle = (firstSentence < 0 ? body.Length : firstSentence) <= LongestTitle;
        return isTitle && (EndsWithYear(body) || IsStatute(body));
    }

    // "Lagen (2010:630) om regionalt utvecklingsansvar."
    private static bool IsStatute(string body) =>
        body.Contains("lagen (", StringComparison.OrdinalIgnoreCase)
        || body.Contains("förordning", StringComparison.OrdinalIgnoreCase);

    // "Skolverket. Regional planering. 2023." and "… (Hämtad 2024-03-25)."
    private static bool EndsWithYear(string body)
    {
        var end = body.TrimEnd('.', ' ', ')');
        return end.Length > 8 && end[^4..].All(char.IsAsciiDigit) && !char.IsAsciiDigit(end[^5]);
    }
}
