using Samla.Access;
using Samla.Analyse.Model;
using Samla.Analyse.Search;
using Samla.Reference;
using Samla.Storage;
using Samla.Web.Access;

namespace Samla.Web.Shell;

/// <summary>Makes the database ready before the first page is asked for.</summary>
internal static class StartUp
{
    /// <param name="InUse">Held as long as the application runs.</param>
    /// <param name="Trouble">Why it cannot start, in Swedish; null when it can.</param>
    public sealed record Result(IDisposable? InUse, string? Trouble) : IDisposable
    {
        public void Dispose() => InUse?.Dispose();
    }

    public static async Task<Result> Prepare(WebApplication app, StorageTarget target)
    {
        StorageLock? inUse = null;
        try
        {
            if (target is StorageTarget.Embedded embedded)
            {
                inUse = StorageLock.Take(embedded);
                if (inUse is null)
                {
                    return new Result(
                        null,
                        $"Databasen i {embedded.Folder} används redan: Samla är igång med den. Avsluta den, eller välj en annan mapp med --data."
                    );
                }
            }

            await using var scope = app.Services.CreateAsyncScope();
            return new Result(inUse, await Prepare(app, scope.ServiceProvider));
        }
        catch (Exception exception) when (StorageTrouble.Explain(exception) is { } message)
        {
            return new Result(inUse, message);
        }
    }

    /// <summary>Tells the one who started where to go, and what to know.</summary>
    public static async Task Greet(WebApplication app)
    {
        foreach (var address in app.Urls)
        {
            Console.WriteLine($"Samla är igång: {address}");
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !uri.IsLoopback)
            {
                Console.WriteLine(
                    "Obs! Adressen kan nås från andra datorer. Lägg den bakom en omvänd proxy med https; se docs/operate.md."
                );
            }
        }

        await using (var scope = app.Services.CreateAsyncScope())
        {
            var samples = scope.ServiceProvider.GetRequiredService<SampleAccounts>();
            if (await samples.AreOpen(app.Lifetime.ApplicationStopping))
            {
                var password = app.Services.GetRequiredService<SamplePassword>().Text;
                Console.WriteLine(
                    $"Provkonton: {string.Join(", ", SampleAccounts.Examples)}. Lösenord, nytt vid varje start: {password}"
                );
            }
        }

        Console.WriteLine("Avsluta med Ctrl+C.");
    }

    private static async Task<string?> Prepare(WebApplication app, IServiceProvider services)
    {
        if (services.GetRequiredService<Registers.Outcome>() is Registers.Outcome.Refused(var errors))
        {
            return $"Registren kan inte läsas. {string.Join(" | ", errors)}";
        }

        if (services.GetRequiredService<ReportTypes.Outcome>() is ReportTypes.Outcome.Refused(var faults))
        {
            return $"Rapporttyperna kan inte läsas. {string.Join(" | ", faults)}";
        }

        if (services.TroubleWithLetters is { } unsendable)
        {
            return unsendable;
        }

        if (services.GetRequiredService<ModelSettings>().Trouble is { } unaskable)
        {
            return unaskable;
        }

        var stop = app.Lifetime.ApplicationStopping;
        var prepared = await services.GetRequiredService<PrepareStorage>().Run(mayMigrateServer: false, stop);
        if (prepared is PrepareStorage.Outcome.Refused(var message))
        {
            return message;
        }

        var sample = app.Configuration.GetValue<bool>("empty") ? null : DataFolder.Samples;
        if (
            await services.GetRequiredService<FillDatabase>().Run(sample, stop) is FillDatabase.Outcome.Refused(
                var trouble
            )
        )
        {
            return trouble;
        }

        await services.GetRequiredService<IndexSources>().Run(stop);
        return null;
    }
}
