using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Web.Common;

namespace Samla.Web.Collect;

/// <summary>The Swedish of the reporters' pages.</summary>
internal static class ReportWords
{
    /// <summary>The number that the report's chapter has; a dash for what no chapter compiles.</summary>
    public static string NumberOf(ViewSubmission.SectionView section) =>
        section.Section.Chapter is { } chapter ? $"{chapter}" : "–";

    /// <summary>"Avsnitt 6".</summary>
    public static string ShortOf(ViewSubmission.SectionView section) =>
        section.Section.Chapter is { } chapter ? $"Avsnitt {chapter}" : section.Section.Title;

    /// <inheritdoc cref="SubmissionHeadings.HeadingOf(ViewSubmission.SectionView)" />
    public static string HeadingOf(ViewSubmission.SectionView section) => SubmissionHeadings.HeadingOf(section);

    /// <inheritdoc cref="SubmissionHeadings.HeadingOf(ViewSubmission.SectionView, ViewSubmission.Item)" />
    public static string HeadingOf(ViewSubmission.SectionView section, ViewSubmission.Item item) =>
        SubmissionHeadings.HeadingOf(section, item);

    public static string HeadingOf(SectionItem one) => HeadingOf(one.Section, one.Item);

    /// <summary>"ett svar", "tre svar", "14 svar".</summary>
    public static string Answers(int number) => number == 1 ? "ett svar" : $"{Numeral.Write(number)} svar";

    /// <summary>"en rad", "tre rader", "14 rader".</summary>
    public static string Rows(int number) => number == 1 ? "en rad" : $"{Numeral.Write(number)} rader";

    /// <summary>"en ny rad", "tre nya rader", "14 nya rader".</summary>
    public static string NewRows(int number) => number == 1 ? "en ny rad" : $"{Numeral.Write(number)} nya rader";

    /// <summary>"två svar och en insats": what is not as it was handed in, of which there is something.</summary>
    public static string Changes(int answers, int interventions) =>
        SwedishText.Enumeration([
            .. (
                (string[])[answers > 0 ? Answers(answers) : "", interventions > 0 ? Interventions(interventions) : ""]
            ).Where(part => part.Length > 0),
        ]);

    /// <inheritdoc cref="Changes(int, int)" />
    public static string Changes(ViewSubmission.Result view) =>
        Changes(view.Changed.Count, view.ChangedInterventions.Count);

    /// <summary>"en fråga", "tre frågor".</summary>
    public static string Questions(int number) => number == 1 ? "en fråga" : $"{Numeral.Write(number)} frågor";

    /// <summary>"en uppgiftslämnare", "42 uppgiftslämnare".</summary>
    public static string Reporters(int number) =>
        number == 1 ? "en uppgiftslämnare" : $"{Numeral.Write(number)} uppgiftslämnare";

    /// <summary>"en insats", "tre insatser".</summary>
    public static string Interventions(int number) => number == 1 ? "en insats" : $"{Numeral.Write(number)} insatser";

    public static string TooLong(int over) => $"{SwedishNumber.Of(over)} tecken för mycket. Inget kapas.";

    /// <summary>"2023", "2023–2024".</summary>
    public static string PeriodOf(Round round) =>
        round.PeriodStart.Year == round.PeriodEnd.Year
            ? $"{round.PeriodStart.Year}"
            : $"{round.PeriodStart.Year}–{round.PeriodEnd.Year}";

    /// <summary>What a round is about.</summary>
    public static string Of(RoundKind kind) =>
        kind switch
        {
            RoundKind.AnnualReport => "Regionernas årliga redovisning",
            RoundKind.StrategyCompilation => "Sammanställning av de regionala utvecklingsstrategierna",
            RoundKind.AgencyReport => "Myndigheternas redovisning",
            RoundKind.Commission => "Ett eget uppdrag",
        };

    public static string HeadingOf(ReporterKind kind) =>
        kind switch
        {
            ReporterKind.Region => "Regioner",
            ReporterKind.CountyBoard => "Länsstyrelser",
            ReporterKind.Agency => "Andra myndigheter",
            ReporterKind.Document => "Dokument",
        };

    extension(ViewReceipt.Difference difference)
    {
        public string Swedish =>
            difference switch
            {
                ViewReceipt.Difference.Added => "nytt svar",
                ViewReceipt.Difference.Changed => "ändrat",
                ViewReceipt.Difference.Removed => "borttaget",
            };
    }

    extension(DeliveryState state)
    {
        public string Swedish =>
            state switch
            {
                DeliveryState.NotDelivered => "Inte överlämnad",
                DeliveryState.EarlierVersion => "Bara en tidigare version",
                DeliveryState.InOutbox => "Ligger i utkorgen",
                DeliveryState.Uncertain => "Osäkert om brevet kom fram",
                DeliveryState.Delivered => "Överlämnad",
                DeliveryState.Acknowledged => "Mottagen",
            };

        /// <summary>The class that its tag has.</summary>
        public string TagLook =>
            state switch
            {
                DeliveryState.NotDelivered => "",
                DeliveryState.EarlierVersion or DeliveryState.InOutbox or DeliveryState.Uncertain => "s-tag-warn",
                DeliveryState.Delivered => "s-tag-arg",
                DeliveryState.Acknowledged => "s-tag-ok",
            };
    }

    extension(AnswerState state)
    {
        public string Swedish =>
            state switch
            {
                AnswerState.NotStarted => "Inte påbörjat",
                AnswerState.Started => "Påbörjat",
                AnswerState.Submitted => "Inlämnat",
                AnswerState.Changed => "Ändrat sedan inlämning",
            };
    }
}
