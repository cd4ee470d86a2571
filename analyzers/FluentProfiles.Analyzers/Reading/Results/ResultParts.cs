namespace FluentProfiles.Analyzers.Reading;

/// <summary>Follows a part of a query's result back to the whole.</summary>
internal static class ResultParts
{
    /// <summary>What the members, <c>?.</c> and item-preserving calls of an operation start from.</summary>
    public static IOperation StartOf(IOperation operation)
    {
        while (true)
        {
            operation = Values.Unwrapped(operation);
            var owner = operation switch
            {
                IPropertyReferenceOperation { Property.Name: "Result", Instance.Type.Name: "Task" or "ValueTask" } =>
                    null,
                IPropertyReferenceOperation property => property.Instance,
                IInvocationOperation call => Items.AreKeptBy(call) ? QueryStep.ReceiverOf(call) : null,
                IArrayElementReferenceOperation element => element.ArrayReference,
                IConditionalAccessOperation access => access.WhenNotNull,
                _ => Implied(operation),
            };
            if (owner is null)
                return operation;
            operation = owner;
        }
    }

    /// <summary>What stands before a <c>?.</c>, or is matched by a pattern; null for any other operation.</summary>
    public static IOperation? Implied(IOperation operation) =>
        operation switch
        {
            IConditionalAccessInstanceOperation instance => ReceiverOf(instance),
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput } input => Matching.ValueOf(
                input
            ),
            _ => null,
        };

    /// <summary>The task whose result an operation is, or null.</summary>
    public static IOperation? TaskOf(IOperation operation) =>
        operation switch
        {
            IAwaitOperation wait => wait.Operation,
            IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } => task,
            IInvocationOperation
            {
                TargetMethod.Name: "GetResult",
                Instance: IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } task }
            } => task,
            _ => null,
        };

    /// <summary>What <c>WithCancellation</c> or <c>ConfigureAwait</c> is called on, or null.</summary>
    public static IOperation? Enumerated(IOperation sequence) =>
        sequence is IInvocationOperation { TargetMethod.Name: "WithCancellation" or "ConfigureAwait" } call
            ? QueryStep.ReceiverOf(call)
            : null;

    private static IOperation? ReceiverOf(IConditionalAccessInstanceOperation instance)
    {
        IOperation inner = instance;
        while (inner.Parent is { } outer)
        {
            if (outer is IConditionalAccessOperation access && access.WhenNotNull == inner)
                return access.Operation;
            inner = outer;
        }
        return null;
    }
}
