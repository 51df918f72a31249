using Samla.Web.Check;
using Samla.Web.Shell;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.AddShell();
builder.Services.AddCheck();

var app = builder.Build();
app.UseShell();
app.MapShell();
app.MapCheck();
app.Run();
