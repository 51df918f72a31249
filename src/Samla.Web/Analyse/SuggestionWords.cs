using System.Globalization;
using Samla.Analyse;
using Samla.Analyse.Model;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Web.Common;

namespace Samla.Web.Analyse;

/// <summary>What is said of suggestions, whoever made them.</summary>
internal static class SuggestionWords
{
    private const int MostWords = 4;

    /// <summary>How often people agreed.</summary>
    public static string Agreement(SuggestCodes.Verdicts heard) =>
        heard.All == 0
            ? "Ingen har bedömt något förslag i omgången än."
            : $"I omgången har {SwedishNumber.Of(heard.Accepted)} av {SwedishNumber.Of(heard.All)} bedömda förslag godtagits, {SwedishNumber.Of(heard.Corrected)} fått en annan kod och {SwedishNumber.Of(heard.Rejected)} avvisats.";

    /// <summary>"Talar för: …", with the words that speak most for it; empty where none does.</summary>
    public static string Speaking(IReadOnlyList<string> words) =>
        words.Count > 0 ? $"Talar för: {SwedishText.Enumeration([.. words.Take(MostWords)])}." : "";

    /// <summary>"62 % säkert".</summary>
    public static string Sure(double confidence) =>
        $"{(confidence * 100).ToString("0", CultureInfo.InvariantCulture)} % säkert";

    /// <summary>How sure it is, as a form carries it along.</summary>
    public static string InForm(double confidence) => confidence.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>"Två förslag har kastats: …"; empty where none was.</summary>
    public static string Thrown(IReadOnlyList<ThrownAway> thrown) =>
        thrown.Count == 0
            ? ""
            : $"{Suggestions(thrown.Count)} har kastats: {SwedishText.Enumeration([.. thrown.CountBy(reason => reason).OrderBy(one => one.Key).Select(one => Reason(one.Key, one.Value))])}.";

    /// <summary>"Ett förslag", as a sentence begins.</summary>
    public static string Suggestions(int count) => count == 1 ? "Ett förslag" : $"{CodingEffect.Word(count)} förslag";

    /// <summary>What came of a question, in a word or two.</summary>
    public static string Ending(ModelEnding ending) =>
        ending switch
        {
            ModelEnding.Answered => "svarade",
            ModelEnding.NoContact => "gick inte att nå",
            ModelEnding.TimedOut => "svarade inte i tid",
            ModelEnding.Refused => "ville inte svara",
            ModelEnding.TooLong => "svarade med för mycket; svaret lästes inte",
            ModelEnding.NotUnderstood => "svarade så att det inte gick att förstå",
            ModelEnding.Abandoned => "hann inte svara innan frågan avbröts",
        };

    private static string Reason(ThrownAway reason, int count) =>
        (count == 1 ? "ett" : Numeral.Write(count))
        + reason switch
        {
            ThrownAway.Incomplete => " utan kod eller citat",
            ThrownAway.UnknownCode => " med en kod som inte finns för kravet",
            ThrownAway.NotVerbatim => " vars citat inte står ordagrant i svaret",
            ThrownAway.AtSeveralPlaces => " vars citat står på flera ställen",
            ThrownAway.Repeated => " som redan var föreslaget",
            ThrownAway.TooMany => " utöver de första trettio",
        };
}
