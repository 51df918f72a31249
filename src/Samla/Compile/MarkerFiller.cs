using System.Globalization;
using System.Text;
using Samla.Analyse;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Grants;
using Samla.Reference;

namespace Samla.Compile;

/// <summary>Fills in markers from what is counted, one chapter after another, so that notes and claims are numbered through the report.</summary>
/// <param name="basis">What is counted.</param>
/// <param name="groups">The groups of regions that a claim can name.</param>
/// <param name="grants">What grants can be asked for.</param>
/// <param name="strategies">The strategies to list.</param>
/// <param name="sections">What can be referred to: read only where something is, since all chapters are read for it.</param>
internal sealed partial class MarkerFiller(
    ReportBasis basis,
    RegionGroups groups,
    GrantTerms grants,
    StrategyRegister strategies,
    Lazy<ReportSections> sections
)
{
    private readonly List<ReportAlarm> _alarms = [];
    private readonly List<UnacceptedClaim> _unaccepted = [];
    private readonly List<UnacceptedAmount> _unacceptedAmounts = [];
    private int _notes;
    private int _claims;
    private int _tables;
    private int _figures;
    private Key<Chapter> _chapter = null!;
    private string _text = "";

    /// <summary>The number of the heading that what is filled in stands under, such as "3.1.1".</summary>
    public string Section { get; set; } = "";

    /// <summary>What an author must look at in the chapter so far.</summary>
    public IReadOnlyList<ReportAlarm> Alarms => [.. _alarms];

    /// <summary>The claims of the chapter so far that say something else than what was accepted.</summary>
    public IReadOnlyList<UnacceptedClaim> Unaccepted => [.. _unaccepted];

    /// <summary>The same of its amounts of grants, each once.</summary>
    public IReadOnlyList<UnacceptedAmount> UnacceptedAmounts =>
        [.. _unacceptedAmounts.DistinctBy(one => one.Accepted.Asked)];

    public void Begin(Chapter chapter)
    {
        _alarms.Clear();
        _unaccepted.Clear();
        _unacceptedAmounts.Clear();
        (_chapter, _text) = (chapter.Id, chapter.Text);
        Section = chapter.Number.ToString(CultureInfo.InvariantCulture);
    }

    public void Alarm(string message, bool isBlocking) => _alarms.Add(new ReportAlarm(Section, message, isBlocking));

    /// <summary>The words that come in a marker's place.</summary>
    public IEnumerable<ReportInline> Fill(string text, bool beginsSentence)
    {
        switch (Marker.Read(text))
        {
            case Marker.Count count:
                return Count(count, beginsSentence);
            case Marker.Names names:
                return [new ReportInline.Words(Find(names) is { } named ? Names(names, named) : $"[{text}]")];
            case Marker.Comparison comparison:
                return
                [
                    Find(comparison) is { } compared
                        ? Compare(comparison, compared, beginsSentence)
                        : new ReportInline.Words($"[{text}]"),
                ];
            case Marker.Amount amount:
                return [Amount(amount, beginsSentence)];
            case Marker.Example(var id) when basis.Interventions.TryGetValue(id, out var intervention):
                return Example(intervention);
            case Marker.Example(var id):
                Alarm(
                    $"Insatsen ”{id}” kan inte fyllas i. Namnet kan vara felskrivet, eller så är insatsen inte inlämnad än.",
                    isBlocking: true
                );
                return [new ReportInline.Words($"[{id}]")];
            case Marker.Reference(var place) when sections.Value.Find(place) is { } section:
                return
                [
                    new ReportInline.Reference(
                        beginsSentence ? SwedishText.Capitalized(section.Words) : section.Words,
                        section.ChapterId,
                        section.Number
                    ),
                ];
            case Marker.Reference(var place):
                Alarm($"”{place}” finns inte att hänvisa till. {sections.Value.Nearest(place)}", isBlocking: true);
                return [new ReportInline.Words($"[{place}]")];
            case Marker.Exhibit or Marker.Strategies or Marker.Evidence:
                Alarm(
                    "En tabell, en figur, listan över strategier eller underlaget ska stå för sig själv i sitt stycke. Flytta resten till ett annat.",
                    isBlocking: true
                );
                return [new ReportInline.Words($"[{text}]")];
            case Marker.Omission(var code) when Find(code) is { Code.Withheld: not null } row:
                return
                [
                    new ReportInline.Words(
                        $"Uppgiften ”{row.Code.Label}” är inte med. {row.Code.Withheld}",
                        IsEmphasised: true
                    ),
                ];
            case Marker.Unknown when text.StartsWith($"{AmountAsked.Word} ", StringComparison.Ordinal):
                Alarm(
                    $"”{{{{{text}}}}}” kan inte tolkas. Skriv vad det gäller, länets kod om det är ett enda, och åren, som {{{{medel kompetens 20 2021-2024}}}}. Välj sedan andel, eller störst för område, stödform eller län.",
                    isBlocking: true
                );
                return [new ReportInline.Words($"[{text}]")];
            default:
                Alarm($"”{{{{{text}}}}}” kan inte fyllas i. Kontrollera stavningen.", isBlocking: true);
                return [new ReportInline.Words($"[{text}]")];
        }
    }

    private CodeRow? Find(Key<Code> code) => basis.Codes.GetValueOrDefault(code);

    private IEnumerable<ReportInline> Count(Marker.Count marker, bool beginsSentence) =>
        Find(marker) is { } counted
            ? [new ReportInline.Counted(Claim(marker, counted, beginsSentence))]
            : [new ReportInline.Words($"[{marker.Who}]")];

    private ReportClaim Claim(Marker.Count marker, CountedWho counted, bool beginsSentence)
    {
        AlarmOfUnread(counted);
        if (ClaimWording.WhyNot(marker, counted) is { } why)
        {
            Alarm($"{counted.Name}: {why} Antalet skrivs i stället.", isBlocking: false);
        }

        ReportClaim Write(CountedWho some)
        {
            var (claim, written) = ClaimWording.Of(marker, some);
            var hasNote = marker.HasNote && written.Note is not null;
            return new ReportClaim(
                $"c{_claims}",
                some.Rows[0].Code.Id.Value,
                some.Label,
                beginsSentence ? written.BeforeMark : SwedishText.Uncapitalized(written.BeforeMark),
                hasNote ? _notes : null,
                hasNote ? written.Note : null,
                claim,
                some.Standing,
                WhoOf(some)
            );
        }

        _claims++;
        var now = Write(counted);
        if (now.Note is not null)
        {
            now = now with { Note = ++_notes };
        }

        CompareWithAccepted(marker, counted, now, Write);
        return now;
    }

    /// <summary>Tells where a claim says something else than what an author has accepted of whom it counts.</summary>
    private void CompareWithAccepted(
        Marker marker,
        CountedWho counted,
        ReportClaim now,
        Func<CountedWho, ReportClaim> write
    )
    {
        if (!basis.Accepted.TryGetValue((_chapter, marker.AcceptedAs!), out var accepted))
        {
            return;
        }

        var moved = Moved(accepted, counted);
        if (moved.IsEmpty && IsSameEarlier(accepted, counted.Earlier))
        {
            return;
        }

        var before = write(
            counted with
            {
                Standing = accepted.Standing,
                Whole = counted.Whole is null ? null : accepted.Whole,
                Unread = accepted.Unread,
                Earlier = counted.Earlier is { } earlier
                    ? earlier with
                    {
                        Year = accepted.EarlierYear ?? earlier.Year,
                        IsPrinted = accepted.IsEarlierPrinted,
                        Standing = accepted.Earlier,
                    }
                    : null,
            }
        );
        if (before.Words != now.Words || before.NoteText != now.NoteText || before.Standing.Says != now.Standing.Says)
        {
            _unaccepted.Add(new UnacceptedClaim(Section, new ClaimChange(before, now), accepted, moved, counted.Seen));
        }
    }

    private static bool IsSameEarlier(AcceptedClaim before, EarlierCount? now) =>
        now is null
        || (
            before.EarlierYear == now.Year && before.IsEarlierPrinted == now.IsPrinted && before.Earlier == now.Standing
        );

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
            var are =
                counted.Rows.Select(row => row.Code.CountedFrom?.UnknownWords(counted.Unread.Count)).Distinct().ToList()
                    is [{ } words]
                    ? words
                : counted.Unread.Count == 1 ? "är inte läst"
                : "är inte lästa";
            var change = counted.CanOnlyGrow ? "kan öka" : "kan ändras";
            Alarm($"{counted.Name}: {counted.Unread.Names} {are} än, så antalet {change}.", isBlocking: false);
        }
    }

    private string Names(Marker marker, CountedWho counted)
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
        CompareWithAccepted(marker, counted, now, Write);
        return now.Words;

        static ReportClaim Write(CountedWho some) =>
            Uncounted(some, some.Standing.Says.IsEmpty ? "ingen region" : some.Standing.Says.Names);
    }

    private static ReportClaim Uncounted(CountedWho some, ReportComparison comparison) =>
        Uncounted(some, comparison.Words) with
        {
            NoteText = comparison.Told,
        };

    /// <summary>What is told of a set in other words than how many they are: it has no number among the claims and no note.</summary>
    private static ReportClaim Uncounted(CountedWho some, string words) =>
        new(
            "",
            some.Rows[0].Code.Id.Value,
            some.Label,
            words,
            Note: null,
            NoteText: null,
            ClaimWriter.Exact(some.Standing.Says, some.Standing.Asked, some.Subject),
            some.Standing,
            WhoOf(some)
        );

    /// <summary>Null where it is those who say what one code stands for.</summary>
    private static string? WhoOf(CountedWho some) => some.Who is Who.Says ? null : $"{some.Who}";

    private ReportInline.Compared Compare(Marker marker, CountedWho counted, bool beginsSentence)
    {
        AlarmOfUnread(counted);
        AlarmOfEarlier(counted, counted.Earlier!);
        CompareWithAccepted(marker, counted, Uncounted(counted, Of(counted)), some => Uncounted(some, Of(some)));
        return new ReportInline.Compared(Of(counted));

        ReportComparison Of(CountedWho some)
        {
            var words = ReportComparison.Write(
                some.Standing.Says.Count,
                some.Earlier!.Standing.Says.Count,
                ReportComparison.Earlier(some.Earlier.Year, some.Earlier.IsPrinted, basis.Round.PeriodEnd.Year)
            );
            return new ReportComparison(
                some.Rows[0].Code.Id.Value,
                some.Label,
                beginsSentence ? SwedishText.Capitalized(words) : words,
                some.Earlier.Year,
                some.Earlier.Round?.Value,
                some.Earlier.Standing,
                some.Standing,
                WhoOf(some)
            );
        }
    }

    private void AlarmOfEarlier(CountedWho counted, EarlierCount earlier)
    {
        var year = earlier.Year.ToString(CultureInfo.InvariantCulture);
        if (!earlier.Standing.NotRead.IsEmpty)
        {
            Alarm(
                $"{counted.Name}: allt är inte läst för {year} ({earlier.Standing.NotRead.Names}), så skillnaden kan ändras.",
                isBlocking: false
            );
        }

        var (then, now) = (earlier.Standing.NotAsked, counted.Standing.NotAsked);
        var others = (then - now) | (now - then);
        if (!others.IsEmpty)
        {
            Alarm(
                $"{counted.Name}: frågan ställdes inte till samma {year} ({others.Names}). Se efter att skillnaden inte beror på det.",
                isBlocking: false
            );
        }
    }

    /// <summary>Whom a marker counts; null with an alarm where that cannot be told.</summary>
    private CountedWho? Find(Marker marker)
    {
        switch (CountedWho.Of(marker, basis, groups))
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
}
