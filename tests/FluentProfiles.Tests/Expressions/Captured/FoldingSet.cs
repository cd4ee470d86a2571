namespace FluentProfiles.Tests.Expressions.Captured;

/// <summary>A set of one's own that finds what differs in case alone.</summary>
internal sealed class FoldingSet(IEnumerable<string> items) : HashSet<string>(items, StringComparer.OrdinalIgnoreCase);
