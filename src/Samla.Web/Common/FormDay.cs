using System.Globalization;

namespace Samla.Web.Common;

/// <summary>A day as a field of a form has it.</summary>
internal static class FormDay
{
    private const string Form = "yyyy-MM-dd";

    public static string Of(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Null where it is no day.</summary>
    public static DateOnly? Read(string sent) =>
        DateOnly.TryParseExact(sent, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
