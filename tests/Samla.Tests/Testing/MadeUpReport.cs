using System.Globalization;
using System.Text;
using Samla.Domain;
using Samla.Domain.Compile;

namespace Samla.Tests.Testing;

/// <summary>How a report's notes and their marks are set.</summary>
public enum ReportLayout
{
    /// <summary>"regioner[^7]", the notes below each chapter.</summary>
    Markdown,

    /// <summary>"regioner⁷", each note below its paragraph.</summary>
    Superscript,

    /// <summary>"regioner7", the notes at the foot of each page.</summary>
    PageFoot,
}

/// <summary>What a line of a made-up report is there for.</summary>
internal enum LineKind
{
    Heading,

    /// <summary>A sentence that counts nothing.</summary>
    Text,

    /// <summary>"Mer om detta står i avsnitt 2.1."</summary>
    Reference,

    /// <summary>A sentence with a quotation.</summary>
    Quotation,

    /// <summary>A claim that <see cref="ClaimWriter"/> wrote.</summary>
    Claim,

    /// <summary>"De 14 övriga regionerna", after the claim they are the rest of.</summary>
    Rest,

    /// <summary>"Tre av dem", after the claim they are part of.</summary>
    Part,

    /// <summary>"Ytterligare tre regioner", after the claim they are not in.</summary>
    Others,

    /// <summary>"Exempelvis gör Skåne …", after the claim it is an example of.</summary>
    Example,

    /// <summary>A claim of the body again, in the analysis or the summary, without its note.</summary>
    Summary,
}

/// <summary>A heading or sentence. The mark stands between its two parts.</summary>
internal sealed record Line(LineKind Kind, string Before, string After = "", string? Note = null)
{
    /// <summary>For a heading, 1 for a chapter.</summary>
    public int Level { get; init; }

    /// <summary>Whether it goes on the paragraph of the line before.</summary>
    public bool GoesOn { get; init; }

    /// <summary>What it says, for a line that counts.</summary>
    public Claim? Claim { get; init; }

    public bool HasMark { get; init; } = true;

    public bool HasNote { get; init; } = true;

    /// <summary>The names of its note.</summary>
    public string[] Names => Note?.TrimEnd('.').Split(", ") ?? [];
}

/// <summary>A report that is made up from data, so that it is known to be right.</summary>
internal sealed record MadeUpReport(IReadOnlyList<Line> Lines)
{
    private static readonly string[] Statements =
    [
        "planterar lindar längs gamla kanaler",
        "lagar trasiga ångbåtar åt museer",
        "räknar uttrar vid steniga bäckar",
        "trycker affischer om vinterns köldknäppar",
        "lånar ut symaskiner till nybildade klubbar",
        "ordnar nattvandringar för trötta pendlare",
        "målar järnvägsbommar i glada kulörer",
        "sparar frön från glömda kålsorter",
        "stämmer pianon på avlägsna servicehus",
        "översätter sjökort till enklare språk",
        "gräver diken kring sanka fotbollsplaner",
        "tvättar gatlyktor inför mörka månader",
        "byter takpannor på slitna danspalats",
        "mäter bullret bakom tunga kvarnar",
        "bjuder veteraner på regelbunden morgongymnastik",
        "sorterar arkivlådor efter gulnade etiketter",
        "vaccinerar herdehundar före betessläppet",
        "rensar ogräs mellan slingrande tramspår",
        "filmar flyttfåglar från höga vattentorn",
        "skottar takterrasser åt nyinflyttade hantverkare",
        "bakar tunnbröd tillsammans med skolklasser",
        "samlar sägner ur handskrivna kyrkböcker",
        "provkör elfärjor genom smala sund",
        "syr reflexvästar åt ensamma joggare",
    ];

    private static readonly string[] Asides =
    [
        "Vädret var ovanligt milt.",
        "Ingenting tyder på att intresset avtar.",
        "Frågan har diskuterats i många år.",
        "Kostnaden blev lägre än väntat.",
        "Under 2023 kom det 1,5 meter snö, och på våren smälte den.",
        "Arbetet har betydelse för Agenda 2030 och för 1:1-medel.",
    ];

