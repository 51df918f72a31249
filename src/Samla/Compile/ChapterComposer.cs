using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Samla.Analyse;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Reference;

namespace Samla.Compile;

/// <summary>Fills in the markers of one chapter after another, so that notes and claims are numbered through the report.</summary>
internal sealed class ChapterComposer(ReportBasis basis, RegionGroups groups)
{
    private static readonly char[] Openers = ['”', '"', '“', '»', '’', '('];
    private static readonly char[] Closers = ['”', '"', '“', '»', '’', ')'];

    private readonly List<ReportAlarm> _alarms = [];
    private readonly List<UnacceptedClaim> _unaccepted = [];
    private int _notes;
    private int _claims;
    private string _section = "";
    private Key<Section> _chapter = null!;

    public ReportChapter Compose(Chapter chapter)
    {
        _alarms.Clear();
        _unaccepted.Clear();
        _chapter = chapter.SectionId;
        _section = chapter.Number.ToString(CultureInfo.InvariantCulture);
        var title = "";
        var blocks = new List<ReportBlock>();
        var numbers = new int[6];
        foreach (var block in Markdown.Parse(chapter.Text, MarkerParser.Pipeline))
        {
            switch (block)
            {
                case HeadingBlock { Level: 1 } heading when title.Length == 0:
                    title = HeadingText(heading);
                    break;
                case HeadingBlock heading:
                    blocks.Add(Heading(chapter.Number, heading, numbers));
                    break;
                default:
                    blocks.AddRange(Block(block));
                    break;
            }
        }

        if (title.Length == 0)
        {
            Alarm("Kapitlet har ingen rubrik. Börja det med en rad som ”# Rubrik”.", isBlocking: true);
        }

        return new ReportChapter(chapter.Number, chapter.SectionId.Value, title, blocks, [.. _alarms])
        {
            Unaccepted = [.. _unaccepted],
        };
    }

    private ReportBlock.Heading Heading(int chapter, HeadingBlock heading, int[] numbers)
    {
        var level = Math.Max(heading.Level, 2);
        numbers[level - 2]++;
        Array.Clear(numbers, level - 1, numbers.Length - level + 1);
        _section = string.Join('.', numbers.Take(level - 1).Prepend(chapter));
        return new ReportBlock.Heading(level, _section, HeadingText(heading));
    }

    private string HeadingText(HeadingBlock heading)
    {
        if (heading.Inline?.Descendants().OfType<MarkerInline>().FirstOrDefault() is { } marker)
        {
            Alarm($"”{{{{{marker.Text}}}}}” står i en rubrik. Rubriker kan inte fyllas i.", isBlocking: true);
        }

        return string.Concat(
                Inlines(heading.Inline, inline => inline is not MarkerInline)
                    .OfType<ReportInline.Words>()
                    .Select(words => words.Text)
            )
            .Trim();
    }

    private IEnumerable<ReportBlock> Block(Block block)
    {
        switch (block)
        {
            case QuoteBlock quote:
                return quote.SelectMany(inner =>
                    inner is ParagraphBlock paragraph ? OneOrNone(Quotation(paragraph)) : Block(inner)
                );
            case ListBlock list:
                return [new ReportBlock.Bullets([.. Items(list)])];
            case ThematicBreakBlock:
                return [];
            case ParagraphBlock paragraph:
                return [new ReportBlock.Paragraph(Inlines(paragraph.Inline))];
            case LeafBlock leaf:
                return [new ReportBlock.Paragraph([new ReportInline.Words(leaf.Lines.ToString())])];
            default:
                return [];
        }
    }

    /// <summary>The items of a list; those of a list inside it follow the item they stand in.</summary>
    private IEnumerable<IReadOnlyList<ReportInline>> Items(ListBlock list)
    {
        foreach (var item in list.OfType<ListItemBlock>())
        {
            yield return [.. item.Where(inner => inner is not ListBlock).SelectMany(Block).SelectMany(One)];
            foreach (var inner in item.OfType<ListBlock>().SelectMany(Items))
            {
                yield return inner;
            }
        }

        static IEnumerable<ReportInline> One(ReportBlock block) => block.Inlines;
    }

    private static IEnumerable<ReportBlock> OneOrNone(ReportBlock? block) => block is null ? [] : [block];

    private ReportBlock? Quotation(ParagraphBlock paragraph)
    {
        if (paragraph.Inline?.FirstChild is not MarkerInline marker)
        {
            return new ReportBlock.Paragraph(Inlines(paragraph.Inline));
        }

        if (Marker.Read(marker.Text) is not Marker.Quotation(var code, var reporter, var words))
        {
            Alarm(
                $"”{{{{{marker.Text}}}}}” kan inte tolkas. Ett citat skrivs {{{{citat kod reporter}}}}.",
                isBlocking: true
            );
            return null;
        }

        if (marker.NextSibling is not null)
        {
            Alarm("Ett citat ska stå för sig själv i sitt stycke. Flytta resten till ett annat.", isBlocking: true);
        }

        if (basis.Quotations.GetValueOrDefault((code, reporter)) is not [var first, ..] passages)
        {
            Alarm($"Citatet saknas: {Speaker(reporter)} har inget textställe med koden {code}.", isBlocking: true);
            return null;
        }

        var quoted = words is null ? first : passages.FirstOrDefault(one => Shortened.Fits(one.Text, words));
        if (quoted is null)
        {
            Alarm(
                $"Citatet från {Speaker(reporter)} stämmer inte ord för ord med ett textställe som har koden {code}. Rätta det, och skriv {Shortened.Mark} där något är utelämnat.",
                isBlocking: true
            );
            return null;
        }

        return new ReportBlock.Quotation(
            words is null ? quoted.Text : Shortened.Written(words),
            quoted.Document ?? Speaker(reporter),
            reporter.Value,
            quoted.Source.Value
        );
    }

