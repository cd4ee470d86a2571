using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Finds setters of a bulk write that set what an earlier one surely has set.</summary>
internal sealed class RepeatedSetters(Values values, LibraryContext library)
{
    /// <summary>Each later setter, with what it sets again.</summary>
    public IEnumerable<(IInvocationOperation Setter, string Member)> In(IReadOnlyList<IInvocationOperation> setters)
    {
        if (setters.Count < 2)
            yield break;
        var known = setters.Select(setter => (Setter: setter, Member: MemberOf(setter))).ToList();
        foreach (var later in known.Where(setter => setter.Member is not null))
        {
            if (known.Exists(earlier => earlier.Member == later.Member && SurelyPrecedes(earlier.Setter, later.Setter)))
                yield return (later.Setter, later.Member!);
        }
    }

    /// <summary>The field or pair that a setter sets; null where that can't be told.</summary>
    private string? MemberOf(IInvocationOperation setter)
    {
        if (SetterTarget.Of(setter, library) is not { Field: var field, Owner: var owner })
            return null;
        if (field.MaxPairs > 0)
            return
                setter.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "key") is { } key
                && values.TextOf(key.Value) is { } text
                ? $"{field.Property.Name}[\"{text}\"]"
                : null;
        return field == owner ? field.Property.Name : $"{owner.Property.Name}.{field.Property.Name}";
    }

    private static bool SurelyPrecedes(IInvocationOperation earlier, IInvocationOperation later)
    {
        for (
            var receiver = later.Instance;
            receiver is not null;
            receiver = (receiver as IInvocationOperation)?.Instance
        )
        {
            receiver = Values.Unwrapped(receiver);
            if (receiver == earlier)
                return true;
        }
        return RootOf(earlier) is { } root
            && SymbolEqualityComparer.Default.Equals(root, RootOf(later))
            && Flow.FunctionOf(earlier) == Flow.FunctionOf(later)
            && Flow.AlwaysPrecedes(Outermost(earlier), later)
            && Flow.StatementBlockOf(Outermost(later)) is { } block
            && block == Flow.StatementBlockOf(Outermost(earlier))
            && !OperationTree.Of(block).Any(part => part is IReturnOperation { IsImplicit: false } or IBranchOperation);
    }

    private static IParameterSymbol? RootOf(IInvocationOperation setter) =>
        FieldRead.RootOf(setter) is IParameterReferenceOperation { Parameter: var parameter } ? parameter : null;

    /// <summary>The last call of the chain that a setter is in.</summary>
    private static IOperation Outermost(IOperation setter)
    {
        while (setter.Parent is IInvocationOperation { Instance: var instance } next && instance == setter)
            setter = next;
        return setter;
    }
}
