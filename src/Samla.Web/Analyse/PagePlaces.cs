namespace Samla.Web.Analyse;

/// <summary>Which page of a document a place in its text is on.</summary>
internal static class PagePlaces
{
    /// <summary>The number of the page; 0 where there are no pages.</summary>
    public static int Of(IReadOnlyList<int> pageStarts, int place)
    {
        var (low, high) = (0, pageStarts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = pageStarts[middle] <= place ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The number of the page that a paragraph is the first on; null where another is.</summary>
    /// <param name="pageStarts">Where each page begins.</param>
    /// <param name="place">Where the paragraph begins.</param>
    /// <param name="before">Where the one before it begins; null for the first.</param>
    public static int? Begins(IReadOnlyList<int> pageStarts, int place, int? before)
    {
        var page = Of(pageStarts, place);
        return page > 0 && (before is null || page != Of(pageStarts, before.Value)) ? page : null;
    }
}
