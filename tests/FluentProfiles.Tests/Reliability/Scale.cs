using System.Globalization;

namespace FluentProfiles.Tests.Reliability;

/// <summary>How often a test tries: a little in every build, much where <c>docs/reliability.md</c> says so.</summary>
internal static class Scale
{
    public static int Of(string variable, int usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : usual;
}
