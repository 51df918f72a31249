using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Data;
using Samla.Domain.Analyse;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse;

public sealed class UndoTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Whatever_one_does_can_be_undone_step_by_step_and_done_again(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var random = new Random(20_261_126);
        var deeds = new AnalystsDeeds(database, random);
        await deeds.HandInAnew();
        (string Name, Func<Task> Do)[] twice = [.. deeds.All, .. deeds.All];
        random.Shuffle(twice);
        List<string> states = [await State(database)];
        var done = new HashSet<string>();
        foreach (var (name, deed) in twice)
        {
            await deed();
            var state = await State(database);
            if (state != states[^1])
            {
                states.Add(state);
                done.Add(name);
            }
        }

        Assert.True(states.Count > 30, $"{states.Count} steps did something.");
        // Chance may have it that a code is moved to where it stands; not that nothing is noted, suggested or placed.
        Assert.InRange(deeds.All.Select(one => one.Name).Except(done).Count(), 0, 2);
        for (var at = states.Count - 2; at >= 0; at--)
        {
            var undone = await Undo(database);
            Assert.True(undone is UndoStep.Outcome.Done, $"{undone}");
            Assert.Equal(states[at], await State(database));
        }

        Assert.Equal("Det finns inget att ångra.", Message(await Undo(database)));
        for (var at = 1; at < states.Count; at++)
        {
            Assert.IsType<UndoStep.Outcome.Done>(await Redo(database));
            Assert.Equal(states[at], await State(database));
        }

        Assert.Equal("Det finns inget att göra om.", Message(await Redo(database)));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task What_is_done_after_an_undo_takes_the_place_of_what_was_undone()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var first = await AnyCoding(database);
        await Star(database, first, isStarred: true);
        await Undo(database);
        await Star(database, first, isStarred: true);
        Assert.Equal("Det finns inget att göra om.", Message(await Redo(database)));
        Assert.Equal("stjärnmärkte ett citat", ((UndoStep.Outcome.Done)await Undo(database)).Words);
    }

    [Fact]
    public async Task Each_undoes_only_what_they_did_themselves()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Star(database, await AnyCoding(database), isStarred: true);
        Assert.Equal("Det finns inget att ångra.", Message(await Undo(database, "Bo")));
        Assert.IsType<UndoStep.Outcome.Done>(await Undo(database));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_somebody_else_has_changed_since_is_not_undone(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var coding = await AnyCoding(database);
        await Star(database, coding, isStarred: true);
        await database.Ask((RemoveCoding remove) => remove.Run(coding.Id, "Bo", Stop));
        var before = await State(database);

        Assert.Equal(
            "Det går inte att ångra att du stjärnmärkte ett citat: det har ändrats sedan dess.",
            Message(await Undo(database))
        );

        Assert.Equal(before, await State(database));
    }

    [Fact]
    public async Task A_new_code_that_somebody_uses_is_not_taken_away_by_undo()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var added = Assert.IsType<CodebookOutcome.Changed>(
            await database.Ask(
                (AddCode add) =>
                    add.Run(
                        Sample2023.Round,
                        CodeKind.Leaf,
                        Sample2023.Named<Code>("g-rus-lage"),
                        new CodeWords("Ny kod", "", "", ""),
                        requirement: null,
                        "Åsa",
                        Stop
                    )
            )
        );
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        await database.Ask((AddCoding add) => add.Run(source.Id, added.Code, source.Text[..20], 0, "Bo", Stop));
        Assert.Contains("koden ”Ny kod” används", Message(await Undo(database)), StringComparison.Ordinal);
    }

    /// <summary>Everything that analysts can change, as text.</summary>
    private static Task<string> State(TestDatabase database) =>
        database.Ask(
            async (SamlaDb db) =>
                string.Join(
                    '\n',
                    [
                        .. (
                            await db
                                .Codes.AsNoTracking()
                                .OrderBy(code => code.RoundId)
                                .ThenBy(code => code.Order)
                                .ToListAsync(Stop)
                        ).Select(code =>
                            $"{code.Order} {code.Id} {code.ParentId} {code.Label} {code.Definition} {code.Inclusion} {code.Exclusion} {code.Version} {code.RetiredAt is null} {code.MergedIntoId}"
                        ),
                        .. (await db.Codings.AsNoTracking().OrderBy(one => one.Id).ToListAsync(Stop)).Select(one =>
                            $"{one.Id} {one.CodeId} {one.SourceId} {one.Start} {one.Quote} {one.Coder} {one.IsStarred} {one.CodedAt.ToUnixTimeMilliseconds()} {one.MovedToId} {one.DroppedBecause}"
                        ),
                        .. (await db.Attributions.AsNoTracking().OrderBy(one => one.Id).ToListAsync(Stop)).Select(one =>
                            $"{one.Id} {one.CodeId} {one.ReporterId} {one.Reason} {one.Coder}"
                        ),
                        .. (await db.Memos.AsNoTracking().OrderBy(one => one.Id).ToListAsync(Stop)).Select(one =>
                            $"{one.Id} {one.CodingId} {one.CodeId} {one.SourceId} {one.RequirementId} {one.Text} {one.Author}"
                        ),
                        .. (
                            await db
                                .Readings.AsNoTracking()
                                .OrderBy(one => one.SourceId)
                                .ThenBy(one => one.Reader)
                                .ToListAsync(Stop)
                        ).Select(one => $"{one.SourceId} {one.Reader}"),
                        .. (await db.SuggestionVerdicts.AsNoTracking().OrderBy(one => one.Id).ToListAsync(Stop)).Select(
                            one =>
                                $"{one.Id} {one.SourceId} {one.CodeId} {one.Start} {one.Length} {one.Verdict} {one.GivenCodeId} {one.Actor}"
                        ),
                    ]
                )
        );

    private static Task<Coding> AnyCoding(TestDatabase database) =>
        database.Ask(
            (SamlaDb db) =>
                (
                    from coding in db.Codings.AsNoTracking()
                    join code in db.Codes
                        on new { coding.RoundId, coding.CodeId } equals new { code.RoundId, CodeId = code.Id }
                    where code.RequirementId == Sample2023.Strategy
                    orderby coding.Id
                    select coding
                ).FirstAsync(Stop)
        );

    private static Task<Coding?> Star(TestDatabase database, Coding coding, bool isStarred) =>
        database.Ask((StarCoding star) => star.Run(coding.Id, isStarred, "Åsa", Stop));

    private static Task<UndoStep.Outcome> Undo(TestDatabase database, string who = "Åsa") =>
        database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, who, Stop));

    private static Task<UndoStep.Outcome> Redo(TestDatabase database) =>
        database.Ask((UndoStep undo) => undo.Redo(Sample2023.Round, "Åsa", Stop));

    private static string Message(UndoStep.Outcome outcome) => Assert.IsType<UndoStep.Outcome.Refused>(outcome).Message;
}
