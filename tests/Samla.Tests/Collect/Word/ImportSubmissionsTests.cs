using Samla.Collect;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect.Word;

/// <summary>What becomes of a file that comes back: placed, left as it was, or without a place; never lost.</summary>
public sealed class ImportSubmissionsTests(Databases databases)
{
    private const string Strategy = "rus-genomforande";
    private const string Free = "medskick-fritt";

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task An_answer_goes_to_its_place_and_the_same_file_again_changes_nothing(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = await database.Kept(Sample2023.Värmland, Strategy);
        var file = (await WordEdit.Of(database, Sample2023.Värmland))
            .Fill(Strategy, "Nytt svar.", "", "Två stycken 👍🏽.")
            .Fill(Free, "Ett medskick.")
            .Save();

        var dry = await database.Import(file, isDryRun: true);
        Assert.Equal(before, await database.Kept(Sample2023.Värmland, Strategy));
        var lines = (await database.Verify()).Lines;
        var first = await database.Import(file);

        Assert.Equal([Strategy, Free], dry.Placed.Select(placed => placed.Requirement).Names());
        Assert.Equal(dry.Placed, first.Placed);
        Assert.Empty(first.Unplaced);
        Assert.Empty(first.Findings);
        Assert.Equal(("Nytt svar.\n\nTvå stycken 👍🏽.", 2), await database.Kept(Sample2023.Värmland, Strategy));
        Assert.Equal(("Ett medskick.", 1), await database.Kept(Sample2023.Värmland, Free));
        Assert.Equal(lines + 2, (await database.Verify()).Lines);

        var again = await database.Import(file);
        Assert.Empty(again.Placed);
        Assert.Empty(again.Unplaced);
        Assert.Empty(again.Findings);
        Assert.Equal(first.Placed.Count + first.Unchanged.Count, again.Unchanged.Count);
        Assert.Equal(lines + 2, (await database.Verify()).Lines);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task An_untouched_template_changes_nothing()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var plan = await database.Import((await WordEdit.Of(database, Sample2023.Värmland)).Save());
        Assert.Empty(plan.Placed);
        Assert.Empty(plan.Unplaced);
        Assert.Empty(plan.Findings);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task An_answer_that_was_changed_on_the_web_is_not_overwritten_and_both_texts_are_shown(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var file = (await WordEdit.Of(database, Sample2023.Värmland)).Fill(Strategy, "Filens.").Save();
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Webbens.", seen: 1);

        var plan = await database.Import(file);

        Assert.Equal(("Webbens.", 2), await database.Kept(Sample2023.Värmland, Strategy));
        var unplaced = Assert.Single(plan.Unplaced);
        Assert.Equal(("Filens.", "Webbens.", Strategy), (unplaced.Text, unplaced.Theirs, unplaced.Near?.Value));
        var finding = Assert.Single(plan.Findings);
        Assert.Equal(
            (ImportFindingKind.Conflict, "Filens.", "Webbens."),
            (finding.Kind, finding.InFile, finding.OnWeb)
        );
    }

    [Fact]
    public async Task An_answer_that_only_the_web_has_changed_stays_as_the_web_has_it()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var file = (await WordEdit.Of(database, Sample2023.Värmland)).Save();
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Webbens.", seen: 1);

        var plan = await database.Import(file);

        Assert.Equal("Webbens.", (await database.Kept(Sample2023.Värmland, Strategy))?.Text);
        Assert.Empty(plan.Placed);
        Assert.Empty(plan.Unplaced);
        Assert.Equal([ImportFindingKind.ChangedOnWeb], plan.Findings.Select(finding => finding.Kind));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_person_decides_what_becomes_of_a_text_without_place(bool replaces)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var file = (await WordEdit.Of(database, Sample2023.Värmland)).Fill(Strategy, "Filens.").Save();
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Webbens.", seen: 1);
        var plan = await database.Import(file, isDryRun: true);

        await database.Import(
            file,
            choices: new Dictionary<int, ImportSubmissions.Choice> { [0] = new(Sample2023.Strategy, replaces) },
            seen: plan.View.ReadMark
        );

        Assert.Equal(
            replaces ? "Filens." : "Webbens.\n\nFilens.",
            (await database.Kept(Sample2023.Värmland, Strategy))?.Text
        );
    }

    [Fact]
    public async Task A_plan_that_somebody_has_overtaken_is_not_carried_out()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var file = Imports.Read((await WordEdit.Of(database, Sample2023.Värmland)).Fill(Free, "Filens.").Save());
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Webbens.", seen: 1);

        var outcome = await database.TryImport([
            new("fil.docx", file, new Dictionary<int, ImportSubmissions.Choice>(), Seen: "en annan"),
        ]);

