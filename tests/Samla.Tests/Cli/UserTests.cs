using System.Text.Json;
using Samla.Access;
using Samla.Domain.Access;
using Samla.Tests.Access;
using Samla.Tests.Testing;

namespace Samla.Tests.Cli;

/// <summary>Accounts from the command line.</summary>
public sealed class UserTests(Databases databases) : IDisposable
{
    private readonly SamlaProcess _samla = new();

    public void Dispose() => _samla.Dispose();

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_person_is_added_listed_and_disabled(Engine engine)
    {
        await using var database = await databases.WithSample(engine);

        var added = await _samla.Run([
            "admin",
            "user",
            "add",
            "--email",
            "Ada@Organisation.se",
            "--name",
            "Ada Åberg",
            "--role",
            "lead",
            "--role",
            "officer",
            "--reporter",
            "17",
            .. database.Options,
        ]);

        Assert.Equal((0, ""), (added.Code, added.Error));
        var lines = added.Text.TrimEnd().Split('\n');
        Assert.StartsWith("/konto/inbjudan/", lines[0], StringComparison.Ordinal);
        Assert.Contains("en gång", lines[1], StringComparison.Ordinal);
        Assert.Equal(("invited", "17", "officer lead"), await Listed(database));

        var account = await database.Account("ada@organisation.se");
        Assert.Equal(Roles.Officer | Roles.Lead, account.Roles);

        var disabled = await _samla.Run(["admin", "user", "disable", "ADA@organisation.se", .. database.Options]);
        Assert.Equal((0, ""), (disabled.Code, disabled.Error));
        Assert.Equal(("disabled", "17", "officer lead"), await Listed(database));
        Assert.Null(await database.FindLink(lines[0].Split('/')[^1].Trim()));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task The_list_is_text_or_a_table_too()
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        await database.Invite(Visitor.AtCommandLine, "ada", Roles.Analyst);

        // The invitation was made in 2024, as the clock of the tests has it.
        Assert.Equal(
            "ada@organisation.se  ada, myndigheten, analytiker: inbjudan har gått ut",
            (await _samla.Run(["admin", "user", "list", .. database.Options])).Text.TrimEnd()
        );
        var rows = CsvText.Rows(
            (await _samla.Run(["admin", "user", "list", "--format", "csv", .. database.Options])).Output
        );
        Assert.Equal(["email", "name", "reporter", "roles", "state", "createdAt"], rows[0]);
        Assert.Equal(["ada@organisation.se", "ada", "", "analyst", "invitation-ended"], rows[1][..5]);
    }

    [Theory]
    [InlineData("hel e-postadress", "add", "--email", "ada", "--name", "Ada", "--role", "analyst")]
    [InlineData("finns inte", "add", "--email", "a@b.se", "--name", "Ada", "--role", "lead", "--reporter", "17")]
    [InlineData("myndighetens roller", "add", "--email", "a@b.se", "--name", "Ada", "--role", "lead")]
    [InlineData("--role kan inte vara ”chef”", "add", "--email", "a@b.se", "--name", "Ada", "--role", "chef")]
    [InlineData("inget konto", "disable", "a@b.se")]
    public async Task What_cannot_be_done_is_said_in_one_line(string why, params string[] args)
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        var ended = await _samla.Run(["admin", "user", .. args, .. database.Options]);
        Assert.Equal((2, ""), (ended.Code, ended.Text));
        Assert.Contains(why, Assert.Single(ended.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private async Task<(string State, string Reporter, string Roles)> Listed(TestDatabase database)
    {
        var listed = await _samla.Run(["admin", "user", "list", "--format", "json", .. database.Options]);
        Assert.Equal((0, ""), (listed.Code, listed.Error));
        using var json = JsonDocument.Parse(listed.Output);
        var account = json
            .RootElement.GetProperty("accounts")
            .EnumerateArray()
            .Single(one => one.GetProperty("email").GetString() == "ada@organisation.se");
        return (
            account.GetProperty("state").GetString()!,
            account.GetProperty("reporter").GetString()!,
            string.Join(' ', account.GetProperty("roles").EnumerateArray().Select(role => role.GetString()))
        );
    }
}
