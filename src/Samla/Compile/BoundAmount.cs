using Samla.Domain;
using Samla.Domain.Compile;
using Samla.Domain.Grants;
using Samla.Grants;

namespace Samla.Compile;

/// <summary>What a chapter asks of the decisions on grants, summed at this moment. The same sums as <see cref="ViewGrants"/> shows.</summary>
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
        if (within.TrueForAll(sum => sum.Cases == 0))
        {
            return (null, $"Det finns inga beslut om medel att räkna för ”{asked}”. Kontrollera år och län.");
        }

        return asked.Form == AmountForm.Largest
            ? Largest(asked, within, figures.HasMadeUp, terms)
            : (Sum(asked, within, figures.HasMadeUp, form, isOther, terms), null);
    }

    private static ReportAmount Sum(
        AmountAsked asked,
        List<GrantSum> within,
        bool isMadeUp,
        SupportForm? form,
        bool isOther,
        GrantTerms terms
    )
    {
        var isOfArea = asked.What is not null && form is null;
        var some = within
            .Where(sum => sum.Dimension == (isOfArea ? GrantDimension.Area : GrantDimension.Form))
            .ToList();
        // Of those that say an area: the years before it was asked for would make every share too small.
        var whole = some.Where(sum => !isOfArea || sum.Key is not null).Sum(sum => sum.Granted);
        var amount = some.Where(sum =>
                asked.What is null
                || (
                    isOther
                        ? terms.OtherHeadings.Any(one => one.Id == sum.Key)
                        : sum.Key == (form?.ToString() ?? asked.What)
                )
            )
            .Sum(sum => sum.Granted);
        var what =
            asked.What is null ? ""
            : form is { } ofForm ? $"{ofForm.Name}: "
            : isOther ? "Annat: "
            : $"{terms.NameOfArea(asked.What)}: ";
        var exact = $"{SwedishFigures.Of(amount / OreInKrona)} kronor";
        var share = whole > 0 ? (decimal)amount / whole : 0;
        var told = asked.What is null
            ? $"{exact} beviljat"
            : $"{exact} beviljat, {SwedishFigures.Of(Math.Round(share * 100, 1))} procent av {SwedishFigures.Of(whole / OreInKrona)} kronor{(isOfArea ? " i beslut med område" : "")}";
        return new ReportAmount(
            $"{asked}",
            $"{what}beviljat {Of(asked)}" is var label ? SwedishText.Capitalized(label) : "",
            asked.Form == AmountForm.Share ? Percent(share) : Kronor(amount / OreInKrona),
            $"{told} ({Of(asked)}).{MadeUpMark(isMadeUp)}",
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
        return (
            new ReportAmount(
                $"{asked}",
                SwedishText.Capitalized($"mest beviljat per {asked.What}, {Of(asked)}"),
                asked.What == AmountAsked.CountyKind ? first.Name : Lowered(first.Name),
                $"{first.Name}: {Kronor(first.Granted / OreInKrona)} beviljat ({Of(asked)}).{next}{MadeUpMark(isMadeUp)}",
                isMadeUp
            ),
            null
        );
    }

    /// <summary>"2 431 miljoner kronor", "12,4 miljoner kronor", "640 000 kronor".</summary>
    private static string Kronor(decimal kronor) =>
        Math.Abs(kronor) < Million
            ? $"{SwedishFigures.Of(Math.Round(kronor, MidpointRounding.AwayFromZero))}\u00a0kronor"
            : $"{SwedishFigures.Of(Math.Round(kronor / Million, Math.Abs(kronor) < 100 * Million ? 1 : 0, MidpointRounding.AwayFromZero))} miljoner kronor";

    private static string Percent(decimal share) =>
        share is > 0 and < 0.005m
            ? "mindre än 1 procent"
            : $"{SwedishFigures.Of(Math.Round(share * 100, MidpointRounding.AwayFromZero))} procent";

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

    private static string Lowered(string words) => char.ToLowerInvariant(words[0]) + words[1..];
}
