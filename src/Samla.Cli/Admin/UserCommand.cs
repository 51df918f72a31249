using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samla.Access;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Cli.Admin;

/// <summary><c>samla admin user …</c>: accounts, also before anybody can sign in.</summary>
internal static class UserCommand
{
    public static Command Create() =>
        new("user", "Sköter konton: add, list, disable. Exempel: samla admin user list")
        {
            CreateAdd(),
            CreateList(),
            CreateDisable(),
        };

    private static Command CreateAdd()
    {
        var email = new Option<string>("--email") { Description = "Personens e-postadress.", Required = true };
        var name = new Option<string>("--name") { Description = "Personens namn.", Required = true };
        var role = new Option<string[]>("--role")
        {
            Description = "Personens roll; ange flera gånger för flera roller.",
            Required = true,
        };
        role.AcceptOnlyFromAmong([.. RoleNames.Each.Select(AccountWords.Of)]);
        var reporter = new Option<string?>("--reporter")
        {
            Description = "Uppgiftslämnare, till exempel 17 eller lst-17. Annars myndigheten.",
        };
        var command = new Command(
            "add",
            "Bjuder in en person och skriver länken där personen väljer lösenord. Exempel: samla admin user add --email namn@organisation.se --name \"Förnamn Efternamn\" --role administrator"
        )
        {
            email,
            name,
            role,
            reporter,
        };
        return Database.On(
            command,
            (parsed, services, stop) =>
                Add(
                    services,
                    parsed.GetRequiredValue(email),
                    parsed.GetRequiredValue(name),
                    RolesOf(parsed.GetRequiredValue(role)),
                    parsed.GetValue(reporter),
                    stop
                )
        );
    }

    private static async Task<int> Add(
        IServiceProvider services,
        string email,
        string name,
        Roles roles,
        string? reporter,
        CancellationToken cancellation
    )
    {
        Key<Reporter>? key = null;
        if (reporter is not null && !Key<Reporter>.TryParse(reporter, provider: null, out key))
        {
            return CommandLine.Fail($"Uppgiftslämnaren ”{reporter}” finns inte.");
        }

        var outcome = await services
            .GetRequiredService<InviteAccount>()
            .Run(Visitor.AtCommandLine, new Invitation(email, name, roles, key), cancellation);
        if (outcome is not InviteAccount.Outcome.Invited(_, var secret, var until))
        {
            var problems = ((InviteAccount.Outcome.Refused)outcome).Problems;
            return CommandLine.Fail(string.Join(" ", problems.Select(problem => problem.Message)));
        }

        Console.WriteLine($"/konto/inbjudan/{secret}");
        Console.WriteLine(
            $"Sätt webbplatsens adress före och lämna länken till personen. Den gäller till {SwedishTime.Of(until)} och kan användas en gång."
        );
        return CommandLine.Done;
    }

    private static Command CreateList()
    {
        var format = ResultFile.Format("text", "json", "csv");
        var target = ResultFile.Option();
        var command = new Command("list", "Räknar upp alla konton. Exempel: samla admin user list --format csv")
        {
            format,
            target,
        };
        return Database.On(
            command,
            async (parsed, services, stop) =>
            {
                var lines = await services.GetRequiredService<ListAccounts>().Run(Visitor.AtCommandLine, stop);
                return ResultFile.Put(
                    parsed.GetValue(target),
                    output => Write(output, parsed.GetRequiredValue(format), lines)
                );
            }
        );
    }

    private static Command CreateDisable()
    {
        var email = new Argument<string>("ADRESS") { Description = "Personens e-postadress." };
        var command = new Command(
            "disable",
            "Stänger ett konto; personen loggas ut genast. Exempel: samla admin user disable namn@organisation.se"
        )
        {
            email,
        };
        return Database.On(
            command,
            async (parsed, services, stop) =>
            {
                var address = Account.Normalised(parsed.GetRequiredValue(email));
                var lines = await services.GetRequiredService<ListAccounts>().Run(Visitor.AtCommandLine, stop);
                if (lines.FirstOrDefault(line => line.Account.Email == address) is not { Account.Id: var id })
                {
                    return CommandLine.Fail($"Det finns inget konto med adressen {address}.");
                }

                var trouble = await services.GetRequiredService<ShutAccount>().Run(Visitor.AtCommandLine, id, stop);
                if (trouble is not null)
                {
                    return CommandLine.Fail(trouble);
                }

                Console.WriteLine("Kontot är stängt.");
                return CommandLine.Done;
            }
        );
    }

    private static Roles RolesOf(IEnumerable<string> words) =>
        words.Aggregate(Roles.None, (all, word) => all | RoleNames.Each.Single(role => AccountWords.Of(role) == word));

    private static void Write(Stream output, string format, IReadOnlyList<AccountLine> lines)
    {
        switch (format)
        {
            case "json":
                AccountsJson.Write(output, lines);
                break;
            case "csv":
                AccountsCsv.Write(output, lines);
                break;
            default:
                using (var text = new StreamWriter(output, leaveOpen: true))
                {
                    foreach (var line in lines)
                    {
                        text.WriteLine(
                            $"{line.Account.Email}  {line.Account.Name}, {line.ReporterName ?? "myndigheten"}, {line.Account.Roles.Swedish.ToLowerInvariant()}: {AccountWords.SwedishOf(line.State)}"
                        );
                    }
                }

                break;
        }
    }
}
