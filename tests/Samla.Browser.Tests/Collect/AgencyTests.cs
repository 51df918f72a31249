using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samla.Browser.Tests.Access;
using Samla.Browser.Tests.Testing;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

/// <summary>An authority is added, put in a round, invited to, and hands in.</summary>
public sealed class AgencyTests(Chromium chromium) : IAsyncLifetime
{
    private const string Template = """
        id: mall-myndigheter
        title: Myndigheternas medverkan
        note: ""
        sections:
          - id: medverkan
            title: Medverkan
            requirements:
              - id: medverkan
                kind: narrative
                title: Medverkan i arbetet
                instruction: Beskriv hur myndigheten har medverkat.
                answeredBy: agency
                characterLimit:
                  value: 3000
        tables: []
        """;

    private readonly Site _site = new();

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        await using var scope = _site.Services.CreateAsyncScope();
        var stop = TestContext.Current.CancellationToken;
        Assert.IsType<ImportTemplate.Outcome.Added>(
            await scope
                .ServiceProvider.GetRequiredService<ImportTemplate>()
                .Run(Encoding.UTF8.GetBytes(Template), isDryRun: false, "test", stop)
        );
        Assert.Null(
            await scope
                .ServiceProvider.GetRequiredService<PublishTemplate>()
                .Run(Key<Template>.Parse("mall-myndigheter", null), seen: null, "test", stop)
        );
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_authority_is_added_put_in_a_round_and_hands_in(bool withScript)
    {
        var page = await chromium.Open(_site, "/omgangar", Public.Browser(withScript), SignedIn.Administrator);
        await page.GetByRole(AriaRole.Link, new() { Name = "Uppgiftslämnare" }).ClickAsync();
        await Add(page, "Trafikverket");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Trafikverket har lagts till.");
        await Add(page, "trafikverket");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Det finns redan en uppgiftslämnare");
        await Expect(page.GetByLabel("Namn")).ToHaveValueAsync("trafikverket");

        await AddRound(page);
        await page.GotoAsync("/uppgiftslamnare");
        await Add(page, "Boverket");
        await page.GotoAsync("/omgangar/myndigheter-2025");
        await Expect(page.GetByLabel("Trafikverket")).ToBeCheckedAsync();
        await page.GetByLabel("Boverket").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara myndigheterna" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Myndigheterna är sparade.");
        await Expect(page.GetByLabel("Boverket")).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Öppna omgången" }).ClickAsync();

        var kim = await Invited(page, withScript);
        await Expect(kim.GetByRole(AriaRole.Main)).ToContainTextAsync("Trafikverket");
        await kim.GetByRole(AriaRole.Link, new() { Name = "Medverkan" }).First.ClickAsync();
        await kim.GetByRole(AriaRole.Textbox).First.FillAsync("Vi har deltagit.");
        await kim.GetByRole(AriaRole.Button, new() { Name = "Spara", Exact = true }).First.ClickAsync();
        await Expect(kim.Locator(".krav .lage").First).ToContainTextAsync("Sparat");
        await kim.GotoAsync("/redovisa/myndigheter-2025/trafikverket/kontrollera");
        await kim.GetByRole(AriaRole.Radio, new() { Name = "Beslut fattas senare" }).CheckAsync();
        await kim.GetByRole(AriaRole.Button, new() { Name = "Lämna in" }).ClickAsync();
        await Expect(kim.GetByRole(AriaRole.Region, new() { Name = "Redovisningen är inlämnad" })).ToBeVisibleAsync();

        var analyst = await chromium.Open(
            _site,
            "/arbete/myndigheter-2025/insamling",
            Public.Browser(withScript),
            SignedIn.Analyst
        );
        await Expect(analyst.GetByRole(AriaRole.Row, new() { Name = "Trafikverket" }))
            .ToContainTextAsync("Inlämnat, version 1");
        await Expect(analyst.GetByRole(AriaRole.Row, new() { Name = "Boverket" })).ToContainTextAsync("Inte påbörjat");
        await analyst.GotoAsync("/arbete/myndigheter-2025");
        await analyst.GetByRole(AriaRole.Link, new() { Name = "Trafikverket, Medverkan i arbetet" }).ClickAsync();
        await Expect(analyst.GetByText("Vi har deltagit.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_authority_gets_another_name_and_is_removed()
    {
        var page = await chromium.Open(_site, "/uppgiftslamnare", account: SignedIn.Administrator);
        await Add(page, "Vinnova");
        await page.GetByRole(AriaRole.Link, new() { Name = "Vinnova", Exact = true }).ClickAsync();
        await page.GetByLabel("Namn").FillAsync("Verket för innovationssystem");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara namnet" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Namnet är ändrat.");
        await Expect(page).ToHaveURLAsync(new Regex("/uppgiftslamnare/vinnova"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Ta bort" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Myndigheten är borttagen.");
        await Expect(page.GetByText("Ingen annan myndighet har lagts till än.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_pages_have_no_barrier()
    {
        var page = await chromium.Open(_site, "/uppgiftslamnare", account: SignedIn.Administrator);
        await page.LooksRight();
        await Add(page, "Trafikverket");
        await page.LooksRight();
        await Add(page, "Trafikverket");
        await page.LooksRight();
        await page.GotoAsync("/uppgiftslamnare/trafikverket");
        await page.LooksRight();
        await AddRound(page);
        await page.LooksRight();
        var analyst = await chromium.Open(_site, "/arbete/myndigheter-2025", account: SignedIn.Analyst);
        await analyst.LooksRight();
    }

    private static async Task Add(IPage page, string name)
    {
        await page.GetByLabel("Namn").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till myndigheten" }).ClickAsync();
    }

    private static async Task AddRound(IPage page)
    {
        await page.GotoAsync("/omgangar/ny");
        await page.GetByLabel("Beteckning").FillAsync("myndigheter-2025");
        await page.GetByLabel("Rubrik").FillAsync("Myndigheternas redovisning 2025");
        await page.GetByLabel("Vad gäller den?").SelectOptionAsync("AgencyReport");
        await page.GetByLabel("Mall").SelectOptionAsync("mall-myndigheter");
        await page.GetByLabel("Från och med").FillAsync("2025-01-01");
        await page.GetByLabel("Till och med").FillAsync("2025-12-31");
        await page.GetByLabel("Sista dag att lämna in").FillAsync("2099-01-31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till omgången" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Omgången är sparad.");
    }

    private async Task<IPage> Invited(IPage administrator, bool withScript)
    {
        await administrator.GotoAsync("/uppgiftslamnare");
        await administrator.GetByRole(AriaRole.Link, new() { Name = "Bjud in till Trafikverket" }).ClickAsync();
        await administrator.GetByLabel("E-postadress").FillAsync("kim@trafikverket.example");
        await administrator.GetByLabel("Namn").FillAsync("Kim Exempel");
        await administrator.GetByLabel("Redovisningsansvarig").CheckAsync();
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Bjud in" }).ClickAsync();
        var link = await administrator.GetByLabel("Länk till den inbjudna").InputValueAsync();
        var kim = await chromium.Open(_site, new Uri(link).PathAndQuery, Public.Browser(withScript));
        await kim.GetByLabel("Nytt lösenord").FillAsync(People.Password);
        await kim.GetByRole(AriaRole.Button, new() { Name = "Spara och logga in" }).ClickAsync();
        await Expect(kim.Who).ToHaveTextAsync("Kim Exempel");
        await kim.GotoAsync("/redovisa/myndigheter-2025/trafikverket");
        return kim;
    }
}
