namespace Samla.Analyse.Documents;

/// <summary>What a file says, as a source keeps it.</summary>
/// <param name="MediaType">What the file is, told by what is in it.</param>
/// <param name="Text">Paragraphs with an empty line between them.</param>
/// <param name="PageStarts">Where each page begins in the text; none for files without pages.</param>
/// <param name="EmptyPages">The numbers of pages without text, such as pictures of pages.</param>
public sealed record DocumentText(
    string MediaType,
    string Text,
    IReadOnlyList<int> PageStarts,
    IReadOnlyList<int> EmptyPages
)
{
    public const string Pdf = "application/pdf";
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Plain = "text/plain";
}
