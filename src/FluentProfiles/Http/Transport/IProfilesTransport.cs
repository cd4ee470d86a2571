namespace FluentProfiles;

/// <summary>What carries one request to the service and its answer back: the seam for HTTP stacks other than
/// <see cref="HttpClient"/>. Implementations must be thread-safe.</summary>
public interface IProfilesTransport
{
    /// <summary>Gets the names of the headers that the transport adds to requests that lack them, such as those of
    /// <see cref="HttpClient.DefaultRequestHeaders"/>; none by default. The client asks when it is made and before each request,
    /// and refuses one that would change what a request means, such as <c>anthropic-beta</c>.</summary>
    IEnumerable<string> DefaultHeaderNames => [];

    /// <summary>Sends one request, once, and returns as soon as the answer's headers are there: the body is read, and the
    /// answer disposed of, by the caller.</summary>
    /// <remarks><para>A status other than success is an answer like any other and must not throw. Redirects must not be
    /// followed: they would carry the credentials elsewhere.</para>
    /// <para>Whatever it throws becomes a <see cref="ProfilesConnectionException"/> with the exception inside, unless the token
    /// is cancelled or the exception is a <see cref="ProfilesException"/>. The client retries after network failures
    /// (<see cref="HttpRequestException"/>, <see cref="IOException"/>, <see cref="System.Net.Sockets.SocketException"/>), timeouts
    /// (<see cref="TimeoutException"/>, an <see cref="OperationCanceledException"/> that the token did not ask for) and
    /// rejections (exceptions of Polly). It does not retry after anything else, such as an
    /// <see cref="ObjectDisposedException"/> or a certificate that is not trusted. A create is retried only after a failure that
    /// proves that nothing was sent: a connection that could not be made, or a rejection by Polly other than a timeout. So throw
    /// the latter only if the request was not sent.</para></remarks>
    /// <param name="request">The request, complete with every header. The caller disposes of it.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken);
}
