using Samla.Domain;
using Samla.Domain.Analyse;

namespace Samla.Analyse;

/// <summary>The four states in words, the same in every file.</summary>
internal static class StandingWords
{
    public const string Says = "säger";
    public const string Silent = "tiger";
    public const string NotAsked = "ej tillfrågad";
    public const string NotRead = "ej läst";

    /// <summary>What each word means, as a reader of the file needs it.</summary>
    public static IReadOnlyList<(string Word, string Meaning)> Key { get; } =
    [
        (Says, "Någon har läst svaret och gett koden. Regionen nämner saken."),
        (Silent, "Någon har läst svaret, och saken nämns inte. Det säger inte att den saknas i regionen."),
        (NotAsked, "Frågan ställdes inte dit. Räknas inte bland de tillfrågade."),
        (NotRead, "Svaret har inte kommit in, eller har inte lästs. Är aldrig detsamma som tiger."),
    ];

    extension(Standing standing)
    {
        /// <summary>The state of one region.</summary>
        public string WordOf(RegionCode region) =>
            standing.Says.Contains(region) ? Says
            : standing.Silent.Contains(region) ? Silent
            : standing.NotAsked.Contains(region) ? NotAsked
            : NotRead;
    }
}
