using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>What a body does with a client that it creates.</summary>
internal sealed class ClientUse
{
    private readonly IObjectCreationOperation creation;

    public ClientUse(IObjectCreationOperation creation)
    {
        this.creation = creation;
        var value = Outermost(creation);
        Local = (value.Parent as IVariableInitializerOperation)?.Parent
            is IVariableDeclaratorOperation { Symbol: var local }
            ? local
            : null;
        Using = UsingAround(value.Parent);
    }

    public ILocalSymbol? Local { get; }

    /// <summary>The statement or declaration that disposes the client, or null.</summary>
    public IOperation? Using { get; }

    /// <summary>Whether the application gives a client its connections.</summary>
    public static bool HasConnections(IObjectCreationOperation creation) =>
        creation.Arguments.Any(argument =>
            argument is { Parameter.Name: "httpClient", ArgumentKind: not ArgumentKind.DefaultValue }
            && argument.Value.ConstantValue is not { HasValue: true, Value: null }
        ) || OperationTree.Of(creation).Any(part => part is IPropertyReferenceOperation { Property.Name: "Transport" });

    /// <summary>Whether nothing keeps the client for later.</summary>
    public bool StaysHere() =>
        Using is not null
        || (
            Local is null
                ? IsReceiver(Outermost(creation))
                : References(Local).Any() && References(Local).All(use => IsReceiver(use))
        );

    /// <summary>The uses of a local in the body.</summary>
    public IEnumerable<ILocalReferenceOperation> References(ILocalSymbol local) =>
        OperationTree
            .Of(OperationTree.RootOf(creation))
            .OfType<ILocalReferenceOperation>()
            .Where(use => !use.IsDeclaration && SymbolEqualityComparer.Default.Equals(use.Local, local));

    private static IOperation Outermost(IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IParenthesizedOperation)
            operation = operation.Parent;
        return operation;
    }

    private static bool IsReceiver(IOperation operation) =>
        operation.Parent switch
        {
            IInvocationOperation call => call.Instance == operation,
            IPropertyReferenceOperation property => property.Instance == operation,
            _ => false,
        };

    private static IOperation? UsingAround(IOperation? initializer)
    {
        if (initializer is not IVariableInitializerOperation)
            return null;
        var outer = initializer.Parent;
        while (
            outer is IVariableDeclaratorOperation or IVariableDeclarationOperation or IVariableDeclarationGroupOperation
        )
            outer = outer.Parent;
        return outer is IUsingDeclarationOperation or IUsingOperation ? outer : null;
    }
}
