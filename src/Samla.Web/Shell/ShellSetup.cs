using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Samla.Storage;
using Samla.Web.Access;

namespace Samla.Web.Shell;

/// <summary>What every page stands in: the document, the layout, the error pages and the security headers.</summary>
public static class ShellSetup
{
    public static IServiceCollection AddShell(this IServiceCollection services, StorageTarget target)
    {
#pragma warning disable RS0030 // the composition root
        services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        var protection = services.AddDataProtection().SetApplicationName("Samla");
        if (target is StorageTarget.Embedded { Folder: var folder })
        {
            // Forms that were open before a restart can still be sent.
            protection.PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "nycklar")));
        }

        services.AddRazorComponents();
        // Å, ä and ö go out as they are: a page of Swedish text is smaller and its source can be read.
        services.AddWebEncoders(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "samla-formular";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        return services;
    }

    /// <summary>The order matters: headers also on errors, error pages around everything that can fail.</summary>
    public static WebApplication UseShell(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler(ErrorPage.Path, createScopeForErrors: true);
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseStatusCodePagesWithReExecute(NotFoundPage.Path, createScopeForStatusCodePages: true);
        app.Use(
            (http, next) =>
            {
                // The page that says why is shown, also where a form was sent.
                if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
                {
                    http.Request.Method = HttpMethods.Get;
                }

                return next(http);
            }
        );
        app.UseLateForms();
        app.UseRouting();
        app.UseAccess();
        app.UseUnpublishedMatrix();
        app.UseAntiforgery();
        return app;
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>();
    }
}
