using System.Text.Json.Nodes;
using Samla.Reference;
using Samla.Tests.Architecture;

namespace Samla.Tests.Reference;

/// <summary>The schemas that editors use are those of the types that read the files.</summary>
public sealed class DataSchemaTests
{
    // Set to write them anew: CONTRIBUTING.md has the command.
    private static readonly string? Write = Environment.GetEnvironmentVariable("SAMLA_SCHEMAS");

    public static TheoryData<string> Names { get; } = [.. DataSchemas.Types.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_schema_is_that_of_the_type(string name)
    {
        var path = $"reference/schemas/{name}.schema.json";
        var schema = DataSchemas.Of(DataSchemas.Types[name]);
        if (Write is not null)
        {
            File.WriteAllText(Path.Combine(RepositoryRoot.Folder.FullName, path), schema);
        }

        Assert.Equal(schema, RepositoryRoot.Read(path));
    }

    [Fact]
    public void A_field_that_is_not_known_is_refused_by_the_schema_too()
    {
        var schema = JsonNode.Parse(DataSchemas.Of(typeof(RoundFile)))!;

        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
        Assert.Contains("recipient", schema["required"]!.AsArray().Select(name => name!.GetValue<string>()));
    }

    [Fact]
    public void The_registers_that_come_with_the_program_fit_together() =>
        Assert.IsType<Registers.Outcome.Fits>(Registers.Read(DataFolder.Registers));
}
