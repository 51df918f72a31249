using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Web.Analyse;

/// <summary>Where what was read from printed reports stands.</summary>
internal static class PrintedAddress
{
    public static string Of(Key<Round> round) => $"/arbete/{round}/tryckt";

    public static string Of(Key<Round> round, int year) => $"{Of(round)}/{year}";

    /// <summary>The claims of a report from a number on.</summary>
    public static string From(Key<Round> round, int year, string choice, int number) =>
        $"{Of(round, year)}?visa={choice}&fran={number}";
}