        Assert.IsType<ImportSubmissions.Outcome.Overtaken>(outcome);
        Assert.Null(await database.Kept(Sample2023.Värmland, Free));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task One_file_that_cannot_be_read_in_stops_all(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var good = Imports.Read((await WordEdit.Of(database, Sample2023.Värmland)).Fill(Free, "Ett svar.").Save());
        var otherRound = Imports.Read((await WordEdit.Of(database, Sample2023.Dalarna)).Save()) with
        {
            Round = Sample2023.Named<Round>("2031"),
        };
        var none = new Dictionary<int, ImportSubmissions.Choice>();

        var outcome = await database.TryImport([
            new("a.docx", good, none, null),
            new("b.docx", otherRound, none, null),
        ]);

        var refused = Assert.IsType<ImportSubmissions.Outcome.Refused>(outcome);
        Assert.Equal("b.docx", refused.File);
        Assert.Contains("2031", refused.Message, StringComparison.Ordinal);
        Assert.Null(await database.Kept(Sample2023.Värmland, Free));
    }

    [Fact]
    public async Task Two_files_of_one_reporter_are_refused_together()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var file = Imports.Read((await WordEdit.Of(database, Sample2023.Värmland)).Save());
        var none = new Dictionary<int, ImportSubmissions.Choice>();

        var outcome = await database.TryImport([new("a.docx", file, none, null), new("b.docx", file, none, null)]);

        Assert.Equal("b.docx", Assert.IsType<ImportSubmissions.Outcome.Refused>(outcome).File);
    }

    [Fact]
    public async Task A_closed_round_takes_no_file()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var file = Imports.Read((await WordEdit.Of(database, Sample2023.Värmland)).Fill(Free, "För sent.").Save());
        await database.Close();

        var outcome = await database.TryImport([
            new("fil.docx", file, new Dictionary<int, ImportSubmissions.Choice>(), null),
        ]);

        Assert.Contains(
            "stängd",
            Assert.IsType<ImportSubmissions.Outcome.Refused>(outcome).Message,
            StringComparison.Ordinal
        );
        Assert.Null(await database.Kept(Sample2023.Värmland, Free));
    }

    [Fact]
    public async Task A_text_over_the_limit_is_placed_whole_and_said_to_be_too_long()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var text = new string('å', 100_000);
        var plan = await database.Import(
            (await WordEdit.Of(database, Sample2023.Värmland)).Fill("rus-hallbarhet", text).Save()
        );

        Assert.Equal(text, (await database.Kept(Sample2023.Värmland, "rus-hallbarhet"))?.Text);
        var finding = Assert.Single(plan.Findings);
        Assert.Equal((ImportFindingKind.TooLong, "rus-hallbarhet"), (finding.Kind, finding.Requirement?.Value));
        Assert.Contains("97000 tecken för långt", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_beyond_all_reason_is_shown_and_not_saved()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var before = await database.Kept(Sample2023.Värmland, "rus-hallbarhet");
        var text = new string('a', SaveAnswer.MostCharacters + 1);
        var plan = await database.Import(
            (await WordEdit.Of(database, Sample2023.Värmland)).Fill("rus-hallbarhet", text).Save()
        );

        Assert.Equal(text, Assert.Single(plan.Unplaced).Text);
        Assert.Equal(before, await database.Kept(Sample2023.Värmland, "rus-hallbarhet"));
    }

    [Fact]
    public async Task An_emptied_field_takes_no_answer_away()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var before = await database.Kept(Sample2023.Värmland, Strategy);
        var plan = await database.Import((await WordEdit.Of(database, Sample2023.Värmland)).Fill(Strategy, "").Save());

        Assert.Equal(before, await database.Kept(Sample2023.Värmland, Strategy));
        Assert.Equal([ImportFindingKind.EmptyField], plan.Findings.Select(finding => finding.Kind));
    }

    [Fact]
    public async Task A_deleted_field_leaves_the_answer_and_is_told_of()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var before = await database.Kept(Sample2023.Värmland, Strategy);
        var edit = await WordEdit.Of(database, Sample2023.Värmland);
        edit.Control(Strategy).Remove();
        var plan = await database.Import(edit.Save());

        Assert.Equal(before, await database.Kept(Sample2023.Värmland, Strategy));
        Assert.Contains(Strategy, plan.Unchanged.Names());
        var finding = Assert.Single(plan.Findings);
        Assert.Equal((ImportFindingKind.MissingField, Strategy), (finding.Kind, finding.Requirement?.Value));
    }

    [Fact]
    public async Task An_answer_to_what_is_not_asked_is_shown_and_placed_nowhere()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var file = Imports.Read((await WordEdit.Of(database, Sample2023.Värmland)).Save()) with
        {
            Fields = [new(Sample2023.Named<Requirement>("anslag-lst-rus"), ["Ett svar."])],
        };
        var outcome = await database.TryImport([
            new("fil.docx", file, new Dictionary<int, ImportSubmissions.Choice>(), null),
        ]);
        var plan = Assert.Single(Assert.IsType<ImportSubmissions.Outcome.Planned>(outcome).Plans);

        Assert.Empty(plan.Placed);
        Assert.Equal("Ett svar.", Assert.Single(plan.Unplaced).Text);
    }
}
