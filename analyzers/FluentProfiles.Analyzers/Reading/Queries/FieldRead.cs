using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>A place that reads a field of a profile.</summary>
internal sealed class FieldRead(IPropertyReferenceOperation operation, FieldFacts facts)
{
    public IPropertyReferenceOperation Operation => operation;

    public FieldFacts Facts => facts;

    public string Name => facts.Property.Name;

    public Location Location => Places.OfMember(operation.Syntax);

    /// <summary>What the members and calls of an operation start from.</summary>
    public static IOperation RootOf(IOperation operation)
    {
        while (true)
        {
            operation = Values.Unwrapped(operation);
            var owner = operation switch
            {
                IPropertyReferenceOperation property => property.Instance,
                IInvocationOperation call => QueryStep.ReceiverOf(call),
                IArrayElementReferenceOperation element => element.ArrayReference,
                _ => ResultParts.Implied(operation),
            };
            if (owner is null)
                return operation;
            operation = owner;
        }
    }
}
