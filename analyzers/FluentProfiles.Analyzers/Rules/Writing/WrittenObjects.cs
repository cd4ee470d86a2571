using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Tells what becomes of a value that is set on an object before the object is written.</summary>
internal sealed class WrittenObjects(MethodReading reading, LibraryContext library)
{
    /// <summary>True for a value that another statement may replace.</summary>
    /// <param name="setting">What sets a member of the object.</param>
    public bool MayReplace(IOperation setting) =>
        MemberOf(setting) is { } member
        && LocalOf(setting, member) is { } local
        && reading.Locals.UsesOf(local).Any(use => SetsAgain(use, member));

    /// <summary>True for an object that other code may change before it is written.</summary>
    /// <param name="setting">What sets a member of the object.</param>
    public bool MayChangeUnseen(IOperation setting)
    {
        if (MemberOf(setting) is not { } member || LocalOf(setting, member) is not { } local)
            return CreationOf(setting) is not { } made || !IsGivenToLibrary(Outermost(made));
        return reading.Locals.OnlyValue(local) is not { } value
            || Values.Unwrapped(value) is not IObjectCreationOperation
            || LaterSettings.MayBeUnseen(local, reading, library);
    }

    private bool SetsAgain(IOperation use, IPropertyReferenceOperation member) =>
        use.Parent is IPropertyReferenceOperation other
        && other != member
        && SymbolEqualityComparer.Default.Equals(other.Property, member.Property)
        // The pairs of a map can be set one by one.
        && (VariableUse.IsWrite(other) || library.FieldSetBy(other.Property) is { MaxPairs: > 0 });

    private static IPropertyReferenceOperation? MemberOf(IOperation setting) =>
        setting switch
        {
            ISimpleAssignmentOperation assignment => assignment.Target,
            IMemberInitializerOperation part => part.InitializedMember,
            _ => null,
        } as IPropertyReferenceOperation;

    /// <summary>The local that holds the object, or null for any other holder.</summary>
    private static ILocalSymbol? LocalOf(IOperation setting, IPropertyReferenceOperation member) =>
        member.Instance is ILocalReferenceOperation use ? use.Local
        : CreationOf(setting) is not { } made ? null
        : Outermost(made).Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => local,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } => target.Local,
            _ => null,
        };

    /// <summary>The creation that has the setting in its initializer, or null.</summary>
    private static IObjectCreationOperation? CreationOf(IOperation setting) =>
        (setting.Parent as IObjectOrCollectionInitializerOperation)?.Parent as IObjectCreationOperation;

    private static IOperation Outermost(IOperation value)
    {
        while (value.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
            value = value.Parent;
        return value;
    }

    private bool IsGivenToLibrary(IOperation value) =>
        value.Parent is IArgumentOperation { Parent: IInvocationOperation call }
        && library.IsOfLibrary(call.TargetMethod);
}
