using System.Text.Json;
using Samla.Common;
using Samla.Domain.Access;

namespace Samla.Access;

/// <summary>Accounts as JSON: <c>{ "schemaVersion", "accounts": [{ "email", "name", "reporter", "roles", "state", "createdAt" }] }</c>.</summary>
public static class AccountsJson
{
    /// <param name="output">Is written to and left open.</param>
    /// <param name="lines">In the order they stand in.</param>
    public static void Write(Stream output, IEnumerable<AccountLine> lines)
    {
        using var json = new Utf8JsonWriter(output, ReadableJson.Writer);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        json.WriteStartArray("accounts");
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("email", line.Account.Email);
            json.WriteString("name", line.Account.Name);
            json.WriteString("reporter", line.Account.ReporterId?.Value);
            json.WriteStartArray("roles");
            foreach (var role in line.Account.Roles.Members)
            {
                json.WriteStringValue(AccountWords.Of(role));
            }

            json.WriteEndArray();
            json.WriteString("state", AccountWords.Of(line.State));
            json.WriteString("createdAt", line.Account.CreatedAt);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
