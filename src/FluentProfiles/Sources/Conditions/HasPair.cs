namespace FluentProfiles.Sources.Conditions;

/// <summary>The metadata has a key, with one of some values.</summary>
/// <param name="Key">The key.</param>
/// <param name="Values">The values; null for any.</param>
internal sealed record HasPair(string Key, IReadOnlyList<string>? Values) : FilterNode
{
    public override string Text =>
        $"metadata[{ConditionText.Of(Key)}] {(Values is null ? "is not null" : "in " + ConditionText.Of(Values))}";
}
