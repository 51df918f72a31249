using System.Text.Json.Serialization;
using Samla.Domain.Analyse;

namespace Samla.Domain.Compile;

/// <summary>
/// A report with every marker filled in: what all outputs (page, Word, Markdown) are written from, so that they cannot
/// differ in a number.
/// </summary>
/// <param name="Title">Such as "Regionalt utvecklingsarbete 2023".</param>
/// <param name="Mark">The mark on reconstructed text; null for real rounds.</param>
/// <param name="Chapters">In order.</param>
public sealed record ReportDocument(string Title, string? Mark, IReadOnlyList<ReportChapter> Chapters);

/// <summary>A chapter with every marker filled in.</summary>
/// <param name="Number">As printed.</param>
/// <param name="Id">The chapter's key. Frozen editions call it "Section".</param>
/// <param name="Title">Without the number.</param>
/// <param name="Blocks">In reading order.</param>
/// <param name="Alarms">What an author must look at before the chapter is published.</param>
public sealed record ReportChapter(
    int Number,
    [property: JsonPropertyName("Section")] string Id,
    string Title,
    IReadOnlyList<ReportBlock> Blocks,
    IReadOnlyList<ReportAlarm> Alarms
)
{
    /// <summary>The claims that say something else than what an author has accepted, in reading order; not kept in an edition.</summary>
    [JsonIgnore]
    public IReadOnlyList<UnacceptedClaim> Unaccepted { get; init; } = [];

    /// <summary>Of <see cref="Unaccepted"/> the first for each of whom they count: those are accepted as one.</summary>
    [JsonIgnore]
    public IEnumerable<UnacceptedClaim> ToAccept => Unaccepted.DistinctBy(one => one.Accepted.Who);

    /// <summary>The amounts that say something else than what an author has accepted, each once; not kept in an edition.</summary>
    [JsonIgnore]
    public IReadOnlyList<UnacceptedAmount> UnacceptedAmounts { get; init; } = [];

    /// <summary>All that an author must look at: the alarms, and each claim that has changed since it was accepted, once.</summary>
    [JsonIgnore]
    public IEnumerable<ReportAlarm> AllAlarms =>
        Alarms.Concat(ToAccept.Select(one => one.Alarm)).Concat(UnacceptedAmounts.Select(one => one.Alarm)).Distinct();

    /// <summary>Every amount of grants in reading order.</summary>
    [JsonIgnore]
    public IEnumerable<ReportAmount> Amounts =>
        Blocks.SelectMany(block => block.Inlines).OfType<ReportInline.Amount>().Select(amount => amount.Said);

    /// <summary>The words that have a footnote, in the order of the notes.</summary>
    [JsonIgnore]
    public IEnumerable<ReportInline> Noted =>
        Blocks.SelectMany(block => block.Inlines).Where(inline => inline.Note is not null);

    /// <summary>Every claim in reading order.</summary>
    [JsonIgnore]
    public IEnumerable<ReportClaim> Claims =>
        Blocks.SelectMany(block => block.Inlines).OfType<ReportInline.Counted>().Select(counted => counted.Claim);
}

/// <summary>What an author must look at.</summary>
/// <param name="Section">The heading it stands under, such as "3.1.1".</param>
/// <param name="Message">What is wrong and what to do, in Swedish.</param>
/// <param name="IsBlocking">Whether the report cannot be published before it is mended.</param>
public sealed record ReportAlarm(string Section, string Message, bool IsBlocking);

/// <summary>A piece of a chapter.</summary>
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Bullets), "bullets")]
[JsonDerivedType(typeof(Quotation), "quotation")]
[JsonDerivedType(typeof(Exhibit), "exhibit")]
public abstract record ReportBlock
{
    private ReportBlock() { }

    /// <summary>All words of the block in reading order.</summary>
    [JsonIgnore]
    public virtual IEnumerable<ReportInline> Inlines => [];

    /// <param name="Level">2 for the first below the chapter's title.</param>
    /// <param name="Number">Such as "3.1.2".</param>
    /// <param name="Text">Without the number.</param>
    public sealed record Heading(int Level, string Number, string Text) : ReportBlock;

    public sealed record Paragraph(IReadOnlyList<ReportInline> Words) : ReportBlock
    {
        [JsonIgnore] // is not inherited by what overrides
        public override IEnumerable<ReportInline> Inlines => Words;
    }

    public sealed record Bullets(IReadOnlyList<IReadOnlyList<ReportInline>> Items) : ReportBlock
    {
        [JsonIgnore]
        public override IEnumerable<ReportInline> Inlines => Items.SelectMany(item => item);
    }

    /// <param name="Text">The source's own words, without quotation marks.</param>
    /// <param name="Speaker">Whose words, as readers name them.</param>
    /// <param name="Reporter">The reporter's key.</param>
    /// <param name="Source">The source's id.</param>
    public sealed record Quotation(string Text, string Speaker, string Reporter, Guid Source) : ReportBlock;

