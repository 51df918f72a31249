namespace Samla.Domain.Compile;

/// <summary>The words for those counted: regions, county administrative boards, and what stands for their reports.</summary>
internal static class CountedWords
{
    /// <param name="Subject">Regions or county administrative boards.</param>
    /// <param name="NamesThem">Whether the word is "regioner" or "länsstyrelser" itself, rather than their answers or cases.</param>
    public sealed record Counted(ClaimSubject Subject, bool NamesThem);

    private static readonly Dictionary<string, Counted> ByWord = Table();

    private static readonly HashSet<string> Describing =
    [
        "andra",
        "berörda",
        "deltagande",
        "enskilda",
        "få",
        "inlämnade",
        "nya",
        "nämnda",
        "regionala",
        "olika",
        "resterande",
        "svarande",
        "svenska",
        "sådana",
        "ytterligare",
        "övriga",
    ];

    public static Counted? Read(string lower) => ByWord.GetValueOrDefault(lower);

    public static bool IsDescribing(string lower) => Describing.Contains(lower);

    /// <summary>The word for those counted in a form: "en" singular, "er" plural, "na" definite plural.</summary>
    public static string Write(ClaimSubject subject, string form) =>
        (subject, form) switch
        {
            (ClaimSubject.Regions, "en") => "region",
            (ClaimSubject.Regions, "na") => "regionerna",
            (ClaimSubject.Regions, _) => "regioner",
            (ClaimSubject.Agencies, "en") => "länsstyrelse",
            (ClaimSubject.Agencies, "na") => "länsstyrelserna",
            (ClaimSubject.Agencies, _) => "länsstyrelser",
        };

    private static Dictionary<string, Counted> Table()
    {
        var table = new Dictionary<string, Counted>(StringComparer.Ordinal);
        // "regione" stands in print: a reader of reports must survive a dropped letter in the commonest word.
        Add(
            ClaimSubject.Regions,
            namesThem: true,
            "region",
            "regionen",
            "regioner",
            "regionerna",
            "regioners",
            "regionernas",
            "regione",
            "regionera"
        );
        Add(
            ClaimSubject.Agencies,
            namesThem: true,
            "länsstyrelse",
            "länsstyrelsen",
            "länsstyrelser",
            "länsstyrelserna",
            "länsstyrelsernas"
        );
        foreach (var stem in (string[])["beskrivning", "redovisning"])
        {
            Add(ClaimSubject.Regions, namesThem: false, stem, stem + "ar", stem + "arna", stem + "en");
        }

        Add(ClaimSubject.Regions, namesThem: false, "utvecklingsstrategier", "utvecklingsstrategierna");
        Add(
            ClaimSubject.Regions,
            namesThem: false,
            "län",
            "länen",
            "texter",
            "texterna",
            "rapporter",
            "rapporterna",
            "svar",
            "svaren",
            "fall",
            "fallen"
        );
        return table;

        void Add(ClaimSubject subject, bool namesThem, params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
            {
                table[word] = new Counted(subject, namesThem);
            }
        }
    }
}
