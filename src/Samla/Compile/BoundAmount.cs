using Samla.Domain;
using Samla.Domain.Compile;
using Samla.Domain.Grants;
using Samla.Grants;

namespace Samla.Compile;

/// <summary>What a chapter asks of the decisions on grants, summed at this moment. The same sums and shares as <see cref="ViewGrants"/> shows.</summary>
internal static class BoundAmount
{
    private const decimal OreInKrona = 100;
    private const decimal Million = 1_000_000;

    /// <summary>What is asked, or why it cannot be told, in Swedish.</summary>
    public static (ReportAmount? Amount, string? Refusal) Of(AmountAsked asked, GrantFigures figures, GrantTerms terms)
    {
        var form = SupportForms
            .All.Where(one => one.Id == asked.What)
            .Select(one => (SupportForm?)one)
            .FirstOrDefault();
        var isOther = asked.What == GrantTerms.Other;
        var area = terms.Areas.Concat(terms.OtherHeadings).FirstOrDefault(one => one.Id == asked.What);
        if (asked.Form != AmountForm.Largest && asked.What is not null && form is null && area is null && !isOther)
        {
            var known = terms
                .Areas.Select(one => one.Id)
                .Append(GrantTerms.Other)
                .Concat(terms.OtherHeadings.Select(one => one.Id))
                .Concat(SupportForms.All.Select(one => one.Id));
            return (
                null,
                $"”{asked.What}” är inget som medel kan summeras för. Skriv {AmountAsked.All}, eller ett av {SwedishText.Enumeration([.. known])}."
            );
        }

        List<GrantSum> within =
        [
            .. figures.Sums.Where(sum =>
                sum.IsTransport == (form == SupportForm.Transport)
                && (asked.County is null || sum.County == asked.County)
                && sum.DecisionYear >= asked.Years.First
                && sum.DecisionYear <= asked.Years.Last
            ),
        ];
        if (within.Count == 0)
        {
            return (null, $"Det finns inga beslut om medel att räkna för ”{asked}”. Kontrollera år och län.");
        }

        var (first, last) = (figures.Sums.Min(sum => sum.DecisionYear), figures.Sums.Max(sum => sum.DecisionYear));
        if (asked.Years.First < first || asked.Years.Last > last)
        {
            return (
                null,
                $"”{asked}” gäller år som det inte finns beslut från. De inlästa besluten är från {first}–{last}."
            );
        }

        if (asked.Form == AmountForm.Largest)
        {
            return Largest(asked, within, figures.HasMadeUp, terms);
        }

        var isOfArea = asked.What is not null && form is null;
        var some = within.FindAll(sum => sum.Dimension == (isOfArea ? GrantDimension.Area : GrantDimension.Form));
        // What nobody has said is not nought.
        return asked.What is not null && some.TrueForAll(sum => sum.Key is null)
            ? (
                null,
                $"Inget av besluten för ”{asked}” säger {(isOfArea ? "område" : "stödform")}, så det går inte att summera."
            )
            : (Sum(asked, some, figures.HasMadeUp, form, isOther, terms), null);
    }

    private static ReportAmount Sum(
        AmountAsked asked,
        List<GrantSum> some,
        bool isMadeUp,
        SupportForm? form,
        bool isOther,
        GrantTerms terms
    )
    {
        // Of those that say it: the years before areas were asked for would make every share too small.
        var unsaid = some.Where(sum => sum.Key is null).Sum(sum => sum.Granted);
        var whole = some.Sum(sum => sum.Granted) - unsaid;
        var amount = asked.What is null
            ? whole + unsaid
            : some.Where(sum => isOther ? terms.IsOther(sum.Key) : sum.Key == (form?.ToString() ?? asked.What))
                .Sum(sum => sum.Granted);
        var what =
            asked.What is null ? ""
            : form is { } ofForm ? $"{ofForm.Name}: "
            : isOther ? "Annat: "
            : $"{terms.NameOfArea(asked.What)}: ";
        var share = whole > 0 ? (decimal)amount / whole : 0;
        var kind = form is null ? "område" : "stödform";
        var told = asked.What is null
            ? ""
            : $", {SwedishFigures.Of(Math.Round(share * 100, 1))} procent av de {Exactly(whole)} som har {kind}"
                + (unsaid > 0 ? $" ({Exactly(unsaid)} saknar {kind})" : "");
        return new ReportAmount(
            $"{asked}",
            SwedishText.Capitalized(
                $"{what}{(asked.Form == AmountForm.Share ? "andel av beviljat" : "beviljat")} {Of(asked)}"
            ),
            asked.Form == AmountForm.Share ? Percent(share) : Kronor(amount / OreInKrona),
            $"Beviljat: {Exactly(amount)}{told}.{MadeUpMark(isMadeUp)}",
            isMadeUp
        );
    }

