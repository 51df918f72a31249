using Samla.Analyse.Model;

namespace Samla.Tests.Analyse.Model;

public sealed class ModelSettingsTests
{
    [Theory]
    [InlineData(null, null, false, null)]
    [InlineData("https://modell.example/v1", "stor", true, null)]
    [InlineData("http://127.0.0.1:11434/v1", "liten", true, null)]
    [InlineData("http://localhost:11434/v1", "liten", true, null)]
    [InlineData("http://modell.example/v1", "stor", true, "börjar med https://")]
    [InlineData("https://namn:hemlig@modell.example/v1", "stor", true, "börjar med https://")]
    [InlineData("file:///modell", "stor", true, "börjar med https://")]
    [InlineData("modell.example", "stor", true, "börjar med https://")]
    [InlineData("https://modell.example/v1", null, false, "anges båda två")]
    [InlineData(null, "stor", false, "anges båda två")]
    public void A_model_is_on_where_an_address_and_a_name_are_set_and_the_address_is_safe(
        string? endpoint,
        string? model,
        bool isOn,
        string? trouble
    )
    {
        var settings = new ModelSettings { Endpoint = endpoint, Model = model };

        Assert.Equal(isOn, settings.IsOn);
        Assert.Equal(trouble is null, settings.Trouble is null);
        Assert.Contains(trouble ?? "", settings.Trouble ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 4_000, false, "TimeoutSeconds")]
    [InlineData(601, 4_000, false, "TimeoutSeconds")]
    [InlineData(60, 99, false, "MostTokens")]
    [InlineData(60, 4_000, true, "Samla__LanguageModel__ApiKey")]
    public void What_is_set_wrong_is_said_by_its_name(int seconds, int tokens, bool hasOpenKey, string name) =>
        Assert.Contains(
            name,
            new ModelSettings
            {
                Endpoint = "https://modell.example/v1",
                Model = "stor",
                TimeoutSeconds = seconds,
                MostTokens = tokens,
                HasOpenKey = hasOpenKey,
            }.Trouble,
            StringComparison.Ordinal
        );

    [Fact]
    public void An_analyst_is_told_the_host_with_its_port() =>
        Assert.Equal(
            "127.0.0.1:11434",
            new ModelSettings { Endpoint = "http://127.0.0.1:11434/v1", Model = "liten" }.Host
        );
}
