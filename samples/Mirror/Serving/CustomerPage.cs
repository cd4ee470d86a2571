namespace Mirror.Serving;

/// <param name="Items">The customers.</param>
/// <param name="Next">The token of the next page; null on the last one.</param>
/// <param name="Milliseconds">How long the mirror took.</param>
/// <param name="Plan">What the database was asked.</param>
internal sealed record CustomerPage(IReadOnlyList<Customer> Items, string? Next, double Milliseconds, string Plan);
