using System.Globalization;
using System.Text;
using Samla.Domain;

namespace Samla.Bench;

/// <summary>
/// A report that nobody wrote, as text taken out of a PDF: 130 pages with four claims and four notes each, about as long as
/// a real one. The same every time, and with slips in it, so that the rules have something to find.
/// </summary>
internal static class MadeUpReport
{
    private const int Pages = 130;
    private const int ClaimsOnPage = 4;
    private const int FillersAfterClaim = 5;
    private const int PagesInChapter = 10;
    private const int LineLength = 84;

    private static readonly string[] Topics =
    [
        "broar",
        "vandringsleder",
        "bibliotek",
        "cykelvägar",
        "mötesplatser",
        "yrkesutbildningar",
        "våtmarker",
        "testbäddar",
        "snabba förbindelser",
        "lokala livsmedel",
    ];

    private static readonly string[] Verbs =
    [
        "planerar för",
        "har börjat med",
        "lyfter",
        "samlar kunskap om",
        "vill se fler",
    ];

    private static readonly string[] Fillers =
    [
        "Arbetet görs tillsammans med kommuner, högskolor och föreningar i hela länet.",
        "Det tar tid innan sådana insatser syns i statistiken, och mycket hänger på lokala förutsättningar.",
        "I flera fall bygger arbetet vidare på sådant som inleddes under tidigare år.",
        "Underlaget är ojämnt, och några redovisningar är betydligt mer utförliga än andra.",
        "Hur insatserna följs upp beskrivs kortfattat, ofta med hänvisning till kommande utvärderingar.",
        "Här finns också exempel på samarbeten över länsgränser och med grannländer.",
        "Behoven ser olika ut i glesa bygder och i större städer, vilket märks i vad som prioriteras.",
    ];

    /// <summary>The report, so many times as long; chapters, pages and notes are numbered to the end.</summary>
    public static string Write(int times)
    {
        var random = new Random(2023);
        var text = new StringBuilder();
        var note = 0;
        for (var page = 0; page < Pages * times; page++)
        {
            text.Append(' ');
            if (page % PagesInChapter == 0)
            {
                var chapter = (page / PagesInChapter) + 1;
                text.Append(CultureInfo.InvariantCulture, $"{chapter} Arbetet med {Pick(Topics, random)} \n\n");
            }
            else
            {
                var chapter = (page / PagesInChapter) + 1;
                var section = page % PagesInChapter;
                text.Append(CultureInfo.InvariantCulture, $"{chapter}.{section} Om {Pick(Topics, random)} \n\n");
            }

            var notes = new StringBuilder();
            for (var claim = 0; claim < ClaimsOnPage; claim++)
            {
                note++;
                var regions = Some(random);
                Wrap(text, Paragraph(note, regions.Count, random));
                text.Append('\n');
                Wrap(notes, $"{note} {string.Join(", ", Slip(regions, note).Select(region => region.Name))}.");
            }

            text.Append(" \n \n\n").Append(notes);
        }

        return text.ToString();
    }

    private static string Paragraph(int note, int count, Random random)
    {
        var number = SwedishText.Capitalized(Numeral.Write(count));
        var regions = count == 1 ? "region" : "regioner";
        var sentences = new List<string> { $"{number} {regions}{note} {Pick(Verbs, random)} {Pick(Topics, random)}." };
        for (var filler = 0; filler < FillersAfterClaim; filler++)
        {
            sentences.Add(Pick(Fillers, random));
        }

        return string.Join(' ', sentences);
    }

    private static List<Region> Some(Random random)
    {
        var share = random.NextDouble();
        List<Region> some = [.. Regions.All.Where(_ => random.NextDouble() < share)];
        return some is [] ? [Pick(Regions.All, random)] : some;
    }

    /// <summary>One note in twenty-five names a region twice, and one leaves a region out.</summary>
    private static IEnumerable<Region> Slip(List<Region> regions, int note) =>
        (note % 25) switch
        {
            7 => regions.Append(regions[0]),
            19 when regions.Count > 1 => regions.Skip(1),
            _ => regions,
        };

    private static T Pick<T>(IReadOnlyList<T> items, Random random) => items[random.Next(items.Count)];

    private static void Wrap(StringBuilder text, string paragraph)
    {
        var column = 0;
        foreach (var word in paragraph.Split(' '))
        {
            if (column + word.Length > LineLength)
            {
                text.Append('\n');
                column = 0;
            }

            text.Append(word).Append(' ');
            column += word.Length + 1;
        }

        text.Append('\n');
    }
}
