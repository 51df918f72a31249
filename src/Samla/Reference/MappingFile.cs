using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Reference;

/// <summary>A file in <c>reference/mappings</c>: where the requirements of a template are found again in a later one.</summary>
/// <param name="From">The earlier template.</param>
/// <param name="To">The later template.</param>
/// <param name="Note">How the two were read.</param>
public sealed record MappingFile(string From, string To, string Note, IReadOnlyList<MappingFile.Entry> Entries)
{
    /// <summary>One correspondence.</summary>
    /// <param name="From">Requirements of the earlier template; none for what is new.</param>
    /// <param name="To">Requirements of the later template; none for what was dropped.</param>
    /// <param name="Note">What differs, for whoever carries an answer over.</param>
    public sealed record Entry(string Kind, IReadOnlyList<string> From, IReadOnlyList<string> To, string Note);

    /// <summary>The pairs that a checked file describes.</summary>
    internal IEnumerable<RequirementMapping> ToMappings()
    {
        var order = 0;
        foreach (var entry in Entries)
        {
            foreach (var to in entry.To.DefaultIfEmpty())
            {
                foreach (var from in entry.From.DefaultIfEmpty())
                {
                    yield return new RequirementMapping
                    {
                        TemplateId = Key<Template>.Parse(To, null),
                        EarlierTemplateId = Key<Template>.Parse(From, null),
                        Order = order++,
                        RequirementId = to is null ? null : Key<Requirement>.Parse(to, null),
                        EarlierRequirementId = from is null ? null : Key<Requirement>.Parse(from, null),
                        Kind = SampleWords.MappingKinds[entry.Kind],
                        Note = entry.Note,
                    };
                }
            }
        }
    }
}
