using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using Samla.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Analyse;

public sealed class LanguageModelTests(Chromium chromium, Site withoutModel)
{
    private const string Words = "Prognoser ska hjälpa länen möta kommande elbehov.";
    private const string Code = "miljo-effektbrist";
    private const string Record = $"{Work.Root}/sprakmodell";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_the_model_suggests_counts_when_it_is_taken_and_the_record_has_all_of_it(bool hasScript)
    {
        await using var server = await FakeModel.Says(
            FakeModel.Suggestions((Code, Words), (Code, "Det här skrev ingen."))
        );
        await using var site = new ModelSite(server.Endpoint);
        await site.InitializeAsync();
        var page = await chromium.Open(site, await Work.Halland(site), Public.Browser(hasScript));
        await Expect(page.Locator(".fraga-modell")).ToContainTextAsync($"till {server.Host}.");
        Assert.Empty(server.Heard);

        await Button(page).ClickAsync();

        await Expect(Notice(page))
            .ToContainTextAsync(
                "Språkmodellen har svarat. Ett förslag att ta ställning till. Ett förslag har kastats: ett vars citat inte står ordagrant i svaret."
            );
        Assert.Single(server.Heard);
        var suggestion = page.Locator(".sg", new() { HasText = Words });
        await Expect(suggestion).ToContainTextAsync("Modellens skäl: Det står så.");
        if (hasScript)
        {
            await page.HasNoBarrier();
        }

        await page.GotoAsync(Work.Chapter);
        await Expect(page.Locator($"#kod-{Code}")).ToHaveTextAsync("sex regioner");
        await page.GotoAsync(await Work.Halland(site));

        await suggestion.GetByRole(AriaRole.Button, new() { Name = "Godta" }).ClickAsync();

        await Expect(Notice(page)).ToContainTextAsync("Sju har nu koden ”El- och effektbrist”.");
        await Expect(suggestion).ToHaveCountAsync(0);
        await Expect(page.Locator(".forslag"))
            .ToContainTextAsync(
                "Språkmodellen prov-1 räknas aldrig med. I omgången har 1 av 1 bedömda förslag godtagits"
            );
        await Expect(page.Locator(".forslag")).ToContainTextAsync("Ingen har bedömt något förslag i omgången än.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Allt som har skickats" }).ClickAsync();
        await SeeRecord(page, server);
        if (hasScript)
        {
            await page.LooksRight();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_question_to_a_document_is_drafted_in_its_own_words_and_taken_where_the_document_is_coded(
        bool hasScript
    )
    {
        const string Question = "/arbete/rus-2026/fraga/uppfoljning";
        var quote = "";
        await using var server = await FakeModel.Start(http =>
            http.Response.WriteAsync(FakeModel.Saying(FakeModel.Suggestions(("uppfoljning-indikatorer", quote))))
        );
        await using var site = new ModelSite(server.Endpoint);
        await site.InitializeAsync();
        var page = await chromium.Open(site, Question, Public.Browser(hasScript));
        var stockholm = page.Locator(".fd").First;
        quote = await stockholm.Locator(".sg .s-voice").First.InnerTextAsync();
        await stockholm.GetByText("Låt en språkmodell föreslå citat ur Stockholm").ClickAsync();
        await Expect(stockholm.Locator(".fraga-modell")).ToContainTextAsync($"till {server.Host}.");
        if (hasScript)
        {
            await page.LooksRight();
        }

        await stockholm.GetByRole(AriaRole.Button, new() { Name = "Fråga språkmodellen" }).ClickAsync();

        await Expect(Notice(page)).ToContainTextAsync("Språkmodellen har svarat. Ett förslag att ta ställning till.");
        var suggestion = page.Locator(".sg", new() { HasText = "Modellens skäl: Det står så." });
        await suggestion.GetByRole(AriaRole.Button, new() { Name = "Godta" }).ClickAsync();
        await Expect(suggestion).ToHaveCountAsync(0);
        await page.GotoAsync(Question);
        await Expect(stockholm.Locator(".givna .s-voice")).ToHaveTextAsync(quote);
    }

    [Fact]
    public async Task One_codes_on_while_the_model_thinks()
    {
        var thought = new TaskCompletionSource();
        await using var server = await FakeModel.Start(async http =>
        {
            await thought.Task.WaitAsync(http.RequestAborted);
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        });
        await using var site = new ModelSite(server.Endpoint);
        await site.InitializeAsync();
        var page = await chromium.Open(site, await Work.Halland(site));
        await Button(page).ClickAsync();
        await server.Asked.WaitAsync(TestContext.Current.CancellationToken);
        await Expect(page.Locator(".fraga-modell[aria-busy=true]")).ToContainTextAsync("Frågar …");

        await page.GetByLabel("Ord ur svaret").FillAsync(Words);
        await page.GetByLabel("Kod", new() { Exact = true }).SelectOptionAsync(Code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till kod" }).ClickAsync();
        await Expect(Notice(page)).ToContainTextAsync("Sex → sju regioner");
        await Expect(page.Locator(".fraga-modell[aria-busy=true]")).ToHaveCountAsync(1);
        thought.SetResult();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("tog inte emot frågan (svarskod 500)");
        await Expect(page.Locator(".fraga-modell[aria-busy]")).ToHaveCountAsync(0);
        await Expect(page.Locator(".kl")).ToContainTextAsync("El- och effektbrist");
    }

    [Fact]
    public async Task Where_no_model_is_set_nothing_of_it_is_there()
    {
        var page = await chromium.Open(withoutModel, await Work.Halland(withoutModel));
        await Expect(page.Locator(".forslag")).ToBeVisibleAsync();
        await Expect(page.GetByText("språkmodell", new() { Exact = false })).ToHaveCountAsync(0);

        var answer = await page.GotoAsync(Record);

        Assert.Equal((int)HttpStatusCode.NotFound, answer!.Status);
    }

    private static async Task SeeRecord(IPage page, FakeModel server)
    {
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Språkmodellen");
        var entry = page.Locator(".fragor > li");
        await Expect(entry).ToHaveCountAsync(1);
        await Expect(entry).ToContainTextAsync($"prov-1 hos {server.Host}");
        await Expect(entry).ToContainTextAsync("Analytiker, provkonto");
        await Expect(entry).ToContainTextAsync("Förslag som behölls: 1. Kastade: 1.");
        await entry.GetByText("Det som skickades").ClickAsync();
        await Expect(entry.Locator("pre").First).ToContainTextAsync(Words);
        await entry.GetByText("Modellens svar").ClickAsync();
        await Expect(entry.Locator("pre").Last).ToContainTextAsync("Det här skrev ingen.");
    }

    private static ILocator Button(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "Fråga språkmodellen" });

    private static ILocator Notice(IPage page) => page.Locator("#besked");
}