    /// <summary>A table or a figure of counts.</summary>
    /// <param name="Form">How they are shown.</param>
    /// <param name="Number">Its number among the report's tables, or among its figures.</param>
    /// <param name="Title">Without the number.</param>
    /// <param name="Rows">Each code once; at least one, all about regions or all about county administrative boards. None has a note.</param>
    public sealed record Exhibit(ExhibitForm Form, int Number, string Title, IReadOnlyList<ReportClaim> Rows)
        : ReportBlock
    {
        /// <summary>"Tabell 3. Hinder".</summary>
        [JsonIgnore]
        public string Caption => $"{Form.Swedish} {Number}. {Title}";

        /// <summary>What those who are counted are called, as the head of a column.</summary>
        [JsonIgnore]
        public string Counted => Rows[0].Claim.Subject == ClaimSubject.Agencies ? "Länsstyrelser" : "Regioner";

        [JsonIgnore]
        public override IEnumerable<ReportInline> Inlines => Rows.Select(row => new ReportInline.Counted(row));

        /// <summary>Whom a row does not know of, a sentence for each; for all rows at once where it is the same.</summary>
        [JsonIgnore]
        public IEnumerable<string> Remarks =>
            Rows.Select(row => (row.Standing.NotAsked, row.Standing.NotRead)).Distinct().Count() == 1
                ? Remark("", Rows[0].Standing)
                : Rows.SelectMany(row => Remark($"{row.Label}. ", row.Standing));

        /// <summary>Those who say what a row counts, or a dash.</summary>
        public static string NamesOf(ReportClaim row) => row.Standing.Says.IsEmpty ? "–" : row.Standing.Says.Names;

        private static IEnumerable<string> Remark(string about, Standing standing)
        {
            if (!standing.NotAsked.IsEmpty)
            {
                yield return $"{about}Omfattas inte av frågan: {standing.NotAsked.Names}.";
            }

            if (!standing.NotRead.IsEmpty)
            {
                yield return $"{about}Inte läst än: {standing.NotRead.Names}.";
            }
        }
    }
}

/// <summary>Words in a block.</summary>
[JsonDerivedType(typeof(Words), "words")]
[JsonDerivedType(typeof(Counted), "counted")]
[JsonDerivedType(typeof(Compared), "compared")]
[JsonDerivedType(typeof(Amount), "amount")]
[JsonDerivedType(typeof(Reference), "reference")]
public abstract record ReportInline
{
    private ReportInline() { }

    /// <param name="Text">As they are.</param>
    /// <param name="IsStrong">Whether they are set in bold.</param>
    /// <param name="IsEmphasised">Whether they are set in italics.</param>
    public sealed record Words(string Text, bool IsStrong = false, bool IsEmphasised = false) : ReportInline;

    public sealed record Counted(ReportClaim Claim) : ReportInline;

    public sealed record Compared(ReportComparison Comparison) : ReportInline;

    /// <param name="Said">What it says, and what that rests on.</param>
    public sealed record Amount(ReportAmount Said) : ReportInline;

    /// <param name="Text">"kapitel 3", "avsnitt 3.1.1".</param>
    /// <param name="ChapterId">The chapter's key.</param>
    /// <param name="Number">The chapter's number, or that of the heading in it.</param>
    public sealed record Reference(string Text, string ChapterId, string Number) : ReportInline
    {
        /// <summary>Whether it is the chapter as a whole.</summary>
        [JsonIgnore]
        public bool IsToChapter => !Number.Contains('.', StringComparison.Ordinal);
    }

    /// <summary>The number of its footnote; null where it has none.</summary>
    [JsonIgnore]
    public int? Note =>
        this switch
        {
            Counted(var claim) => claim.Note,
            Amount(var said) => said.Note,
            _ => null,
        };

    /// <summary>What its footnote says, or would say; empty for what has none.</summary>
    [JsonIgnore]
    public string NoteText =>
        this switch
        {
            Counted(var claim) => claim.NoteText ?? "",
            Amount(var said) => said.NoteText,
            _ => "",
        };

    /// <summary>As it is read, without the looks of the letters and without notes.</summary>
    [JsonIgnore]
    public string Plain =>
        this switch
        {
            Words(var text, _, _) => text,
            Counted(var claim) => claim.Words,
            Compared(var comparison) => comparison.Words,
            Amount(var said) => said.Words,
            Reference(var text, _, _) => text,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

/// <summary>A claim as it stands in a report.</summary>
/// <param name="Id">Its place among the report's claims: "c12". Changes when claims before it come and go.</param>
/// <param name="Code">The code's key; of several that are counted together, the first.</param>
/// <param name="Label">The code's label, or in words whom the claim counts.</param>
/// <param name="Words">The words of number: "Sju regioner".</param>
/// <param name="Note">The footnote's number; null where there is none.</param>
/// <param name="NoteText">The footnote's text; null where there is none.</param>
/// <param name="Claim">What the words say.</param>
/// <param name="Standing">Where the 21 stand.</param>
/// <param name="Who">Whom it counts, as <see cref="Compile.Who"/> writes it; null where it is those who say what <paramref name="Code"/> stands for.</param>
public sealed record ReportClaim(
    string Id,
    string Code,
    string Label,
    string Words,
    int? Note,
    string? NoteText,
    Claim Claim,
    Standing Standing,
    string? Who = null
)
{
    /// <summary>What makes it the same statement in two places: whom it counts.</summary>
    [JsonIgnore]
    public string Subject => Who ?? Code;

    /// <summary>The keys of all codes that are counted.</summary>
    [JsonIgnore]
    public IEnumerable<string> Codes =>
        Who is null ? [Code] : Compile.Who.Read(Who)?.Codes.Select(code => code.Value) ?? [Code];
}
