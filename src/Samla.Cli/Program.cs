using Samla.Check;
using var output = Console.OpenStandardOutput();
var outcome = new CheckReport().Run(args[1], File.ReadAllBytes(args[1]), CancellationToken.None);
if (outcome is CheckReport.Outcome.Checked done) { CheckJson.Write(output, done.Report, done.Findings); return 0; }
Console.Error.WriteLine(((CheckReport.Outcome.Unreadable)outcome).Message); return 2;
