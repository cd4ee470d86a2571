namespace Mirror.Serving;

/// <param name="Customer">The customer.</param>
/// <param name="WasCreated">True if the profile was created for this visit.</param>
/// <param name="Duplicates">The number of further profiles with the reference.</param>
/// <param name="Milliseconds">How long it took to find or create it.</param>
internal sealed record Welcome(Customer Customer, bool WasCreated, int Duplicates, double Milliseconds);
