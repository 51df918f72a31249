using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Storage;

/// <summary>A published template stays as it was, whichever code asks for something else; a draft does not.</summary>
public sealed class PublishedTemplateTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly string[] PartNames =
    [
        .. typeof(ITemplatePart)
            .Assembly.GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(ITemplatePart)))
            .Select(type => type.Name),
    ];

    public static TheoryData<Engine, string> Things { get; } =
    [.. from engine in Enum.GetValues<Engine>() from name in PartNames.Append(nameof(Template)) select (engine, name)];

    [Fact]
    public void A_template_has_parts() =>
        Assert.Equal(
            [nameof(ColumnOption), nameof(Requirement), nameof(Section), nameof(TableColumn), nameof(TemplateTable)],
            PartNames.Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Things))]
    public async Task What_is_published_is_neither_changed_nor_deleted(Engine engine, string thing)
    {
        await using var database = await databases.WithSample(engine);
        foreach (var how in (EntityState[])[EntityState.Modified, EntityState.Deleted])
        {
            var trouble = await Assert.ThrowsAsync<InvalidOperationException>(() =>
                Save(database, async db => db.Entry(await First(db, thing)).State = how)
            );
            Assert.Contains("is published", trouble.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_is_added_to_what_is_published()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Save(
                database,
                db =>
                {
                    db.Sections.Add(Section("mall-2023"));
                    return Task.CompletedTask;
                }
            )
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_draft_is_changed_and_published_and_changed_no_more(Engine engine)
    {
        await using var database = await databases.Empty(engine);
        await Save(
            database,
            db =>
            {
                db.Templates.Add(
                    new Template
                    {
                        Id = Sample2023.Named<Template>("utkast"),
                        Title = "Utkast",
                        Note = "",
                    }
                );
                return Task.CompletedTask;
            }
        );
        await Save(
            database,
            async db =>
            {
                var template = await db.Templates.SingleAsync(Stop);
                Assert.Equal(TemplateState.Draft, template.State);
                template.Title = "Färdig";
                template.PublishedAt = new SteadyClock().GetUtcNow();
                db.Sections.Add(Section("utkast"));
            }
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Save(database, async db => (await db.Templates.SingleAsync(Stop)).PublishedAt = null)
        );
        Assert.Equal(
            TemplateState.Published,
            (await database.Ask((SamlaDb db) => db.Templates.Include(t => t.Sections).SingleAsync(Stop))).State
        );
    }

    private static Section Section(string template) =>
        new()
        {
            TemplateId = Sample2023.Named<Template>(template),
            Id = Sample2023.Named<Section>("nytt"),
            Order = 99,
            Chapter = null,
            Title = "Nytt",
            Guidance = "",
        };

    private static Task<bool> Save(TestDatabase database, Func<SamlaDb, Task> change) =>
        database.Ask(
            async (SamlaDb db) =>
            {
                await change(db);
                await db.Save(new Change("test", "template.save", "mall"), Stop);
                return true;
            }
        );

    private static async Task<object> First(SamlaDb db, string thing)
    {
        var type = db.Model.GetEntityTypes().Single(entity => entity.ClrType.Name == thing).ClrType;
        var set =
            (IQueryable<object>)
                typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(type).Invoke(db, [])!;
        return await set.FirstAsync(Stop);
    }
}
