namespace Samla.Analyse.Exchange;

/// <summary>What programs for qualitative analysis exchange by the standard REFI-QDA 1.5, as far as Samla knows it: texts, codes, who coded and noted what.</summary>
/// <param name="Name">The project's name.</param>
/// <param name="Users">Those who coded.</param>
/// <param name="Codes">The codebook, as a tree.</param>
/// <param name="Variables">What cases and sources may be told apart by.</param>
/// <param name="Cases">Those whom the texts are by.</param>
/// <param name="Sources">The texts.</param>
public sealed record ExchangeProject(
    string Name,
    IReadOnlyList<ExchangeUser> Users,
    IReadOnlyList<ExchangeCode> Codes,
    IReadOnlyList<ExchangeVariable> Variables,
    IReadOnlyList<ExchangeCase> Cases,
    IReadOnlyList<ExchangeSource> Sources
)
{
    /// <summary>Texts that belong together, with what was noted of them as a whole.</summary>
    public IReadOnlyList<ExchangeSet> Sets { get; init; } = [];
}

/// <summary>A person or program that coded.</summary>
public sealed record ExchangeUser(Guid Id, string Name);

/// <summary>A code and those below it.</summary>
/// <param name="Id">The same in every file that the code is in.</param>
/// <param name="Name">Its label.</param>
/// <param name="Description">When to give it; null where nothing is said.</param>
/// <param name="Colour">"#" and six hexadecimal digits; null for none.</param>
/// <param name="IsCodable">Whether it is given to passages, or only holds others together.</param>
/// <param name="Children">Those below it.</param>
public sealed record ExchangeCode(
    Guid Id,
    string Name,
    string? Description,
    string? Colour,
    bool IsCodable,
    IReadOnlyList<ExchangeCode> Children
)
{
    /// <summary>What was noted of it; in codebooks none.</summary>
    public IReadOnlyList<ExchangeNote> Notes { get; init; } = [];

    /// <summary>It and all below it.</summary>
    internal IEnumerable<ExchangeCode> AndBelow => Children.SelectMany(child => child.AndBelow).Prepend(this);
}

/// <summary>The kinds of variables that the standard has; their names are those of the standard.</summary>
public enum ExchangeType
{
    Text,
    Boolean,
    Integer,
    Float,
    Date,
    DateTime,
}

/// <summary>Something that cases and sources have a value of, such as a region's code.</summary>
public sealed record ExchangeVariable(Guid Id, string Name, ExchangeType Type);

/// <summary>What a case or a source has for a variable.</summary>
/// <param name="Variable">The variable's id.</param>
/// <param name="Value">As XML Schema writes values of the variable's type.</param>
public sealed record ExchangeValue(Guid Variable, string Value);

/// <summary>Somebody whom texts are by or about.</summary>
/// <param name="Sources">The ids of the texts.</param>
public sealed record ExchangeCase(
    Guid Id,
    string Name,
    IReadOnlyList<ExchangeValue> Values,
    IReadOnlyList<Guid> Sources
)
{
    /// <summary>The codes that it has as a whole, and not by words of its texts.</summary>
    public IReadOnlyList<ExchangeCaseCode> Codes { get; init; } = [];
}

/// <summary>That a case has a code.</summary>
/// <param name="Code">The code's id.</param>
/// <param name="Reason">Why; null where nothing is said.</param>
public sealed record ExchangeCaseCode(Guid Id, Guid Code, ExchangeNote? Reason);

/// <summary>What somebody wrote about something.</summary>
/// <param name="CreatedAt">In whole seconds.</param>
public sealed record ExchangeNote(Guid Id, string Name, string Text, Guid? User, DateTimeOffset? CreatedAt)
{
    /// <summary>When its words were last changed, in whole seconds; null while they are as they were written.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}

/// <summary>Texts that belong together.</summary>
/// <param name="Sources">The ids of the texts.</param>
/// <param name="Notes">What was noted of them as a whole.</param>
public sealed record ExchangeSet(Guid Id, string Name, IReadOnlyList<Guid> Sources, IReadOnlyList<ExchangeNote> Notes);

/// <summary>A text and what was coded in it.</summary>
/// <param name="Text">With "\n" at the end of each line.</param>
public sealed record ExchangeSource(
    Guid Id,
    string Name,
    string Text,
    IReadOnlyList<ExchangeSelection> Selections,
    IReadOnlyList<ExchangeNote> Notes,
    IReadOnlyList<ExchangeValue> Values
);

/// <summary>A passage of a text.</summary>
/// <param name="Id">The passage's id.</param>
/// <param name="Name">Often its words, perhaps cut short; null for none.</param>
/// <param name="Start">UTF-16 offset in the source's text.</param>
/// <param name="End">UTF-16 offset of the first sign after it.</param>
/// <param name="User">Who marked it; null where it is not known.</param>
/// <param name="CreatedAt">In whole seconds.</param>
/// <param name="Codings">The codes given to it.</param>
public sealed record ExchangeSelection(
    Guid Id,
    string? Name,
    int Start,
    int End,
    Guid? User,
    DateTimeOffset? CreatedAt,
    IReadOnlyList<ExchangeCoding> Codings
);

/// <summary>That a code was given to a passage.</summary>
public sealed record ExchangeCoding(Guid Id, Guid Code, Guid? User, DateTimeOffset? CreatedAt)
{
    /// <summary>Whether the words are starred as some to quote.</summary>
    public bool IsStarred { get; init; }

    /// <summary>What was noted of it.</summary>
    public IReadOnlyList<ExchangeNote> Notes { get; init; } = [];
}
