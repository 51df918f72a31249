using System.Reflection;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using Samla.Check;
using Samla.Domain;
using Samla.Storage;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Samla.Tests.Architecture;

/// <summary>The folder names are a promise: each step may use the steps before it, never those after.</summary>
public sealed class PipelineTests
{
    private static readonly string[] Pipeline = ["Collect", "Analyse", "Compile", "Check", "Publish"];

    private static readonly Assembly Domain = typeof(RegionSet).Assembly;
    private static readonly Assembly UseCases = typeof(CheckReport).Assembly;
    private static readonly Assembly Storage = typeof(StorageTarget).Assembly;
    private static readonly Assembly CommandLine = Assembly.Load("Samla.Cli");
    private static readonly Assembly Web = Assembly.Load("Samla.Web");

    private static readonly ArchUnitNET.Domain.Architecture Samla = new ArchLoader()
        .LoadAssemblies(Domain, UseCases, Storage, CommandLine, Web)
        .Build();

    /// <summary>
    /// The entry points; the start of the web application; and of the command line the way to a database and the commands
    /// that make, copy and restore one.
    /// </summary>
    private const string StartsOrKeeps =
        @"^(Program|Samla\.Cli\.(Database|Admin\.AdminCommand)|Samla\.Web\.Shell\.(StartUp|ShellSetup))([/+<].*)?$";

    /// <summary>The steps that have code, in the pipeline's order: a new step is held to the rules from its first type.</summary>
    private static readonly string[] Steps = [.. Pipeline.Where(HasCode)];

    public static TheoryData<string, string> EarlierAndLater { get; } =
    [
        .. from earlier in Steps.Index()
        from later in Steps.Index()
        where earlier.Index < later.Index
        select (earlier.Item, later.Item),
    ];

    public static TheoryData<string> EveryStep { get; } = [.. Steps];

    [Theory]
    [MemberData(nameof(EarlierAndLater))]
    public void A_step_knows_nothing_of_the_steps_after_it(string earlier, string later) =>
        Types()
            .That()
            .ResideInNamespaceMatching(NamespaceOf(earlier))
            .Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching(NamespaceOf(later)))
            .Check(Samla);

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void What_all_steps_share_knows_none_of_them(string step) =>
        Types()
            .That()
            .ResideInNamespaceMatching(@"^Samla\.Domain$")
            .Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching(NamespaceOf(step)))
            .Check(Samla);

    // The rules above hold only what they find: a step that goes missing by a typo would pass them all.
    [Fact]
    public void No_step_of_today_is_missing() =>
        Assert.Equal(["Collect", "Analyse", "Compile", "Check", "Publish"], Steps);

    [Fact]
    public void The_domain_uses_nothing_but_the_base_class_library() =>
        Assert.All(
            Domain.GetReferencedAssemblies(),
            reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal)
        );

    [Fact]
    public void The_domain_opens_no_file_and_no_connection() =>
        Types()
            .That()
            .ResideInAssembly(Domain)
            .Should()
            .NotDependOnAny(
                Types(includeReferenced: true)
                    .That()
                    .HaveFullNameMatching(@"^System\.(IO\.(File|Directory|Path|Stream)|Net\.|Diagnostics\.Process)")
            )
            .Check(Samla);

    [Fact]
    public void The_use_cases_name_no_database_engine() =>
        Assert.DoesNotContain(
            UseCases.GetReferencedAssemblies(),
            reference =>
                reference.Name is { } name
                && (
                    name.Contains("Sqlite", StringComparison.OrdinalIgnoreCase)
                    || name.Contains("Npgsql", StringComparison.OrdinalIgnoreCase)
                )
        );

    // Elsewhere a database is a SamlaDb and nothing more: where it lies is decided once.
    [Fact]
    public void Only_what_starts_and_what_keeps_the_database_name_storage_types() =>
        Types()
            .That()
            .DoNotResideInAssembly(Storage)
            .And()
            .DoNotHaveFullNameMatching(StartsOrKeeps)
            .Should()
            .NotDependOnAny(Types().That().ResideInAssembly(Storage))
            .Check(Samla);

    // The rule above would pass if nobody named them.
    [Theory]
    [InlineData("Samla.Cli.Database")]
    [InlineData("Samla.Web.Shell.StartUp")]
    public void Those_that_may_name_storage_types_do(string type) =>
        Types().That().HaveFullName(type).Should().DependOnAny(Types().That().ResideInAssembly(Storage)).Check(Samla);

    private static bool HasCode(string step) =>
        Samla.Types.Any(type =>
            type.Namespace.FullName.Split('.') is ["Samla", .. var inside] && inside.Contains(step)
        );

    private static string NamespaceOf(string step) => $@"^Samla(\.Domain|\.Cli|\.Web)?\.{step}(\.|$)";
}
