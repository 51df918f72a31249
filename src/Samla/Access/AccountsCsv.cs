using System.Globalization;
using Samla.Common;
using Samla.Domain.Access;

namespace Samla.Access;

/// <summary>Accounts as a table, a row for each.</summary>
public static class AccountsCsv
{
    /// <param name="output">Is written to and left open.</param>
    /// <param name="lines">In the order of the rows.</param>
    public static void Write(Stream output, IEnumerable<AccountLine> lines) =>
        Csv.Write(
            output,
            lines
                .Select(line =>
                    (string?[])
                        [
                            line.Account.Email,
                            line.Account.Name,
                            line.Account.ReporterId?.Value,
                            string.Join(' ', line.Account.Roles.Members.Select(AccountWords.Of)),
                            AccountWords.Of(line.State),
                            line.Account.CreatedAt.ToString("O", CultureInfo.InvariantCulture),
                        ]
                )
                .Prepend(["email", "name", "reporter", "roles", "state", "createdAt"])
        );
}
