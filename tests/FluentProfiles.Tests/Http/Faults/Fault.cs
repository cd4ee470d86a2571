using System.Net.Sockets;
using System.Security.Authentication;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace FluentProfiles.Tests.Http.Faults;

/// <summary>What a transport can throw, and what is known then.</summary>
/// <param name="Make">Makes the exception.</param>
/// <param name="Cause">What the message states.</param>
/// <param name="MayPass">Whether another attempt may succeed.</param>
/// <param name="IsUnsent">Whether the exception proves that nothing was sent.</param>
internal sealed record Fault(Func<Exception> Make, string Cause, bool MayPass = true, bool IsUnsent = false)
{
    private const string ChainErrors = "The remote certificate is invalid because of errors in the certificate chain: ";
    private const string Procedure = "The remote certificate is invalid according to the validation procedure: ";

    public static Fault[] All { get; } =
    [
        new(() => new TimeoutRejectedException(TimeSpan.FromSeconds(7)), "timed out after 7 s in a resilience handler"),
        new(() => new TimeoutException(), "timed out"),
        new(() => new TaskCanceledException("HttpClient.Timeout", new TimeoutException()), "timed out"),
        new(() => new OperationCanceledException(), "the transport canceled the request"),
        new(() => new BrokenCircuitException(), "a circuit breaker is open in a resilience handler", IsUnsent: true),
        new(() => new IsolatedCircuitException(), "a circuit breaker is open in a resilience handler", IsUnsent: true),
        new(
            () => new LimitReachedException(),
            "rejected by a resilience handler (LimitReachedException)",
            IsUnsent: true
        ),
        new(() => new HttpRequestException("x", new BrokenCircuitException()), "a circuit breaker is open"),
        Socket(SocketError.ConnectionRefused, "connection refused", isUnsent: true),
        Socket(SocketError.HostNotFound, "host not found", isUnsent: true),
        Socket(SocketError.NoData, "host not found", isUnsent: true),
        Socket(SocketError.TryAgain, "host name could not be resolved", isUnsent: true),
        Socket(SocketError.ConnectionReset, "connection reset"),
        Socket(SocketError.TimedOut, "connection timed out"),
        Socket(SocketError.HostUnreachable, "host unreachable"),
        Socket(SocketError.NetworkUnreachable, "network unreachable"),
        Socket(SocketError.TooManyOpenSockets, "connection failed (TooManyOpenSockets)"),
        new(() => new IOException("x", new SocketException((int)SocketError.ConnectionReset)), "connection reset"),
        new(() => new IOException("x", new ObjectDisposedException("NetworkStream")), "the connection broke"),
        new(() => new IOException(), "the connection broke"),
        new(() => new HttpRequestException("x"), "the connection broke"),
        new(() => new HttpRequestException("x", new IOException()), "the connection broke"),
        Http(HttpRequestError.ConnectionError, "no connection", isUnsent: true),
        Http(HttpRequestError.NameResolutionError, "host not found", isUnsent: true),
        Http(HttpRequestError.SecureConnectionError, "TLS: the handshake failed", isUnsent: true),
        Http(HttpRequestError.ProxyTunnelError, "the proxy refused the connection", isUnsent: true),
        Http(HttpRequestError.ResponseEnded, "the connection was closed before the response was complete"),
        Http(HttpRequestError.InvalidResponse, "the response is not HTTP"),
        Http(HttpRequestError.HttpProtocolError, "the connection failed (HttpProtocolError)"),
        new(() => new HttpIOException(HttpRequestError.ResponseEnded), "the connection was closed"),
        Tls(ChainErrors + "UntrustedRoot", "TLS: certificate not trusted (UntrustedRoot)"),
        Tls(
            ChainErrors + "PartialChain, RevocationStatusUnknown",
            "not trusted (RevocationStatusUnknown, PartialChain)"
        ),
        Tls(ChainErrors + "NotTimeValid", "TLS: certificate expired or not valid yet (NotTimeValid)"),
        Tls(Procedure + "RemoteCertificateNameMismatch", "TLS: the certificate is for another host name"),
        Tls("Authentication failed, see inner exception.", "TLS: the handshake failed"),
        new(() => new AuthenticationException("x"), "TLS: the handshake failed", MayPass: false, IsUnsent: true),
        new(() => new ObjectDisposedException("HttpClient"), "has been disposed", MayPass: false),
        new(
            () => new InvalidOperationException("sk-secret"),
            "the transport threw InvalidOperationException",
            MayPass: false
        ),
        new(() => new NotSupportedException("sk-secret"), "the transport threw NotSupportedException", MayPass: false),
        new(() => new FormatException("sk-secret"), "the transport threw FormatException", MayPass: false),
        new(() => new AggregateException(new IOException()), "the transport threw AggregateException", MayPass: false),
    ];

    private static Fault Socket(SocketError error, string cause, bool isUnsent = false) =>
        new(() => new SocketException((int)error), cause, IsUnsent: isUnsent);

    private static Fault Http(HttpRequestError error, string cause, bool isUnsent = false) =>
        new(() => new HttpRequestException(error, "x"), cause, IsUnsent: isUnsent);

    private static Fault Tls(string message, string cause) =>
        new(
            () =>
                new HttpRequestException(
                    HttpRequestError.SecureConnectionError,
                    "The SSL connection could not be established.",
                    new AuthenticationException(message)
                ),
            cause,
            MayPass: false,
            IsUnsent: true
        );

    private sealed class LimitReachedException : ExecutionRejectedException;
}
