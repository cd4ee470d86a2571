using System.Runtime.CompilerServices;

namespace FluentProfiles.Tests.Properties.Expressions.Cases;

/// <summary>Tells what no application can do that is compiled ahead of time: .NET makes no operator of a nullable form that the
/// application lacks, and the library refuses in words what would need one.</summary>
internal static class AheadOfTime
{
    public static bool Lacks(Exception failure) =>
        !RuntimeFeature.IsDynamicCodeSupported
        && failure is NotSupportedException { Message: var message }
        && (
            message.Contains("compiled ahead of time", StringComparison.Ordinal)
            || message.Contains("dynamic code", StringComparison.Ordinal)
        );
}
