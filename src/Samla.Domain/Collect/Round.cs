namespace Samla.Domain.Collect;

/// <summary>What kind of collection or study a round is.</summary>
public enum RoundKind
{
    /// <summary>The regions' yearly report to the Government (förordning 2024:99).</summary>
    AnnualReport,

    /// <summary>A reading of the regional development strategies.</summary>
    StrategyCompilation,

    /// <summary>Authorities report how they take part in regional development.</summary>
    AgencyReport,

    /// <summary>A commission of its own.</summary>
    Commission,
}

/// <summary>Where a round's texts come from.</summary>
public enum Origin
{
    /// <summary>The reporters wrote them.</summary>
    Reported,

    /// <summary>Written anew from public facts; never a reporter's own words, and always marked so.</summary>
    Reconstructed,

    /// <summary>Made up by us to show how it works; nobody's words, and always marked so.</summary>
    Invented,
}

/// <summary>One collection or study: who is asked what, for which period, and when it is due.</summary>
public sealed class Round
{
    /// <summary>Such as "2023" or "rus-2026"; stands in addresses.</summary>
    public required Key<Round> Id { get; init; }

    public required RoundKind Kind { get; set; }

    /// <summary>Such as "Regionalt utvecklingsarbete 2023".</summary>
    public required string Title { get; set; }

    /// <summary>First day of the period that is reported on.</summary>
    public required DateOnly PeriodStart { get; set; }

    /// <summary>Last day of the period that is reported on.</summary>
    public required DateOnly PeriodEnd { get; set; }

    /// <summary>The last day to submit; the day ends at midnight in Sweden.</summary>
    public required DateOnly DueOn { get; set; }

    /// <summary>Who the submissions and the edition are delivered to.</summary>
    public required string Recipient { get; set; }

    public required Key<Template> TemplateId { get; set; }

    /// <summary>The round of the same kind before it, whose answers may be carried over; null for the first.</summary>
    public Key<Round>? PreviousRoundId { get; set; }

    public required Origin Origin { get; init; }

    /// <summary>Whether reporters can write and submit; an administrator opens and closes.</summary>
    public required bool IsOpen { get; set; }

    /// <summary>Whether the agency may return what was submitted for correction.</summary>
    public bool AllowsReturn { get; set; }

    /// <summary>Whether what is submitted at that instant comes after the last day; it is taken all the same while the round is open.</summary>
    public bool IsLate(DateTimeOffset at) => SwedishTime.DayOf(at) > DueOn;

    /// <summary>What the agency writes to those who have not handed in, with places to fill in; null while the default is used.</summary>
    public string? ReminderText { get; set; }

    /// <summary>The mark that every page, export and row of a text carries that no reporter wrote; null for real rounds.</summary>
    public string? Mark => Marks.Of(Origin);

    /// <summary>The mark in a word, beside a single text; null for real rounds.</summary>
    public string? Tag => Marks.TagOf(Origin);
}

/// <summary>The words by which text is marked as what it is. They follow "är": "Texten är …", "Omgången är …".</summary>
public static class Marks
{
    /// <summary>On everything that shows a reconstructed text.</summary>
    public const string Reconstructed = "rekonstruerad ur offentliga uppgifter";

    /// <summary>On everything that shows a text that we made up.</summary>
    public const string Invented = "påhittad, ingen regions ord";

    /// <summary>Who made it up, as the audit trail names people.</summary>
    public const string Inventor = "Samla, påhittat exempel";

    /// <summary>The mark on texts that come from there; null where they need none.</summary>
    public static string? Of(Origin origin) =>
        origin switch
        {
            Origin.Reported => null,
            Origin.Reconstructed => Reconstructed,
            Origin.Invented => Invented,
        };

    /// <summary>The mark in a word, beside a single text; null where it needs none.</summary>
    public static string? TagOf(Origin origin) =>
        origin switch
        {
            Origin.Reported => null,
            Origin.Reconstructed => "rekonstruerat",
            Origin.Invented => "påhittat",
        };

    /// <summary>The mark of a round as a sentence: "Omgången är rekonstruerad ur offentliga uppgifter."</summary>
    public static string Sentence(string mark) => $"Omgången är {mark}.";
}
