using Samla.Web.Check;
using Samla.Web.Shell;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

// Outside development too, so that what was built but not published finds its style sheets.
builder.WebHost.UseStaticWebAssets();
builder.Services.AddShell();
builder.Services.AddCheck();

var app = builder.Build();
app.UseShell();
app.MapShell();
app.MapCheck();
app.Run();
