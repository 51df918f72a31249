using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse;

public sealed class CodebookTests(Databases databases)
{
    private static readonly Key<Code> Group = Sample2023.Named<Code>("g-rus-lage");

    private static readonly Key<Code> Implements = Sample2023.Named<Code>("rus-genomfor");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_new_code_stands_last_in_its_group_and_can_be_given(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var added = await Changed(
            database,
            (AddCode add) => add.Run(Sample2023.Round, CodeKind.Leaf, Group, Words("Åtgärder på ön"), null, "Åsa", Stop)
        );

        var codes = await Codes(database);
        var code = codes.Single(one => one.Id == added);
        Assert.Equal(("atgarder-pa-on", Sample2023.Strategy, 1), (code.Id.Value, code.RequirementId, code.Version));
        Assert.Equal(added, codes.Last(one => one.ParentId == Group).Id);
        Assert.Equal(codes.Select((_, order) => order), codes.Select(one => one.Order));
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        Assert.IsType<AddCoding.Outcome.Added>(
            await database.Ask((AddCoding add) => add.Run(source.Id, added, source.Text[..10], 0, "Åsa", Stop))
        );
    }

    [Theory]
    [InlineData("", "Skriv kodens namn")]
    [InlineData("Reviderar strategin", null)]
    [InlineData("  reviderar   STRATEGIN ", null)]
    public async Task Names_are_written_and_stand_once_in_a_group(string label, string? problem)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var existing = (await Codes(database)).First(code => code.Id == Sample2023.Revises);
        var outcome = await database.Ask(
            (AddCode add) =>
                add.Run(
                    Sample2023.Round,
                    CodeKind.Leaf,
                    existing.ParentId,
                    Words(
                        problem is null
                            ? label
                                .Replace("Reviderar strategin", existing.Label, StringComparison.Ordinal)
                                .Replace(
                                    "reviderar   STRATEGIN",
                                    $" {existing.Label.ToUpperInvariant()} ",
                                    StringComparison.Ordinal
                                )
                            : label
                    ),
                    null,
                    "Åsa",
                    Stop
                )
        );
        Assert.Contains(
            problem ?? "Det finns redan en kod som heter",
            Assert.IsType<CodebookOutcome.Refused>(outcome).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_merged_code_gives_its_codings_to_the_other_and_is_no_row_of_the_matrix(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var other = (await Codes(database)).First(code =>
            code.RequirementId == Sample2023.Strategy
            && code.Kind == CodeKind.Leaf
            && code.Id != Sample2023.Revises
            && code.Withheld is null
        );
        var (from, into) = (await Standing(database, Sample2023.Revises), await Standing(database, other.Id));

        await Changed(
            database,
            (MergeCodes merge) => merge.Run(Sample2023.Round, Sample2023.Revises, other.Id, "Åsa", Stop)
        );

        Assert.Equal(from!.Says | into!.Says, (await Standing(database, other.Id))!.Says);
        Assert.Null(await Standing(database, Sample2023.Revises));
        var codes = await Codes(database);
        Assert.Equal(other.Id, codes.Single(code => code.Id == Sample2023.Revises).MergedIntoId);
        Assert.Equal(2, codes.Single(code => code.Id == other.Id).Version);
        Assert.NotEmpty((await database.Compose()).Chapters); // a chapter that names the merged code is still written
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Who_gave_both_codes_without_a_passage_has_given_one_for_both_reasons(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Attribute(Sample2023.Revises, "Se avsnitt 2.");
        await Attribute(Implements, "Se planen.");

        await Changed(
            database,
            (MergeCodes merge) => merge.Run(Sample2023.Round, Sample2023.Revises, Implements, "Åsa", Stop)
        );
        Assert.Equal(["Se planen.\nSe avsnitt 2."], await Reasons());

        await database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, "Åsa", Stop));
        Assert.Equal(["Se avsnitt 2.", "Se planen."], await Reasons());

        Task<AttributeCode.Outcome> Attribute(Key<Code> code, string reason) =>
            database.Ask(
                (AttributeCode give) => give.Run(Sample2023.Round, code, Sample2023.Värmland, reason, "Åsa", Stop)
            );

        Task<List<string>> Reasons() =>
            database.Ask(
                (SamlaDb db) => db.Attributions.OrderBy(one => one.Reason).Select(one => one.Reason).ToListAsync(Stop)
            );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_code_that_is_split_gives_the_chosen_passages_to_a_new_one_beside_it(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var codings = await CodingsOf(database, Sample2023.Revises);
        var chosen = codings.Take(3).Select(coding => coding.Id).ToList();

        var added = await Changed(
            database,
            (SplitCode split) =>
                split.Run(Sample2023.Round, Sample2023.Revises, Words("Reviderar i grunden"), chosen, "Åsa", Stop)
        );

        Assert.Equal(chosen, (await CodingsOf(database, added)).Select(coding => coding.Id));
        Assert.Equal(codings.Count - 3, (await CodingsOf(database, Sample2023.Revises)).Count);
        var codes = await Codes(database);
        var old = codes.Single(code => code.Id == Sample2023.Revises);
        Assert.Equal(
            (old.ParentId, old.Order + 1),
            (codes.Single(code => code.Id == added).ParentId, codes.Single(code => code.Id == added).Order)
        );
        Assert.Equal(2, old.Version);
    }

    [Fact]
    public async Task A_code_is_moved_to_where_it_is_put_and_no_group_into_itself()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var siblings = (await Codes(database)).FindAll(code => code.ParentId == Group);
        Assert.True(siblings.Count >= 3);
        await Changed(
            database,
            (MoveCode move) => move.Run(Sample2023.Round, siblings[2].Id, Group, siblings[0].Id, "Åsa", Stop)
        );
        await Changed(
            database,
            (MoveCode move) => move.Run(Sample2023.Round, siblings[0].Id, Group, null, "Åsa", Stop)
        );
        Assert.Equal(
            [siblings[2].Id, siblings[1].Id, .. siblings.Skip(3).Select(code => code.Id), siblings[0].Id],
            (await Codes(database)).FindAll(code => code.ParentId == Group).Select(code => code.Id)
        );
        Assert.Equal(
            "En grupp kan inte flyttas in i sig själv.",
            await Refused(database, (MoveCode move) => move.Run(Sample2023.Round, Group, Group, null, "Åsa", Stop))
        );
        Assert.Equal(
            "En kod står alltid i en grupp.",
            await Refused(
                database,
                (MoveCode move) => move.Run(Sample2023.Round, siblings[0].Id, null, null, "Åsa", Stop)
            )
        );
        Assert.Equal(
            "Välj en grupp att flytta till.",
            await Refused(
                database,
                (MoveCode move) => move.Run(Sample2023.Round, siblings[0].Id, siblings[1].Id, null, "Åsa", Stop)
            )
        );
    }

