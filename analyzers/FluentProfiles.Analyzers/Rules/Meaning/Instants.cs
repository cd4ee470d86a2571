using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>Reads a point in time that the source spells out.</summary>
internal static class Instants
{
    /// <summary>The value of <c>new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero)</c>, or null for any other form: what
    /// depends on a time zone or a culture is not known here.</summary>
    public static IComparable? Read(IOperation operation, Values values)
    {
        if (
            operation
            is not IObjectCreationOperation { Type.Name: "DateTimeOffset", Arguments: { Length: 7 } arguments }
        )
            return null;
        if (
            Values.Unwrapped(arguments[6].Value)
            is not IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } }
        )
            return null;
        var parts = arguments.Take(6).Select(argument => values.IntegerOf(argument.Value)).ToList();
        return parts.TrueForAll(part => part is not null) ? Create(parts.ConvertAll(part => part!.Value)) : null;
    }

    private static IComparable? Create(List<int> parts)
    {
        try
        {
            return new DateTimeOffset(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], TimeSpan.Zero);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
