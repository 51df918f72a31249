namespace Samla.Collect.Word;

/// <summary>Follows the codes by which Word works out page numbers, dates and the like, one in another.</summary>
internal sealed class FieldCodes
{
    /// <summary>For each that is open, whether its code is being read; then comes what came of it.</summary>
    private readonly Stack<bool> _open = [];

    private int _hidden;

    /// <summary>Whether what stands here is code. The code of a field is no text; what came of it is.</summary>
    public bool Hide => _hidden > 0;

    /// <param name="type">The mark that the reading has come to.</param>
    /// <param name="skipsResults">Whether what came of a code is left out too.</param>
    public void Meet(string? type, bool skipsResults)
    {
        switch (type)
        {
            case "begin":
                _open.Push(true);
                _hidden++;
                break;
            case "separate" when !skipsResults && _open.TryPop(out var isCode):
                _open.Push(false);
                _hidden -= isCode ? 1 : 0;
                break;
            case "end" when _open.TryPop(out var isHidden):
                _hidden -= isHidden ? 1 : 0;
                break;
        }
    }
}
