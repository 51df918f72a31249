using Microsoft.AspNetCore.Authorization;
using Samla.Domain.Access;

namespace Samla.Web.Access;

/// <summary>
/// What a page or an address asks of the one who comes. Where the address names a reporter, it is that reporter's data that
/// the permission must reach.
/// </summary>
/// <remarks>Every address has either this or <see cref="AllowAnonymousAttribute"/>; without either it is shut to all.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Permission permission)
    : Attribute,
        IAuthorizeData,
        IAuthorizationRequirement,
        IAuthorizationRequirementData
{
    private Permission? _toPost;

    /// <summary>To come to the page.</summary>
    public Permission Permission => permission;

    /// <summary>To send one of its forms; the same as to come there where no other is named.</summary>
    public Permission ToPost
    {
        get => _toPost ?? permission;
        set => _toPost = value;
    }

    /// <summary>Whether what is there is everybody's at once, so that a right to one reporter's data is not enough.</summary>
    public bool WithAll { get; set; }

    /// <summary>Whether an open page asks by itself, also when nobody is at it: that does not prolong a sign-in.</summary>
    public bool IsAskedByPage { get; set; }

    string? IAuthorizeData.Policy { get; set; }

    string? IAuthorizeData.Roles { get; set; }

    string? IAuthorizeData.AuthenticationSchemes { get; set; }

    IEnumerable<IAuthorizationRequirement> IAuthorizationRequirementData.GetRequirements() => [this];
}
