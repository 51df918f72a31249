using System.Collections.Frozen;

namespace Samla.Analyse;

/// <summary>
/// Words that say nothing of what a passage is about: function words, and the names of the regions, which say whose
/// passage it is. A learner that hears the names learns who writes much about a subject instead of the subject.
/// </summary>
internal static class SilentWords
{
    private const string Function = """
        alla allt att av bland blev bli blir blivit dem den denna deras dess dessa det detta dig din dina ditt du där då
        efter ej eller en er era ert ett från för ha hade han hans har henne hennes hon honom hur här i icke ingen inom
        inte jag ju kan kunde man med mellan men mig min mina mitt mot mycket ni nu när någon något några och också om
        oss på samma samt sedan sig sin sina sitt själv ska skulle som så sådan sådana sådant till under upp ut utan vad
        var vara varför varit varje vars vart vem vi vid vilka vilkas vilken vilket vår våra vårt än är åt även över
        """;

    private const string Regions = """
        blekinge dalarna gotland gävleborg halland jämtland härjedalen jönköping kalmar kronoberg norrbotten skåne
        stockholm södermanland sörmland uppsala värmland västerbotten västernorrland västmanland västra götaland örebro östergötland
        """;

    private static readonly FrozenSet<string> All = Split(Function)
        .Concat(Split(Regions).SelectMany(name => new[] { name, name + "s" }))
        .ToFrozenSet();

    /// <param name="form">In small letters.</param>
    public static bool Contains(string form) => All.Contains(form);

    private static string[] Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
