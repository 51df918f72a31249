using Microsoft.AspNetCore.Identity;
using Samla.Domain.Access;

namespace Samla.Web.Access;

/// <summary>Looks addresses up as they are kept; Identity's own way would ask in capitals.</summary>
internal sealed class AddressNormalizer : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : Account.Normalised(name);

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
