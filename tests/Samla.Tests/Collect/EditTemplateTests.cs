using System.Text;
using Samla.Collect;
using Samla.Common;
using Samla.Data;
using Samla.Domain.Collect;
using Samla.Reference;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect;

/// <summary>A draft is changed bit by bit by people who have seen it as it is; what is published is not.</summary>
public sealed class EditTemplateTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_change_is_saved_and_one_who_saw_what_was_before_is_told(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = await database.Draft("mall-ny");
        var edit = new TemplateEdit.SetFacts("Ny rubrik", "Anmärkning");

        var saved = Assert.IsType<EditTemplate.Outcome.Saved>(await Edit(database, before.Token, edit));
        var now = await database.TemplateFile("mall-ny");
        Assert.Equal(("Ny rubrik", "Anmärkning", saved.File.Token), (now.Title, now.Note, now.Token));

        var stale = Assert.IsType<EditTemplate.Outcome.Stale>(
            await Edit(database, before.Token, new TemplateEdit.SetFacts("En annan", ""))
        );
        Assert.Equal("Ny rubrik", stale.Now.Title);
        Assert.Equal("Ny rubrik", (await database.TemplateFile("mall-ny")).Title);

        Assert.IsType<EditTemplate.Outcome.Saved>(await Edit(database, now.Token, saved.Inverse));
        Assert.Equal(before.Token, (await database.TemplateFile("mall-ny")).Token);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_was_removed_comes_back_as_it_was(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = await database.Draft("mall-ny");
        var section = new PartName(TemplatePartKind.Section, before.Sections[1].Id);

        var removed = Assert.IsType<EditTemplate.Outcome.Saved>(
            await Edit(database, before.Token, new TemplateEdit.Remove(section))
        );
        Assert.Equal(before.Sections.Count - 1, (await database.TemplateFile("mall-ny")).Sections.Count);
        await Edit(database, (await database.TemplateFile("mall-ny")).Token, removed.Inverse);

        Assert.Equal(before.Token, (await database.TemplateFile("mall-ny")).Token);
    }

    [Fact]
    public async Task The_trail_has_what_was_taken_away_and_what_came_instead()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var before = await database.Draft("mall-ny");

        await Edit(database, before.Token, new TemplateEdit.SetFacts("Ny rubrik", ""));

        Assert.Equal(
            ["template.clear", "template.edit"],
            await database.Ask(
                (SamlaDb db) =>
                    Task.FromResult<IReadOnlyList<string>>([
                        .. db
                            .Audit.Where(line => line.Subject == "mall-ny" && line.Action != "template.import")
                            .OrderBy(line => line.Sequence)
                            .Select(line => line.Action),
                    ])
            )
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_is_published_or_missing_is_not_changed(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var published = await database.TemplateFile("mall-2024-99");
        var edit = new TemplateEdit.SetFacts("Ny rubrik", "");

        var frozen = Assert.IsType<EditTemplate.Outcome.Frozen>(
            await Edit(database, published.Token, edit, "mall-2024-99")
        );
        Assert.Contains("är publicerad och ändras inte", frozen.Reason, StringComparison.Ordinal);
        Assert.Equal(published.Token, (await database.TemplateFile("mall-2024-99")).Token);
        Assert.Contains(
            "finns inte",
            Assert.IsType<EditTemplate.Outcome.Frozen>(await Edit(database, "", edit, "saknas")).Reason,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_draft_is_thrown_away_as_long_as_nothing_leans_on_it(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Draft("mall-ny");
        Assert.Contains("publicerad", await Discard("mall-2023"), StringComparison.Ordinal);
        var based = await database.TemplateFile("mall-ny") with { Id = "mall-nyare", BasedOn = "mall-ny" };
        var yaml = Encoding.UTF8.GetBytes(YamlWriter.Write(based, DataFolder.Strict));
        await database.Ask((ImportTemplate import) => import.Run(yaml, isDryRun: false, "test", Stop));
        Assert.Contains("bygger på", await Discard("mall-ny"), StringComparison.Ordinal);

        Assert.Null(await Discard("mall-nyare"));
        Assert.Null(await Discard("mall-ny"));

        Assert.NotNull(await Discard("mall-ny"));
        Assert.Empty((await database.Verify()).Faults);

        Task<string?> Discard(string id) =>
            database.Ask((DiscardTemplate discard) => discard.Run(Sample2023.Named<Template>(id), "test", Stop));
    }

    [Fact]
    public async Task What_a_draft_does_not_have_yet_is_put_in_but_not_published()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var before = await database.Draft("mall-ny");
        await Edit(database, before.Token, new TemplateEdit.AddSection(new("", "Tomt avsnitt", [])));

        var yaml = YamlWriter.Write(await database.TemplateFile("mall-ny"), DataFolder.Strict);
        Assert.IsType<ImportTemplate.Outcome.Unchanged>(
            await database.Ask(
                (ImportTemplate import) => import.Run(Encoding.UTF8.GetBytes(yaml), isDryRun: false, "test", Stop)
            )
        );
        var refused = await database.Ask(
            (PublishTemplate publish) => publish.Run(Sample2023.Named<Template>("mall-ny"), seen: null, "test", Stop)
        );
        Assert.Contains("”Tomt avsnitt”: Avsnittet har inga krav.", refused, StringComparison.Ordinal);
    }

    private static Task<EditTemplate.Outcome> Edit(
        TestDatabase database,
        string token,
        TemplateEdit edit,
        string id = "mall-ny"
    ) => database.Ask((EditTemplate change) => change.Run(Sample2023.Named<Template>(id), token, edit, "test", Stop));
}
