using Probe.Wire;

namespace Probe;

/// <summary>Something that the library believes of the service and no type states. docs/assumptions.md says where each belief
/// comes from and what rests on it.</summary>
internal abstract class Assumption
{
    public abstract string Name { get; }

    public abstract string Description { get; }

    /// <summary>Gets the most requests that the check sends.</summary>
    public abstract int MostRequests { get; }

    /// <exception cref="UncheckedException">It can't be checked.</exception>
    public abstract Task<Finding> CheckAsync(ServiceWire wire, CancellationToken cancellationToken);
}
