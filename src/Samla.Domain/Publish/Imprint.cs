using System.Globalization;
using Samla.Domain.Collect;

namespace Samla.Domain.Publish;

/// <summary>A part of an imprint, as a form asks for it.</summary>
public enum ImprintPart
{
    Decision,
    Handlers,
    ChangeNote,
}

/// <summary>What is wrong with a part of an imprint.</summary>
/// <param name="Part">Which part.</param>
/// <param name="Message">In Swedish: what is wrong and what to do.</param>
public sealed record ImprintProblem(ImprintPart Part, string Message);

/// <summary>What an edition says of its own making: the decision to publish it, and what is new in it.</summary>
/// <param name="Decision">Null where none is stated, as for a sample.</param>
/// <param name="Handlers">Those who took part in the final handling besides whoever presented it (handläggare), on one line; null where none did.</param>
/// <param name="ChangeNote">What a reader of the edition before should know is changed, a paragraph to a line; null in a first edition.</param>
public sealed record Imprint(Decision? Decision, string? Handlers, string? ChangeNote)
{
    /// <summary>The most signs of <see cref="Handlers"/>.</summary>
    public const int MostHandlers = 500;

    /// <summary>The most signs of <see cref="ChangeNote"/>.</summary>
    public const int LongestNote = 2_000;

    /// <summary>As the field for whoever presented it asks for it, where nobody did.</summary>
    private const string Unpresented = "utan föredragning";

    public static readonly Imprint None = new(null, null, null);

    /// <summary>As it is read from a form: without what is around the words, and nothing where there are none.</summary>
    public static Imprint Of(Decision? decision, string? handlers, string? changeNote) =>
        new(
            decision,
            OrNone(string.Join(' ', (handlers ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
            OrNone(Source.Normalised(changeNote ?? "").Trim())
        );

    /// <summary>What is wrong with it, whatever it is of.</summary>
    public IEnumerable<ImprintProblem> Problems
    {
        get
        {
            if (Handlers?.Length > MostHandlers)
            {
                yield return new(
                    ImprintPart.Handlers,
                    $"Uppgiften om handläggare är längre än {MostHandlers} tecken. Korta den."
                );
            }

            if (Handlers is not null && Decision is null)
            {
                yield return new(ImprintPart.Decision, "Handläggare anges tillsammans med beslutet.");
            }

            if (ChangeNote?.Length > LongestNote)
            {
                yield return new(
                    ImprintPart.ChangeNote,
                    $"Beskrivningen av ändringen är längre än {SwedishFigures.Of(LongestNote)} tecken. Korta den."
                );
            }
        }
    }

    /// <summary>The decision as agencies tell it in a report; null where none is stated.</summary>
    public string? Swedish =>
        Decision is not { } made
            ? null
            : $"Beslut om rapporten: {made.DecidedBy}, {SwedishTime.Of(made.DecidedOn)}, diarienummer {made.RecordNumber}. {Presented(made.PresentedBy)}{(Handlers is null ? "" : $" I den slutliga handläggningen har även {Handlers} deltagit.")}";

    /// <summary>The lines of <see cref="ChangeNote"/>.</summary>
    public IReadOnlyList<string> NoteParagraphs =>
        ChangeNote?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>What the edition's hash covers of it, each part by its own hash so that none can be taken for another; nothing where it says nothing.</summary>
    internal string Covered
    {
        get
        {
            string?[] parts =
            [
                Decision?.DecidedBy,
                Decision?.DecidedOn.ToString(Decision.DayForm, CultureInfo.InvariantCulture),
                Decision?.RecordNumber,
                Decision?.PresentedBy,
                Handlers,
                ChangeNote,
            ];
            return this == None
                ? ""
                : $"\nimprint {string.Join(' ', parts.Select(part => part is null ? "-" : Source.HashOf(part)))}";
        }
    }

    private static string Presented(string by) =>
        by.Equals(Unpresented, StringComparison.OrdinalIgnoreCase)
            ? "Beslutet fattades utan föredragning."
            : $"Föredragande: {by}.";

    private static string? OrNone(string text) => text.Length == 0 ? null : text;
}
