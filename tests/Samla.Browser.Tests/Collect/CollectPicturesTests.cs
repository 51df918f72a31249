using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Samla.Browser.Tests.Access;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

/// <summary>
/// A collection from end to end as people meet it: Region Halland's two officers, invited to the round of 2024, and the agency.
/// It goes the way of docs/guide/redovisa.md, lamna-in.md and insamlingen.md and draws their pictures.
/// </summary>
public sealed class CollectPicturesTests(Chromium chromium) : IAsyncLifetime
{
    private const string Tasks = "/redovisa/2024/13";
    private const string Funds = $"{Tasks}/medel";
    private const string Board = "/arbete/2024/insamling";
    private const string Question = "#medel-hallbarhet";
    private const string Comment = "Skriv vilka av strategins mål som avses.";
    private const string Lead = "Robin Exempel";
    private const string Officer = "Kim Exempel";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [MemberData(nameof(Public.WithAndWithoutScript), MemberType = typeof(Public))]
    public async Task From_the_invitation_to_the_download(bool withScript)
    {
        var agency = await Open(withScript, Board, SignedIn.Administrator);
        var lead = await Invited(agency, withScript, "robin.exempel@halland.example", Lead, isLead: true);
        await FindTasks(lead, withScript);
        var officer = await Invited(lead, withScript, "kim.exempel@halland.example", Officer, isLead: false);

        await CarryOver(lead, withScript);
        await WriteTogether(lead, officer, withScript);
        await TakeInterventionsAlong(lead, withScript);
        await ReadInterventionsIn(lead, withScript);
        await GiveSectionTo(lead, officer, withScript);
        await PrintForTheBoard(lead);
        await HandIn(lead, withScript);
        await HandOver(lead, withScript);

        await RemindTheOthers(agency, withScript);
        await Return(agency, withScript);
        await Correct(lead);
        await Fetch(agency);
    }

    private Task<IPage> Open(bool withScript, string path, string? account) =>
        chromium.Open(_site, path, GuidePicture.Browser(withScript), account);

