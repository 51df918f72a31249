using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Samla.Tests.Architecture;

/// <summary>What a newcomer meets first: the layers, the two commands, and files that look the same on every machine.</summary>
public sealed partial class RepositoryTests
{
    [Theory]
    [InlineData("src/Samla.Domain/Samla.Domain.csproj")]
    [InlineData("src/Samla/Samla.csproj", "Samla.Domain")]
    [InlineData("src/Samla.Storage/Samla.Storage.csproj", "Samla")]
    [InlineData("src/Samla.Cli/Samla.Cli.csproj", "Samla.Storage")]
    [InlineData("src/Samla.Web/Samla.Web.csproj", "Samla.Storage")]
    public void A_layer_refers_to_the_one_below_it_alone(string project, params string[] below) =>
        Assert.Equal(
            below,
            Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))
        );

    [Fact]
    public void The_windows_script_builds_anew_after_a_change_in_what_the_other_script_looks_at()
    {
        var looked = Regex.Match(
            RepositoryRoot.Read("samla"),
            @"find (?<paths>[^\\]*)\\",
            RegexOptions.ExplicitCapture
        );
        Assert.All(
            looked.Groups["paths"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            path =>
                Assert.Contains(
                    path.Replace("\"src/$1\"", "src/%PROJECT%", StringComparison.Ordinal).Replace('/', '\\'),
                    RepositoryRoot.Read("samla.cmd"),
                    StringComparison.Ordinal
                )
        );
        Assert.Contains("samples", looked.Groups["paths"].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_domain_takes_no_package() =>
        Assert.Empty(Items("src/Samla.Domain/Samla.Domain.csproj", "PackageReference"));

    [Theory]
    [InlineData("./samla start")]
    [InlineData("./samla test")]
    public void The_readme_shows_the_two_commands(string command) =>
        Assert.Contains(command, RepositoryRoot.Read("README.md"), StringComparison.Ordinal);

    [Fact]
    public void No_file_begins_with_a_byte_order_mark() =>
        Assert.Empty(PathsOf(content => content.AsSpan().StartsWith("\uFEFF"u8)));

    [Fact]
    public void Lines_end_with_LF_except_in_the_Windows_script() =>
        Assert.Equal(["samla.cmd"], PathsOf(content => content.AsSpan().IndexOf("\r\n"u8) >= 0));

    [Fact]
    public void No_file_names_a_place_on_somebodys_machine() =>
        Assert.Empty(PathsOf(content => PlaceOnAMachine().IsMatch(Encoding.UTF8.GetString(content))));

    [Fact]
    public void Every_link_between_documents_leads_somewhere() =>
        Assert.Empty(
            from file in RepositoryRoot.TextFiles()
            where file.Path.EndsWith(".md", StringComparison.Ordinal)
            from Match link in RelativeLink().Matches(Encoding.UTF8.GetString(file.Content))
            let folder = Path.GetDirectoryName(file.Path) ?? ""
            let target = Path.Combine(RepositoryRoot.Folder.FullName, folder, link.Groups["path"].Value)
            where !Path.Exists(target)
            select $"{file.Path}: {link.Groups["path"].Value}"
        );

    private static IEnumerable<string> PathsOf(Func<byte[], bool> have) =>
        RepositoryRoot.TextFiles().Where(file => have(file.Content)).Select(file => file.Path);

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument
            .Parse(RepositoryRoot.Read(project))
            .Descendants(kind)
            .Select(item => item.Attribute("Include")!.Value);

    /// <summary>Home folders of Linux, macOS and Windows, and folders of build machines; not the path of an address.</summary>
    [GeneratedRegex(@"(?<![\w.~-])/(home|root|work|Users)/|\b[A-Z]:\\Users\\", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex PlaceOnAMachine();

    /// <summary>A Markdown link to a file; pictures and addresses are none.</summary>
    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\((?<path>[^):#\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex RelativeLink();
}
