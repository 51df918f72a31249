using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Tests.Testing;

namespace Samla.Tests.Storage;

/// <summary>One writes at a time, others wait in line and hold nothing meanwhile; what is written stays.</summary>
public sealed class WritersLineTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_comes_second_to_a_file_waits_without_a_thread_and_is_let_in_next()
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        var order = new List<int>();
        Task<bool>[] others = [];
        await database.Ask(
            async (SamlaDb db) =>
            {
                await using var transaction = await db.BeginAlone(Stop);
                // They come back at once, though they cannot write: a thread that slept would not.
                others = [Write(1), Write(2), Write(3)];
                Assert.All(others, other => Assert.False(other.IsCompleted));
                order.Add(0);
                return true;
            }
        );
        await Task.WhenAll(others);
        Assert.Equal([0, 1, 2, 3], order);

        Task<bool> Write(int number) =>
            database.Ask(
                async (SamlaDb db) =>
                {
                    await using var transaction = await db.BeginAlone(Stop);
                    order.Add(number);
                    return true;
                }
            );
    }

    [Fact]
    public async Task What_is_saved_is_in_a_log_that_has_reached_the_disk_before_anybody_is_told()
    {
        const long Full = 2;
        await using var database = await databases.Empty(Engine.Sqlite);
        Assert.Equal(
            ["wal"],
            await database.Ask(
                (SamlaDb db) => Pragma<string>(db, "SELECT journal_mode AS Value FROM pragma_journal_mode")
            )
        );
        Assert.Equal(
            [Full],
            await database.Ask((SamlaDb db) => Pragma<long>(db, "SELECT synchronous AS Value FROM pragma_synchronous"))
        );
    }

    [Fact]
    public async Task Who_goes_away_gives_up_the_place_in_line()
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        using var impatient = new CancellationTokenSource();
        await database.Ask(
            async (SamlaDb db) =>
            {
                await using var transaction = await db.BeginAlone(Stop);
                var waiting = database.Ask((SamlaDb other) => other.BeginAlone(impatient.Token));
                await impatient.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
                return true;
            }
        );
        await database.Ask(
            async (SamlaDb db) =>
            {
                await using var transaction = await db.BeginAlone(Stop);
                return true;
            }
        );
    }

    private static Task<List<T>> Pragma<T>(SamlaDb db, string sql) => db.Database.SqlQueryRaw<T>(sql).ToListAsync(Stop);
}
