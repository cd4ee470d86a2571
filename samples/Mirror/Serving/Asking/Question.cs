namespace Mirror.Serving.Asking;

/// <param name="Reference">The platform's own id of the customer who asks.</param>
internal sealed record Question(string? Reference);
