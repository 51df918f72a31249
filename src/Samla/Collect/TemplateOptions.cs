using Samla.Reference;

namespace Samla.Collect;

/// <summary>The choices of a column, from how they are written: one on each line.</summary>
public static class TemplateOptions
{
    /// <param name="labels">As they are written now.</param>
    /// <param name="before">As they were; null for none.</param>
    /// <returns>
    /// Null for none. A label that stood there keeps its id; one that stands where another was keeps that one's, since it is that choice
    /// with other words.
    /// </returns>
    public static IReadOnlyList<TemplateFile.OptionEntry>? Of(
        IReadOnlyList<string> labels,
        IReadOnlyList<TemplateFile.OptionEntry>? before
    )
    {
        if (labels.Count == 0)
        {
            return null;
        }

        var known = before ?? [];
        var stayed = known.Where(option => labels.Contains(option.Label)).Select(option => option.Id).ToHashSet();
        var ids = new string?[labels.Count];
        foreach (var (at, label) in labels.Index())
        {
            ids[at] =
                known.FirstOrDefault(option => option.Label == label && !ids.Contains(option.Id))?.Id
                ?? (
                    at < known.Count && !stayed.Contains(known[at].Id) && !ids.Contains(known[at].Id)
                        ? known[at].Id
                        : null
                );
        }

        HashSet<string> taken = [.. ids.OfType<string>()];
        return
        [
            .. labels
                .Index()
                .Select(one => new TemplateFile.OptionEntry(
                    ids[one.Index] ?? InterventionIds.Free(one.Item, "val", taken),
                    one.Item
                )),
        ];
    }
}
