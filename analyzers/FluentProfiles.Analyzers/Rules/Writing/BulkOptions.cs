using System.Collections.Immutable;
using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Reads the options that a bulk write is given.</summary>
internal static class BulkOptions
{
    /// <summary>Whether a member of the options surely has its default, which is false or null.</summary>
    public static bool HasDefault(QueryStep write, string member, MethodReading reading, LibraryContext library)
    {
        if (write.Argument("options") is not { } given)
            return true;
        given = Values.Unwrapped(given);
        if (given is IDefaultValueOperation || given.ConstantValue is { HasValue: true, Value: null })
            return true;
        return given is IObjectCreationOperation made
            && library.IsBulkOptions(made.Type)
            && IsLeftAlone(made, member, reading);
    }

    private static bool IsLeftAlone(IObjectCreationOperation made, string member, MethodReading reading) =>
        (made.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
            .OfType<ISimpleAssignmentOperation>()
            .Where(set => set.Target is IPropertyReferenceOperation target && target.Property.Name == member)
            .All(set => reading.Values.TryConstant(set.Value, out var value) && value is null or false);
}
