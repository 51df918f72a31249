using System.Text;
using CsCheck;
using Samla.Check;
using Samla.Domain;
using Samla.Domain.Check;

namespace Samla.Tests.Testing;

/// <summary>Ready-made things, so that a test shows only what it is about. All sentences are made up.</summary>
internal static class Sample
{
    public static RegionCode Stockholm { get; } = Region("Stockholm");
    public static RegionCode Halland { get; } = Region("Halland");
    public static RegionCode Skåne { get; } = Region("Skåne");
    public static RegionCode Norrbotten { get; } = Region("Norrbotten");

    private static readonly RegionCode[] Everyone = [.. RegionSet.All];

    /// <summary>Any set of regions; small and nearly full ones as often as others.</summary>
    public static Gen<RegionSet> AnySet { get; } = Subset(Everyone, least: 0);

    /// <summary>Some regions that were asked, at least one, and those among them who say something.</summary>
    public static Gen<(RegionSet Asked, RegionSet Saying)> Answers { get; } =
        Subset(Everyone, least: 1).SelectMany(asked => Subset([.. asked], least: 0).Select(saying => (asked, saying)));

    /// <summary>The regions with these short names: "Dalarna, Halland"; none for "".</summary>
    public static RegionSet Set(string names) =>
        [.. names.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Region)];

    /// <summary>The first regions in Swedish order.</summary>
    public static RegionSet First(int count) => [.. Regions.All.Take(count).Select(region => region.Code)];

    /// <summary>What the checker makes of a report, given as the text of its file.</summary>
    public static CheckReport.Outcome.Checked Checked(string text, string name = "rapport.txt") =>
        Assert.IsType<CheckReport.Outcome.Checked>(Outcome(text, name));

    /// <inheritdoc cref="Checked"/>
    public static PublishedReport Report(string text, string name = "rapport.txt") => Checked(text, name).Report;

    public static CheckReport.Outcome Outcome(string text, string name = "rapport.txt") =>
        new CheckReport().Run(name, Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

    /// <summary>
    /// A report of two pages, whose sixth page says that four regions do what its note says of three. It is the example of
    /// the command line's contract.
    /// </summary>
    public const string WaterReport =
        "1 Inledning\nRegionerna skriver om vatten i sina planer.\n\n5\n"
        + "\f2 Vatten\nHär beskrivs hur de arbetar.\n\n"
        + "2.1 Råd\nFyra regioner17 har inrättat ett råd för vatten. Det möts varje kvartal.\n \n \n"
        + "17 Dalarna, Halland, Skåne, Halland.\n\n6\n";

    private static RegionCode Region(string name) => Regions.All.Single(region => region.Name == name).Code;

    private static Gen<RegionSet> Subset(RegionCode[] of, int least) =>
        Gen.Int[least, of.Length].Select(Gen.Shuffle(of), (count, shuffled) => RegionSet.Of(shuffled.AsSpan(0, count)));
}
