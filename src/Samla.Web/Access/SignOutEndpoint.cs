namespace Samla.Web.Access;

/// <summary>Ends the sign-in. A form, so that no link or picture can do it.</summary>
internal static class SignOutEndpoint
{
    public const string Path = "/konto/logga-ut";

    public static async Task<IResult> Post(SignIn signIn, IFormCollection form)
    {
        _ = form; // asks for the form's token
        await signIn.SignOut();
        return TypedResults.LocalRedirect("/");
    }
}
