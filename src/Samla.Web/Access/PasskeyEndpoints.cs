using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Samla.Access;
using Samla.Domain.Access;

namespace Samla.Web.Access;

/// <summary>What the browser asks before it makes or uses a passkey: forms, so that no other site's page can ask for them.</summary>
internal static class PasskeyEndpoints
{
    public const string CreatePath = "/konto/passnyckel/skapa";
    public const string AskPath = "/konto/passnyckel/fraga";

    /// <summary>What a new passkey of the one who is signed in must be like.</summary>
    public static async Task<IResult> Create(
        HttpContext http,
        UserManager<Account> users,
        SignInManager<Account> identity,
        SignIn signIn,
        IFormCollection form
    )
    {
        var account = await users.FindByIdAsync(http.SignedIn.Account.ToString());
        if (account is null || SampleAccounts.IsShared(account))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        // A passkey outlives the password: whoever sits down at an open computer does not leave one behind.
        var present = await signIn.Check(account, form["losenord"].ToString());
        return present.Succeeded
            ? Json(
                await identity.MakePasskeyCreationOptionsAsync(
                    new()
                    {
                        Id = account.Id.ToString(),
                        Name = account.Email,
                        DisplayName = account.Name,
                    }
                )
            )
            : TypedResults.Json(
                new { Message = PresentPassword.Trouble(present) },
                statusCode: StatusCodes.Status422UnprocessableEntity
            );
    }

    /// <summary>What somebody who comes must answer, whoever it is.</summary>
    public static async Task<IResult> Ask(SignInManager<Account> identity, IFormCollection form)
    {
        _ = form; // asks for the form's token
        return Json(await identity.MakePasskeyRequestOptionsAsync(user: null));
    }

    private static ContentHttpResult Json(string text) => TypedResults.Content(text, "application/json");
}
