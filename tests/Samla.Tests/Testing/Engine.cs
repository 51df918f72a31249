namespace Samla.Tests.Testing;

/// <summary>What keeps the database; each storage test runs on both.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}
