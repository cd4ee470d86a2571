using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Translates the parameters of the official SDK's listing into calls on a query.</summary>
internal sealed class SdkParameters(Values values, LibraryContext library)
{
    // The beta that the SDK's beta client sends where none is named.
    private const string DefaultBeta = "user-profiles-2026-08-18";

    /// <summary>The calls, or null where a parameter can't be translated.</summary>
    public string? CallsFor(SdkListing listing)
    {
        List<string> calls = [];
        if (listing.IsBeta)
        {
            if (library.Betas.Find(DefaultBeta) is not { } beta)
                return null;
            calls.Add($".WithBeta({library.Beta!.Name}.{beta.Member})");
        }
        foreach (var argument in listing.List.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || Tokens.IsToken(argument.Parameter?.Type))
                continue;
            if (
                values.Behind(argument.Value)
                is not IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: { Initializers: var settings } }
            )
                return null;
            foreach (var setting in settings)
            {
                if (CallFor(setting) is not { } call)
                    return null;
                calls.Add(call);
            }
        }
        return string.Concat(calls);
    }

    /// <summary>The token that the SDK's calls get, or null.</summary>
    public static string? TokenOf(SdkListing listing) =>
        listing
            .Pages.Arguments.Concat(listing.List.Arguments)
            .FirstOrDefault(argument =>
                argument.ArgumentKind != ArgumentKind.DefaultValue && Tokens.IsToken(argument.Parameter?.Type)
            )
            ?.Value.Syntax.ToString();

    private string? CallFor(IOperation setting) =>
        setting
            is not ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation { Property.Name: var name },
                Value: var value
            }
            ? null
            : name switch
            {
                // A query asks for full pages.
                "Limit" => "",
                "WorkspaceID" => $".WithWorkspace({value.Syntax})",
                "EnforcementStatus" => FilterFor(value),
                _ => null,
            };

    private string? FilterFor(IOperation value)
    {
        if (ListedItems.Of(value, values) is not { } elements || library.EnforcementStatus is not { } type)
            return null;
        var members = elements.Select(MemberOf).ToList();
        var known = library.Values.Find(type)!.Values.ToList();
        if (members.Count == 0 || !members.TrueForAll(member => member is not null && known.Contains(member)))
            return null;
        var name = type.ToMinimalDisplayString(value.SemanticModel!, value.Syntax.SpanStart);
        var conditions = members.Select(member => $"p.EnforcementStatus == {name}.{member}");
        return $".Where(p => {string.Join(" || ", conditions)})";
    }

    private static string? MemberOf(IOperation element)
    {
        while (element is IConversionOperation conversion)
            element = conversion.Operand;
        return (element as IFieldReferenceOperation)?.Field.Name;
    }
}
