using System.CommandLine;
using System.Text;
using Samla.Check;
using Samla.Domain.Check;

namespace Samla.Cli.Check;

/// <summary><c>samla check FILE</c>: findings of a published report.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FIL")
        {
            Description = "Rapporten: Word (.docx), text (.txt) eller Markdown (.md).",
        };
        var format = ResultFile.Format("text", "json", "csv");
        var least = new Option<string>("--min-severity")
        {
            Description = "Lägsta grad som tas med: info (form), warning (varning) eller error (fel).",
            DefaultValueFactory = _ => "info",
        };
        least.AcceptOnlyFromAmong("info", "warning", "error");
        var target = ResultFile.Option();
        var annotated = new Option<FileInfo?>("--annotate")
        {
            Description = "Word-fil (.docx) som rapporten skrivs till med en kommentar vid varje avvikelse.",
            HelpName = "FIL.docx",
        };
        var quiet = new Option<bool>("--quiet") { Description = "Skriv inget till standard error när allt går bra." };
        var plain = new Option<bool>("--no-color") { Description = "Inga färger." };
        var command = new Command(
            "check",
            "Granskar en publicerad rapport. Exempel: samla check rapport.txt --min-severity warning"
        )
        {
            file,
            format,
            least,
            target,
            annotated,
            quiet,
            plain,
        };
        command.SetAction(parsed =>
            Run(
                parsed.GetRequiredValue(file),
                parsed.GetRequiredValue(format),
                Severity.Named(parsed.GetRequiredValue(least))!.Value,
                parsed.GetValue(target),
                parsed.GetValue(annotated),
                isQuiet: parsed.GetValue(quiet),
                isPlain: parsed.GetValue(plain)
            )
        );
        return command;
    }

    private static int Run(
        FileInfo file,
        string format,
        Severity least,
        FileInfo? target,
        FileInfo? annotated,
        bool isQuiet,
        bool isPlain
    )
    {
        if (annotated?.Extension.Equals(".docx", StringComparison.OrdinalIgnoreCase) == false)
        {
            return CommandLine.Fail(
                $"Filen efter --annotate blir ett Word-dokument. Ge den ett namn som slutar på .docx i stället för ”{annotated.Name}”."
            );
        }

        if (IsSame(annotated, file))
        {
            return CommandLine.Fail(
                "Filen efter --annotate är rapporten själv. Ange en annan fil, så att rapporten är kvar som den var."
            );
        }

        if (target is not null && IsSame(annotated, target))
        {
            return CommandLine.Fail("Filerna efter --annotate och --out är samma fil. Ange en för vardera.");
        }

        var (content, unreadable) = ReportFile.Read(file);
        if (content is null)
        {
            return CommandLine.Fail(unreadable!.Message);
        }

        var outcome = new CheckReport().Run(file.Name, content, CancellationToken.None);
        if (outcome is not CheckReport.Outcome.Checked(var report, var all))
        {
            return CommandLine.Fail(((CheckReport.Outcome.Unreadable)outcome).Message);
        }

        List<Finding> findings = [.. all.Where(finding => finding.Severity >= least)];
        var color =
            target is null
            && !isPlain
            && !Console.IsOutputRedirected
            && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";
        if (annotated is not null && Annotate(annotated, content, report, findings) is { } refused)
        {
            return CommandLine.Fail(refused);
        }

        var trouble = ResultFile.Write(target, output => Write(output, format, report, findings, color));
        if (trouble is not null)
        {
            return CommandLine.Fail(trouble);
        }

        FileInfo[] written = [.. new[] { annotated, target }.OfType<FileInfo>()];
        if (written.Length > 0 && !isQuiet && !Console.IsErrorRedirected)
        {
            Console.Error.WriteLine(
                $"{CheckText.Summary(findings).TrimEnd('.')}. Skrivet till {string.Join(" och ", written.Select(one => one.ToString()))}."
            );
        }

        return findings.Exists(finding => finding.Severity == Severity.Error)
            ? CommandLine.FoundErrors
            : CommandLine.Done;
    }

    // Some file systems tell no capitals from small letters.
    private static bool IsSame(FileInfo? one, FileInfo other) =>
        string.Equals(one?.FullName, other.FullName, StringComparison.OrdinalIgnoreCase);

    /// <returns>Why the file was not written; null if it was.</returns>
    private static string? Annotate(FileInfo target, byte[] content, PublishedReport report, List<Finding> findings)
    {
#pragma warning disable RS0030 // the composition root of a command without a database
        var annotate = new AnnotateReport(TimeProvider.System);
#pragma warning restore RS0030
        return annotate.Run(content, report, findings, CancellationToken.None) switch
        {
            AnnotateReport.Outcome.Annotated(var file) => ResultFile.Write(target, output => output.Write(file)),
            AnnotateReport.Outcome.Refused(var message) => message,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static void Write(Stream output, string format, PublishedReport report, List<Finding> findings, bool color)
    {
        switch (format)
        {
            case "json":
                CheckJson.Write(output, report, findings);
                break;
            case "csv":
                CheckCsv.Write(output, report, findings);
                break;
            default:
                using (
                    var text = new StreamWriter(
                        output,
                        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                        leaveOpen: true
                    )
                )
                {
                    CheckText.Write(text, report, findings, color);
                }

                break;
        }
    }
}
