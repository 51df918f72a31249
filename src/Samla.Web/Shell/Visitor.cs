namespace Samla.Web.Shell;

/// <summary>Who does what is done on the pages. Until there is sign-in the audit trail can only say where it was done.</summary>
internal static class Visitor
{
    public const string Name = "webbplatsen, utan inloggning";
}
