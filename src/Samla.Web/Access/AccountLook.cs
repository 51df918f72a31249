using Samla.Access;
using Samla.Domain.Collect;

namespace Samla.Web.Access;

/// <summary>How accounts are shown on pages and in forms.</summary>
internal static class AccountLook
{
    /// <summary>The class of the tag that says how an account stands.</summary>
    public static string ClassOf(AccountState state) =>
        state switch
        {
            AccountState.Open => "s-tag-ok",
            AccountState.Sample => "s-tag-note",
            AccountState.Invited => "s-tag-arg",
            AccountState.InvitationEnded => "s-tag-warn",
            AccountState.Shut => "s-tag-err",
        };

    /// <summary>The id of a field in a form.</summary>
    public static string IdOf(AccountField field) =>
        field switch
        {
            AccountField.Email => "epost",
            AccountField.Name => "namn",
            AccountField.Roles => "roller",
            AccountField.Reporter => "hos",
        };

    /// <summary>What a group of reporters is called.</summary>
    public static string HeadingOf(ReporterKind kind) =>
        kind switch
        {
            ReporterKind.Region => "Regioner",
            ReporterKind.CountyBoard => "Länsstyrelser",
            ReporterKind.Agency => "Andra myndigheter",
            ReporterKind.Document => "Dokument",
        };
}
