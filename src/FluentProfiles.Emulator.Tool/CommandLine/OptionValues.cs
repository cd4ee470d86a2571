using System.Globalization;

namespace FluentProfiles.Emulator.CommandLine;

/// <summary>Reads the values of options. Returns null for a text that is none.</summary>
internal static class OptionValues
{
    public static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? number
            : null;

    public static double? Share(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
        && share is >= 0 and <= 1
            ? share
            : null;
}
