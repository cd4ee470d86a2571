namespace FluentProfiles.Tests.Properties.Expressions.Captured;

/// <summary>A list of one pair, or of none.</summary>
public sealed class Pairs(string? value) : List<KeyValuePair<string, string>>(value is null ? [] : [new("x", value)]);
