namespace Samla.Domain.Check.Rules;

/// <summary>Chances of coincidence.</summary>
internal static class Chance
{
    /// <summary>The chance of at least <paramref name="hits"/> in <paramref name="tries"/> independent tries (binomial tail).</summary>
    public static double AtLeast(int hits, int tries, double each)
    {
        var sum = 0.0;
        for (var n = hits; n <= tries; n++)
        {
            sum += Math.Exp(LogChoose(tries, n) + (n * Math.Log(each)) + ((tries - n) * Math.Log(1 - each)));
        }

        return Math.Min(1, sum);
    }

    private static double LogChoose(int all, int some)
    {
        var log = 0.0;
        for (var i = 1; i <= some; i++)
        {
            log += Math.Log(all - some + i) - Math.Log(i);
        }

        return log;
    }
}
