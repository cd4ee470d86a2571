namespace Mirror;

/// <summary>A customer whom the service has stopped, with what they have bought.</summary>
internal sealed record StoppedCustomer(string Reference, string Status, int Purchases, int Cents);
