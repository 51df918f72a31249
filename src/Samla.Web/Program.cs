using Samla;
using Samla.Storage;
using Samla.Web.Access;
using Samla.Web.Analyse;
using Samla.Web.Check;
using Samla.Web.Collect;
using Samla.Web.Compile;
using Samla.Web.Grants;
using Samla.Web.Publish;
using Samla.Web.Shell;

// "--empty" is a word by itself; the configuration wants a value after each.
var builder = WebApplication.CreateBuilder([.. args.Select(word => word == "--empty" ? "--empty=true" : word)]);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

// That its keys lie in the data folder as they are is known: the folder holds the texts as well.
builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

// Outside development too, so that what was built but not published finds its style sheets.
builder.WebHost.UseStaticWebAssets();
var target = StorageTarget.Of(builder.Configuration["data"], builder.Configuration["database"]);
builder.Services.AddStorage(target);
builder.Services.AddUseCases();
builder.Services.AddShell(target);
builder.Services.AddAccess((target as StorageTarget.Embedded)?.Folder);
builder.Services.AddCollect();
builder.Services.AddAnalyse();
builder.Services.AddCheck();
builder.Services.AddGrants();

var app = builder.Build();
using var prepared = await StartUp.Prepare(app, target);
if (prepared.Trouble is { } trouble)
{
    await Console.Error.WriteLineAsync($"samla: {trouble}");
    return 2;
}

app.UseShell();
app.MapShell();
app.MapAccess();
app.MapCollect();
app.MapAnalyse();
app.MapCheck();
app.MapCompile();
app.MapPublish();
app.MapGrants();
app.RequireRights();
await app.StartAsync();
await StartUp.Greet(app);
await app.WaitForShutdownAsync();
return 0;

/// <summary>Named so that tests can start the application in their own process.</summary>
public partial class Program;