    private static (ReportAmount? Amount, string? Refusal) Largest(
        AmountAsked asked,
        List<GrantSum> within,
        bool isMadeUp,
        GrantTerms terms
    )
    {
        var areas = terms.Areas.Select(area => area.Id).ToHashSet(StringComparer.Ordinal);
        var sums = (
            asked.What == AmountAsked.AreaKind
                ? within
                    .Where(sum => sum.Dimension == GrantDimension.Area && areas.Contains(sum.Key ?? ""))
                    .GroupBy(sum => terms.NameOfArea(sum.Key!))
            : asked.What == AmountAsked.FormKind
                ? within
                    .Where(sum => sum.Dimension == GrantDimension.Form && sum.Key is not null)
                    .GroupBy(sum => Enum.Parse<SupportForm>(sum.Key!).Name)
            : within
                .Where(sum => sum.Dimension == GrantDimension.Form && sum.County is not null)
                .GroupBy(sum => Regions.Of(sum.County!).County)
        ).Select(group => (Name: group.Key, Granted: group.Sum(sum => sum.Granted))).OrderByDescending(one => one.Granted).ToList();
        if (sums is not [var first, ..] || first.Granted == 0)
        {
            return (null, $"Det finns inget att jämföra för ”{asked}”. Kontrollera år och län.");
        }

        if (sums is [_, var second, ..] && second.Granted == first.Granted)
        {
            return (
                null,
                $"{first.Name} och {second.Name} har fått lika mycket ({Of(asked)}), så det går inte att säga vilket som har mest."
            );
        }

        var next = sums.Count > 1 ? $" Näst mest: {sums[1].Name}, {Kronor(sums[1].Granted / OreInKrona)}." : "";
        var other = within
            .Where(sum => sum.Dimension == GrantDimension.Area && terms.IsOther(sum.Key))
            .Sum(sum => sum.Granted);
        var more =
            asked.What == AmountAsked.AreaKind && other > first.Granted
                ? $" Annat, som inte är ett område, har mer: {Kronor(other / OreInKrona)}."
                : "";
        return (
            new ReportAmount(
                $"{asked}",
                SwedishText.Capitalized($"mest beviljat per {asked.What}, {Of(asked)}"),
                asked.What == AmountAsked.CountyKind ? first.Name : SwedishText.Uncapitalized(first.Name),
                $"{first.Name}: {Kronor(first.Granted / OreInKrona)}.{next}{more}{MadeUpMark(isMadeUp)}",
                isMadeUp
            ),
            null
        );
    }

    /// <summary>"2 431 miljoner kronor", "12,4 miljoner kronor", "1 miljon kronor", "640 000 kronor".</summary>
    private static string Kronor(decimal kronor)
    {
        var whole = Math.Round(kronor, MidpointRounding.AwayFromZero);
        if (whole < Million)
        {
            return $"{SwedishFigures.Of(whole)}\u00a0kronor";
        }

        var millions = Math.Round(whole / Million, whole < 100 * Million ? 1 : 0, MidpointRounding.AwayFromZero);
        return $"{SwedishFigures.Of(millions)}\u00a0{(millions == 1 ? "miljon" : "miljoner")} kronor";
    }

    private static string Exactly(long ore) => $"{SwedishFigures.Of(ore / OreInKrona)}\u00a0kronor";

    private static string Percent(decimal share) =>
        share is > 0 and < 0.005m ? "mindre än 1 procent"
        : share is >= 0.995m and < 1 ? "mer än 99 procent"
        : $"{SwedishFigures.Of(Math.Round(share * 100, MidpointRounding.AwayFromZero))}\u00a0procent";

    /// <summary>The years, county and appropriation that it is of.</summary>
    private static string Of(AmountAsked asked) =>
        string.Join(
            ", ",
            (
                (string?[])
                    [
                        $"{asked.Years}".Replace('-', '–'),
                        asked.County is { } county ? Regions.Of(county).County : null,
                        asked.What == SupportForm.Transport.Id ? "anslag 1:2" : "anslag 1:1",
                    ]
            ).OfType<string>()
        );

    private static string MadeUpMark(bool isMadeUp) => isMadeUp ? " Besluten är påhittade." : "";
}
