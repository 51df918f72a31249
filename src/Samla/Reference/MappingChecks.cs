using Samla.Domain.Collect;

namespace Samla.Reference;

/// <summary>What must hold between a mapping and its two templates: nothing is forgotten and nothing is said twice.</summary>
internal static class MappingChecks
{
    public static void Check(
        MappingFile mapping,
        IReadOnlyDictionary<string, TemplateFile> templates,
        Action<string, string> report
    )
    {
        foreach (var missing in new[] { mapping.From, mapping.To }.Where(id => !templates.ContainsKey(id)))
        {
            report(missing, $"Mallen finns inte. Välj bland: {string.Join(", ", templates.Keys)}.");
        }

        foreach (var entry in mapping.Entries)
        {
            Check(entry, report);
        }

        foreach (var twice in Pairs(mapping).CountBy(pair => pair).Where(count => count.Value > 1))
        {
            report(twice.Key, "Paret står två gånger.");
        }

        if (templates.TryGetValue(mapping.From, out var from))
        {
            CheckSide(from, [.. mapping.Entries.Select(entry => (entry.Kind, entry.From))], "dropped", report);
        }

        if (templates.TryGetValue(mapping.To, out var to))
        {
            CheckSide(to, [.. mapping.Entries.Select(entry => (entry.Kind, entry.To))], "new", report);
        }
    }

    private static void Check(MappingFile.Entry entry, Action<string, string> report)
    {
        var place = $"{string.Join(", ", entry.From)} → {string.Join(", ", entry.To)}";
        if (!SampleWords.MappingKinds.TryGetValue(entry.Kind, out var kind))
        {
            report(place, $"Okänt slag. Välj bland: {string.Join(", ", SampleWords.MappingKinds.Keys)}.");
            return;
        }

        var (fits, expected) = kind switch
        {
            MappingKind.Same or MappingKind.Partly => (
                entry is { From.Count: 1, To.Count: 1 },
                "ett krav på varje sida"
            ),
            MappingKind.Split => (entry is { From.Count: 1, To.Count: > 1 }, "ett tidigare krav och flera senare"),
            MappingKind.Merged => (entry is { From.Count: > 1, To.Count: 1 }, "flera tidigare krav och ett senare"),
            MappingKind.New => (entry is { From.Count: 0, To.Count: > 0 }, "bara senare krav"),
            MappingKind.Dropped => (entry is { From.Count: > 0, To.Count: 0 }, "bara tidigare krav"),
        };
        if (!fits)
        {
            report(place, $"”{entry.Kind}” ska ha {expected}.");
        }

        if (string.IsNullOrWhiteSpace(entry.Note))
        {
            report(place, "Anmärkningen är tom. Skriv vad som skiljer.");
        }
    }

    /// <summary>Every requirement of a template is named, and those that answer to nothing are named once.</summary>
    private static void CheckSide(
        TemplateFile template,
        IReadOnlyList<(string Kind, IReadOnlyList<string> Ids)> entries,
        string alone,
        Action<string, string> report
    )
    {
        var named = entries.SelectMany(entry => entry.Ids, (entry, id) => (entry.Kind, Id: id)).ToLookup(e => e.Id);
        var asked = template.Requirements().Select(requirement => requirement.Id).ToHashSet();
        foreach (var unknown in named.Where(id => !asked.Contains(id.Key)))
        {
            report(unknown.Key, $"Kravet finns inte i {template.Id}.");
        }

        foreach (var missing in asked.Where(id => !named.Contains(id)))
        {
            report(missing, $"Kravet i {template.Id} saknas.");
        }

        foreach (var both in named.Where(id => id.Count() > 1 && id.Any(entry => entry.Kind == alone)))
        {
            report(both.Key, $"Kravet är ”{alone}” och står ändå på ett annat ställe.");
        }
    }

    private static IEnumerable<string> Pairs(MappingFile mapping) =>
        from entry in mapping.Entries
        from earlier in entry.From
        from later in entry.To
        select $"{earlier} → {later}";
}
