using System.Text;
using BenchmarkDotNet.Attributes;
using Samla.Check;

namespace Samla.Bench;

/// <summary>How long a check takes once the program is warm, as in the web application.</summary>
[MemoryDiagnoser]
public class WarmCheck
{
    private readonly CheckReport _check = new();
    private string _name = "";
    private byte[] _content = [];

    [GlobalSetup]
    public void Read() => (_name, _content) = FirstReport.Read();

    [Benchmark(Description = "check the first report")]
    public CheckReport.Outcome Check() => _check.Run(_name, _content, CancellationToken.None);
}

/// <summary>Whether time and memory grow as the text does: the ratios should be near 1, 2, 5 and 10.</summary>
[MemoryDiagnoser]
public class CheckByLength
{
    private readonly CheckReport _check = new();
    private readonly Dictionary<int, byte[]> _contents = [];

    [GlobalSetup]
    public void Write()
    {
        foreach (var times in (int[])[1, 2, 5, 10])
        {
            _contents[times] = Encoding.UTF8.GetBytes(MadeUpReport.Write(times));
        }
    }

    [Benchmark(Baseline = true, Description = "1 x")]
    public CheckReport.Outcome Once() => Check(times: 1);

    [Benchmark(Description = "2 x")]
    public CheckReport.Outcome Twice() => Check(times: 2);

    [Benchmark(Description = "5 x")]
    public CheckReport.Outcome FiveTimes() => Check(times: 5);

    [Benchmark(Description = "10 x")]
    public CheckReport.Outcome TenTimes() => Check(times: 10);

    private CheckReport.Outcome Check(int times) => _check.Run("made-up.txt", _contents[times], CancellationToken.None);
}
