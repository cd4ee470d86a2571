namespace FluentProfiles;

/// <summary>What carries one request to the service and its answer back: the seam for HTTP stacks other than
/// <see cref="HttpClient"/>. Implementations must be thread-safe.</summary>
public interface IProfilesTransport
{
    /// <summary>Sends one request, once, and returns as soon as the answer's headers are there: the body is read, and the
    /// answer disposed of, by the caller.</summary>
    /// <remarks>A status other than success is an answer like any other and must not throw. Redirects must not be
    /// followed: they would carry the credentials elsewhere.</remarks>
    /// <param name="request">The request, complete with every header. The caller disposes of it.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="HttpRequestException">There is no connection, or it broke.</exception>
    /// <exception cref="TimeoutException">The transport itself gave up waiting. An
    /// <see cref="OperationCanceledException"/> that the token did not ask for is taken for the same.</exception>
    Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken);
}
