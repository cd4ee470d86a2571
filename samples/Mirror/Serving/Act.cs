namespace Mirror.Serving;

/// <param name="Kind">What happens: <c>restrict</c>, <c>lift</c>, <c>rename</c> or <c>delete</c>.</param>
/// <param name="Name">The new name.</param>
internal sealed record Act(string Kind, string? Name);
