using Samla.Load;
using Samla.Storage;
using Samla.Tests.Testing;

namespace Samla.Tests.Load;

/// <summary>A small version of what <c>bench/Samla.Load</c> does with 105 editors.</summary>
public sealed class KilledServerTests(Databases databases)
{
    [Fact]
    public async Task What_was_said_to_be_saved_is_there_after_the_server_was_killed_while_ten_wrote()
    {
        const int Kills = 3;
        await using var database = await databases.WithSample(Engine.Sqlite);
        var result = await LoadTest.Run(
            ((StorageTarget.Embedded)database.Target).Folder,
            new LoadTest.Settings(
                Editors: 10,
                Time: TimeSpan.Zero,
                Pause: TimeSpan.Zero,
                Kills,
                SavesBetweenKills: 100,
                Seed: 20_240_221
            ),
            TimeProvider.System,
            message => TestContext.Current.TestOutputHelper?.WriteLine(message),
            TestContext.Current.CancellationToken
        );
        Assert.Empty(result.Lost);
        Assert.Empty(result.Errors);
        Assert.Null(result.Verified);
        Assert.Equal(Kills, result.StartsAfterKill.Count);
        Assert.NotEqual(0, result.Unanswered);
        // Two at each of two regions write the same answer, so this has been tried as well.
        Assert.NotEqual(0, result.Conflicts);
    }
}
