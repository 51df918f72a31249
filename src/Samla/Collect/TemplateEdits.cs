using Samla.Reference;
using static Samla.Collect.TemplateParts;

namespace Samla.Collect;

/// <summary>What a change of a template makes of it. Nothing is saved here.</summary>
public static class TemplateEdits
{
    private const string Gone = "finns inte längre i mallen. Någon annan kan ha tagit bort eller bytt namn på det.";

    /// <summary>The template as the change makes it, and the change that would undo it; or why it cannot be made.</summary>
    public static Outcome Apply(TemplateFile file, TemplateEdit edit) =>
        Make(file, edit) switch
        {
            Outcome.Applied made when Faults(made.File) is [_, ..] faults => new Outcome.Refused(faults),
            var made => made,
        };

    private static List<TemplateFault> Faults(TemplateFile file) =>
        [.. TemplateChecks.Of(file).Where(fault => !fault.IsGap)];

    /// <summary>The place of a part among its like, from 0, and how many they are; null where there is no such part.</summary>
    public static (int At, int Of)? PlaceOf(TemplateFile file, PartName part)
    {
        IReadOnlyList<string> ids = part.Kind switch
        {
            TemplatePartKind.Whole => [],
            TemplatePartKind.Section => [.. file.Sections.Select(section => section.Id)],
            TemplatePartKind.Requirement => [.. SectionWith(file, part.Id)?.Requirements.Select(one => one.Id) ?? []],
            TemplatePartKind.Table => [.. file.Tables.Select(table => table.Id)],
            TemplatePartKind.Column => [.. TableOf(file, part.Table)?.Columns.Select(column => column.Id) ?? []],
        };
        var at = ids.Index().Where(one => one.Item == part.Id).Select(one => one.Index).FirstOrDefault(-1);
        return at < 0 ? null : (at, ids.Count);
    }

