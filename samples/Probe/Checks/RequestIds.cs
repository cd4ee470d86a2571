using Probe.Wire;

namespace Probe.Checks;

/// <summary>Looks at the answers to all requests before it.</summary>
internal sealed class RequestIds : Assumption
{
    public override string Name => "request-ids";

    public override string Description => "Each response has a request-id.";

    public override int MostRequests => 0;

    public override Task<Finding> CheckAsync(ServiceWire wire, CancellationToken cancellationToken) =>
        Task.FromResult(
            Finding.Of(
                wire.WithoutRequestId == 0,
                $"{wire.Requests} requests, {wire.WithoutRequestId} answers without it"
            )
        );
}