    /// <summary>Invites somebody, who follows the link and chooses a password in a browser of their own.</summary>
    private async Task<IPage> Invited(IPage inviting, bool withScript, string email, string name, bool isLead)
    {
        await inviting.GotoAsync("/konto/personer");
        await inviting.GetByRole(AriaRole.Link, new() { Name = "Bjud in en person" }).ClickAsync();
        await inviting.GetByLabel("E-postadress").FillAsync(email);
        await inviting.GetByLabel("Namn").FillAsync(name);
        if (isLead)
        {
            await inviting.GetByLabel("Hos").SelectOptionAsync("13");
        }

        await inviting.GetByLabel(isLead ? "Redovisningsansvarig" : "Handläggare").CheckAsync();
        await inviting.GetByRole(AriaRole.Button, new() { Name = "Bjud in" }).ClickAsync();
        await Expect(inviting.GetByRole(AriaRole.Status)).ToContainTextAsync($"{name} är inbjuden");
        await Look(inviting, withScript);
        var link = await inviting.GetByLabel("Länk till den inbjudna").InputValueAsync();

        var page = await Open(withScript, new Uri(link).PathAndQuery, account: null);
        await Look(page, withScript);
        await page.GetByLabel("Nytt lösenord").FillAsync(People.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara och logga in" }).ClickAsync();
        await Expect(page.Who).ToHaveTextAsync(name);
        return page;
    }

    private static async Task FindTasks(IPage lead, bool withScript)
    {
        await Expect(lead).ToHaveURLAsync(new Regex("/redovisa$"));
        await lead.GetByRole(AriaRole.Link, new() { Name = "2024" }).First.ClickAsync();
        await Expect(lead).ToHaveURLAsync(new Regex($"{Tasks}$"));
        await Look(lead, withScript);
        await Draw(lead, withScript, "guide-avsnitten.png", lead.Locator("body"), 0, 700);
    }

    private static async Task CarryOver(IPage lead, bool withScript)
    {
        await lead.GotoAsync(Funds);
        var question = lead.Locator(Question);
        var earlier = await question.Locator(".forra .answer").TextContentAsync();
        await question.GetByRole(AriaRole.Button, new() { Name = "Utgå från den här texten" }).ClickAsync();
        await Expect(question.GetByRole(AriaRole.Textbox)).ToHaveValueAsync(earlier!);
        await Expect(question.Locator(".lage")).ToContainTextAsync("Sparat");
        await Look(lead, withScript);
        // Where the button was is below the beginning of the text.
        if (withScript)
        {
            await question.Locator(".forra").EvaluateAsync("box => { box.scrollTop = 0; }");
        }

        await Draw(lead, withScript, "guide-forra-aret.png", question, 60, 640);

        await Write(question, $"{earlier} Nytt för 2024: två kommuner till är med.");
        await lead.GotoAsync($"{Tasks}/jamfor");
        await Expect(lead.Locator($"{Question} ins")).ToContainTextAsync("två kommuner till");
        await Look(lead, withScript);
    }

    /// <summary>The network breaks for one while the other writes in the same answer: both texts are there afterwards.</summary>
    private static async Task WriteTogether(IPage lead, IPage officer, bool withScript)
    {
        await lead.GotoAsync(Funds);
        await officer.GotoAsync(Funds);
        var (mine, theirs) = (lead.Locator(Question), officer.Locator(Question));
        var box = mine.GetByRole(AriaRole.Textbox);
        if (withScript)
        {
            await lead.Context.SetOfflineAsync(true);
            await box.FillAsync("Skrivet på tåget, utan nät.");
            await Expect(mine.Locator(".lage")).ToContainTextAsync("Ingen kontakt med servern");
            await Draw(lead, withScript, "guide-utan-nat.png", mine, 60, 560);
        }

        await Write(theirs, "Kollegans text, skriven under tiden.");
        if (withScript)
        {
            await lead.Context.SetOfflineAsync(false);
        }
        else
        {
            await box.FillAsync("Skrivet på tåget, utan nät.");
            await mine.GetByRole(AriaRole.Button, new() { Name = "Spara", Exact = true }).ClickAsync();
        }

        await Expect(mine.Locator(".konflikt")).ToBeVisibleAsync();
        await Expect(box).ToHaveValueAsync("Skrivet på tåget, utan nät.");
        await Expect(mine.Locator(".deras .answer")).ToHaveTextAsync("Kollegans text, skriven under tiden.");
        await Look(lead, withScript);
        await Draw(lead, withScript, "guide-tva-texter.png", mine, 60, 680);

        await box.FillAsync("Kollegans text, och min från tåget.");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Spara texten i rutan" }).ClickAsync();
        await Expect(mine.Locator(".konflikt")).ToBeHiddenAsync();
        await Expect(mine.Locator(".lage")).ToContainTextAsync("Sparat");
        await officer.ReloadAsync();
        await Expect(theirs.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("Kollegans text, och min från tåget.");
    }

    private static async Task TakeInterventionsAlong(IPage lead, bool withScript)
    {
        await lead.GotoAsync($"{Tasks}/insatser");
        await Look(lead, withScript);
        await lead.GetByRole(AriaRole.Link, new() { Name = "Ta med från förra gången" }).ClickAsync();
        var item = lead.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Företags klimatpåverkan" });
        await item.GetByRole(AriaRole.Checkbox).CheckAsync();
        await item.GetByLabel("Vad blev det?").SelectOptionAsync(new SelectOptionValue { Label = "Uppnådd" });
        await Look(lead, withScript);
        await Draw(lead, withScript, "guide-ta-med.png", item, 120, 520);
        await lead.GetByRole(AriaRole.Button, new() { Name = "Ta med de valda" }).ClickAsync();
        await Expect(lead.GetByRole(AriaRole.Status).First).ToContainTextAsync("En insats är med");

        await lead.GetByRole(AriaRole.Link, new() { Name = "Lägg till en insats" }).ClickAsync();
        await Look(lead, withScript);
        await lead.GetByLabel("Insats", new() { Exact = true }).FillAsync("Elfärja mellan hamnarna");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Spara insatsen" }).ClickAsync();
        await Expect(lead.GetByRole(AriaRole.Status).First).ToContainTextAsync("Insatsen är sparad");
    }

    private static async Task ReadInterventionsIn(IPage lead, bool withScript)
    {
        var download = await lead.RunAndWaitForDownloadAsync(() =>
            lead.GetByRole(AriaRole.Link, new() { Name = "Hämta Excel" }).ClickAsync()
        );
        var file = await Workbook.Renamed(download, "Elfärja mellan hamnarna", "Elfärja mellan tre hamnar");
        await lead.GetByRole(AriaRole.Link, new() { Name = "Läs in Excel" }).ClickAsync();
        await Workbook.Send(lead, file);
        await Expect(lead.GetByText("en ändrad")).ToBeVisibleAsync();
        await Look(lead, withScript);
        await Draw(lead, withScript, "guide-las-in.png", lead.Locator("body"), 0, 640);
        await lead.GetByRole(AriaRole.Button, new() { Name = "Läs in", Exact = true }).ClickAsync();
        await Expect(lead.GetByText("Filen är inläst")).ToBeVisibleAsync();
        await Expect(lead.Locator(".register")).ToContainTextAsync("Elfärja mellan tre hamnar");
        await Draw(lead, withScript, "guide-insatser.png", lead.Locator("body"), 0, 700);
    }

    private static async Task GiveSectionTo(IPage lead, IPage officer, bool withScript)
    {
        await lead.GotoAsync(Funds);
        await lead.GetByRole(AriaRole.Link, new() { Name = "Ge det till någon" }).ClickAsync();
        await lead.GetByLabel("Ansvarig").SelectOptionAsync(new SelectOptionValue { Label = Officer });
        await Look(lead, withScript);
        await lead.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        await Expect(lead.GetByRole(AriaRole.Status)).ToContainTextAsync($"{Officer} har fått avsnittet");

        await officer.GotoAsync(Tasks);
        await officer.Locator(".mina").GetByRole(AriaRole.Link).ClickAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "Märk som klart" }).ClickAsync();
        await Expect(officer.Locator(".mina")).ToHaveCountAsync(0);
        await Look(officer, withScript);
        await officer.GotoAsync($"{Tasks}/kontrollera");
        await Expect(officer.GetByRole(AriaRole.Button, new() { Name = "Lämna in" })).ToHaveCountAsync(0);
    }

