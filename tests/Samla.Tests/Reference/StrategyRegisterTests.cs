using System.Text;
using System.Text.Json;
using Samla.Domain;
using Samla.Reference;
using Samla.Tests.Testing;

namespace Samla.Tests.Reference;

/// <summary>The register of regional strategies over time.</summary>
public sealed class StrategyRegisterTests
{
    private static readonly StrategyRegister Register = StrategyRegister.Of(Registers.Read(DataFolder.Registers));

    [Fact]
    public void Each_region_has_one_in_force_and_a_standing_in_each_year_told_of()
    {
        Assert.Equal(RegionSet.All, [.. Register.Lines.Select(line => line.Region)]);
        Assert.All(Register.Lines, line => Assert.Equal(StrategyRegister.Years, line.Standings.Keys));
        Assert.All(Register.Lines, line => Assert.True(line.Horizon is null || line.Horizon >= line.Adopted));
    }

    [Fact]
    public void Those_under_revision_are_those_that_the_two_reports_tell_of()
    {
        Assert.Equal(
            "Kalmar, Kronoberg, Norrbotten, Stockholm, Uppsala, Västmanland och Östergötland",
            Register.UnderRevision(2023).Names
        );
        Assert.Equal(
            "Blekinge, Dalarna, Halland, Stockholm, Sörmland och Västerbotten",
            Register.UnderRevision(2026).Names
        );
    }

    [Fact]
    public void A_strategy_adopted_after_the_first_year_succeeds_another()
    {
        var uppsala = Register.Lines.Single(line => line.RegionName == "Uppsala");
        Assert.Equal(
            (2026, 2029, 2023, 0, false),
            (uppsala.Adopted, uppsala.Horizon, uppsala.Succeeds, uppsala.Age, uppsala.WasInForce(2023))
        );
        var gotland = Register.Lines.Single(line => line.RegionName == "Gotland");
        Assert.Equal(
            (2021, 2040, (int?)null, 5, true),
            (gotland.Adopted, gotland.Horizon, gotland.Succeeds, gotland.Age, gotland.WasInForce(2023))
        );
    }

    [Fact]
    public void Both_files_have_what_the_page_has()
    {
        using var csv = new MemoryStream();
        StrategyRegisterFile.WriteCsv(csv, Register);
        var lines = Encoding.UTF8.GetString(csv.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(22, lines.Length);
        Assert.Contains(
            "09,Gotland,Vårt Gotland 2040 - regional utvecklingsstrategi för Gotland,2021,2040,genomfor,Genomförande,,antagen-2021,Antagen 2021,",
            lines
        );

        using var json = new MemoryStream();
        StrategyRegisterFile.WriteJson(json, Register);
        using var read = JsonDocument.Parse(json.ToArray());
        Assert.Equal(21, read.RootElement.GetArrayLength());
        var sormland = read.RootElement.EnumerateArray().Single(line => line.GetProperty("region").GetString() == "04");
        Assert.False(sormland.TryGetProperty("horizon", out _));
        Assert.True(sormland.GetProperty("standings").GetProperty("2026").GetProperty("isRevision").GetBoolean());
    }
}
