using Probe.Wire;

namespace Probe.Checks;

internal sealed class AbsentIsNotFound : Assumption
{
    public override string Name => "absent-is-not-found";

    public override string Description => "A profile that does not exist is a 404 with not_found_error.";

    public override int MostRequests => 1;

    public override async Task<Finding> CheckAsync(ServiceWire wire, CancellationToken cancellationToken)
    {
        var reply = await wire.GetAsync("/uprof_011CZkZCu8hGbp5mYRQnever", cancellationToken);
        return reply.Status is 401 or 402 or 403 or 408 or 429 or >= 500
            ? Finding.Unchecked($"the service answered {reply.Summary}")
            : Finding.Of(reply.IsAbsent, $"the service answered {reply.Summary}");
    }
}
