using System.Xml.Linq;
using Microsoft.EntityFrameworkCore.Migrations;
using Samla.Check;
using Samla.Domain;
using Samla.Storage;

namespace Samla.Tests.Architecture;

/// <summary>A reader of the code learns from each type what it stands for in the work.</summary>
public sealed class DocumentationTests
{
    // A nested type, such as a use case's outcome, is explained by the type it stands in.
    [Theory]
    [InlineData(typeof(RegionSet))]
    [InlineData(typeof(CheckReport))]
    [InlineData(typeof(StorageTarget))]
    public void Every_public_type_says_what_it_is_for(Type inAssembly)
    {
        var documented = XDocument
            .Load(Path.ChangeExtension(inAssembly.Assembly.Location, ".xml"))
            .Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .Select(member => member.Attribute("name")!.Value)
            .ToHashSet();

        Assert.Empty(
            from type in inAssembly.Assembly.GetExportedTypes()
            where
                !type.IsNested
                && !type.IsAssignableTo(typeof(Migration))
                && type.Namespace?.EndsWith("CompiledModel", StringComparison.Ordinal) != true
                && !documented.Contains($"T:{type.FullName}")
            select type.FullName
        );
    }
}