    private static readonly string[] Quotations =
    [
        "I ett svar står att ”vi provar oss fram och lär av varandra”.",
        "Ett svar lyder: ”Det går bra. Vi fortsätter nästa år!”",
        "Flera har läst boken ”Sjöar” och tyckt om den.",
    ];

    private static readonly string[] Titles =
    [
        "Vatten och vind",
        "Kultur för alla",
        "Trygga vägar",
        "Hem och trädgård",
        "Djur i staden",
        "Minnen av i går",
    ];

    private static readonly QuantifierKind[] VagueKinds =
    [
        QuantifierKind.AlmostAll,
        QuantifierKind.Majority,
        QuantifierKind.Half,
        QuantifierKind.Several,
        QuantifierKind.Some,
        QuantifierKind.Few,
    ];

    /// <summary>A report with nothing wrong in it.</summary>
    public static MadeUpReport Clean(Dice dice)
    {
        var statements = new Queue<string>(dice.Shuffled(Statements));
        var titles = new Queue<string>(dice.Shuffled(Titles));
        var body = new List<Line>();
        var summed = new List<Line>();
        for (var chapter = 1; chapter <= 3; chapter++)
        {
            body.Add(Heading(1, $"{chapter} {titles.Dequeue()}"));
            body.Add(new Line(LineKind.Text, dice.Pick(Asides)));
            var claims = new List<Line>();
            for (var section = 1; section <= 2; section++)
            {
                body.Add(Heading(2, $"{chapter}.{section} Del {(section == 1 ? "ett" : "två")}"));
                for (var paragraph = 0; paragraph < 3; paragraph++)
                {
                    var lines = Paragraph(dice, statements.Dequeue()).ToList();
                    claims.Add(lines[0]);
                    body.AddRange(lines);
                }
            }

            body.Add(new Line(LineKind.Reference, $"Mer om detta står i avsnitt {1 + dice.Throw(3)}.2."));
            body.Add(new Line(LineKind.Quotation, dice.Pick(Quotations)));
            body.Add(Heading(2, $"{chapter}.3 Analys"));
            foreach (var claim in dice.Shuffled(claims).Take(2))
            {
                body.Add(Again(claim));
                summed.Add(claim);
            }
        }

        return new MadeUpReport([Heading(1, "Sammanfattning"), .. summed.Take(3).Select(Again), .. body]);
    }

    /// <summary>The number of the note of a line that has one.</summary>
    public int NumberOf(int line) => Lines.Take(line + 1).Count(one => one.Note is not null);

    /// <summary>The report with one line changed.</summary>
    public MadeUpReport With(int line, Line changed) => new([.. Lines.Take(line), changed, .. Lines.Skip(line + 1)]);

    /// <summary>A line that counts, with its words and its list made anew from how many it says and whom it lists.</summary>
    public static Line Counting(Line line, int said, RegionSet listed)
    {
        var before = line.Kind switch
        {
            LineKind.Rest => $"De {Numeral.Write(said)} övriga regionerna",
            LineKind.Part => $"{SwedishText.Capitalized(Numeral.Write(said))} av dem",
            LineKind.Others => $"Ytterligare {Numeral.Write(said)} regioner",
            _ => ClaimWriter
                .Write(
                    line.Claim! with
                    {
                        Quantifier = line.Claim.Quantifier with { Count = said },
                    },
                    RegionSet.All,
                    "x"
                )
                .BeforeMark,
        };
        return line with { Before = before, Note = line.Note is null ? null : RegionList.Write(listed) };
    }

