using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>Tells whether the clients that a piece of code creates may differ from one time to the next.</summary>
/// <param name="reading">The body.</param>
/// <param name="scope">The code that runs again and again.</param>
/// <param name="owner">The member that the body belongs to.</param>
/// <param name="isHandler">True for a member that runs for each request, on an object that may be the request's own.</param>
internal sealed class ClientSettings(MethodReading reading, SyntaxNode scope, ISymbol owner, bool isHandler)
{
    private const int DeepestLookUp = 8;

    public bool MayVary(IOperation creation) => MayVary(creation, DeepestLookUp);

    private bool MayVary(IOperation operation, int depth) =>
        depth == 0 || OperationTree.Of(operation).Any(part => IsVariable(part, depth));

    private bool IsVariable(IOperation part, int depth) =>
        part switch
        {
            ILocalReferenceOperation use => IsVariable(use.Local, depth),
            IParameterReferenceOperation use => IsDeclaredHere(use.Parameter) || IsOfRequest(use.Parameter),
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => isHandler,
            IFieldReferenceOperation { Field: var field } => field is { IsReadOnly: false, IsConst: false },
            // The options of a request, or what moves on by itself.
            IPropertyReferenceOperation { Instance.Type.Name: "IOptionsSnapshot" } => true,
            IPropertyReferenceOperation { Property.Name: var name, Instance: not null } => name.StartsWith(
                "Current",
                StringComparison.Ordinal
            ),
            IInvocationOperation { TargetMethod.Name: not "GetEnvironmentVariable" } => true,
            IAwaitOperation or IAnonymousFunctionOperation => true,
            _ => false,
        };

    private bool IsVariable(ILocalSymbol local, int depth)
    {
        var set = reading.OptionsSettings.Where(setting => IsOn(setting, local)).ToList();
        if (!IsDeclaredHere(local))
            return reading.Locals.OnlyValue(local) is null
                || set.Exists(setting => scope.Span.Contains(setting.Syntax.Span));
        return reading.Locals.OnlyValue(local) is not { } value
            || MayVary(value, depth - 1)
            || set.Exists(setting => MayVary(setting.Value, depth - 1));
    }

    private static bool IsOn(ISimpleAssignmentOperation setting, ILocalSymbol local) =>
        setting.Target is IPropertyReferenceOperation { Instance: ILocalReferenceOperation use }
        && SymbolEqualityComparer.Default.Equals(use.Local, local);

    // A handler is a function of its request: a parameter may be the tenant's key, and so may what its object was given.
    private bool IsOfRequest(IParameterSymbol parameter) =>
        SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, owner) && RequestHandlers.IsOne(null, owner)
        || isHandler && parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor };

    private bool IsDeclaredHere(ISymbol symbol) => Flow.IsDeclaredIn(symbol, scope);
}