    [Fact]
    public async Task A_retired_code_still_counts_and_is_no_longer_given()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var says = (await Standing(database, Sample2023.Revises))!.Says;
        await Changed(
            database,
            (RetireCode retire) => retire.Run(Sample2023.Round, Sample2023.Revises, isRetired: true, "Åsa", Stop)
        );
        Assert.Equal(says, (await Standing(database, Sample2023.Revises))!.Says);
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        var outcome = await database.Ask(
            (AddCoding add) => add.Run(source.Id, Sample2023.Revises, source.Text[..10], 0, "Åsa", Stop)
        );
        Assert.Contains(
            "ges inte längre",
            Assert.IsType<AddCoding.Outcome.Refused>(outcome).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Two_who_change_the_same_code_at_once_do_not_overwrite_each_other()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var seen = CodeWords.Of((await Codes(database)).Single(code => code.Id == Sample2023.Revises));
        await Changed(
            database,
            (EditCode edit) =>
                edit.Run(
                    Sample2023.Round,
                    Sample2023.Revises,
                    seen with
                    {
                        Inclusion = "Även planer.",
                    },
                    seen,
                    "Åsa",
                    Stop
                )
        );
        Assert.Contains(
            "Någon annan har ändrat koden",
            await Refused(
                database,
                (EditCode edit) =>
                    edit.Run(
                        Sample2023.Round,
                        Sample2023.Revises,
                        seen with
                        {
                            Exclusion = "Inte planer.",
                        },
                        seen,
                        "Bo",
                        Stop
                    )
            ),
            StringComparison.Ordinal
        );
        var code = (await Codes(database)).Single(one => one.Id == Sample2023.Revises);
        Assert.Equal(("Även planer.", "", 2), (code.Inclusion, code.Exclusion, code.Version));
    }

    private static CodeWords Words(string label) => new(label, "När svaret säger det.", "", "");

    private static async Task<Key<Code>> Changed<T>(TestDatabase database, Func<T, Task<CodebookOutcome>> change)
        where T : notnull => Assert.IsType<CodebookOutcome.Changed>(await database.Ask(change)).Code;

    private static async Task<string> Refused<T>(TestDatabase database, Func<T, Task<CodebookOutcome>> change)
        where T : notnull => Assert.IsType<CodebookOutcome.Refused>(await database.Ask(change)).Message;

    private static Task<List<Code>> Codes(TestDatabase database) =>
        database.Ask(
            (SamlaDb db) =>
                db
                    .Codes.AsNoTracking()
                    .Where(code => code.RoundId == Sample2023.Round)
                    .OrderBy(code => code.Order)
                    .ToListAsync(Stop)
        );

    private static Task<List<Coding>> CodingsOf(TestDatabase database, Key<Code> code) =>
        database.Ask(
            (SamlaDb db) =>
                db.Codings.AsNoTracking().Where(one => one.CodeId == code).OrderBy(one => one.Id).ToListAsync(Stop)
        );

    private static async Task<Standing?> Standing(TestDatabase database, Key<Code> code) =>
        (await database.Ask((ReadMatrix read) => read.Run(Sample2023.Round, Stop)))!
            .SingleOrDefault(row => row.Code.Id == code)
            ?.Standing;
}
