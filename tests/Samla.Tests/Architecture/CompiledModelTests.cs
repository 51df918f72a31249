using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Samla.Data;
using Samla.Storage.Postgres;
using Samla.Storage.Sqlite;

namespace Samla.Tests.Architecture;

/// <summary>The model that was compiled for a quick start is the one that the code describes; CONTRIBUTING.md has the command.</summary>
public sealed class CompiledModelTests
{
    [Fact]
    public void The_model_for_SQLite_is_up_to_date() =>
        IsUpToDate(
            new SqliteSamlaDb(new DbContextOptionsBuilder<SqliteSamlaDb>().UseSqlite().Options, TimeProvider.System)
        );

    [Fact]
    public void The_model_for_PostgreSQL_is_up_to_date() =>
        IsUpToDate(
            new PostgresSamlaDb(new DbContextOptionsBuilder<PostgresSamlaDb>().UseNpgsql().Options, TimeProvider.System)
        );

    private static void IsUpToDate(SamlaDb db)
    {
        using (db)
        {
            var described = Describe(db.GetService<IDesignTimeModel>().Model);
            var compiled = Describe(db.Model);

            Assert.Equal($"{db.GetType().Name}Model", db.Model.GetType().Name);
            Assert.Equal(described, compiled);
        }
    }

    private static List<string> Describe(IReadOnlyModel model) =>
        [
            .. model
                .GetEntityTypes()
                .SelectMany(entity =>
                    entity
                        .GetProperties()
                        .Select(property =>
                            $"{property.Name}: {property.ClrType.Name}, {property.IsNullable}, {property.IsConcurrencyToken}, {property.GetMaxLength()}, {property.GetColumnName()}, {property.ValueGenerated}"
                        )
                        .Concat(entity.GetKeys().Select(key => $"key {Names(key.Properties)}"))
                        .Concat(
                            entity.GetIndexes().Select(index => $"index {Names(index.Properties)} {index.IsUnique}")
                        )
                        .Concat(
                            entity
                                .GetForeignKeys()
                                .Select(key =>
                                    $"to {key.PrincipalEntityType.Name} by {Names(key.Properties)} {key.DeleteBehavior}"
                                )
                        )
                        .Select(line => $"{entity.Name} ({entity.GetTableName()}) {line}")
                )
                .Order(StringComparer.Ordinal),
        ];

    private static string Names(IReadOnlyList<IReadOnlyProperty> properties) =>
        string.Join('+', properties.Select(property => property.Name));
}
