using Samla.Domain.Publish;
using Samla.Publish;

namespace Samla.Tests.Publish;

public sealed class EditionAboutTests
{
    [Theory]
    [InlineData("2026-11-26T22:59:00Z", "Utgåva 3, 26\u00A0november 2026")]
    [InlineData("2026-11-26T23:00:00Z", "Utgåva 3, 27\u00A0november 2026")]
    [InlineData("2026-06-30T22:00:00Z", "Utgåva 3, 1\u00A0juli 2026")]
    [InlineData("2026-12-31T23:30:00Z", "Utgåva 3, 1\u00A0januari 2027")]
    public void The_day_of_an_edition_is_the_day_in_Sweden(string instant, string line) =>
        Assert.Equal(line, new EditionAbout(3, DateTimeOffset.Parse(instant, null), "Verket", Imprint.None).Line);
}
