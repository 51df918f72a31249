using System.Text;
using BenchmarkDotNet.Running;
using Samla.Bench;

// `-- report FILE [TIMES]` writes the made-up report, so that other tools can be timed on it; everything else goes to
// BenchmarkDotNet.
if (args is ["report", var file, .. var times])
{
    var size = times is [var text] ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 1;
    await File.WriteAllTextAsync(
        file,
        MadeUpReport.Write(size),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
    );
    return;
}

// `-- grants FILE ROWS` writes made-up decisions, to time `samla import grants` on.
if (args is ["grants", var grants, var rows])
{
    var count = int.Parse(rows, System.Globalization.CultureInfo.InvariantCulture);
    await File.WriteAllTextAsync(grants, GrantsBenchmarks.File(count));
    return;
}

FirstReport.PassOn();
BenchmarkSwitcher.FromAssembly(typeof(FirstReport).Assembly).Run(args is [] ? ["--filter", "*"] : args);
