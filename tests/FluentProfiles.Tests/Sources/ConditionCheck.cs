using FluentProfiles.Model.Schema;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Tests.Sources;

/// <summary>Applies a condition to an object.</summary>
internal static class ConditionCheck
{
    public static bool Passes(FilterNode condition, UserProfile profile, bool isRough) =>
        condition switch
        {
            AllOf { Nodes: var nodes } => nodes.All(node => Passes(node, profile, isRough)),
            AnyOf { Nodes: var nodes } => nodes.Any(node => Passes(node, profile, isRough)),
            Not { Node: var node } => !Passes(node, profile, isRough),
            In { Path: var path, Values: var values } => TextOf(path, profile) is { } text
                && values.Contains(text, isRough ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal),
            IsNull { Path: var path } => TextOf(path, profile) is null,
            HasPair { Key: var key, Values: var values } => profile.Metadata[key] is { } value
                && values?.Contains(value) != false,
            TimeRange { Path: var path, From: var from, To: var to } => path.ValueOf(profile) is DateTimeOffset time
                && !(time < from)
                && !(time > to),
            _ => throw new NotSupportedException(condition.Text),
        };

    private static string? TextOf(FieldPath path, UserProfile profile)
    {
        var value = path.ValueOf(profile);
        return value is string text ? text
            : value?.ToString() is { Length: > 0 } other ? other
            : null;
    }
}
