namespace FluentProfiles.Analyzers.Reading;

/// <summary>Tells what a body does with a variable where it names it.</summary>
internal static class VariableUse
{
    /// <summary>True where the variable gets another value, or may get one by reference.</summary>
    public static bool IsWrite(IOperation use) =>
        use.Parent is ISimpleAssignmentOperation { IsRef: false } assignment
            ? assignment.Target == use
            : IsOtherWrite(use);

    /// <summary>The same, but for a plain assignment.</summary>
    public static bool IsOtherWrite(IOperation use) =>
        use.Parent switch
        {
            IArgumentOperation argument => argument.Parameter?.RefKind is not (null or RefKind.None),
            IIncrementOrDecrementOperation or IAddressOfOperation => true,
            ITupleOperation tuple => IsDeconstructed(tuple),
            // The choice of a reference.
            IConditionalOperation { IsRef: true } => true,
            IVariableInitializerOperation initializer => initializer.Parent
                is IVariableDeclaratorOperation { Symbol.IsRef: true },
            ISimpleAssignmentOperation { IsRef: true } => true,
            ISimpleAssignmentOperation => false,
            IAssignmentOperation assignment => assignment.Target == use,
            _ => false,
        };

    /// <summary>True where a list is only handed to what reads it.</summary>
    public static bool IsOnlyRead(IOperation use)
    {
        var read = use.Parent;
        while (read is IConversionOperation)
            read = read.Parent;
        return read switch
        {
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } => method.Name
                is "Contains"
                    or "op_Implicit"
                || method.ContainingNamespace?.Name == "FluentProfiles",
            IInvocationOperation call => IsReading(call.TargetMethod.Name),
            IPropertyReferenceOperation property => IsReading(property.Property.Name),
            IForEachLoopOperation => true,
            _ => false,
        };
    }

    /// <summary>True for a member of a list that alters nothing.</summary>
    public static bool IsReading(string member) =>
        member is "Contains" or "ContainsKey" or "Count" or "IndexOf" or "Length";

    private static bool IsDeconstructed(ITupleOperation tuple) =>
        tuple.Parent switch
        {
            ITupleOperation outer => IsDeconstructed(outer),
            IDeconstructionAssignmentOperation assignment => assignment.Target == tuple,
            IForEachLoopOperation => true,
            _ => false,
        };
}
