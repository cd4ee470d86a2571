using System.Globalization;

namespace FluentProfiles.Tests;

/// <summary>How often a test tries: a little in every build, and as often as a variable says on demand
/// (<c>docs/reliability.md</c>).</summary>
internal static class Scale
{
    public static int Of(string variable, int usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : usual;
}
