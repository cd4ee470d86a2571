using System.Collections.Immutable;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>Tells what the properties of an options object hold where a client is made of it.</summary>
internal sealed class FinalSettings(LibraryContext library, Locals locals, IReadOnlyList<IOperation> uses)
{
    private readonly Dictionary<string, OptionSetting> settings = [];

    /// <summary>The properties that were set, by name, <c>BaseAddress</c> as the <c>BaseUrl</c> that it is; null where the
    /// object is not wholly in sight.</summary>
    public IReadOnlyDictionary<string, OptionSetting>? At(IOperation argument)
    {
        settings.Clear();
        var given = Values.Unwrapped(argument);
        if (given is not ILocalReferenceOperation { Local: var local })
            return given is IObjectCreationOperation alone && Initialize(alone) ? settings : null;
        if (
            locals.OnlyValue(local) is not { } value
            || Values.Unwrapped(value) is not IObjectCreationOperation made
            || Flow.LoopOf(made) != Flow.LoopOf(given)
        )
            return null;
        return Initialize(made) && UsesOf(local).All(use => use == given || Follow(use, given)) ? settings : null;
    }

    private bool Initialize(IObjectCreationOperation made)
    {
        if (!library.IsClientOptions(made.Type) || !made.Arguments.IsEmpty)
            return false;
        foreach (var step in made.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (step is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } set)
                Set(target.Property, set.Value);
        }
        return true;
    }

    private IEnumerable<IOperation> UsesOf(ILocalSymbol local) =>
        uses.Where(use =>
                use is ILocalReferenceOperation reference
                && SymbolEqualityComparer.Default.Equals(reference.Local, local)
            )
            .OrderBy(use => use.Syntax.SpanStart);

    /// <summary>Notes what a use does to the object; false where that can't be told.</summary>
    private bool Follow(IOperation use, IOperation given)
    {
        if (Flow.FunctionOf(use) != Flow.FunctionOf(given))
            return false;
        if (use.Syntax.SpanStart > given.Syntax.SpanStart)
            return true;
        if (use.Parent is IArgumentOperation { Parent: IObjectCreationOperation client })
            return library.IsClient(client.Type);
        if (use.Parent is not IPropertyReferenceOperation property)
            return false;
        if (property.Parent is ISimpleAssignmentOperation set && set.Target == property)
            Set(property.Property, Flow.AlwaysPrecedes(set, given) ? set.Value : null);
        else if (property.Parent is IAssignmentOperation or IIncrementOrDecrementOperation or ITupleOperation)
            Set(property.Property, null);
        return true;
    }

    private void Set(IPropertySymbol property, IOperation? value) =>
        settings[property.Name == "BaseAddress" ? "BaseUrl" : property.Name] = new(property, value);
}
