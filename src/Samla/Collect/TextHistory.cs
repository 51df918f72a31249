using Microsoft.EntityFrameworkCore;
using Samla.Access;

namespace Samla.Collect;

/// <summary>The texts that something has had, the latest first, and one of them beside the one before it.</summary>
/// <param name="Entries">At most <see cref="PageSize"/>.</param>
/// <param name="Older">What to ask for to see those before them; null where there are none.</param>
/// <param name="One">Null where none is chosen, or there is none such.</param>
public sealed record TextHistory(IReadOnlyList<TextHistory.Entry> Entries, int? Older, TextHistory.Chosen? One)
{
    /// <summary>How many are shown at a time.</summary>
    public const int PageSize = 50;

    /// <param name="Number">Names the text among those of the same thing; greater for a later one.</param>
    /// <param name="By">Who wrote it, by name; empty where nobody knows.</param>
    /// <param name="Length">The text's characters.</param>
    public sealed record Entry(int Number, string By, DateTimeOffset SavedAt, int Length);

    /// <param name="Text">The text as it was.</param>
    /// <param name="Before">The text before it; empty for the first.</param>
    public sealed record Chosen(Entry Entry, string Text, string Before);

    /// <summary>A text as it is kept.</summary>
    internal sealed class Kept
    {
        public required int Number { get; init; }

        public required string Text { get; init; }

        /// <summary>Empty where nobody knows.</summary>
        public required string SavedBy { get; init; }

        public required DateTimeOffset SavedAt { get; init; }
    }

    /// <summary>Reads a page of a history, and the two texts that are compared; no other text leaves the database.</summary>
    /// <param name="texts">All texts of one thing.</param>
    /// <param name="names">Names who wrote them.</param>
    /// <param name="from">The first number to show; null for the latest.</param>
    /// <param name="chosen">The text to show; null for none.</param>
    /// <param name="cancellation">Stops between the questions.</param>
    internal static async Task<TextHistory> Read(
        IQueryable<Kept> texts,
        ActorNames names,
        int? from,
        int? chosen,
        CancellationToken cancellation
    )
    {
        texts = texts.OrderByDescending(one => one.Number);
        var page = await texts
            .Where(one => from == null || one.Number <= from)
            .Select(one => new
            {
                one.Number,
                one.SavedBy,
                one.SavedAt,
                one.Text.Length,
            })
            .Take(PageSize + 1)
            .ToListAsync(cancellation);
        var pair = chosen is null
            ? []
            : await texts.Where(one => one.Number <= chosen).Take(2).ToListAsync(cancellation);
        var called = await names.Run(
            page.Select(one => one.SavedBy).Concat(pair.Select(one => one.SavedBy)).Where(by => by.Length > 0),
            cancellation
        );
        return new TextHistory(
            [.. page.Take(PageSize).Select(one => AsEntry(one.Number, one.SavedBy, one.SavedAt, one.Length))],
            page.Count > PageSize ? page[^1].Number : null,
            pair is [var one, ..] && one.Number == chosen
                ? new Chosen(
                    AsEntry(one.Number, one.SavedBy, one.SavedAt, one.Text.Length),
                    one.Text,
                    pair.Count > 1 ? pair[1].Text : ""
                )
                : null
        );

        Entry AsEntry(int number, string by, DateTimeOffset at, int length) =>
            new(number, by.Length > 0 ? called[by] : "", at, length);
    }
}