    private static async Task PrintForTheBoard(IPage lead)
    {
        await lead.GotoAsync(Tasks);
        var download = await lead.RunAndWaitForDownloadAsync(() =>
            lead.GetByRole(AriaRole.Link, new() { Name = "Hämta hela redovisningen för läsning" }).ClickAsync()
        );
        var document = await PartOf(download, "word/document.xml");
        Assert.Contains("Kollegans text, och min från tåget.", document, StringComparison.Ordinal);
        Assert.Contains("Insatser som inte hör till någon fråga", document, StringComparison.Ordinal);
        Assert.Contains("Elfärja mellan tre hamnar", document, StringComparison.Ordinal);
        Assert.Contains("Utkast", document, StringComparison.Ordinal);
    }

    private static async Task HandIn(IPage lead, bool withScript)
    {
        await lead.GetByRole(AriaRole.Link, new() { Name = "Kontrollera och lämna in" }).ClickAsync();
        await Expect(lead.Locator("main")).ToContainTextAsync("Kollegans text, och min från tåget.");
        await Expect(lead.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Elfärja mellan tre hamnar" }))
            .ToContainTextAsync("hör inte till någon fråga");
        await Look(lead, withScript);
        await Draw(lead, withScript, "guide-kontrollera.png", lead.Locator("body"), 0, 760);
        await lead.GetByRole(AriaRole.Radio, new() { Name = "Beslut är fattat" }).CheckAsync();
        await lead.GetByLabel("Vem har beslutat?").FillAsync("Regionstyrelsen");
        await lead.GetByLabel("När?").FillAsync("2024-11-14");
        await lead.GetByLabel("Diarienummer").FillAsync("RS 2024/17");
        await lead.GetByLabel("Föredragande").FillAsync("regiondirektören");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Lämna in" }).ClickAsync();
        var receipt = lead.GetByRole(AriaRole.Region, new() { Name = "Redovisningen är inlämnad" });
        await Expect(receipt).ToContainTextAsync("diarienummer RS 2024/17.");
        await Look(lead, withScript);
        await Draw(lead, withScript, "guide-inlamnad.png", lead.Locator("body"), 0, 760);
    }

    private static async Task HandOver(IPage lead, bool withScript)
    {
        await lead.GetByRole(AriaRole.Link, new() { Name = "Överlämna" }).First.ClickAsync();
        await lead.GetByLabel("Mottagarens e-postadress").FillAsync("registrator@departementet.example");
        await Look(lead, withScript);
        await Draw(lead, withScript, "guide-overlamna.png", lead.Locator("body"), 0, 760);
        await lead.GetByRole(AriaRole.Button, new() { Name = "Skicka redovisningen" }).ClickAsync();
        // The sample's letters are never sent.
        await Expect(lead.GetByText("Brevet ligger i utkorgen")).ToBeVisibleAsync();
        await Look(lead, withScript);
    }

    private static async Task RemindTheOthers(IPage agency, bool withScript)
    {
        await agency.GotoAsync(Board);
        var row = agency.GetByRole(AriaRole.Row, new() { Name = "Region Halland" });
        await Expect(row).ToContainTextAsync("Inlämnat");
        await Look(agency, withScript);
        await Draw(agency, withScript, "guide-tavlan.png", agency.Locator("body"), 0, 800);

        await agency.GetByRole(AriaRole.Link, new() { Name = "Påminn", Exact = true }).ClickAsync();
        await Expect(agency.GetByRole(AriaRole.Checkbox, new() { Name = "Region Halland" })).Not.ToBeCheckedAsync();
        await agency.GetByRole(AriaRole.Button, new() { Name = "Förhandsgranska" }).ClickAsync();
        await Look(agency, withScript);
        await Draw(agency, withScript, "guide-paminn.png", agency.Locator("#text"), 60, 800);
        await agency.GetByRole(AriaRole.Button, new() { Name = "Skicka påminnelsen" }).ClickAsync();
        await Expect(agency.GetByRole(AriaRole.Status)).ToContainTextAsync("i utkorgen");
        await Look(agency, withScript);
    }

    private static async Task Return(IPage agency, bool withScript)
    {
        await agency.GotoAsync(Board);
        await agency
            .GetByRole(AriaRole.Row, new() { Name = "Region Halland" })
            .GetByRole(AriaRole.Link, new() { Name = "Region Halland", Exact = true })
            .ClickAsync();
        await agency.GetByRole(AriaRole.Link, new() { Name = "Återlämna för rättelse" }).ClickAsync();
        await agency.GetByLabel("Att rätta").First.FillAsync(Comment);
        await Look(agency, withScript);
        await agency.GetByRole(AriaRole.Button, new() { Name = "Återlämna version 1" }).ClickAsync();
        await Expect(agency.GetByText("Väntar på ny version")).ToBeVisibleAsync();
        await Look(agency, withScript);
    }

    private static async Task Correct(IPage lead)
    {
        await lead.GotoAsync(Tasks);
        var notice = lead.GetByRole(AriaRole.Region, new() { Name = "Version 1 är återlämnad för rättelse" });
        await Expect(notice).ToContainTextAsync(Comment);
        await notice.GetByRole(AriaRole.Link).First.ClickAsync();
        await Write(lead.Locator(".krav", new() { HasText = Comment }), "Ett rättat svar, med målen.");
        await lead.GotoAsync($"{Tasks}/kontrollera");
        await lead.GetByRole(AriaRole.Radio, new() { Name = "Beslut fattas senare" }).CheckAsync();
        await lead.GetByRole(AriaRole.Button, new() { Name = "Lämna in" }).ClickAsync();
        await Expect(lead.Locator("main")).ToContainTextAsync("version 2 togs emot");
    }

    private static async Task Fetch(IPage agency)
    {
        await agency.GotoAsync(Board);
        var all = await agency.RunAndWaitForDownloadAsync(() =>
            agency.GetByRole(AriaRole.Link, new() { Name = "Hämta allt inlämnat" }).ClickAsync()
        );
        await using var stream = await all.CreateReadStreamAsync();
        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole, TestContext.Current.CancellationToken);
        using var archive = new ZipArchive(whole);
        Assert.NotNull(archive.GetEntry("Region Halland (13)/redovisning-2024-13-version-2.docx"));
    }

    private static async Task Write(ILocator question, string text)
    {
        await question.GetByRole(AriaRole.Textbox).FillAsync(text);
        await question.GetByRole(AriaRole.Button, new() { Name = "Spara", Exact = true }).ClickAsync();
        await Expect(question.Locator(".lage")).ToContainTextAsync("Sparat");
    }

    /// <summary>Fails where the page has a barrier or is wider than the window. The first is found by a script.</summary>
    private static async Task Look(IPage page, bool withScript)
    {
        if (withScript)
        {
            await page.HasNoBarrier();
            Assert.Equal(1280, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }

    private static Task Draw(IPage page, bool withScript, string name, ILocator from, int below, int height) =>
        withScript ? page.Draw(name, from, below, height) : Task.CompletedTask;

    private static async Task<string> PartOf(IDownload download, string name)
    {
        await using var archive = await ZipFile.OpenReadAsync(
            await download.PathAsync(),
            TestContext.Current.CancellationToken
        );
        using var reader = new StreamReader(
            await archive.GetEntry(name)!.OpenAsync(TestContext.Current.CancellationToken)
        );
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
