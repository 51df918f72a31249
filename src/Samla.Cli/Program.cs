using System.CommandLine;
using System.Text;
using Samla.Cli;
using Samla.Cli.Check;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("Samla granskar publicerade rapporter om regionernas arbete och tar ut uppgifter ur dem.")
{
    CheckCommand.Create(),
    ExtractCommand.Create(),
};
return CommandLine.Run(root, args);

/// <summary>Named so that tests can call the command line in their own process.</summary>
public partial class Program;
