using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Samla.Web.Collect;

/// <summary>A page with what something has held earlier: the address says from where the list is shown, and what is chosen in it.</summary>
public abstract class HistoryPage : ReportPage
{
    /// <summary>What the address says when something has been put back.</summary>
    protected const string WasRestored = "aterstalld";

    [Parameter]
    public required string RequirementKey { get; set; }

    [SupplyParameterFromQuery(Name = "fran")]
    public string? AskedFrom { get; set; }

    [SupplyParameterFromQuery(Name = "text")]
    public string? AskedText { get; set; }

    [SupplyParameterFromQuery(Name = WasRestored)]
    public string? Restored { get; set; }

    [SupplyParameterFromForm(Name = "revision")]
    public string? SentRevision { get; set; }

    /// <summary>The first number to show; null for the latest.</summary>
    protected int? From => HistoryLine.NumberIn(AskedFrom);

    protected int? Chosen => HistoryLine.NumberIn(AskedText);

    /// <summary>The question that the address names; null where there is none such.</summary>
    protected SectionItem? One { get; set; }

    /// <summary>Why what was chosen could not be put back, in Swedish.</summary>
    protected string? Trouble { get; set; }

    /// <summary>Reads the report and the question anew.</summary>
    protected async Task Find()
    {
        await Load();
        One = View?.All.FirstOrDefault(one => one.Item.Requirement.Id.Value == RequirementKey);
    }

    /// <summary>Where one of those in a history is chosen.</summary>
    protected string AddressOf(string history, int first) => HistoryLine.AddressOf(history, first, From);
}

/// <summary>One of those in a history.</summary>
/// <param name="First">The number that names it.</param>
/// <param name="By">Who wrote it, by name; empty where nobody knows.</param>
/// <param name="Note">What else there is to say of it.</param>
public sealed record HistoryLine(int First, DateTimeOffset SavedAt, string By, string Note)
{
    /// <summary>Where one of those in a history is chosen.</summary>
    /// <param name="history">The history's address.</param>
    /// <param name="first">The number that names it.</param>
    /// <param name="from">The first number that is shown; null for the latest.</param>
    public static string AddressOf(string history, int first, int? from) =>
        $"{history}?text={first}{(from is null ? "" : $"&fran={from}")}";

    /// <summary>A number as an address has it; null for anything else.</summary>
    public static int? NumberIn(string? text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
