using Microsoft.Playwright;

namespace Samla.Browser.Tests.Testing;

/// <summary>What a person does on the checking page.</summary>
internal sealed class CheckPageObject(IPage page)
{
    public const string Path = "/granska";

    public IPage Page => page;

    public ILocator File => page.GetByLabel("Rapport att granska").Or(page.GetByLabel("Granska en annan fil"));

    public ILocator Submit => page.GetByRole(AriaRole.Button, new() { Name = "Granska", Exact = true });

    public ILocator Result => page.Locator("#resultat");

    public ILocator Refusal => page.Locator("#rapport-fel");

    public ILocator Findings => page.Locator(".f");

    /// <summary>The finding that any correct checker makes in the sample.</summary>
    public ILocator WrongCount => Findings.Filter(new() { HasText = "Fel antal" }).First;

    public ILocator Status => page.Locator("#lage");

    public ILocator Errors => page.Locator("#v-error");

    public async Task Check(FilePayload file)
    {
        await File.SetInputFilesAsync(file);
        await Submit.ClickAsync();
    }

    /// <param name="path">Where the file is on disk.</param>
    public async Task Check(string path)
    {
        await File.SetInputFilesAsync(path);
        await Submit.ClickAsync();
    }
}
