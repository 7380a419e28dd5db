using System.Globalization;

namespace MaxPoolConvNet.Tests;

/// <summary>Work in a culture whose numbers have a comma, and here another minus too.</summary>
internal static class InGerman
{
    public static void Run(Action work)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "−" } };
            work();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
