namespace Mirror.Serving;

/// <param name="Reference">The platform's own id of the customer.</param>
/// <param name="Name">The name for a new profile; null or empty for none.</param>
internal sealed record Arrival(string? Reference, string? Name);
