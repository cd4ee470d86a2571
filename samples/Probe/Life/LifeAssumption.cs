using Probe.Wire;

namespace Probe.Life;

/// <summary>An assumption about writes. All of them look at the life of one profile, which is lived before.</summary>
internal abstract class LifeAssumption(Task<LifeRecord> life) : Assumption
{
    public override int MostRequests => 0;

    public override async Task<Finding> CheckAsync(ServiceWire wire, CancellationToken cancellationToken) =>
        Check(await life);

    protected abstract Finding Check(LifeRecord record);
}
