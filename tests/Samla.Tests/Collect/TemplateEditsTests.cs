using CsCheck;
using Samla.Collect;
using Samla.Reference;

namespace Samla.Tests.Collect;

/// <summary>What each change makes of a template, and how it is undone.</summary>
public sealed class TemplateEditsTests
{
    private static readonly TemplateFile.RequirementEntry One = new(
        "mal-ett",
        "narrative",
        "Ett",
        "Beskriv det.",
        "region",
        new(1000)
    );

    private static readonly TemplateFile Small = new(
        "mall",
        "Mall",
        "",
        [
            new("mal", "Mål", [One, One with { Id = "mal-tva" }]),
            new("insatser", "Insatser", [One with { Id = "insatser-ett", Kind = "table", Table = "insatser" }]),
        ],
        [new("insatser", "Insatser", [new("namn", "Namn", "text"), new("belopp", "Belopp", "number", Unit: "kronor")])]
    );

    [Theory]
    [InlineData("Företagande och entreprenörskap", "mal-foretagande-och-entreprenorskap")]
    [InlineData("Ett", "mal-ett-2")]
    [InlineData("!", "mal")]
    public void A_new_requirement_is_named_after_its_section_and_title(string title, string id)
    {
        var added = Applied(Small, new TemplateEdit.AddRequirement("mal", One with { Id = "", Title = title }));

        Assert.Equal(id, added.Part.Id);
        Assert.Equal(["mal-ett", "mal-tva", id], added.File.Sections[0].Requirements.Select(one => one.Id));
    }

    [Fact]
    public void Texts_that_are_too_long_are_refused_and_named()
    {
        var (title, line, text) = (new string('å', 201), new string('å', 301), new string('å', 5001));
        var long1 = One with { Title = title, Instruction = text, Help = text, LegalBasis = line };
        var column = new TemplateFile.ColumnEntry(
            "slag",
            title,
            "choice",
            text,
            Options: [new("a", "En"), new("b", title)]
        );

        Assert.Equal([TemplateField.Title, TemplateField.Note], Fields(new TemplateEdit.SetFacts(title, text)));
        Assert.Equal(
            [TemplateField.Title, TemplateField.Guidance],
            Fields(new TemplateEdit.SetSection("mal", Small.Sections[0] with { Title = title, Guidance = text }))
        );
        Assert.Equal(
            [TemplateField.Title, TemplateField.Instruction, TemplateField.Help, TemplateField.LegalBasis],
            Fields(new TemplateEdit.SetRequirement("mal-ett", long1))
        );
        Assert.Equal(
            [TemplateField.Title, TemplateField.Help, TemplateField.Options],
            Fields(new TemplateEdit.AddColumn("insatser", column))
        );
        Assert.Equal(
            [TemplateField.Unit],
            Fields(new TemplateEdit.SetColumn("insatser", "belopp", Small.Tables[0].Columns[1] with { Unit = line }))
        );
        // An å of a letter and its ring is one character.
        Applied(Small, new TemplateEdit.SetFacts(string.Concat(Enumerable.Repeat("a\u030a", 200)), ""));

        static IEnumerable<TemplateField> Fields(TemplateEdit edit) =>
            Assert
                .IsType<TemplateEdits.Outcome.Refused>(TemplateEdits.Apply(Small, edit))
                .Faults.Select(fault => fault.Field);
    }

    [Fact]
    public void A_section_that_is_removed_takes_its_requirements_along_and_brings_them_back()
    {
        var removed = Applied(Small, new TemplateEdit.Remove(new(TemplatePartKind.Section, "mal")));
        Assert.Equal(["insatser"], removed.File.Sections.Select(section => section.Id));

        Assert.Equal(Small.Token, Applied(removed.File, removed.Inverse).File.Token);
    }

    [Fact]
    public void A_table_that_gets_another_id_is_asked_for_by_that()
    {
        var renamed = Applied(Small, new TemplateEdit.SetTable("insatser", Small.Tables[0] with { Id = "projekt" }));

        Assert.Equal("projekt", renamed.File.Sections[1].Requirements[0].Table);
        Assert.Equal(2, renamed.File.Tables[0].Columns.Count);
    }

    [Fact]
    public void A_requirement_moves_within_its_section_and_to_another()
    {
        var first = Applied(Small, new TemplateEdit.Move(new(TemplatePartKind.Requirement, "mal-tva"), 0));
        Assert.Equal(["mal-tva", "mal-ett"], first.File.Sections[0].Requirements.Select(one => one.Id));

        var away = Applied(Small, new TemplateEdit.MoveTo("mal-ett", "insatser", 0));
        Assert.Equal(["mal-ett", "insatser-ett"], away.File.Sections[1].Requirements.Select(one => one.Id));
        Assert.Equal(Small.Token, Applied(away.File, away.Inverse).File.Token);
    }

