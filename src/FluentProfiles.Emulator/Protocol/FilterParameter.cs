using System.Reflection;
using FluentProfiles.Emulator.Store;

namespace FluentProfiles.Emulator.Protocol;

/// <summary>The parameter for a field that the model marks as filterable.</summary>
internal sealed class FilterParameter(PropertyInfo property, ProfileFieldAttribute field)
{
    private readonly HashSet<string>? known = property
        .PropertyType.GetNestedType(nameof(EnforcementStatus.Values))
        ?.GetFields()
        .Select(value => (string)value.GetRawConstantValue()!)
        .ToHashSet();

    public string Name { get; } = field.JsonName + "[]";

    /// <summary>Reads and checks the values; null where there are none.</summary>
    public ListFilter? Read(QueryString query, ApiRevision revision)
    {
        var texts = query.All(Name);
        if (texts.Count == 0)
            return null;
        if (!field.IsServedBy(revision))
            throw ServiceError.Invalid($"{Name}: not supported under the user-profiles beta of this request");
        foreach (var text in texts)
        {
            if (known?.Contains(text) == false)
                throw ServiceError.Invalid($"{Name}: `{text}` is not a valid {field.JsonName.Replace('_', ' ')}");
        }
        return new(property, field.JsonName, [.. texts.Distinct()]);
    }
}
