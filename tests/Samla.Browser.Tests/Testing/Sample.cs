using System.Text;
using Microsoft.Playwright;

namespace Samla.Browser.Tests.Testing;

/// <summary>
/// Files to check. The report is the example on the page: made up, and wrong on purpose. Its note 1 holds three regions,
/// not four.
/// </summary>
internal static class Sample
{
    public static FilePayload Report { get; } =
        Text("vatten.md", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vatten.md")));

    public static FilePayload WithoutNotes { get; } =
        Text("utan-noter.txt", "Rapport om vatten\n\nFyra regioner har en plan. Planen följs upp varje år.\n");

    public static FilePayload Empty { get; } = Text("tom.txt", "");

    public static FilePayload Binary { get; } =
        new()
        {
            Name = "bild.txt",
            MimeType = "text/plain",
            Buffer = [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0x0D, 0xFF, 0, 1, 2],
        };

    public static FilePayload TooLarge { get; } =
        Text("stor.txt", new string('a', Samla.Check.CheckReport.MaxBytes + 1));

    /// <summary>The same on disk, where the browser fetches it: what a test sends it takes half a minute on its way.</summary>
    public static string TooLargeFile => LazyTooLargeFile.Value;

    private static Lazy<string> LazyTooLargeFile { get; } =
        new(() =>
        {
            var path = Path.Combine(AppContext.BaseDirectory, TooLarge.Name);
            File.WriteAllBytes(path, TooLarge.Buffer);
            return path;
        });

    private static FilePayload Text(string name, string text) =>
        new()
        {
            Name = name,
            MimeType = "text/plain",
            Buffer = Encoding.UTF8.GetBytes(text),
        };
}
