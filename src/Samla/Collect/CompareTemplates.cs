using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>What differs between two templates, requirement by requirement. Requirements are the same when they have the same id.</summary>
public sealed class CompareTemplates(SamlaDb db)
{
    /// <summary>What has happened to a requirement.</summary>
    /// <param name="Title">As it is now; where it was removed, as it was.</param>
    public abstract record Difference(Key<Requirement> Id, string Title)
    {
        public sealed record Added(Key<Requirement> Id, string Title) : Difference(Id, Title);

        public sealed record Removed(Key<Requirement> Id, string Title) : Difference(Id, Title);

        /// <param name="Fields">What differs, by the words that a file has for it; "table" where its columns do.</param>
        public sealed record Changed(Key<Requirement> Id, string Title, IReadOnlyList<string> Fields)
            : Difference(Id, Title);

        /// <summary>Stands in another section, or among others in another order.</summary>
        public sealed record Moved(Key<Requirement> Id, string Title) : Difference(Id, Title);
    }

    /// <summary>Null where one of them is not there.</summary>
    public async Task<IReadOnlyList<Difference>?> Run(
        Key<Template> before,
        Key<Template> after,
        CancellationToken cancellation
    ) =>
        await db.WholeTemplate(before, cancellation) is { } earlier
        && await db.WholeTemplate(after, cancellation) is { } later
            ? Between(TemplateFile.Of(earlier), TemplateFile.Of(later))
            : null;

    /// <summary>In the later template's order, then those that were removed. A requirement that was both changed and moved stands twice.</summary>
    public static IReadOnlyList<Difference> Between(TemplateFile before, TemplateFile after)
    {
        var (was, now) = (Placed(before), Placed(after));
        var common = now.Keys.Where(was.ContainsKey).ToList();
        var stayed = Stayed([.. common.Select(id => was[id].Index)]).Select(index => common[index]).ToHashSet();
        return
        [
            .. now.SelectMany(one => Of(one.Key, was.GetValueOrDefault(one.Key), one.Value, stayed.Contains(one.Key))),
            .. was.Where(one => !now.ContainsKey(one.Key))
                .Select(one => new Difference.Removed(KeyOf(one.Key), one.Value.Entry.Title)),
        ];
    }

    private sealed record Place(
        int Index,
        string Section,
        TemplateFile.RequirementEntry Entry,
        TemplateFile.TableEntry? Table
    );

    private static OrderedDictionary<string, Place> Placed(TemplateFile file)
    {
        var places = new OrderedDictionary<string, Place>();
        foreach (var section in file.Sections)
        {
            foreach (var entry in section.Requirements)
            {
                var table = file.Tables.FirstOrDefault(table => table.Id == entry.Table);
                places.Add(entry.Id, new Place(places.Count, section.Id, entry, table));
            }
        }

        return places;
    }

    private static IEnumerable<Difference> Of(string id, Place? was, Place now, bool stayed)
    {
        if (was is null)
        {
            yield return new Difference.Added(KeyOf(id), now.Entry.Title);
            yield break;
        }

        if (Fields(was, now).ToList() is [_, ..] fields)
        {
            yield return new Difference.Changed(KeyOf(id), now.Entry.Title, fields);
        }

        if (was.Section != now.Section || !stayed)
        {
            yield return new Difference.Moved(KeyOf(id), now.Entry.Title);
        }
    }

    private static IEnumerable<string> Fields(Place was, Place now)
    {
        var (before, after) = (was.Entry, now.Entry);
        (string Name, bool IsSame)[] fields =
        [
            ("kind", before.Kind == after.Kind),
            ("title", before.Title == after.Title),
            ("instruction", before.Instruction == after.Instruction),
            ("help", before.Help == after.Help),
            ("legalBasis", before.LegalBasis == after.LegalBasis),
            ("answeredBy", before.AnsweredBy == after.AnsweredBy),
            ("counties", (before.Counties ?? []).Order().SequenceEqual((after.Counties ?? []).Order())),
            ("characterLimit", before.CharacterLimit == after.CharacterLimit),
            ("table", before.Table == after.Table && SameColumns(was.Table, now.Table)),
            ("optional", before.Optional == after.Optional),
        ];
        return fields.Where(field => !field.IsSame).Select(field => field.Name);
    }

    private static bool SameColumns(TemplateFile.TableEntry? before, TemplateFile.TableEntry? after) =>
        before?.Title == after?.Title
        && (before?.Columns ?? []).Select(WithoutOptions).SequenceEqual((after?.Columns ?? []).Select(WithoutOptions))
        && (before?.Columns ?? [])
            .SelectMany(column => column.Options ?? [])
            .SequenceEqual((after?.Columns ?? []).SelectMany(column => column.Options ?? []));

    // A record compares a list by what it is, not by what it holds.
    private static (TemplateFile.ColumnEntry, int) WithoutOptions(TemplateFile.ColumnEntry column) =>
        (column with { Options = null }, column.Options?.Count ?? 0);

    /// <summary>The indexes of a longest run of numbers that rise: those that stayed in order while others moved among them.</summary>
    private static List<int> Stayed(IReadOnlyList<int> numbers)
    {
        var longest = new int[numbers.Count];
        var before = new int[numbers.Count];
        var last = -1;
        for (var i = 0; i < numbers.Count; i++)
        {
            (longest[i], before[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (numbers[j] < numbers[i] && longest[j] >= longest[i])
                {
                    (longest[i], before[i]) = (longest[j] + 1, j);
                }
            }

            last = last < 0 || longest[i] > longest[last] ? i : last;
        }

        var stayed = new List<int>();
        for (; last >= 0; last = before[last])
        {
            stayed.Add(last);
        }

        return stayed;
    }

    private static Key<Requirement> KeyOf(string id) => Key<Requirement>.Parse(id, null);
}
