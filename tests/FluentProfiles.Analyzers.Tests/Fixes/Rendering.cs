using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using FluentProfiles.Analyzers.Tests.Twin;

namespace FluentProfiles.Analyzers.Tests.Fixes;

/// <summary>Shows how a program ended, so that two can be compared.</summary>
internal static class Rendering
{
    /// <summary>The result, or that the program was refused.</summary>
    public static string Of(ProgramOutcome outcome) =>
        outcome.Failure is { } failure ? failure.GetType().Name : Of(outcome.Result);

    /// <summary>A value; a tuple and an anonymous object are what they hold.</summary>
    public static string Of(object? value) =>
        value switch
        {
            null => "null",
            string text => text,
            UserProfile profile => profile.ToString(),
            ITuple tuple => Joined(Enumerable.Range(0, tuple.Length).Select(item => tuple[item])),
            IEnumerable items => "[" + Joined(items.Cast<object?>()) + "]",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            // A type of the program's own, or an anonymous one.
            _ when value.GetType() is { Namespace: null } type => Joined(
                type.GetProperties().Select(member => member.GetValue(value))
            ),
            _ => value.ToString()!,
        };

    private static string Joined(IEnumerable<object?> items) => string.Join(", ", items.Select(Of));
}
