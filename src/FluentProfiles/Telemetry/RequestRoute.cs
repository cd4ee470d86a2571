namespace FluentProfiles.Telemetry;

/// <summary>What a report says of a request before it is sent.</summary>
/// <param name="Method">The method.</param>
/// <param name="Route">The path, with a placeholder in place of an id.</param>
/// <param name="Server">The address of the service.</param>
/// <param name="BaseUrl">The same, without a final slash.</param>
/// <param name="Resends">The number of earlier attempts of the call.</param>
/// <param name="Tag">The text that the caller gave the query or the call; null for none.</param>
internal readonly record struct RequestRoute(
    HttpMethod Method,
    string Route,
    Uri Server,
    string BaseUrl,
    int Resends,
    string? Tag
);
