using System.Text.Json;
using Samla.Tests.Testing;

namespace Samla.Tests.Cli;

/// <summary>Templates from the command line.</summary>
public sealed class TemplateCommandTests(Databases databases) : IDisposable
{
    private readonly SamlaProcess _samla = new();

    public void Dispose() => _samla.Dispose();

    [Fact]
    public async Task A_template_is_taken_out_changed_put_in_compared_and_published()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Done("", "export", "2024", "--to", "yaml", "--out", "mall.yaml");
        var yaml = await File.ReadAllTextAsync(_samla.Path("mall.yaml"), TestContext.Current.CancellationToken);
        _samla.Put(
            "ny.yaml",
            yaml.Replace("id: mall-2024-99", "id: mall-2025", StringComparison.Ordinal)
                .Replace("title: Årets analyser", "title: Analyser", StringComparison.Ordinal)
        );

        await Done("Mallen mall-2025 läggs till som utkast.", "import", "ny.yaml", "--dry-run");
        await Done("Mallen mall-2025 är tillagd som utkast.", "import", "ny.yaml");
        await Done("Mallen mall-2025 är oförändrad.", "import", "ny.yaml");
        await Done("analyser-forteckning: ändrat (title). Analyser", "compare", "mall-2024-99", "mall-2025");
        var json = await Done("{", "compare", "mall-2024-99", "mall-2025", "--format", "json");
        var difference = Assert.Single(JsonElement.Parse(json).GetProperty("differences").EnumerateArray());
        Assert.Equal("changed", difference.GetProperty("change").GetString());
        await Done("Mallen mall-2025 är publicerad.", "publish", "mall-2025");

        async Task<string> Done(string begins, params string[] args)
        {
            var ended = await _samla.Run(["template", .. args, .. database.Options]);
            Assert.Equal((0, ""), (ended.Code, ended.Error));
            Assert.StartsWith(begins, ended.Text, StringComparison.Ordinal);
            return ended.Text;
        }
    }

    [Fact]
    public async Task A_template_as_Word_is_taken_out_and_is_the_same_when_it_is_put_in()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var taken = await _samla.Run([
            "template",
            "export",
            "2024",
            "--to",
            "docx",
            "--out",
            "mall.docx",
            .. database.Options,
        ]);
        Assert.Equal((0, ""), (taken.Code, taken.Error));

        // By what it holds, where its name does not say what it is.
        File.Copy(_samla.Path("mall.docx"), _samla.Path("mall.bin"));
        foreach (var name in new[] { "mall.docx", "mall.bin" })
        {
            var put = await _samla.Run(["template", "import", name, .. database.Options]);
            Assert.Equal((0, ""), (put.Code, put.Error));
            Assert.StartsWith("Mallen mall-2024-99 är oförändrad.", put.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("text.docx: Filen är ingen Word-fil", "import", "text.docx")]
    [InlineData("Mallen ”mall-1999” finns inte.", "export", "mall-1999", "--to", "docx")]
    [InlineData("Mallen ”mall-1999” finns inte.", "export", "mall-1999")]
    [InlineData("Mallen ”Å” finns inte.", "export", "Å")]
    [InlineData("Filen saknas.yaml finns inte.", "import", "saknas.yaml")]
    [InlineData("fel.yaml, rad 2, kolumn 1: Okänt fält: titel.", "import", "fel.yaml")]
    [InlineData("Mallen mall-1999 finns inte.", "publish", "mall-1999")]
    [InlineData("Någon av mallarna finns inte.", "compare", "mall-2023", "mall-1999")]
    public async Task What_cannot_be_done_ends_with_2_and_says_why_in_one_line(string why, params string[] args)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        _samla.Put("fel.yaml", "id: mall-x\ntitel: Mall\n");
        _samla.Put("text.docx", "id: mall-x\n");

        var ended = await _samla.Run(["template", .. args, .. database.Options]);

        Assert.Equal((2, ""), (ended.Code, ended.Text));
        Assert.StartsWith($"samla: {why}", ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
    }
}