    private List<ReportInline> Inlines(ContainerInline? container, Func<Inline, bool>? which = null)
    {
        var inlines = new List<ReportInline>();
        foreach (var inline in container ?? [])
        {
            if (which is null || which(inline))
            {
                Add(inlines, inline, isStrong: false, isEmphasised: false);
            }
        }

        return inlines;
    }

    private void Add(List<ReportInline> inlines, Inline inline, bool isStrong, bool isEmphasised)
    {
        switch (inline)
        {
            case MarkerInline marker:
                inlines.AddRange(Fill(marker.Text, BeginsSentence(inlines)));
                break;
            case LiteralInline literal:
                inlines.Add(new ReportInline.Words(literal.Content.ToString(), isStrong, isEmphasised));
                break;
            case CodeInline code:
                inlines.Add(new ReportInline.Words(code.Content, isStrong, isEmphasised));
                break;
            case LineBreakInline:
                inlines.Add(new ReportInline.Words(" "));
                break;
            case HtmlEntityInline entity:
                inlines.Add(new ReportInline.Words(entity.Transcoded.ToString(), isStrong, isEmphasised));
                break;
            case EmphasisInline emphasis:
                foreach (var inner in emphasis)
                {
                    var isBold = emphasis.DelimiterCount >= 2;
                    Add(inlines, inner, isStrong || isBold, isEmphasised || !isBold);
                }

                break;
            case ContainerInline other:
                foreach (var inner in other)
                {
                    Add(inlines, inner, isStrong, isEmphasised);
                }

                break;
        }
    }

    private static bool BeginsSentence(List<ReportInline> inlines)
    {
        var before = string.Concat(inlines.Select(inline => inline is ReportInline.Words words ? words.Text : "x"));
        // What a quotation mark or a bracket opens, begins as what stands before it ends.
        var opened = before.TrimEnd(Openers);
        if (opened.Length < before.Length && (opened.Length == 0 || char.IsWhiteSpace(opened[^1])))
        {
            return opened.TrimEnd() is "" or [.., ':'] || Ends(opened.TrimEnd());
        }

        return before.TrimEnd() is var said && (said.Length == 0 || Ends(said.TrimEnd(Closers)));

        static bool Ends(string text) =>
            text is [.., '!' or '?'] || (text is [.., '.'] && !SwedishText.EndsAbbreviation(text, text.Length - 1));
    }

    private IEnumerable<ReportInline> Fill(string text, bool beginsSentence)
    {
        switch (Marker.Read(text))
        {
            case Marker.Count count:
                return Count(count, beginsSentence);
            case Marker.Names(var who):
                return [new ReportInline.Words(Find(who) is { } named ? Names(who, named) : $"[{text}]")];
            case Marker.Example(var id) when basis.Interventions.TryGetValue(id, out var intervention):
                return Example(intervention);
            case Marker.Example(var id):
                Alarm(
                    $"Insatsen ”{id}” kan inte fyllas i. Namnet kan vara felskrivet, eller så är insatsen inte inlämnad än.",
                    isBlocking: true
                );
                return [new ReportInline.Words($"[{id}]")];
            case Marker.Omission(var code) when Find(code) is { Code.Withheld: not null } row:
                return
                [
                    new ReportInline.Words(
                        $"Uppgiften ”{row.Code.Label}” är inte med. {row.Code.Withheld}",
                        IsEmphasised: true
                    ),
                ];
            default:
                Alarm($"”{{{{{text}}}}}” kan inte fyllas i. Kontrollera stavningen.", isBlocking: true);
                return [new ReportInline.Words($"[{text}]")];
        }
    }

    private CodeRow? Find(Key<Code> code) => basis.Codes.GetValueOrDefault(code);

    private IEnumerable<ReportInline> Count(Marker.Count marker, bool beginsSentence)
    {
        if (Find(marker.Who) is not { } counted)
        {
            return [new ReportInline.Words($"[{marker.Who}]")];
        }

        AlarmOfUnread(counted);
        if (!ClaimWording.Fits(marker, counted))
        {
            Alarm(
                $"{counted.Name}: det valda ordet kan inte stå för {counted.Standing.Says.Count} av {counted.Standing.Asked.Count}. Antalet skrivs i stället.",
                isBlocking: false
            );
        }

        ReportClaim Write(CountedWho some)
        {
            var (claim, written) = ClaimWording.Of(marker, some);
            var hasNote = marker.HasNote && written.Note is not null;
            return new ReportClaim(
                $"c{_claims}",
                some.Rows[0].Code.Id.Value,
                some.Label,
                beginsSentence ? written.BeforeMark : Lowered(written.BeforeMark),
                hasNote ? _notes : null,
                hasNote ? written.Note : null,
                claim,
                some.Standing,
                some.Who is Who.Says ? null : $"{some.Who}"
            );
        }

        _claims++;
        var now = Write(counted);
        if (now.Note is not null)
        {
            now = now with { Note = ++_notes };
        }

        CompareWithAccepted(marker.Who, counted, now, Write);
        return [new ReportInline.Counted(now)];
    }

