using System.Globalization;
using Samla.Analyse;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Reference;

namespace Samla.Compile;

/// <content>The markers that are a paragraph of their own: quotations, tables, figures and the list of strategies.</content>
internal sealed partial class MarkerFiller
{
    /// <summary>A reporter's own words; null with an alarm where they are not to be found.</summary>
    public ReportBlock? Quote(Key<Code> code, Key<Reporter> reporter, string? words)
    {
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

    /// <summary>Counts that stand together; null with an alarm where there is nothing to show.</summary>
    public ReportBlock? Exhibit(Marker.Exhibit exhibit)
    {
        var asked = exhibit.Rows(basis.Groups).ToList();
        List<(Marker.Count Marker, CountedWho Counted)> counted =
        [
            .. from row in asked let found = Find(row) where found is not null select (row, found),
        ];
        if (counted.Count < asked.Count)
        {
            return null;
        }

        var isOne = exhibit.Keys.Count == 1;
        if ((exhibit.Title ?? (isOne ? NameOf(exhibit.Keys[0]) : null)) is not { } title)
        {
            Alarm(
                $"{exhibit.Form.Swedish}en har ingen rubrik. Skriv den sist i markören, efter ett lodstreck: {{{{… |Rubrik}}}}.",
                isBlocking: true
            );
            return null;
        }

        if (counted.Count == 0)
        {
            Alarm($"{exhibit.Form.Swedish}en ”{title}” har inga koder att visa.", isBlocking: true);
            return null;
        }

        if (counted.Select(row => row.Counted.Subject).Distinct().Count() > 1)
        {
            Alarm(
                $"{exhibit.Form.Swedish}en ”{title}” räknar både regioner och länsstyrelser. Visa dem var för sig.",
                isBlocking: true
            );
            return null;
        }

        // Codes that somebody listed stand as they are listed; those of a group with the greatest numbers first.
        var rows = exhibit.Keys.All(key => basis.Groups.Find(key) is not null)
            ? counted.OrderByDescending(row => row.Counted.Standing.Says.Count)
            : counted.AsEnumerable();
        var number = exhibit.Form == ExhibitForm.Table ? ++_tables : ++_figures;
        return new ReportBlock.Exhibit(
            exhibit.Form,
            number,
            title,
            [
                .. rows.DistinctBy(row => row.Counted.Rows[0].Code.Id)
                    .Select(row => Claim(row.Marker, row.Counted, beginsSentence: false)),
            ]
        );
    }

    /// <summary>The strategies as the register has them.</summary>
    public ReportBlock Strategies()
    {
        if (basis.Round.PeriodEnd.Year != StrategyRegister.Latest)
        {
            Alarm(
                $"Listan visar de strategier som gällde {StrategyRegister.Latest}, och omgången gäller {basis.Round.PeriodEnd.Year}. Kontrollera att det är de som rapporten handlar om.",
                isBlocking: false
            );
        }

        return new ReportBlock.Bullets([
            .. strategies.Lines.Select(line =>
                (IReadOnlyList<ReportInline>)
                    [
                        new ReportInline.Words($"{Regions.Of(line.Region).Authority}: "),
                        new ReportInline.Words(line.Name, IsEmphasised: true),
                        new ReportInline.Words($". Antagen {line.Adopted.ToString(CultureInfo.InvariantCulture)}."),
                    ]
            ),
        ]);
    }

    private string? NameOf(Key<Code> key) => basis.Groups.Find(key)?.Label ?? Find(key)?.Code.Label;

    /// <summary>What the chapter's own claims, amounts and quotations rest on, by the kind of source; null with an alarm while it has none.</summary>
    public ReportBlock? Evidence()
    {
        List<Marker> markers = [.. MarkersInText.Find(_text).Select(found => found.Marker)];
        var counted = markers
            .SelectMany(marker =>
                marker is Marker.Exhibit exhibit
                    ? exhibit.Rows(basis.Groups).SelectMany(row => row.Who.Codes)
                    : marker.Counted?.Codes ?? []
            )
            .Distinct()
            .Select(Find)
            .OfType<CodeRow>()
            .DistinctBy(row => row.Code.Id)
            .ToList();
        List<(string Source, string Told)> rows =
        [
            .. from kind in counted.GroupBy(row => KindOf(row.Code)).OrderBy(kind => kind.Key)
            select (SourceNames[kind.Key], Told([.. kind])),
        ];
        if (markers.OfType<Marker.Strategies>().Any() && rows.TrueForAll(row => row.Source != SourceNames[Register]))
        {
            rows.Add((SourceNames[Register], "listan över strategierna"));
        }

        if (markers.OfType<Marker.Amount>().Select(amount => amount.Asked).Distinct().Count() is > 0 and var amounts)
        {
            rows.Add(("Besluten om medel", amounts == 1 ? "ett belopp" : $"{Numeral.Write(amounts)} belopp"));
        }

        if (markers.OfType<Marker.Quotation>().Count() is > 0 and var quotations)
        {
            rows.Add(("Citat", $"{(quotations == 1 ? "ett" : Numeral.Write(quotations))} ur källorna, ord för ord"));
        }

        if (rows.Count == 0)
        {
            Alarm("Kapitlet räknar inget än, så det finns inget underlag att visa.", isBlocking: false);
            return null;
        }

        return new ReportBlock.Bullets([
            .. rows.Select(row =>
                (IReadOnlyList<ReportInline>)
                    [new ReportInline.Words($"{row.Source}: ", IsStrong: true), new ReportInline.Words($"{row.Told}.")]
            ),
        ]);
    }

    private static readonly string[] SourceNames =
    [
        "Redovisningarna",
        "Dokumenten",
        "Registret över strategier",
        "Sakkunnigas bedömningar",
    ];

    /// <summary>The register's place among <see cref="SourceNames"/>.</summary>
    private const int Register = 2;

    /// <summary>Its place among <see cref="SourceNames"/>.</summary>
    private static int KindOf(Code code) =>
        code.CountedFrom switch
        {
            AssessedAs => 3,
            StrategyStatus => Register,
            _ => code.IsAboutDocuments ? 1 : 0,
        };

    private static string Told(List<CodeRow> rows)
    {
        var unknown = rows.Aggregate((RegionSet)[], (all, row) => all | row.Standing.NotRead);
        var known =
            rows.Aggregate((RegionSet)[], (all, row) => all | row.Standing.Says | row.Standing.Silent) - unknown;
        var labels = SwedishText.Enumeration([.. rows.Select(row => $"”{row.Code.Label}”")]);
        var missing = unknown.IsEmpty ? "" : $", {unknown.Names} återstår";
        return $"{labels} ({known.Count} län{missing})";
    }
}
