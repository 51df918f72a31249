using System.Text.Json.Serialization;

namespace Samla.Domain.Analyse;

/// <summary>What a code that is given to no passages is counted from: something else says who has it.</summary>
[JsonConverter(typeof(CountedFromJson))]
public abstract record CountedFrom
{
    private protected CountedFrom() { }

    /// <summary>The most signs of it as text.</summary>
    public const int MaxLength = 200;

    /// <summary>Where those who have it are found, as a tag beside them: "ur tabellsvar".</summary>
    public abstract string Tag { get; }

    /// <summary>What those of whom it is not known are: "har inte lämnat in".</summary>
    /// <param name="count">How many they are; at least one.</param>
    public abstract string UnknownWords(int count);

    /// <summary>What <see cref="object.ToString"/> of one of its kinds wrote; null for anything else.</summary>
    public static CountedFrom? Read(string text) =>
        (CountedFrom?)StrategyStatus.ReadStatus(text)
        ?? AssessedAs.ReadAssessed(text)
        ?? (CountedFrom?)StructuredAnswer.ReadAnswer(text);
}