    public static TheoryData<string, TemplateEdit, TemplateField, string> Refusals { get; } =
        new()
        {
            {
                "no title",
                new TemplateEdit.SetRequirement("mal-ett", One with { Title = " " }),
                TemplateField.Title,
                "Rubriken är tom"
            },
            {
                "no limit",
                new TemplateEdit.SetRequirement("mal-ett", One with { CharacterLimit = new(0) }),
                TemplateField.CharacterLimit,
                "större än noll"
            },
            {
                "an id twice",
                new TemplateEdit.SetRequirement("mal-ett", One with { Id = "mal-tva" }),
                TemplateField.Id,
                "finns redan"
            },
            {
                "an id that is none",
                new TemplateEdit.SetSection("mal", Small.Sections[0] with { Id = "Mål" }),
                TemplateField.Id,
                "inget giltigt id"
            },
            {
                "no counties",
                new TemplateEdit.SetRequirement("mal-ett", One with { Counties = [] }),
                TemplateField.Counties,
                "inte till något län"
            },
            {
                "counties of an authority of the whole country",
                new TemplateEdit.SetRequirement("mal-ett", One with { AnsweredBy = "agency", Counties = ["01"] }),
                TemplateField.Counties,
                "har inget län"
            },
            {
                "a table that is missing",
                new TemplateEdit.SetRequirement("mal-ett", One with { Kind = "table" }),
                TemplateField.Table,
                "vilken tabell"
            },
            {
                "a table that is asked for",
                new TemplateEdit.Remove(new(TemplatePartKind.Table, "insatser")),
                TemplateField.Parts,
                "används av ”Ett”"
            },
            {
                "a choice of one",
                new TemplateEdit.SetColumn("insatser", "namn", new("namn", "Namn", "choice", Options: [new("a", "A")])),
                TemplateField.Options,
                "minst två val"
            },
            {
                "a choice with the sign that stands between choices",
                new TemplateEdit.SetColumn(
                    "insatser",
                    "namn",
                    new("namn", "Namn", "multi-choice", Options: [new("a", "Luft; vatten"), new("b", "B")])
                ),
                TemplateField.Options,
                "Valet ”Luft; vatten” har ett semikolon"
            },
            {
                "what is gone",
                new TemplateEdit.SetRequirement("borta", One with { Id = "borta" }),
                TemplateField.Parts,
                "finns inte längre"
            },
            {
                "above the first",
                new TemplateEdit.Move(new(TemplatePartKind.Section, "mal"), -1),
                TemplateField.Parts,
                "redan ytterst"
            },
        };

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void What_breaks_the_template_is_refused_with_its_reason(
        string why,
        TemplateEdit edit,
        TemplateField field,
        string reason
    )
    {
        var refused = Assert.IsType<TemplateEdits.Outcome.Refused>(TemplateEdits.Apply(Small, edit));

        Assert.True(
            refused.Faults.Any(fault =>
                fault.Field == field && fault.Reason.Contains(reason, StringComparison.Ordinal)
            ),
            $"{why}: {string.Join(" ", refused.Faults)}"
        );
    }

    [Theory]
    [InlineData("A,B", "a,b")]
    [InlineData("B,A", "b,a")]
    [InlineData("A,Ny,B", "a,ny,b")]
    [InlineData("Andra ord,B", "a,b")]
    [InlineData("B", "b")]
    [InlineData("A,B,A", "a,b,a-2")]
    [InlineData("", null)]
    public void A_choice_keeps_its_id_where_it_is_moved_or_gets_other_words(string labels, string? ids)
    {
        var options = TemplateOptions.Of(
            labels.Split(',', StringSplitOptions.RemoveEmptyEntries),
            [new("a", "A"), new("b", "B")]
        );

        Assert.Equal(ids, options is null ? null : string.Join(',', options.Select(option => option.Id)));
    }

    [Fact]
    public void A_draft_may_have_gaps()
    {
        var file = Applied(Small, new TemplateEdit.AddSection(new("", "Tomt", []))).File;
        file = Applied(file, new TemplateEdit.AddTable(new("", "Tom", []))).File;

        Assert.Equal(("tomt", "tom"), (file.Sections[^1].Id, file.Tables[^1].Id));
    }

    // Whatever is done, in whatever order: the template stays one that can be put in again, or the change is refused and says why;
    // and what was done can be undone.
    [Fact]
    public void Any_change_leaves_a_whole_template_and_can_be_undone() =>
        AnyEdit
            .Array[1, 12]
            .Sample(edits =>
            {
                var file = Small;
                foreach (var edit in edits)
                {
                    switch (TemplateEdits.Apply(file, edit))
                    {
                        case TemplateEdits.Outcome.Applied(var after, var inverse, _):
                            Assert.Equal(file.Token, Applied(after, inverse).File.Token);
                            Assert.Equal(after.Token, TemplateFile.Of(after.ToTemplate(publishedAt: null)).Token);
                            file = after;
                            break;
                        case TemplateEdits.Outcome.Refused(var faults):
                            Assert.NotEmpty(faults);
                            Assert.All(faults, fault => Assert.NotEmpty(fault.Reason));
                            break;
                    }
                }
            });

