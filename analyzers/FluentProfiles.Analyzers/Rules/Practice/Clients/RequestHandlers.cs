using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>Recognizes the code that ASP.NET Core runs for each request.</summary>
internal static class RequestHandlers
{
    /// <param name="function">The lambda or local function, or null for the member itself.</param>
    /// <param name="owner">The member.</param>
    public static bool IsOne(IOperation? function, ISymbol owner) =>
        function switch
        {
            IAnonymousFunctionOperation lambda => TakesContext(lambda.Symbol) || IsMapped(lambda.Parent),
            ILocalFunctionOperation local => TakesContext(local.Symbol) || IsMappedByName(local),
            _ => owner is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
                && (TakesContext(method) || !method.IsStatic && IsOfRequest(method.ContainingType)),
        };

    private static bool TakesContext(IMethodSymbol method) =>
        method.Parameters.Any(parameter =>
            parameter.Type.Name is "HttpContext" or "HttpRequest" && IsOfAspNetCore(parameter.Type)
        );

    private static bool IsOfRequest(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name is "ControllerBase" or "PageModel" or "Hub" && IsOfAspNetCore(type))
                return true;
        }
        return false;
    }

    private static bool IsMapped(IOperation? given)
    {
        while (given is IConversionOperation or IDelegateCreationOperation)
            given = given.Parent;
        return given is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } }
            && method.Name.StartsWith("Map", StringComparison.Ordinal)
            && IsOfAspNetCore(method.ContainingType);
    }

    private static bool IsMappedByName(ILocalFunctionOperation function) =>
        OperationTree
            .Of(OperationTree.RootOf(function))
            .Any(part =>
                part is IMethodReferenceOperation reference
                && SymbolEqualityComparer.Default.Equals(reference.Method, function.Symbol)
                && IsMapped(reference.Parent)
            );

    private static bool IsOfAspNetCore(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (
            space is { ContainingNamespace: { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false } }
        )
            space = space.ContainingNamespace;
        return space is { Name: "AspNetCore", ContainingNamespace.Name: "Microsoft" };
    }
}
