using System.Text;

namespace Samla.Common;

/// <summary>Text as XML and HTML can hold it: a sign that they forbid would make a file that no program opens.</summary>
internal static class SafeText
{
    /// <summary>The text with "\n" at every end of a line and no other control characters; half a character becomes "�".</summary>
    public static string Of(string text)
    {
        if (IsSafe(text))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\t':
                    safe.Append(' ');
                    break;
                case '\n':
                case not (0xFFFE or 0xFFFF) when !Rune.IsControl(rune):
                    safe.Append(rune);
                    break;
            }
        }

        return safe.ToString();
    }

    private static bool IsSafe(string text)
    {
        foreach (var sign in text)
        {
            if ((char.IsControl(sign) && sign != '\n') || char.IsSurrogate(sign) || sign >= '\uFFFE')
            {
                return false;
            }
        }

        return true;
    }
}
