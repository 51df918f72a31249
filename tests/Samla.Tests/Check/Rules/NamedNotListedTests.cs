using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class NamedNotListedTests
{
    private const string Four = "Gotland, Halland, Skåne, Örebro.";

    [Fact]
    public void A_region_given_as_an_example_must_stand_in_the_note()
    {
        var found = Assert.Single(
            Judged.By<NamedNotListed>("Fyra regioner,[^1] däribland Kalmar, har glasbruk.", Four)
        );

        Assert.Equal("named-not-listed", found.Rule);
        Assert.Equal(Severity.Warning, found.Severity);
        Assert.Equal(1, found.Footnote);
        Assert.Empty(found.Related);
        found.Says("Kalmar", "fotnot 1");
        Assert.Equal(["Kalmar", "Fyra regioner,[^1] däribland Kalmar, har glasbruk.", $"[^1]: {Four}"], found.Marked);
        Assert.Equal("Gotland, Halland, Kalmar, Skåne, Örebro.", found.Suggestion);
    }

    [Theory]
    [InlineData("Fyra regioner,[^1] bland andra Kalmar, har glasbruk.")]
    [InlineData("Fyra regioner,[^1] exempelvis Kalmar, har glasbruk.")]
    [InlineData("Fyra regioner,[^1] till exempel Kalmar, har glasbruk.")]
    [InlineData("Fyra regioner[^1] har glasbruk, bland annat Kalmar.")]
    [InlineData("Fyra regioner,[^1] däribland Skåne och Kalmar, har glasbruk.")]
    [InlineData("Kalmar är en av fyra regioner[^1] som har glasbruk.")]
    [InlineData("Kalmar och Skåne har glasbruk.[^1]")]
    public void An_example_in_the_sentence_is_known_by_its_words(string sentence)
    {
        Assert.Equal("Kalmar", Assert.Single(Judged.By<NamedNotListed>(sentence, Four)).Marked[0]);
        Assert.Empty(Judged.By<NamedNotListed>(sentence, "Gotland, Kalmar, Skåne, Örebro."));
    }

    [Theory]
    [InlineData("Exempelvis blåser Skåne vaser. Kalmar blåser glas.")]
    [InlineData("Skåne blåser vaser. Även Kalmar blåser glas.")]
    [InlineData("Skåne blåser vaser. På liknande sätt blåser Kalmar glas.")]
    [InlineData("I Skåne blåses vaser. I Kalmar blåses glas.")]
    [InlineData("Skåne, Halland och Kalmar blåser glas.")]
    [InlineData("Kalmar blåser glas.")]
    [InlineData("Ett exempel är Kalmar.")]
    [InlineData("Till exempel blåser Kalmar glas.")]
    public void An_example_in_the_sentences_after_is_known_by_its_words(string examples)
    {
        Assert.Equal(
            "Kalmar",
            Assert.Single(Judged.By<NamedNotListed>($"Fyra regioner[^1] har glasbruk. {examples}", Four)).Marked[0]
        );
        Assert.Empty(
            Judged.By<NamedNotListed>($"Fyra regioner[^1] har glasbruk. {examples}", "Halland, Kalmar, Skåne, Örebro.")
        );
    }

    [Theory]
    [InlineData("Fyra regioner[^1] har glasbruk. Men Kalmar har inga.")]
    [InlineData("Fyra regioner[^1] har glasbruk. Kalmar har däremot bara sågverk.")]
    [InlineData("Fyra regioner[^1] har glasbruk. Kalmar har inte något.")]
    [InlineData("Fyra regioner[^1] har glasbruk. Kalmar har endast sågverk.")]
    [InlineData("Fyra regioner[^1] har glasbruk, medan Kalmar har sågverk.")]
    public void A_contrast_is_no_example(string text) => Assert.Empty(Judged.By<NamedNotListed>(text, Four));

    [Theory]
    [InlineData("Fyra regioner[^1] har glasbruk. Kalmars glas är blått.")]
    [InlineData("Fyra regioner[^1] har glasbruk. Uppsala universitet forskar om glas.")]
    [InlineData("Fyra regioner[^1] har glasbruk. Linköping är känt för annat.")]
    [InlineData("Fyra regioner[^1] har glasbruk. Kalmar kommun har ett museum.")]
    [InlineData("Fyra regioner[^1] har glasbruk. Länsstyrelsen i Kalmar har ett museum.")]
    [InlineData("Fyra regioner[^1] har glasbruk. Glaset köps av Kalmar.")]
    [InlineData("Fyra regioner[^1] har glasbruk.\n\nKalmar har sågverk.")]
    [InlineData("Fyra regioner[^1] har glasbruk i samarbete med Kalmar.")]
    [InlineData("Utöver Kalmar har andra regioner[^1] glasbruk.")]
    [InlineData("Alla regioner utom fyra[^1] har glasbruk, exempelvis Kalmar.")]
    public void A_name_that_is_no_example_is_left_alone(string text) =>
        Assert.Empty(Judged.By<NamedNotListed>(text, Four));

    [Fact]
    public void Where_several_named_regions_are_outside_the_paragraph_has_gone_on_to_something_else() =>
        Assert.Empty(
            Judged.By<NamedNotListed>(
                "Fyra regioner[^1] har glasbruk. Kalmar har sågverk. Uppsala har kyrkor. Dalarna har gruvor.",
                Four
            )
        );

    [Fact]
    public void An_example_belongs_to_the_claim_before_it() =>
        Assert.Empty(
            Judged.By<NamedNotListed>(
                "Fyra regioner[^1] har glasbruk. Skåne blåser vaser. Två regioner[^2] har sågverk. Kalmar sågar furu.",
                Four,
                "Dalarna, Kalmar."
            )
        );
}
