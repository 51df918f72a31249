using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Samla.Domain.Access;
using Samla.Letters;

namespace Samla.Web.Access;

/// <summary>Sign-in and rights.</summary>
public static class AccessSetup
{
    /// <summary>The framework's own: the files in wwwroot where the application was built but not published, and a redirect that shows nothing.</summary>
    private static readonly string?[] FrameworkRoutes = ["{**path:file}", "_framework/opaque-redirect"];

    /// <param name="services">The application's.</param>
    /// <param name="folder">The data folder, where letters are laid that are not sent; null where there is none.</param>
    public static IServiceCollection AddAccess(this IServiceCollection services, string? folder)
    {
        services.AddOptions<AccessSettings>().BindConfiguration("Access");
        services
            .AddOptions<MailSettings>()
            .BindConfiguration("Mail")
            .PostConfigure(mail => mail.Outbox ??= folder is null ? null : Path.Combine(folder, "utkorg"));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<MailSettings>>().Value);
        services.AddSingleton<PostOffice>();
        services.AddSingleton<DoorLimit>();
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<RecoveryPost>();
        services.AddHostedService(provider => provider.GetRequiredService<RecoveryPost>());
        services.AddScoped<InvitationPost>();
        services.AddHttpContextAccessor();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "samla-inloggning";
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = Session.Idle;
            cookie.LoginPath = SignInPage.Path;
            cookie.ReturnUrlParameter = SignInPage.ReturnName;
            cookie.Events.OnValidatePrincipal = VisitorOfRequest.Validate;
            cookie.Events.OnCheckSlidingExpiration = VisitorOfRequest.Prolong;
            cookie.Events.OnRedirectToLogin = Turned.Away;
            cookie.Events.OnRedirectToAccessDenied = Turned.Down;
        });
        services.AddSingleton<ILookupNormalizer, AddressNormalizer>();
        services.Configure<CookieAuthenticationOptions>(
            IdentityConstants.TwoFactorUserIdScheme,
            cookie =>
            {
                // Identity keeps the question there that a passkey is to answer.
                cookie.Cookie.Name = "samla-passnyckel";
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            }
        );
        services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>, PasskeyOrigin>();
        services
            .AddIdentityCore<Account>(options =>
            {
                // The strength is weighed as a whole; see PasswordStrength.
                options.Password.RequiredLength = 1;
                options.Password.RequiredUniqueChars = 1;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.User.AllowedUserNameCharacters = "";
                options.Lockout.MaxFailedAccessAttempts = 10;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddUserStore<AccountStore>()
            .AddPasswordValidator<PasswordStrength>()
            .AddSignInManager();
        services.AddSingleton<SamplePassword>();
        services.AddScoped<SignIn>();
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationHandler, NeedsHandler>();
        return services;
    }

    /// <summary>After the routing, so that it is known what is asked for.</summary>
    public static void UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use((http, next) => http.RequestServices.GetRequiredService<DoorLimit>().Pass(http, next));
    }

    public static void MapAccess(this WebApplication app)
    {
        app.MapGet(Landing.Path, LandingEndpoint.Get).WithMetadata(new NeedsAttribute(Permission.UseOwnAccount));
        app.MapPost(SignOutEndpoint.Path, SignOutEndpoint.Post)
            .WithMetadata(new NeedsAttribute(Permission.UseOwnAccount));
        app.MapPost(PasskeyEndpoints.CreatePath, PasskeyEndpoints.Create)
            .WithMetadata(new NeedsAttribute(Permission.UseOwnAccount));
        app.MapPost(PasskeyEndpoints.AskPath, PasskeyEndpoints.Ask)
            .WithMetadata(new LimitedAttribute())
            .AllowAnonymous();
    }

    /// <summary>Nothing is open by having been forgotten: the application does not start with an address that asks nobody who they are and does not say so.</summary>
    /// <exception cref="InvalidOperationException">There is such an address.</exception>
    public static void RequireRights(this IEndpointRouteBuilder app)
    {
        foreach (var endpoint in app.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            if (
                !FrameworkRoutes.Contains(endpoint.RoutePattern.RawText?.TrimStart('/'))
                && endpoint.Metadata.GetMetadata<NeedsAttribute>() is null
                && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            )
            {
                throw new InvalidOperationException(
                    $"{endpoint.DisplayName} says neither what it needs nor that it is open."
                );
            }
        }
    }
}
