using Samla.Domain.Access;
using Samla.Web.Access;

namespace Samla.Web.Compile;

/// <summary>The doors of the step Compile.</summary>
public static class CompileSetup
{
    public static void MapCompile(this WebApplication app)
    {
        app.MapGet(ChapterOfCode.Route, ChapterOfCode.Get).WithMetadata(new NeedsAttribute(Permission.ReadWork));
        app.MapGet(ClaimOffers.Route, ClaimOffers.Get).WithMetadata(new NeedsAttribute(Permission.ReadWork));
        app.MapGet(ClaimOffers.OneRoute, ClaimOffers.GetOne).WithMetadata(new NeedsAttribute(Permission.ReadWork));
        app.MapGet(ClaimWords.Route, ClaimWords.Get).WithMetadata(new NeedsAttribute(Permission.ReadWork));
        app.MapGet(QuotationOffers.Route, QuotationOffers.Get).WithMetadata(new NeedsAttribute(Permission.ReadWork));
    }
}
