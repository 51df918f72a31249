using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Samla.Access;
using Samla.Analyse;
using Samla.Analyse.Documents;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;
using Samla.Letters;
using Samla.Publish;
using Samla.Tests.Grants;
using Samla.Tests.Testing;

namespace Samla.Tests.Storage;

/// <summary>What is submitted or published stays as it was, whichever code asks for something else.</summary>
public sealed class FrozenTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<Engine, string> FrozenThings { get; } =
    [
        .. from engine in Enum.GetValues<Engine>()
        from type in typeof(IFrozen).Assembly.GetTypes().Append(typeof(AuditLine))
        where type.IsClass && type.IsAssignableTo(typeof(IFrozen))
        select (engine, type.Name),
    ];

    [Theory]
    [MemberData(nameof(FrozenThings))]
    public async Task A_frozen_thing_is_neither_changed_nor_deleted(Engine engine, string thing)
    {
        await using var database = await databases.WithSample(engine);
        await HandIn(database);
        await AddDocument(database);
        await ShareSource(database);
        await AddModelAnswer(database);
        await SaveChapter(database);
        await database.ReadIn(GrantFiles.Of("A-1,20,2021,innovation,1000,0"));
        if (thing == nameof(EditionAttribution))
        {
            await PublishAttribution(database);
        }

        foreach (var how in (EntityState[])[EntityState.Modified, EntityState.Deleted])
        {
            var trouble = await Assert.ThrowsAsync<InvalidOperationException>(() =>
                database.Ask(
                    async (SamlaDb db) =>
                    {
                        db.Entry(await First(db, thing)).State = how;
                        await db.Save(new Change("test", "fusk", thing), Stop);
                        return true;
                    }
                )
            );
            Assert.Contains(thing, trouble.Message, StringComparison.Ordinal);
        }

        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public void There_are_frozen_things() => Assert.True(FrozenThings.Count >= 17);

    /// <summary>Makes what no sample holds, since nobody did it.</summary>
    private static async Task HandIn(TestDatabase database)
    {
        await database.Ask(
            (StateDecision state) =>
                state.Run(
                    Sample2023.Round,
                    Sample2023.Värmland,
                    version: 1,
                    seen: 0,
                    Sample2023.DecisionBy("Regionstyrelsen"),
                    "test",
                    Stop
                )
        );
        await database.Ask(
            (IServiceProvider services) =>
                ActivatorUtilities
                    .CreateInstance<DeliverReport>(
                        services,
                        new PostOffice(new MailSettings(), database.Clock, NullLogger<PostOffice>.Instance)
                    )
                    .Run(
                        Sample2023.Round,
                        Sample2023.Värmland,
                        version: 1,
                        seen: 0,
                        new DeliveryMeans.ByHand("Med bud."),
                        Visitor.AtCommandLine,
                        Stop
                    )
        );
        await database.Tamper("""UPDATE "Rounds" SET "AllowsReturn" = true WHERE "Id" = '2023'""");
        await database.Ask(
            (IServiceProvider services) =>
                ActivatorUtilities
                    .CreateInstance<ReturnSubmission>(
                        services,
                        new PostOffice(new MailSettings(), database.Clock, NullLogger<PostOffice>.Instance)
                    )
                    .Run(
                        Sample2023.Round,
                        Sample2023.Värmland,
                        version: 1,
                        message: "",
                        new Dictionary<Key<Requirement>, string> { [Sample2023.Strategy] = "Rätta." },
                        link: "",
                        Visitor.AtCommandLine,
                        Stop
                    )
        );
    }

    private static async Task AddDocument(TestDatabase database)
    {
        var upload = Assert.IsType<UploadDocument.Outcome.Waiting>(
            await database.Ask(
                (UploadDocument use) =>
                    use.Run(Sample2023.Round, null, "plan.txt", "En plan."u8.ToArray(), "test", Stop)
            )
        );
        await database.Ask(
            (AddDocument add) =>
                add.Run(
                    Sample2023.Round,
                    upload.Upload,
                    new DocumentDetails("Plan", DocumentKind.Other, County: null),
                    "test",
                    Stop
                )
        );
    }

    private static Task<bool> ShareSource(TestDatabase database) =>
        database.Ask(
            async (SamlaDb db) =>
            {
                var coding = new DoubleCoding
                {
                    Id = Id.New<DoubleCoding>(database.Clock),
                    RoundId = Sample2023.Round,
                    Title = "Prov",
                    StartedBy = "test",
                    StartedAt = database.Clock.GetUtcNow(),
                };
                var source = await db.Sources.Select(one => one.Id).FirstAsync(Stop);
                db.DoubleCodings.Add(coding);
                db.DoubleCodingSources.Add(new DoubleCodingSource { DoubleCodingId = coding.Id, SourceId = source });
                await db.Save(new Change("test", "blind.start", "prov"), Stop);
                return true;
            }
        );

    private static Task<Samla.Compile.SaveChapter.Outcome> SaveChapter(TestDatabase database) =>
        database.Ask(
            (Samla.Compile.SaveChapter save) =>
                save.Run(Sample2023.Round, Sample2023.Named<Chapter>("rus"), "# Nytt", 1, "test", Stop)
        );

    private static Task<bool> AddModelAnswer(TestDatabase database) =>
        database.Ask(
            async (SamlaDb db) =>
            {
                db.ModelAnswers.Add(
                    new ModelAnswer
                    {
                        Id = Id.New<ModelAnswer>(database.Clock),
                        RoundId = Sample2023.Round,
                        SourceId = await db.Sources.Select(one => one.Id).FirstAsync(Stop),
                        QuestionId = null,
                        Host = "modell.example",
                        Model = "prov",
                        PromptVersion = 1,
                        Prompt = "Fråga",
                        Answer = "Svar",
                        Ending = ModelEnding.NotUnderstood,
                        Kept = 0,
                        ThrownAway = 0,
                        AskedBy = "test",
                        AskedAt = database.Clock.GetUtcNow(),
                    }
                );
                await db.Save(new Change("test", "model.ask", "prov"), Stop);
                return true;
            }
        );

    private static async Task PublishAttribution(TestDatabase database)
    {
        Assert.IsType<AttributeCode.Outcome.Added>(
            await database.Ask(
                (AttributeCode give) =>
                    give.Run(
                        Sample2023.Round,
                        Sample2023.Revises,
                        Sample2023.Värmland,
                        "Står annorstädes.",
                        "test",
                        Stop
                    )
            )
        );
        Assert.IsType<PublishEdition.Outcome.Published>(
            await database.Ask((PublishEdition publish) => publish.Run(Sample2023.Round, Imprint.None, "test", Stop))
        );
    }

    private static async Task<object> First(SamlaDb db, string thing)
    {
        var type = db.Model.GetEntityTypes().Single(entity => entity.ClrType.Name == thing).ClrType;
        var set =
            (IQueryable<object>)
                typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(type).Invoke(db, [])!;
        return await set.FirstAsync(Stop);
    }
}