    /// <summary>Tells where a claim says something else than what an author has accepted of whom it counts.</summary>
    private void CompareWithAccepted(Who who, CountedWho counted, ReportClaim now, Func<CountedWho, ReportClaim> write)
    {
        if (
            !basis.Accepted.TryGetValue((_chapter, $"{who}"), out var accepted)
            || Moved(accepted, counted) is not { IsEmpty: false } moved
        )
        {
            return;
        }

        var before = write(
            counted with
            {
                Standing = accepted.Standing,
                Whole = counted.Whole is null ? null : accepted.Whole,
                Unread = accepted.Unread,
            }
        );
        if (before.Words != now.Words || before.NoteText != now.NoteText || before.Standing.Says != now.Standing.Says)
        {
            _unaccepted.Add(new UnacceptedClaim(_section, new ClaimChange(before, now), accepted, moved, counted.Seen));
        }
    }

    private static RegionSet Moved(AcceptedClaim before, CountedWho now)
    {
        return Between(before.Says, now.Standing.Says)
            | Between(before.Silent, now.Standing.Silent)
            | Between(before.NotAsked, now.Standing.NotAsked)
            | Between(before.Unread, now.Unread)
            | Between(before.Whole, now.Whole ?? []);

        static RegionSet Between(RegionSet one, RegionSet other) => (one - other) | (other - one);
    }

    private void AlarmOfUnread(CountedWho counted)
    {
        var withheld = counted.Rows.Where(row => row.Code.Withheld is not null).ToList();
        foreach (var row in withheld)
        {
            Alarm($"”{row.Code.Label}” kan inte räknas: {row.Code.Withheld}", isBlocking: true);
        }

        if (!counted.Unread.IsEmpty && withheld.Count == 0)
        {
            var are = counted.Unread.Count == 1 ? "är inte läst" : "är inte lästa";
            var change = counted.CanOnlyGrow ? "kan öka" : "kan ändras";
            Alarm($"{counted.Name}: {counted.Unread.Names} {are} än, så antalet {change}.", isBlocking: false);
        }
    }

    private string Names(Who who, CountedWho counted)
    {
        if (counted.Standing.Says.IsEmpty)
        {
            Alarm($"{counted.Name}: ingen region att namnge. Skriv om meningen.", isBlocking: true);
        }
        else
        {
            AlarmOfUnread(counted);
        }

        var now = Write(counted);
        CompareWithAccepted(who, counted, now, Write);
        return now.Words;

        static ReportClaim Write(CountedWho some) =>
            new(
                "",
                some.Rows[0].Code.Id.Value,
                some.Label,
                some.Standing.Says.IsEmpty ? "ingen region" : some.Standing.Says.Names,
                Note: null,
                NoteText: null,
                ClaimWriter.Exact(some.Standing.Says, some.Standing.Asked, some.Subject),
                some.Standing
            );
    }

    /// <summary>Whom a marker counts; null with an alarm where that cannot be told.</summary>
    private CountedWho? Find(Who who)
    {
        switch (CountedWho.Of(who, basis.Codes, groups))
        {
            case CountedWho.Outcome.Found(var counted):
                return counted;
            case CountedWho.Outcome.Refused(var message):
                Alarm(message, isBlocking: true);
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private IEnumerable<ReportInline> Example(Intervention intervention)
    {
        var carriedOutBy = intervention.Reporters.FindAll(reporter => reporter.RemovedAt is null);
        if (carriedOutBy.Count == 0)
        {
            Alarm(
                $"Insatsen ”{intervention.Name}” är borttagen ur registret. Välj om den ska vara kvar som exempel.",
                isBlocking: false
            );
            carriedOutBy = intervention.Reporters;
        }

        var who = new StringBuilder();
        who.AppendJoin(
            ", ",
            from reporter in carriedOutBy
            let whose = basis.Reporters[reporter.ReporterId]
            orderby whose.County is { } at ? Regions.PlaceOf(at) : 0
            select whose.ShortName
        );
        return
        [
            new ReportInline.Words(intervention.Name, IsStrong: true),
            new ReportInline.Words($" ({who}). {intervention.Summary}"),
        ];
    }

    private string Speaker(Key<Reporter> reporter) =>
        basis.Reporters.TryGetValue(reporter, out var known) ? known.Name : reporter.Value;

    private static string Lowered(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    private void Alarm(string message, bool isBlocking) => _alarms.Add(new ReportAlarm(_section, message, isBlocking));
}
