using System.Net;

namespace FluentProfiles;

/// <summary>The number of profiles that a bulk write failed to write for the same kind of reason.</summary>
/// <param name="ExceptionType">The type of the exception.</param>
/// <param name="StatusCode">The status code of the service's error; null if the exception is not a
/// <see cref="ProfilesApiException"/>.</param>
/// <param name="Count">The number of profiles that failed in this way.</param>
public sealed record BulkWriteFailureCount(Type ExceptionType, HttpStatusCode? StatusCode, long Count);
