using System.Net.Sockets;
using System.Security.Authentication;
using FluentProfiles.Telemetry;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace FluentProfiles.Http.Failures;

/// <summary>Describes the failure of a request whose transport threw.</summary>
/// <param name="Cause">What happened, in a few words. It quotes no message of another exception.</param>
/// <param name="IsUnsent">True when the request certainly did not reach the service.</param>
/// <param name="MayPass">True when another attempt may succeed. It can't where a certificate, a setting or code is at
/// fault.</param>
internal readonly record struct TransportFailure(string Cause, bool IsUnsent = false, bool MayPass = true)
{
    public static TransportFailure Of(Exception thrown) =>
        thrown switch
        {
            ExecutionRejectedException rejected => new(
                CauseOf(rejected),
                IsUnsent: rejected is not TimeoutRejectedException
            ),
            TimeoutException or OperationCanceledException { InnerException: TimeoutException } => new("timed out"),
            OperationCanceledException => new("the transport canceled the request"),
            ObjectDisposedException => new(
                "the client, its HttpClient or its transport has been disposed",
                MayPass: false
            ),
            HttpRequestException or IOException or SocketException or AuthenticationException => OfNetwork(thrown),
            _ => new($"the transport threw {thrown.GetType().Name}", MayPass: false),
        };

    private static TransportFailure OfNetwork(Exception thrown)
    {
        for (var cause = thrown; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AuthenticationException tls:
                    return new(TlsCause.Of(tls), IsUnsent: true, MayPass: false);
                case SocketException socket:
                    return new(SocketCause(socket.SocketErrorCode), IsUnconnected(thrown) || IsUnconnected(socket));
                case ExecutionRejectedException rejected:
                    return new(CauseOf(rejected));
            }
        }
        return new(NetworkCause(thrown), IsUnconnected(thrown));
    }

    private static string CauseOf(ExecutionRejectedException rejected) =>
        rejected switch
        {
            TimeoutRejectedException late => $"timed out after {Durations.Text(late.Timeout)} in a resilience handler",
            BrokenCircuitException => "a circuit breaker is open in a resilience handler",
            _ => $"rejected by a resilience handler ({rejected.GetType().Name})",
        };

    private static string SocketCause(SocketError error) =>
        error switch
        {
            SocketError.ConnectionRefused => "connection refused",
            SocketError.HostNotFound or SocketError.NoData => "host not found",
            SocketError.TryAgain => "host name could not be resolved",
            SocketError.TimedOut => "connection timed out",
            SocketError.ConnectionReset => "connection reset",
            SocketError.ConnectionAborted => "connection aborted",
            SocketError.NetworkUnreachable or SocketError.NetworkDown => "network unreachable",
            SocketError.HostUnreachable or SocketError.HostDown => "host unreachable",
            _ => $"connection failed ({error})",
        };

    private static string NetworkCause(Exception thrown) =>
        ErrorOf(thrown) switch
        {
            HttpRequestError.NameResolutionError => "host not found",
            HttpRequestError.ConnectionError => "no connection",
            HttpRequestError.SecureConnectionError => "TLS: the handshake failed",
            HttpRequestError.ProxyTunnelError => "the proxy refused the connection" + StatusOf(thrown),
            HttpRequestError.ResponseEnded => "the connection was closed before the response was complete",
            HttpRequestError.InvalidResponse => "the response is not HTTP",
            HttpRequestError.VersionNegotiationError => "no HTTP version in common",
            HttpRequestError.ConfigurationLimitExceeded => "the response's headers are too large",
            null or HttpRequestError.Unknown => "the connection broke",
            { } error => $"the connection failed ({error})",
        };

    private static HttpRequestError? ErrorOf(Exception thrown) =>
        thrown switch
        {
            HttpRequestException
            {
                HttpRequestError: HttpRequestError.Unknown,
                InnerException: HttpIOException inner
            } => inner.HttpRequestError,
            HttpRequestException request => request.HttpRequestError,
            HttpIOException reading => reading.HttpRequestError,
            _ => null,
        };

    private static string StatusOf(Exception thrown) =>
        thrown is HttpRequestException { StatusCode: { } status } ? $" ({(int)status})" : "";

    private static bool IsUnconnected(Exception thrown) =>
        thrown is HttpRequestException request && NeverConnected.Is(request.HttpRequestError);

    private static bool IsUnconnected(SocketException socket) =>
        socket.SocketErrorCode
            is SocketError.ConnectionRefused
                or SocketError.HostNotFound
                or SocketError.NoData
                or SocketError.TryAgain;
}