    private static Outcome Make(TemplateFile file, TemplateEdit edit) =>
        edit switch
        {
            TemplateEdit.SetFacts(var title, var note) => new Outcome.Applied(
                file with
                {
                    Title = title,
                    Note = note,
                },
                new TemplateEdit.SetFacts(file.Title, file.Note),
                Whole(file)
            ),
            TemplateEdit.AddSection add => Add(file, add),
            TemplateEdit.SetSection set => Set(file, set),
            TemplateEdit.AddRequirement add => Add(file, add),
            TemplateEdit.SetRequirement set => Set(file, set),
            TemplateEdit.AddTable add => Add(file, add),
            TemplateEdit.SetTable set => Set(file, set),
            TemplateEdit.AddColumn add => Add(file, add),
            TemplateEdit.SetColumn set => Set(file, set),
            TemplateEdit.Move move => Move(file, move),
            TemplateEdit.MoveTo move => MoveTo(file, move),
            TemplateEdit.Remove remove => Remove(file, remove),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static Outcome.Applied Add(TemplateFile file, TemplateEdit.AddSection add)
    {
        var section = add.Section with
        {
            Id = Named(add.Section.Id, add.Section.Title, "avsnitt", file.Sections.Select(other => other.Id)),
        };
        var part = new PartName(TemplatePartKind.Section, section.Id);
        return new Outcome.Applied(
            file with
            {
                Sections = Put(file.Sections, add.At, section),
            },
            new TemplateEdit.Remove(part),
            part
        );
    }

    private static Outcome Set(TemplateFile file, TemplateEdit.SetSection set)
    {
        if (file.Sections.FirstOrDefault(section => section.Id == set.Id) is not { } before)
        {
            return Missing(TemplatePartKind.Section, set.Id);
        }

        var section = set.Section with { Requirements = before.Requirements };
        return new Outcome.Applied(
            file with
            {
                Sections = Replace(file.Sections, before, section),
            },
            new TemplateEdit.SetSection(section.Id, before),
            new PartName(TemplatePartKind.Section, section.Id)
        );
    }

    private static Outcome Add(TemplateFile file, TemplateEdit.AddRequirement add)
    {
        if (file.Sections.FirstOrDefault(section => section.Id == add.Section) is not { } section)
        {
            return Missing(TemplatePartKind.Section, add.Section);
        }

        var taken = file.Requirements().Select(other => other.Id);
        var entry = add.Requirement with
        {
            Id = Named(add.Requirement.Id, $"{section.Id} {add.Requirement.Title}", "krav", taken),
        };
        var part = new PartName(TemplatePartKind.Requirement, entry.Id);
        return new Outcome.Applied(
            With(file, section, Put(section.Requirements, add.At, entry)),
            new TemplateEdit.Remove(part),
            part
        );
    }

    private static Outcome Set(TemplateFile file, TemplateEdit.SetRequirement set)
    {
        if (SectionWith(file, set.Id) is not { } section)
        {
            return Missing(TemplatePartKind.Requirement, set.Id);
        }

        var before = section.Requirements.First(one => one.Id == set.Id);
        return new Outcome.Applied(
            With(file, section, Replace(section.Requirements, before, set.Requirement)),
            new TemplateEdit.SetRequirement(set.Requirement.Id, before),
            new PartName(TemplatePartKind.Requirement, set.Requirement.Id)
        );
    }

    private static Outcome.Applied Add(TemplateFile file, TemplateEdit.AddTable add)
    {
        var table = add.Table with
        {
            Id = Named(add.Table.Id, add.Table.Title, "tabell", file.Tables.Select(other => other.Id)),
        };
        var part = new PartName(TemplatePartKind.Table, table.Id);
        return new Outcome.Applied(
            file with
            {
                Tables = Put(file.Tables, add.At, table),
            },
            new TemplateEdit.Remove(part),
            part
        );
    }

    private static Outcome Set(TemplateFile file, TemplateEdit.SetTable set)
    {
        if (TableOf(file, set.Id) is not { } before)
        {
            return Missing(TemplatePartKind.Table, set.Id);
        }

        var table = set.Table with { Columns = before.Columns };
        var asking =
            from section in file.Sections
            select section with
            {
                Requirements =
                [
                    .. section.Requirements.Select(one => one.Table == set.Id ? one with { Table = table.Id } : one),
                ],
            };
        return new Outcome.Applied(
            file with
            {
                Sections = [.. asking],
                Tables = Replace(file.Tables, before, table),
            },
            new TemplateEdit.SetTable(table.Id, before),
            new PartName(TemplatePartKind.Table, table.Id)
        );
    }

    private static Outcome Add(TemplateFile file, TemplateEdit.AddColumn add)
    {
        if (TableOf(file, add.Table) is not { } table)
        {
            return Missing(TemplatePartKind.Table, add.Table);
        }

        var column = add.Column with
        {
            Id = Named(add.Column.Id, add.Column.Title, "kolumn", table.Columns.Select(other => other.Id)),
        };
        var part = new PartName(TemplatePartKind.Column, column.Id, table.Id);
        return new Outcome.Applied(
            With(file, table, Put(table.Columns, add.At, column)),
            new TemplateEdit.Remove(part),
            part
        );
    }

    private static Outcome Set(TemplateFile file, TemplateEdit.SetColumn set)
    {
        if (
            TableOf(file, set.Table) is not { } table
            || table.Columns.FirstOrDefault(column => column.Id == set.Id) is not { } before
        )
        {
            return Missing(TemplatePartKind.Column, set.Id, set.Table);
        }

        return new Outcome.Applied(
            With(file, table, Replace(table.Columns, before, set.Column)),
            new TemplateEdit.SetColumn(table.Id, set.Column.Id, before),
            new PartName(TemplatePartKind.Column, set.Column.Id, table.Id)
        );
    }

    private static Outcome Move(TemplateFile file, TemplateEdit.Move move)
    {
        if (PlaceOf(file, move.Part) is not { } place)
        {
            return Missing(move.Part.Kind, move.Part.Id, move.Part.Table);
        }

        if (move.To < 0 || move.To >= place.Of)
        {
            return Refuse(move.Part, "Det står redan ytterst.");
        }

        var moved = move.Part.Kind switch
        {
            TemplatePartKind.Section => file with { Sections = Moved(file.Sections, place.At, move.To) },
            TemplatePartKind.Requirement when SectionWith(file, move.Part.Id) is { } section => With(
                file,
                section,
                Moved(section.Requirements, place.At, move.To)
            ),
            TemplatePartKind.Table => file with { Tables = Moved(file.Tables, place.At, move.To) },
            TemplatePartKind.Column when TableOf(file, move.Part.Table) is { } table => With(
                file,
                table,
                Moved(table.Columns, place.At, move.To)
            ),
            _ => file,
        };
        return new Outcome.Applied(moved, new TemplateEdit.Move(move.Part, place.At), move.Part);
    }

    private static Outcome MoveTo(TemplateFile file, TemplateEdit.MoveTo move)
    {
        if (SectionWith(file, move.Requirement) is not { } from)
        {
            return Missing(TemplatePartKind.Requirement, move.Requirement);
        }

        if (file.Sections.FirstOrDefault(section => section.Id == move.Section) is not { } to)
        {
            return Missing(TemplatePartKind.Section, move.Section);
        }

        var entry = from.Requirements.First(one => one.Id == move.Requirement);
        var at = IndexOf(from.Requirements, entry);
        var without = With(file, from, Without(from.Requirements, at));
        var into = without.Sections.First(section => section.Id == to.Id);
        return new Outcome.Applied(
            With(without, into, Put(into.Requirements, move.At, entry)),
            new TemplateEdit.MoveTo(move.Requirement, from.Id, at),
            new PartName(TemplatePartKind.Requirement, entry.Id)
        );
    }

    private static Outcome Remove(TemplateFile file, TemplateEdit.Remove remove)
    {
        var part = remove.Part;
        if (PlaceOf(file, part) is not { At: var at })
        {
            return Missing(part.Kind, part.Id, part.Table);
        }

        switch (part.Kind)
        {
            case TemplatePartKind.Section:
                return new Outcome.Applied(
                    file with
                    {
                        Sections = Without(file.Sections, at),
                    },
                    new TemplateEdit.AddSection(file.Sections[at], at),
                    part
                );
            case TemplatePartKind.Requirement:
                var section = SectionWith(file, part.Id)!;
                return new Outcome.Applied(
                    With(file, section, Without(section.Requirements, at)),
                    new TemplateEdit.AddRequirement(section.Id, section.Requirements[at], at),
                    part
                );
            case TemplatePartKind.Table:
                return RemoveTable(file, part, at);
            case TemplatePartKind.Column:
                var table = TableOf(file, part.Table)!;
                return new Outcome.Applied(
                    With(file, table, Without(table.Columns, at)),
                    new TemplateEdit.AddColumn(table.Id, table.Columns[at], at),
                    part
                );
            case TemplatePartKind.Whole:
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Outcome RemoveTable(TemplateFile file, PartName part, int at)
    {
        var asking = file.Requirements().Where(one => one.Table == part.Id).Select(one => $"”{one.Title}”").ToList();
        return asking.Count > 0
            ? Refuse(
                part,
                $"Tabellen används av {Domain.SwedishText.Enumeration(asking)}. Välj en annan tabell där, eller ta bort kravet först."
            )
            : new Outcome.Applied(
                file with
                {
                    Tables = Without(file.Tables, at),
                },
                new TemplateEdit.AddTable(file.Tables[at], at),
                part
            );
    }

    private static string Named(string id, string title, string otherwise, IEnumerable<string> taken) =>
        id.Length > 0 ? id : InterventionIds.Free(title, otherwise, [.. taken]);

    private static PartName Whole(TemplateFile file) => new(TemplatePartKind.Whole, file.Id);

    private static Outcome.Refused Missing(TemplatePartKind kind, string id, string? table = null)
    {
        var what = kind switch
        {
            TemplatePartKind.Whole => "Mallen",
            TemplatePartKind.Section => "Avsnittet",
            TemplatePartKind.Requirement => "Kravet",
            TemplatePartKind.Table => "Tabellen",
            TemplatePartKind.Column => "Kolumnen",
        };
        return Refuse(new PartName(kind, id, table), $"{what} ”{id}” {Gone}");
    }

    private static Outcome.Refused Refuse(PartName part, string reason) =>
        new([new TemplateFault(part, TemplateField.Parts, reason)]);

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="File">As it is then.</param>
        /// <param name="Inverse">What would undo it.</param>
        /// <param name="Part">What was added, changed, moved or removed, by the id that it has then.</param>
        public sealed record Applied(TemplateFile File, TemplateEdit Inverse, PartName Part) : Outcome;

        /// <param name="Faults">At least one.</param>
        public sealed record Refused(IReadOnlyList<TemplateFault> Faults) : Outcome;
    }
}
