namespace FluentProfiles;

/// <summary>Sends one request to the service and returns its response. Implement it to use an HTTP stack other than
/// <see cref="HttpClient"/>. Implementations must be thread-safe.</summary>
public interface IProfilesTransport
{
    /// <summary>Gets the names of the headers that the transport adds to requests without them, such as those of
    /// <see cref="HttpClient.DefaultRequestHeaders"/>; none by default. The client reads the names when it is created
    /// and before each request. It rejects headers that would change the meaning of a request, such as
    /// <c>anthropic-beta</c>.</summary>
    IEnumerable<string> DefaultHeaderNames => [];

    /// <summary>Sends one request, once, and returns when the response headers have arrived. The caller reads the body
    /// and disposes the response.</summary>
    /// <remarks><para>Do not throw for a status code that indicates an error: return the response. Do not follow
    /// redirects, because they would send the credentials to another address.</para>
    /// <para>An exception that this method throws becomes the inner exception of a
    /// <see cref="ProfilesConnectionException"/>, unless the token is canceled or the exception is a
    /// <see cref="ProfilesException"/>. The client retries after network failures (<see cref="HttpRequestException"/>,
    /// <see cref="IOException"/>, <see cref="System.Net.Sockets.SocketException"/>), timeouts
    /// (<see cref="TimeoutException"/>, an <see cref="OperationCanceledException"/> without a cancellation of the
    /// token) and rejections (exceptions of Polly). It does not retry after other exceptions, such as an
    /// <see cref="ObjectDisposedException"/> or one for an untrusted certificate. A create is retried only after a
    /// failure that proves that nothing was sent: a connection that could not be established, or a rejection by Polly
    /// other than a timeout. So throw such a rejection only if the request was not sent.</para></remarks>
    /// <param name="request">The request, including all headers. The caller disposes it.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken);
}
