using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Samla.Load;

var minutes = new Option<double>("--minutes")
{
    Description = "How long they write. With kills they go on until those are done.",
    DefaultValueFactory = _ => 5,
};
var editors = new Option<int>("--editors") { Description = "How many write.", DefaultValueFactory = _ => 105 };
var kills = new Option<int>("--kills") { Description = "How many times the server is killed meanwhile." };
var seed = new Option<int>("--seed") { Description = "For all that is left to chance.", DefaultValueFactory = _ => 1 };
var report = new Option<FileInfo?>("--report") { Description = "The file that the result is written to, as JSON." };
var command = new RootCommand("Writes in Samla as the regions do on the last evening: see bench/README.md.")
{
    minutes,
    editors,
    kills,
    seed,
    report,
};
command.SetAction(
    async (parsed, cancellation) =>
    {
        var folder = Directory.CreateTempSubdirectory("samla-load-").FullName;
        var settings = new LoadTest.Settings(
            parsed.GetValue(editors),
            TimeSpan.FromMinutes(parsed.GetValue(minutes)),
            Pause: TimeSpan.FromSeconds(2),
            parsed.GetValue(kills),
            SavesBetweenKills: 150,
            parsed.GetValue(seed)
        );
#pragma warning disable RS0030 // the composition root
        var clock = TimeProvider.System;
#pragma warning restore RS0030
        var result = await LoadTest.Run(folder, settings, clock, Console.Error.WriteLine, cancellation);
        var json = JsonSerializer.Serialize(
            result,
            new JsonSerializerOptions(JsonSerializerDefaults.Web)
            {
                WriteIndented = true,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
        Console.WriteLine(json);
        if (parsed.GetValue(report) is { } file)
        {
            await File.WriteAllTextAsync(file.FullName, $"{json}\n", cancellation);
        }

        if (!result.IsFaultless)
        {
            await Console.Error.WriteLineAsync($"The data is kept in {folder}.");
            return 1;
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }
);
return await command.Parse(args).InvokeAsync();
