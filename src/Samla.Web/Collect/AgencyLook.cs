using Samla.Collect;

namespace Samla.Web.Collect;

/// <summary>How the form of an authority is named.</summary>
internal static class AgencyLook
{
    public static string IdOf(AgencyField field) =>
        field switch
        {
            AgencyField.Name => "namn",
            AgencyField.Id => "beteckning",
        };
}
