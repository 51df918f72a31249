using Samla.Analyse.Crossing;

namespace Samla.Web.Analyse;

/// <summary>How a square of codes is read, in words.</summary>
internal static class CooccurrenceWords
{
    public static string Caption(CooccurrenceLevel level) =>
        level switch
        {
            CooccurrenceLevel.Reporters => "Hur många som säger båda",
            CooccurrenceLevel.Passages => "Hur många textställen som överlappar",
        };

    public static string How(CooccurrenceLevel level, CooccurrenceMeasure measure) =>
        (level, measure) switch
        {
            (CooccurrenceLevel.Reporters, CooccurrenceMeasure.Count) =>
                "Talet är hur många som säger både radens och kolumnens kod, var i svaren de än gör det. På diagonalen står kodens eget antal. Tryck på ett tal för att läsa orden.",
            (CooccurrenceLevel.Passages, CooccurrenceMeasure.Count) =>
                "Talet är hur många par av textställen som har minst ett tecken gemensamt. På diagonalen står hur många textställen koden har. Koder som hör till olika krav ges aldrig i samma svar; där står –. Tryck på ett tal för att läsa orden.",
            (CooccurrenceLevel.Reporters, CooccurrenceMeasure.Jaccard) =>
                "Jaccard är de som säger båda, delat med de som säger någon av dem: 0 är inga gemensamma, 1 är precis samma. Där något svar inte är läst står –.",
            (CooccurrenceLevel.Passages, CooccurrenceMeasure.Jaccard) =>
                "Jaccard är den text som har båda koderna, delat med den text som har någon av dem, räknat i tecken: 0 är ingen gemensam, 1 är precis samma. Koder som hör till olika krav, och koder där något svar inte är läst, har –.",
        };
}