    /// <summary>The text of the report's file.</summary>
    public string Write(ReportLayout layout)
    {
        var text = new StringBuilder();
        var notes = new List<string>();
        var number = 0;
        foreach (var line in Lines)
        {
            var startsPage = line is { Kind: LineKind.Heading, Level: 1 };
            if (!line.GoesOn && (startsPage || layout == ReportLayout.Superscript))
            {
                AppendNotes(text, notes, layout);
                text.Append(startsPage && layout == ReportLayout.PageFoot && text.Length > 0 ? "\f" : "");
            }

            var heading =
                line.Kind == LineKind.Heading && layout == ReportLayout.Markdown
                    ? new string('#', line.Level) + " "
                    : "";
            text.Append(line.GoesOn ? " " : "\n\n").Append(heading).Append(line.Before);
            if (line.Note is not null)
            {
                number++;
                text.Append(line.HasMark ? Mark(number, layout) : "");
                if (line.HasNote)
                {
                    notes.Add($"{NoteNumber(number, layout)} {line.Note}");
                }
            }

            text.Append(line.After);
        }

        AppendNotes(text, notes, layout);
        return text.ToString().TrimStart('\n');
    }

    private static void AppendNotes(StringBuilder text, List<string> notes, ReportLayout layout)
    {
        // The rule above the notes of a printed page leaves two lines with a space each.
        text.Append(layout == ReportLayout.PageFoot && notes.Count > 0 ? "\n\n \n " : "");
        foreach (var note in notes)
        {
            text.Append(layout == ReportLayout.PageFoot ? "\n" : "\n\n").Append(note);
        }

        notes.Clear();
    }

    private static string Mark(int number, ReportLayout layout) =>
        layout switch
        {
            ReportLayout.Markdown => $"[^{number}]",
            ReportLayout.Superscript => Superscript(number),
            ReportLayout.PageFoot => number.ToString(CultureInfo.InvariantCulture),
        };

    private static string NoteNumber(int number, ReportLayout layout) =>
        layout == ReportLayout.Markdown ? $"[^{number}]:" : Mark(number, layout);

    private static string Superscript(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));

    private static Line Heading(int level, string text) => new(LineKind.Heading, text) { Level = level };

    // The claim, and perhaps a sentence that is set against it.
    private static IEnumerable<Line> Paragraph(Dice dice, string statement)
    {
        var follow = dice.Throw(6);
        var saying = dice.Some(follow < 2 ? dice.Throw(22) : 4 + dice.Throw(9), RegionSet.All);
        var vague = VagueKinds.Where(kind => VagueWords.Fits(kind, saying.Count, 21)).ToList();
        var claim =
            follow == 1 && vague.Count > 0
                ? ClaimWriter.Vague(saying, RegionSet.All, dice.Pick(vague))!
                : ClaimWriter.Exact(saying, RegionSet.All);
        var written = ClaimWriter.Write(claim, RegionSet.All, statement);
        yield return new Line(LineKind.Claim, written.BeforeMark, written.AfterMark, written.Note) { Claim = claim };

        var rest = RegionSet.All - saying;
        switch (follow)
        {
            case 2:
                yield return Following(LineKind.Rest, rest, " väntar med det.");
                break;
            case 3:
                yield return Following(LineKind.Part, dice.Some(1 + dice.Throw(3), saying), " har hållit på längre.");
                break;
            case 4:
                yield return Following(LineKind.Others, dice.Some(2 + dice.Throw(4), rest), " har planer på detsamma.");
                break;
            case 5:
                yield return new Line(LineKind.Example, "Exempelvis har ", $"{Name(dice.Pick([.. saying]))} börjat.")
                {
                    GoesOn = true,
                };
                break;
            default:
                yield return new Line(LineKind.Text, dice.Pick(Asides)) { GoesOn = true };
                break;
        }
    }

    private static Line Following(LineKind kind, RegionSet regions, string after) =>
        Counting(new Line(kind, "", after, "") { GoesOn = true }, regions.Count, regions);

    private static Line Again(Line claim) => claim with { Kind = LineKind.Summary, Note = null };

    private static string Name(RegionCode region) => Regions.Of(region).Name;
}
