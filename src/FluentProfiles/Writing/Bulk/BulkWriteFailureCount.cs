using System.Net;

namespace FluentProfiles;

/// <summary>How many profiles a bulk write could not write for the same kind of reason.</summary>
/// <param name="ExceptionType">The type of the exception.</param>
/// <param name="StatusCode">The status of the service's refusal; null where the exception is no
/// <see cref="ProfilesApiException"/>.</param>
/// <param name="Count">How many profiles failed so.</param>
public sealed record BulkWriteFailureCount(Type ExceptionType, HttpStatusCode? StatusCode, long Count);
