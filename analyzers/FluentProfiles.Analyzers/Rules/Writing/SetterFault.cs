using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>What is wrong with the field that a setter of a bulk write names.</summary>
/// <param name="Location">Where.</param>
/// <param name="Member">What the message calls it.</param>
/// <param name="Problem">What is wrong.</param>
internal sealed record SetterFault(Location Location, string Member, string Problem)
{
    /// <summary>The fault of a setter, or null where there is none in sight.</summary>
    public static SetterFault? Of(IInvocationOperation setter, LibraryContext library)
    {
        if (
            setter.TargetMethod.Name is not ("Set" or "Clear")
            || setter.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "field") is not { } argument
            || QueryLambda.Of(argument.Value, []) is not { Body: { } body } lambda
        )
            return null;
        return WithoutReferences(body) switch
        {
            IPropertyReferenceOperation { Arguments.IsEmpty: true } named => OfField(named, lambda, setter, library),
            IPropertyReferenceOperation or IInvocationOperation or IBinaryOperation or ILiteralOperation => new(
                body.Syntax.GetLocation(),
                "This",
                "is not a member of the profile or of its details that can be written"
            ),
            _ => null,
        };
    }

    private static SetterFault? OfField(
        IPropertyReferenceOperation named,
        QueryLambda lambda,
        IInvocationOperation setter,
        LibraryContext library
    )
    {
        if (!IsOfProfile(named, lambda) || !library.IsOfLibrary(named.Property))
            return null;
        var location = Places.OfMember(named.Syntax);
        var name = named.Property.Name;
        return library.Fields.Find(named.Property) switch
        {
            { MaxPairs: > 0 } => new(
                location,
                name,
                "can't be set as a whole; SetMetadata and RemoveMetadata set its pairs"
            ),
            { Writable: true } when named.Property.Type.Name == "ExternalUserDetails" => new(
                location,
                name,
                "can't be set as a whole; set its members"
            ),
            { Writable: true, Clearable: false } when setter.TargetMethod.Name == "Clear" => new(
                location,
                name,
                "can't be cleared once it is set; the service can only change it"
            ),
            { Writable: true } => null,
            _ => new(location, name, "can't be written"),
        };
    }

    // A conversion between references leaves no trace in an expression.
    private static IOperation WithoutReferences(IOperation operation) =>
        operation
            is IConversionOperation
            {
                OperatorMethod: null,
                Conversion: { IsIdentity: true } or { IsReference: true, IsImplicit: true }
            } conversion
            ? WithoutReferences(conversion.Operand)
        : operation is IParenthesizedOperation parenthesized ? WithoutReferences(parenthesized.Operand)
        : operation;

    private static bool IsOfProfile(IPropertyReferenceOperation named, QueryLambda lambda)
    {
        var owner = named.Instance;
        while (owner is IPropertyReferenceOperation { Arguments.IsEmpty: true, Instance: var outer })
            owner = outer;
        return owner is not null && lambda.IsParameter(owner);
    }
}
