using Samla.Domain;

namespace Samla.Analyse.Exchange;

/// <summary>Why a file cannot be read, in Swedish: all of it, so that it can be put right at one go.</summary>
internal sealed class Troubles(string file)
{
    public const string Again = "Exportera på nytt ur det program som filen kommer ifrån, och läs in den nya filen.";

    private const int MostTold = 10;
    private const int LongestTold = 100;

    private readonly List<string> _found = [];

    public bool Any => _found.Count > 0;

    public void Add(string trouble) => _found.Add(trouble);

    /// <summary>As much of what the file says as a message has room for.</summary>
    public static string Short(string text) => Characters.Beginning(text, LongestTold);

    public string Swedish
    {
        get
        {
            var told = string.Join(' ', _found.Take(MostTold));
            var more = _found.Count > MostTold ? $" Det finns {_found.Count - MostTold} fel till." : "";
            return $"{file}: {told}{more}";
        }
    }
}
