using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Tests.Access;

public sealed class RightsTests
{
    private static readonly Key<Reporter> Blekinge = Key<Reporter>.Parse("10", null);
    private static readonly Key<Reporter> Dalarna = Key<Reporter>.Parse("20", null);

    public static TheoryData<Permission> Permissions { get; } = [.. Enum.GetValues<Permission>()];

    [Theory]
    [InlineData(Roles.Officer, Permission.WriteAnswers, true)]
    [InlineData(Roles.Officer, Permission.Submit, false)]
    [InlineData(Roles.Officer, Permission.ManageAccounts, false)]
    [InlineData(Roles.Officer, Permission.ReadWork, false)]
    [InlineData(Roles.Lead, Permission.WriteAnswers, true)]
    [InlineData(Roles.Lead, Permission.Submit, true)]
    [InlineData(Roles.Lead, Permission.ManageAccounts, true)]
    [InlineData(Roles.Lead, Permission.Publish, false)]
    public void A_reporters_people_may_do_their_part_for_their_own(Roles role, Permission permission, bool isAllowed) =>
        Assert.Equal(isAllowed, Rights.Allow(role, Blekinge, permission, Blekinge));

    [Theory]
    [MemberData(nameof(Permissions))]
    public void A_reporters_people_reach_nothing_of_another_reporter(Permission permission) =>
        Assert.False(Rights.Allow(Roles.Officer | Roles.Lead, Blekinge, permission, Dalarna));

    [Theory]
    [InlineData(Permission.ReadDrafts)]
    [InlineData(Permission.WriteAnswers)]
    [InlineData(Permission.Submit)]
    public void Nobody_at_the_agency_comes_to_what_a_reporter_has_not_handed_in(Permission permission) =>
        Assert.False(Rights.Allow(Rights.AtAgency, own: null, permission, Blekinge));

    [Theory]
    [MemberData(nameof(Permissions))]
    public void Without_a_role_nothing_is_allowed(Permission permission)
    {
        Assert.False(Rights.Allow(Roles.None, Blekinge, permission, Blekinge));
        Assert.False(Rights.Allow(Roles.None, own: null, permission, to: null));
    }

    [Theory]
    [MemberData(nameof(Permissions))]
    public void A_reporters_role_on_an_account_of_the_agency_allows_nothing(Permission permission) =>
        Assert.False(Rights.Allow(Rights.AtReporter, own: null, permission, Blekinge));

    [Theory]
    [MemberData(nameof(Permissions))]
    public void Every_permission_is_somebodys(Permission permission) =>
        Assert.Contains(Rights.Table, right => right.Permission == permission);

    [Fact]
    public void No_line_stands_twice() => Assert.Equal(Rights.Table.Count, Rights.Table.Distinct().Count());
}
