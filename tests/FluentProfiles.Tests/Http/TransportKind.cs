namespace FluentProfiles.Tests.Http;

/// <summary>The transports that the suite runs over.</summary>
public enum TransportKind
{
    HttpClient,
    Flurl,
}
