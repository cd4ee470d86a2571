using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>What statements set of an object in a local, between its creation and a call that writes it.</summary>
internal sealed class LaterSettings
{
    private readonly IReadOnlyList<ISimpleAssignmentOperation> all;

    private LaterSettings(IReadOnlyList<ISimpleAssignmentOperation> all, IOperation call, Values values)
    {
        this.all = all;
        Certain = [.. all.Where(set => IsCertain(set, call, values))];
    }

    /// <summary>Those that surely hold when the call is made.</summary>
    public IReadOnlyList<ISimpleAssignmentOperation> Certain { get; }

    /// <summary>True for an object that other code may change before the call.</summary>
    public static bool MayBeUnseen(IOperation written, MethodReading reading, LibraryContext library) =>
        Values.Unwrapped(written) is ILocalReferenceOperation { Local: var local }
        && MayBeUnseen(local, reading, library);

    /// <summary>The same of the object in a local.</summary>
    public static bool MayBeUnseen(ILocalSymbol local, MethodReading reading, LibraryContext library) =>
        !reading
            .Locals.UsesOf(local)
            .All(use =>
                use.Parent is IPropertyReferenceOperation
                || use.Parent is IArgumentOperation { Parent: IInvocationOperation call }
                    && library.IsOfLibrary(call.TargetMethod)
            );

    public static LaterSettings Of(IOperation written, IOperation call, MethodReading reading) =>
        new(
            Values.Unwrapped(written) is ILocalReferenceOperation { Local: var local }
                ? [.. reading.WriteSettings.Where(set => IsOn(set, local))]
                : [],
            call,
            reading.Values
        );

    /// <summary>True for a member that a statement may set again.</summary>
    public bool Replace(IPropertyReferenceOperation? member) =>
        member is not null && all.Any(set => IsOf(set, member.Property));

    // A null sets nothing, and of two settings the source does not always show which comes last.
    private bool IsCertain(ISimpleAssignmentOperation set, IOperation call, Values values) =>
        Flow.FunctionOf(set) == Flow.FunctionOf(call)
        && Flow.AlwaysPrecedes(set, call)
        && !(values.TryConstant(set.Value, out var value) && value is null)
        && Values.Unwrapped(set.Value) is not IDefaultValueOperation
        && all.Count(other => IsOf(other, ((IPropertyReferenceOperation)set.Target).Property)) == 1;

    private static bool IsOn(ISimpleAssignmentOperation set, ILocalSymbol local) =>
        set.Target is IPropertyReferenceOperation { Instance: ILocalReferenceOperation use }
        && SymbolEqualityComparer.Default.Equals(use.Local, local);

    private static bool IsOf(ISimpleAssignmentOperation set, IPropertySymbol member) =>
        SymbolEqualityComparer.Default.Equals(((IPropertyReferenceOperation)set.Target).Property, member);
}
