using System.CommandLine;
using Samla.Check;

namespace Samla.Cli.Check;

/// <summary><c>samla extract FILE</c>: the claims and the region × claim matrix of a published report.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FIL")
        {
            Description = "Rapporten: Word (.docx), text (.txt) eller Markdown (.md).",
        };
        var format = ResultFile.Format("json", "csv", "xlsx");
        var target = ResultFile.Option();
        var quiet = new Option<bool>("--quiet") { Description = "Skriv inget till standard error när allt går bra." };
        var command = new Command(
            "extract",
            "Tar ut påståenden och listor ur en publicerad rapport. Exempel: samla extract rapport.txt --format csv --out matris.csv"
        )
        {
            file,
            format,
            target,
            quiet,
        };
        command.SetAction(parsed =>
            Run(
                parsed.GetRequiredValue(file),
                parsed.GetRequiredValue(format),
                parsed.GetValue(target),
                isQuiet: parsed.GetValue(quiet)
            )
        );
        return command;
    }

    private static int Run(FileInfo file, string format, FileInfo? target, bool isQuiet)
    {
        var outcome = ReportFile.Check(file);
        if (outcome is not CheckReport.Outcome.Checked(var report, _))
        {
            return CommandLine.Fail(((CheckReport.Outcome.Unreadable)outcome).Message);
        }

        if (format == "xlsx" && target is null && !Console.IsOutputRedirected)
        {
            return CommandLine.Fail("En Excel-fil kan inte visas här. Ange en fil med --out.");
        }

        var trouble = ResultFile.Write(
            target,
            output =>
            {
                switch (format)
                {
                    case "csv":
                        ExtractTable.WriteCsv(output, report);
                        break;
                    case "xlsx":
                        ExtractTable.WriteXlsx(output, report);
                        break;
                    default:
                        CheckJson.WriteExtract(output, report);
                        break;
                }
            }
        );
        if (trouble is not null)
        {
            return CommandLine.Fail(trouble);
        }

        if (target is not null && !isQuiet && !Console.IsErrorRedirected)
        {
            Console.Error.WriteLine($"{report.Claims.Count} påståenden skrivna till {target}.");
        }

        return CommandLine.Done;
    }
}
