using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Analyse.Exchange;
using Samla.Data;
using Samla.Domain.Analyse;
using Samla.Tests.Testing;
using static Samla.Tests.Analyse.Exchange.ExchangedRound;

namespace Samla.Tests.Analyse.Exchange;

public sealed class ExchangeRoundTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_goes_out_comes_back_into_a_round_without_codings(Engine engine)
    {
        await using var first = await databases.WithSample(engine);
        var source = await first.Source(Sample2023.Värmland, Sample2023.Strategy);
        await Code(first, source.Text[..10], "Åsa");
        await Code(first, source.Text[5..25], "Åsa"); // overlaps
        await Code(first, source.Text[..10], "Bo");
        await Note(first);
        var file = ExchangeSample.Qdpx(await Export(first));

        await using var second = await databases.WithSample(engine);
        await Clear(second);
        var read = ExchangeSample.Read(file);
        var imported = await Import(second, read.Content);

        Assert.Empty(read.Report.Assumed);
        Assert.Empty(read.Report.Unplaced);
        Assert.Empty(imported.Unplaced);
        Assert.Empty(imported.Assumed);
        Assert.Equal((await Codings(first), 6, 0), (imported.Codings, imported.Memos, imported.AlreadyThere));
        Assert.Equal((2, 1), (imported.Attributions, imported.Stars));
        Assert.True(imported.Codings > 1_000, $"{imported.Codings}");
        Assert.Equal(file, ExchangeSample.Qdpx(await Export(second)));
        Assert.Equal(await Says(first), await Says(second));
        Assert.Empty((await second.Verify()).Faults);

        var again = await Import(second, read.Content);
        Assert.True(again.IsNothing);
        Assert.Equal(imported.Codings + 6 + 2, again.AlreadyThere);
    }

    [Fact]
    public async Task What_was_read_in_is_undone_in_one_step_and_leaves_a_line_in_the_trail()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var project = await Export(database);
        await Clear(database);
        var imported = await Import(database, project);
        var line = await database.Ask((SamlaDb db) => db.Audit.OrderBy(one => one.Sequence).LastAsync(Stop));
        Assert.Equal(("Cilla", "project.import", "2023"), (line.Actor, line.Action, line.Subject));

        var undone = await database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, "Cilla", Stop));

        Assert.Equal(
            $"läste in ett projekt (kodningar: {imported.Codings}, anteckningar: 0)",
            Assert.IsType<UndoStep.Outcome.Done>(undone).Words
        );
        Assert.Equal(0, await Codings(database));
    }

    [Fact]
    public async Task A_project_says_whose_the_texts_are_and_that_they_are_reconstructed()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var project = await Export(database);
        Assert.EndsWith("(rekonstruerad ur offentliga uppgifter)", project.Name, StringComparison.Ordinal);
        Assert.All(
            project.Sources,
            source => Assert.EndsWith("(rekonstruerat)", source.Name, StringComparison.Ordinal)
        );
        var county = project.Variables.Single(variable => variable.Name == "Länskod").Id;
        var round = project.Variables.Single(variable => variable.Name == "Omgång").Id;
        var värmland = project.Cases.Single(one => one.Name == "Region Värmland");
        Assert.Equal([new(county, "17"), new(round, "2023")], värmland.Values);
        Assert.All(
            project.Sources.Where(source => värmland.Sources.Contains(source.Id)),
            source => Assert.Equal(värmland.Values, source.Values)
        );
        Assert.Contains(project.Users, user => user.Name == "Samla, rekonstruktion");
    }

    [Fact]
    public async Task A_code_says_what_it_includes_and_excludes()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var seen = await database.Ask(
            (SamlaDb db) => db.Codes.AsNoTracking().SingleAsync(code => code.Id == Sample2023.Revises, Stop)
        );
        Assert.IsType<CodebookOutcome.Changed>(
            await database.Ask(
                (EditCode edit) =>
                    edit.Run(
                        Sample2023.Round,
                        Sample2023.Revises,
                        new(seen.Label, "När den görs om.", "Även planer.", "Inte uppföljning."),
                        CodeWords.Of(seen),
                        "Åsa",
                        Stop
                    )
            )
        );
        Assert.Equal(
            "När den görs om.\n\nTa med: Även planer.\n\nTa inte med: Inte uppföljning.",
            All((await Export(database)).Codes).Single(code => code.Name == seen.Label).Description
        );
    }

    [Fact]
    public async Task What_another_program_coded_is_added_by_the_names_of_codes_and_the_words_of_texts()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Clear(database);
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        var label = await database.Ask(
            (SamlaDb db) =>
                db.Codes.Where(code => code.Id == Sample2023.Revises).Select(code => code.Label).SingleAsync(Stop)
        );
        var text = "\n  " + source.Text + "\n"; // as the other program kept it
        var project = Coded(text, label.ToUpperInvariant(), (3, 14), (14, 20));

        var imported = await Import(database, project);

        Assert.Empty(imported.Unplaced);
        var codings = await database.Ask(
            (SamlaDb db) => db.Codings.AsNoTracking().OrderBy(coding => coding.Start).ToListAsync(Stop)
        );
        Assert.Equal(2, codings.Count);
        Assert.All(codings, coding => Assert.Equal(source.Text.Substring(coding.Start, coding.Length), coding.Quote));
        Assert.Equal(
            (0, source.Id, Sample2023.Revises, "Anna"),
            (codings[0].Start, codings[0].SourceId, codings[0].CodeId, codings[0].Coder)
        );
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task What_cannot_be_placed_is_told_and_nothing_is_guessed()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Clear(database);
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        var other = await database.Ask(
            (SamlaDb db) =>
                db
                    .Codes.Where(code =>
                        code.RoundId == Sample2023.Round
                        && code.Kind == CodeKind.Leaf
                        && code.RequirementId != Sample2023.Strategy
                        && !db.Codes.Any(same => same.Id != code.Id && same.Label == code.Label)
                    )
                    .Select(code => code.Label)
                    .FirstAsync(Stop)
        );

        var (unknown, elsewhere, changed) = (
            await Import(database, Coded(source.Text, "Okänd kod", (0, 5))),
            await Import(database, Coded(source.Text, other, (0, 5))),
            await Import(database, Coded(source.Text + " Mer.", other, (0, 5)))
        );

        Assert.Contains("finns inte i omgångens kodschema", Assert.Single(unknown.Unplaced), StringComparison.Ordinal);
        Assert.Contains("hör till en annan fråga", Assert.Single(elsewhere.Unplaced), StringComparison.Ordinal);
        Assert.Contains("inte ordagrant något svar", Assert.Single(changed.Unplaced), StringComparison.Ordinal);
        Assert.Equal(0, await Codings(database));
    }

    [Fact]
    public async Task A_code_that_is_no_longer_given_is_not_given_by_a_file()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        await Code(database, source.Text[..10], "Åsa");
        var project = await Export(database);
        var count = await Codings(database);
        await Clear(database);
        Assert.IsType<CodebookOutcome.Changed>(
            await database.Ask(
                (RetireCode retire) => retire.Run(Sample2023.Round, Sample2023.Revises, isRetired: true, "Åsa", Stop)
            )
        );
        var imported = await Import(database, project);
        Assert.Equal(count - imported.Unplaced.Count, imported.Codings);
        Assert.NotEmpty(imported.Unplaced);
        Assert.All(imported.Unplaced, told => Assert.EndsWith("den ges inte längre.", told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_gets_codings_by_a_name_that_looks_like_an_account()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Clear(database);
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        var label = await database.Ask(
            (SamlaDb db) =>
                db.Codes.Where(code => code.Id == Sample2023.Revises).Select(code => code.Label).SingleAsync(Stop)
        );
        var project = Coded(source.Text, label, (0, 5));
        await Import(
            database,
            project with
            {
                Users = [new(ExchangeSample.Anna, "konto/01900000-0000-7000-8000-000000000000")],
            }
        );
        Assert.Equal(
            "Cilla",
            await database.Ask((SamlaDb db) => db.Codings.Select(coding => coding.Coder).SingleAsync(Stop))
        );
    }

    [Fact]
    public async Task A_round_that_is_not_there_is_not_exported_and_takes_nothing_in()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var none = Sample2023.Named<Domain.Collect.Round>("1999");
        Assert.Null(await database.Ask((ExportProject export) => export.Run(none, Stop)));
        var outcome = await database.Ask(
            (ImportProject import) => import.Run(none, ExchangeSample.Of("Svar"), isDryRun: false, "Cilla", Stop)
        );
        Assert.Equal("Omgången 1999 finns inte.", Assert.IsType<ExchangeImport.Refused>(outcome).Message);
    }
}
