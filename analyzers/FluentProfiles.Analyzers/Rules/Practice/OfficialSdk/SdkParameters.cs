using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Translates the parameters of the official SDK's listing into calls on a query.</summary>
internal sealed class SdkParameters(Values values, LibraryContext library)
{
    /// <summary>The calls, or null where a parameter can't be translated.</summary>
    public string? CallsFor(SdkListing listing)
    {
        if (SettingsOf(listing) is not { } settings)
            return null;
        List<string?> calls = [listing.IsBeta ? BetasFor(listing.OwnBeta, settings) : ""];
        calls.AddRange(settings.Select(setting => CallFor(setting.Key, setting.Value)));
        calls.Add(OrderFor(settings));
        return calls.Contains(null) ? null : string.Concat(calls);
    }

    /// <summary>The parameters that the listing is given; null where the source does not show them.</summary>
    private Dictionary<string, IOperation>? SettingsOf(SdkListing listing)
    {
        Dictionary<string, IOperation> settings = [];
        foreach (var argument in listing.List.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || Tokens.IsToken(argument.Parameter?.Type))
                continue;
            if (
                values.Behind(argument.Value)
                is not IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: { Initializers: var given } }
            )
                return null;
            foreach (var setting in given)
            {
                if (
                    setting
                    is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target, Value: var value }
                )
                    return null;
                settings[target.Property.Name] = value;
            }
        }
        return settings;
    }

    /// <summary>The token that the SDK's calls get, or null.</summary>
    public static string? TokenOf(SdkListing listing) =>
        listing
            .Pages.Arguments.Concat(listing.List.Arguments)
            .FirstOrDefault(argument =>
                argument.ArgumentKind != ArgumentKind.DefaultValue && Tokens.IsToken(argument.Parameter?.Type)
            )
            ?.Value.Syntax.ToString();

    private string? CallFor(string name, IOperation value) =>
        name switch
        {
            // A query asks for full pages; order and betas have calls of their own.
            "Limit" or "Order" or "OrderBy" or "Betas" => "",
            "WorkspaceID" => $".WithWorkspace({value.Syntax})",
            "EnforcementStatus" => FilterFor(value),
            _ => null,
        };

    /// <summary>The SDK sends its own beta beside those that it is given; null where one of them chooses another shape, which the
    /// service refuses.</summary>
    private string? BetasFor(string own, Dictionary<string, IOperation> settings)
    {
        List<string?> names = [own];
        if (settings.TryGetValue("Betas", out var given))
        {
            if (ListedItems.Of(given, values) is not { } items)
                return null;
            names.AddRange(items.Select(TextOf));
        }
        var betas = names.Distinct().Select(library.Betas.Find).ToList();
        return
            betas.TrueForAll(beta => beta is { ConcernsProfiles: true }) && betas.Count(beta => beta!.ChoosesShape) == 1
            ? $".WithBeta({string.Join(", ", betas.Select(beta => $"{library.Beta!.Name}.{beta!.Member}"))})"
            : null;
    }

    // The service lists the newest first, and the direction is descending for names, too.
    private static string? OrderFor(Dictionary<string, IOperation> settings)
    {
        var by = settings.TryGetValue("OrderBy", out var key) ? MemberOf(key) : "CreatedAt";
        var direction = settings.TryGetValue("Order", out var order) ? MemberOf(order) : "Desc";
        var call = direction switch
        {
            "Asc" => "OrderBy",
            "Desc" => "OrderByDescending",
            _ => null,
        };
        return by is not ("CreatedAt" or "Name") || call is null ? null
            : key is null && order is null ? ""
            : $".{call}(p => p.{by})";
    }

    private string? TextOf(IOperation element)
    {
        while (element is IConversionOperation conversion)
            element = conversion.Operand;
        return values.TextOf(element);
    }

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