    private static readonly Gen<string> AnyId = Any(
        "mal",
        "insatser",
        "mal-ett",
        "mal-tva",
        "insatser-ett",
        "namn",
        "belopp",
        "ny",
        ""
    );

    private static readonly Gen<string> AnyTitle = Any("Ny", "Mål", "", "ÅÄÖ", "Namn");

    private static readonly Gen<TemplateFile.RequirementEntry> AnyRequirement = Gen.Select(
            AnyId,
            AnyTitle,
            Any("narrative", "table", "okänt"),
            Any("region", "county-board", "agency"),
            Gen.Int[-1, 3],
            Any<string?>(null, "insatser", "ny")
        )
        .Select(
            (id, title, kind, who, limit, table) =>
                new TemplateFile.RequirementEntry(
                    id,
                    kind,
                    title,
                    title,
                    who,
                    new(limit),
                    Counties: limit == 1 ? ["01", "09"] : null,
                    Table: table
                )
        );

    private static readonly Gen<TemplateFile.ColumnEntry> AnyColumn = Gen.Select(
            AnyId,
            AnyTitle,
            Any("text", "number", "choice"),
            Gen.Bool
        )
        .Select(
            (id, title, type, fits) =>
                new TemplateFile.ColumnEntry(
                    id,
                    title,
                    type,
                    Unit: type == "number" == fits ? "kronor" : null,
                    Options: type == "choice" ? [new("a", "A"), new("b", "B")] : null
                )
        );

    private static readonly Gen<PartName> AnyPart = Gen.Select(Gen.Int[1, 4], AnyId)
        .Select(
            (kind, id) =>
                new PartName(
                    (TemplatePartKind)kind,
                    id,
                    (TemplatePartKind)kind == TemplatePartKind.Column ? "insatser" : null
                )
        );

    private static readonly Gen<TemplateEdit> AnyEdit = Gen.OneOf(
        AnyTitle.Select(title => (TemplateEdit)new TemplateEdit.SetFacts(title, title)),
        Gen.Select(AnyId, AnyTitle, Gen.Int[0, 3], AnyRequirement)
            .Select(
                (id, title, at, one) =>
                    (TemplateEdit)new TemplateEdit.AddSection(new(id, title, [one], Chapter: at), at)
            ),
        Gen.Select(AnyId, AnyId, AnyTitle)
            .Select((id, to, title) => (TemplateEdit)new TemplateEdit.SetSection(id, new(to, title, []))),
        Gen.Select(AnyId, AnyRequirement, Gen.Int[0, 3])
            .Select((id, one, at) => (TemplateEdit)new TemplateEdit.AddRequirement(id, one, at)),
        Gen.Select(AnyId, AnyRequirement).Select((id, one) => (TemplateEdit)new TemplateEdit.SetRequirement(id, one)),
        Gen.Select(AnyId, AnyTitle, AnyColumn)
            .Select((id, title, column) => (TemplateEdit)new TemplateEdit.AddTable(new(id, title, [column]))),
        Gen.Select(AnyId, AnyId, AnyTitle)
            .Select((id, to, title) => (TemplateEdit)new TemplateEdit.SetTable(id, new(to, title, []))),
        Gen.Select(AnyId, AnyColumn, Gen.Int[0, 3])
            .Select((id, column, at) => (TemplateEdit)new TemplateEdit.AddColumn(id, column, at)),
        Gen.Select(AnyId, AnyId, AnyColumn)
            .Select((table, id, column) => (TemplateEdit)new TemplateEdit.SetColumn(table, id, column)),
        Gen.Select(AnyPart, Gen.Int[-1, 3]).Select((part, to) => (TemplateEdit)new TemplateEdit.Move(part, to)),
        Gen.Select(AnyId, AnyId, Gen.Int[0, 3])
            .Select((id, section, at) => (TemplateEdit)new TemplateEdit.MoveTo(id, section, at)),
        AnyPart.Select(part => (TemplateEdit)new TemplateEdit.Remove(part))
    );

    private static Gen<T> Any<T>(params T[] among) => Gen.Int[0, among.Length - 1].Select(index => among[index]);

    private static TemplateEdits.Outcome.Applied Applied(TemplateFile file, TemplateEdit edit) =>
        Assert.IsType<TemplateEdits.Outcome.Applied>(TemplateEdits.Apply(file, edit));
}
