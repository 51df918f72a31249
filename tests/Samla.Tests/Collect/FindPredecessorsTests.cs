using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain.Collect;
using Samla.Reference;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect;

/// <summary>Which of last year's answers answer this year's questions.</summary>
public sealed class FindPredecessorsTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("boende-insatser", MappingKind.Same, "boende-resultat")]
    [InlineData("boende-bidrag", MappingKind.Partly, "boende-genomforande")]
    [InlineData("samverkan-samrad", MappingKind.Split, "rus-genomforande")]
    [InlineData("medel-teman", MappingKind.Merged, "jamstalldhet-resultat", "integration-resultat", "miljo-resultat")]
    public async Task A_question_finds_those_that_asked_for_it_before(
        string asked,
        MappingKind kind,
        params string[] earlier
    )
    {
        await using var database = await databases.WithSample(Engine.Sqlite);

        var found = (await Find(database, "2024", "17"))!.OfRequirement[Sample2023.Named<Requirement>(asked)];

        Assert.Null(found.New);
        Assert.Equal(earlier, found.Earlier.Select(one => one.Requirement.Id.Value));
        Assert.All(found.Earlier, one => Assert.Equal(kind, one.Kind));
        Assert.All(found.Earlier, one => Assert.NotEmpty(one.Note));
    }

    [Fact]
    public async Task A_new_question_has_no_answer_before_and_says_why()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);

        var found = (await Find(database, "2024", "25"))!.OfRequirement[
            Sample2023.Named<Requirement>("mal-rattvis-omstallning")
        ];

        Assert.Empty(found.Earlier);
        Assert.Contains("2023", found.New, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task All_that_is_asked_of_a_reporter_is_answered_with_what_that_reporter_submitted(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Ett utkast som ingen ska se.", seen: 1);

        var found = (await Find(database, "2024", "17"))!;

        Assert.Equal(("2023", 36), (found.Earlier.Id.Value, found.OfRequirement.Count));
        var before = found.OfRequirement[Sample2023.Named<Requirement>("strategi-samordning")].Earlier;
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        Assert.Equal([(source.Id, source.Text)], before.Select(one => (one.SourceId!.Value, one.Text!)));
    }

    [Fact]
    public async Task A_round_on_the_same_template_asks_the_same()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await AddRound(database, "2025", "2024");

        var found = (await Find(database, "2025", "07"))!;

        Assert.All(
            found.OfRequirement,
            asked =>
            {
                var one = Assert.Single(asked.Value.Earlier);
                Assert.Equal((asked.Key, MappingKind.Same, ""), (one.Requirement.Id, one.Kind, one.Note));
                Assert.Null(one.Text); // what is only drafted is not carried on
            }
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_template_based_on_another_finds_its_questions_again_as_soon_as_it_is_published(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = await database.Draft("mall-2025");
        var section = before.Sections.First(section => section.Requirements.Any(one => one.Id == "boende-insatser"));
        var one = section.Requirements.First(one => one.Id == "boende-insatser");
        var draft = await Change(
            database,
            before,
            new TemplateEdit.SetRequirement(one.Id, one with { Title = "Ny rubrik" }),
            new TemplateEdit.AddRequirement(section.Id, one with { Id = "boende-ny" }),
            new TemplateEdit.Remove(new(TemplatePartKind.Requirement, "boende-bidrag"))
        );
        Assert.Null(
            await database.Ask(
                (PublishTemplate publish) => publish.Run(Sample2023.Named<Template>(draft.Id), seen: null, "test", Stop)
            )
        );
        await AddRound(database, "2025", "2024", draft.Id);
        // A round of this year that skips the template in between.
        await AddRound(database, "2025-b", "2023", draft.Id);

        var found = (await Find(database, "2025", "17"))!.OfRequirement;
        var same = Assert.Single(found[Sample2023.Named<Requirement>("boende-insatser")].Earlier);
        Assert.Equal(
            ("boende-insatser", MappingKind.Same, "Samma fråga. Ändrat: rubrik."),
            (same.Requirement.Id.Value, same.Kind, same.Note)
        );
        Assert.NotNull(found[Sample2023.Named<Requirement>("boende-ny")].New);
        var skipped = (await Find(database, "2025-b", "17"))!.OfRequirement;
        Assert.Equal(
            ["boende-resultat"],
            skipped[Sample2023.Named<Requirement>("boende-insatser")].Earlier.Select(one => one.Requirement.Id.Value)
        );
        Assert.All(
            found.Concat(skipped),
            asked => Assert.True(asked.Value is { New: not null } or { Earlier: [_, ..] })
        );
        Assert.Contains(
            "Dropped boende-bidrag",
            await database.Ask(
                (SamlaDb db) =>
                    Task.FromResult<IReadOnlyList<string>>([
                        .. db
                            .RequirementMappings.Where(mapping =>
                                mapping.TemplateId == Sample2023.Named<Template>("mall-2025")
                            )
                            .AsEnumerable()
                            .Select(mapping => $"{mapping.Kind} {mapping.EarlierRequirementId}"),
                    ])
            )
        );
    }

    [Fact]
    public async Task Where_there_is_no_round_before_nothing_is_found()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.Null(await Find(database, "2023", "17"));
        Assert.Null(await Find(database, "1999", "17"));
        Assert.Null(await Find(database, "2024", "99"));
    }

    private static Task<FindPredecessors.Result?> Find(TestDatabase database, string round, string reporter) =>
        database.Ask(
            (FindPredecessors find) =>
                find.Run(Sample2023.Named<Round>(round), Sample2023.Named<Reporter>(reporter), Stop)
        );

    private static async Task<TemplateFile> Change(
        TestDatabase database,
        TemplateFile file,
        params TemplateEdit[] edits
    )
    {
        foreach (var edit in edits)
        {
            var id = Sample2023.Named<Template>(file.Id);
            file = Assert
                .IsType<EditTemplate.Outcome.Saved>(
                    await database.Ask((EditTemplate change) => change.Run(id, file.Token, edit, "test", Stop))
                )
                .File;
        }

        return file;
    }

    private static Task<bool> AddRound(TestDatabase database, string id, string previous, string? template = null) =>
        database.Ask(
            async (SamlaDb db) =>
            {
                var before = await db.Rounds.SingleAsync(round => round.Id == Sample2023.Named<Round>(previous), Stop);
                db.Rounds.Add(
                    new Round
                    {
                        Id = Sample2023.Named<Round>(id),
                        Kind = before.Kind,
                        Title = "Nästa",
                        PeriodStart = before.PeriodStart.AddYears(1),
                        PeriodEnd = before.PeriodEnd.AddYears(1),
                        DueOn = before.DueOn.AddYears(1),
                        Recipient = before.Recipient,
                        TemplateId = template is null ? before.TemplateId : Sample2023.Named<Template>(template),
                        PreviousRoundId = before.Id,
                        Origin = Origin.Invented,
                        IsOpen = true,
                    }
                );
                await db.Save(new Change("test", "round.add", id), Stop);
                return true;
            }
        );
}
