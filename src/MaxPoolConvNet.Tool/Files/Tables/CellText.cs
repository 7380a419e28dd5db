using System.Globalization;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>Converts the values of cells to text, the same on every computer.</summary>
internal static class CellText
{
    /// <summary>With the 15 digits that Excel shows: 1 for 1.0, 0.3 for 0.1 + 0.2. Empty for NaN, which means a missing number.</summary>
    public static string Of(double value)
    {
        if (double.IsNaN(value)) return "";
        return Math.Abs(value) < 1e15 && Math.Floor(value) == value
            ? ((long)value).ToString(CultureInfo.InvariantCulture)
            : value.ToString("G15", CultureInfo.InvariantCulture);
    }

    /// <summary>The date only if the time is midnight.</summary>
    public static string Of(DateTime value) =>
        value.ToString(value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Of(bool value) => value ? "true" : "false";

    public static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        double number => Of(number),
        float number => float.IsNaN(number) ? "" : number.ToString(CultureInfo.InvariantCulture),
        bool truth => Of(truth),
        DateTime time => Of(time),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
