using System.Globalization;
using System.Text.RegularExpressions;

namespace Samla.Grants;

/// <summary>What the amounts of a file are given in. Asked for, never guessed.</summary>
public enum AmountUnit
{
    Kronor,
    Thousands,
}

/// <summary>Reads amounts as people and case systems write them, and refuses those that could mean two things.</summary>
internal static partial class GrantAmount
{
    /// <summary>No grant comes near it, in kronor.</summary>
    private const decimal Most = 10_000_000_000m;

    /// <summary>An amount in öre; otherwise what is wrong with it, in Swedish.</summary>
    public static (long Ore, string? Trouble) Read(string text, AmountUnit unit)
    {
        if (text.Length is > 0 and <= 12 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return InOre(long.Parse(text, CultureInfo.InvariantCulture), text, unit);
        }

        var written = Currency().Replace(text, "").Trim();
        if (Ambiguous().IsMatch(written))
        {
            return (0, $"”{text}” kan betyda två saker. Skriv beloppet utan tusentalsavgränsare, eller med blanksteg.");
        }

        if (
            !Plain().IsMatch(written)
            && !Grouped().IsMatch(written)
            && !GroupedByDots().IsMatch(written)
            && !GroupedByCommas().IsMatch(written)
        )
        {
            return (
                0,
                $"”{text}” är inget belopp. Skriv det med siffror och högst två decimaler, som 1 250 000 eller 1250000,50."
            );
        }

        var isNegative = written[0] is '-' or '−';
        var digits = Digits(written.TrimStart('-', '−'));
        var amount = decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return InOre(isNegative ? -amount : amount, text, unit);
    }

    private static (long Ore, string? Trouble) InOre(decimal amount, string text, AmountUnit unit)
    {
        var kronor = unit == AmountUnit.Thousands ? amount * 1000 : amount;
        return Math.Abs(kronor) > Most
            ? (0, $"”{text}” är orimligt stort. Kontrollera beloppet och vilken enhet filen har.")
            : ((long)(kronor * 100), null);
    }

    /// <summary>Without what parts thousands, and with a point before the decimals.</summary>
    private static string Digits(string written)
    {
        var last = written.LastIndexOfAny([',', '.']);
        var hasDecimals = last >= 0 && written.Length - last - 1 is 1 or 2;
        var whole = string.Concat((hasDecimals ? written[..last] : written).Where(char.IsAsciiDigit));
        return hasDecimals ? $"{whole}.{written[(last + 1)..]}" : whole;
    }

    [GeneratedRegex(
        @"\s*(kr|kronor|sek)\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Currency();

    [GeneratedRegex(@"^[-−]?[0-9]{1,3}[.,][0-9]{3}$", RegexOptions.ExplicitCapture)]
    private static partial Regex Ambiguous();

    [GeneratedRegex(@"^[-−]?[0-9]{1,15}([.,][0-9]{1,2})?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();

    [GeneratedRegex(
        @"^[-−]?[0-9]{1,3}([ \u00a0\u2009\u202f][0-9]{3}){1,4}([.,][0-9]{1,2})?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Grouped();

    [GeneratedRegex(
        @"^[-−]?[0-9]{1,3}((\.[0-9]{3}){2,4}(,[0-9]{1,2})?|\.[0-9]{3},[0-9]{1,2})$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex GroupedByDots();

    [GeneratedRegex(
        @"^[-−]?[0-9]{1,3}((,[0-9]{3}){2,4}(\.[0-9]{1,2})?|,[0-9]{3}\.[0-9]{1,2})$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex GroupedByCommas();
}
