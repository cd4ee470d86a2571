namespace FluentProfiles.Tests.Properties.Expressions.Captured;

/// <summary>A record with a constructor.</summary>
public sealed record Pair<T1, T2>(T1 First, T2 Second);
