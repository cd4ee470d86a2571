using System.Collections.Immutable;
using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Reads the options that a bulk write is given.</summary>
internal static class BulkOptions
{
    /// <summary>Whether a member of the options surely has its default, which is false or null.</summary>
    public static bool HasDefault(
        IInvocationOperation write,
        string member,
        MethodReading reading,
        LibraryContext library
    )
    {
        var given = write
            .Arguments.FirstOrDefault(argument =>
                argument.Parameter?.Name == "options" && argument.ArgumentKind != ArgumentKind.DefaultValue
            )
            ?.Value;
        if (given is null)
            return true;
        given = Values.Unwrapped(given);
        if (given is IDefaultValueOperation || given.ConstantValue is { HasValue: true, Value: null })
            return true;
        if (given is ILocalReferenceOperation { Local: var local })
        {
            if (!reading.Locals.UsesOf(local).All(use => LeavesAlone(use, member, library)))
                return false;
            given = reading.Locals.OnlyValue(local) is { } value ? Values.Unwrapped(value) : given;
        }
        return given is IObjectCreationOperation { Arguments.IsEmpty: true } made
            && library.IsBulkOptions(made.Type)
            && IsLeftAlone(made, member, reading);
    }

    /// <summary>True for a use of options that surely does not set a member: it goes to the library, or concerns another
    /// member.</summary>
    private static bool LeavesAlone(IOperation use, string member, LibraryContext library) =>
        use.Parent switch
        {
            IPropertyReferenceOperation property => property.Property.Name != member
                || property.Parent is not IAssignmentOperation assignment
                || assignment.Target != property,
            IArgumentOperation { Parent: IInvocationOperation call } => library.IsOfLibrary(call.TargetMethod),
            _ => false,
        };

    private static bool IsLeftAlone(IObjectCreationOperation made, string member, MethodReading reading) =>
        (made.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
            .OfType<ISimpleAssignmentOperation>()
            .Where(set => set.Target is IPropertyReferenceOperation target && target.Property.Name == member)
            .All(set => reading.Values.TryConstant(set.Value, out var value) && value is null or false);
}
