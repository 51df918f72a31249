using Samla.Domain;
using Samla.Reference;

namespace Samla.Collect.Word;

/// <summary>The ids of parts that must not have the same: those that are written, and of titles those that are not.</summary>
/// <param name="report">Takes what is wrong.</param>
internal sealed class TemplateDocxIds(Action<string> report)
{
    /// <param name="parts">In order.</param>
    /// <param name="otherwise">The id of a part whose title has no letters.</param>
    public IReadOnlyList<string> Of(IReadOnlyList<Part> parts, string otherwise)
    {
        var holders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts.Where(part => part.Written.Length > 0))
        {
            if (!Key<TemplateFile>.TryParse(part.Written, null, out _))
            {
                report(
                    $"{part.Place}: ”{TemplateDocxRows.Short(part.Written)}” kan inte vara en beteckning. Skriv a–z, siffror och bindestreck, eller inget alls."
                );
            }
            else if (!holders.TryAdd(part.Written, part.Place))
            {
                report(
                    $"{part.Place}: Beteckningen ”{part.Written}” finns redan: {holders[part.Written]}. Skriv en annan, eller töm den, så får den en ny."
                );
            }
        }

        HashSet<string> taken = [.. holders.Keys];
        return
        [
            .. parts.Select(part =>
                part.Written.Length > 0 ? part.Written : InterventionIds.Free(part.Title, otherwise, taken)
            ),
        ];
    }

    /// <param name="Place">Where it stands.</param>
    /// <param name="Written">Its id as it is written; "" where it is not.</param>
    public sealed record Part(string Place, string Written, string Title);
}
