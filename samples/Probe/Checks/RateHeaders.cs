using Probe.Wire;

namespace Probe.Checks;

/// <summary>Looks at the answers to all requests before it.</summary>
internal sealed class RateHeaders : Assumption
{
    public override string Name => "rate-headers";

    public override string Description =>
        "These endpoints report no budget of requests in headers, so a client learns of a limit by a 429 alone.";

    public override int MostRequests => 0;

    public override Task<Finding> CheckAsync(ServiceWire wire, CancellationToken cancellationToken) =>
        Task.FromResult(
            wire.RateHeaders.Count == 0
                ? Finding.Holds($"no such header on the answers to {wire.Requests} requests")
                : Finding.Violated($"headers: {string.Join(", ", wire.RateHeaders)}")
        );
}
