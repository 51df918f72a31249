using System.CommandLine;
using System.Text;
using Samla.Cli;
using Samla.Cli.Admin;
using Samla.Cli.Analyse;
using Samla.Cli.Check;
using Samla.Cli.Collect;
using Samla.Cli.Grants;
using Samla.Cli.Publish;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("Samla för ihop regionernas redovisningar till en rapport där varje siffra går att följa.")
{
    CheckCommand.Create(),
    ExtractCommand.Create(),
    MatrixCommand.Create(),
    PublishCommand.Create(),
    CompareCommand.Create(),
    ExportCommand.Create(RefiQdaCommand.CreateExport(), ExportGrantsCommand.Create()),
    ImportCommand.Create(
        RefiQdaCommand.CreateImport(),
        PrintedCommand.Create(),
        ImportGrantsCommand.Create(),
        ImportMunicipalitiesCommand.Create()
    ),
    GrantsCommand.Create(),
    TemplateCommand.Create(),
    AdminCommand.Create(),
};
return await CommandLine.Run(root, args);

/// <summary>Named so that tests can call the command line in their own process.</summary>
public partial class Program;
