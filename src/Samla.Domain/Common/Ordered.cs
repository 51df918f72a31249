namespace Samla.Domain;

/// <summary>Searches in lists that are in order.</summary>
internal static class Ordered
{
    /// <summary>The index of the first item that is not before what is sought; the list's length if all are.</summary>
    /// <param name="items">Items of which those before come first.</param>
    /// <param name="isBefore">Whether an item stands before what is sought.</param>
    public static int FirstNotBefore<T>(IReadOnlyList<T> items, Func<T, bool> isBefore)
    {
        int low = 0,
            high = items.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = isBefore(items[middle]) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
