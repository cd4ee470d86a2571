using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Mirror.Telemetry;

/// <summary>What the gauges report of one mirror: its latest status that this process has seen. They never read the
/// database.</summary>
internal sealed class MirrorFigures : IDisposable
{
    private static ImmutableArray<MirrorFigures> live = [];

    private readonly TimeProvider clock;
    private readonly Watchers watchers;
    private readonly KeyValuePair<string, object?>[] tags;
    private volatile MirrorStatus? latest;
    private volatile bool isHolder;
    private volatile Backlog? inbox;

    // Below 0 where it is not known.
    private volatile int unresolved = -1;

    /// <param name="server">The host of the service.</param>
    /// <param name="workspace">The workspace; null for none.</param>
    /// <param name="clock">The time.</param>
    /// <param name="watchers">Take the reports.</param>
    public MirrorFigures(string server, string? workspace, TimeProvider clock, Watchers watchers)
    {
        (this.clock, this.watchers) = (clock, watchers);
        KeyValuePair<string, object?> address = new("server.address", server);
        tags = workspace is null ? [address] : [address, new("fluentprofiles.workspace", workspace)];
        MirrorTelemetry.Initialize();
        InboxTelemetry.Initialize();
        ImmutableInterlocked.Update(ref live, all => all.Add(this));
    }

    /// <summary>Those of the mirrors that are open.</summary>
    public static IReadOnlyList<MirrorFigures> Live => live;

    public void Note(MirrorStatus status) => latest = status;

    /// <summary>Notes that this process has taken the lease.</summary>
    /// <param name="isTakeOver">True where another holder had not released it.</param>
    public void NoteTaken(bool isTakeOver)
    {
        isHolder = true;
        if (isTakeOver)
            MirrorTelemetry.CountTakeOver(watchers, tags);
    }

    /// <summary>Notes that this process no longer has the lease.</summary>
    public void NoteReleased() => isHolder = false;

    public Measurement<int> Holder() => new(isHolder ? 1 : 0, tags);

    /// <summary>Notes how many profiles of the inbox were not read yet, and how long the first of them waits.</summary>
    public void NoteInbox(long count, TimeSpan oldest) => inbox = new(count, clock.GetUtcNow() - oldest);

    /// <summary>Notes that another process may read the inbox from now on.</summary>
    public void LeaveInbox() => inbox = null;

    /// <summary>Notes how many references wait for a person.</summary>
    public void NoteUnresolved(int count) => unresolved = count;

    /// <summary>Notes that another process may look at the claims from now on.</summary>
    public void LeaveClaims() => unresolved = -1;

    public IEnumerable<Measurement<double>> Ages()
    {
        foreach (var kind in Enum.GetValues<MirrorPassKind>())
        {
            if (latest?.AsOfKind(kind) is { } asOf)
                yield return new(
                    Math.Max(0, (clock.GetUtcNow() - asOf).TotalSeconds),
                    [.. tags, MirrorTelemetry.Tag(kind)]
                );
        }
    }

    public IEnumerable<Measurement<long>> Rows() => latest is { } status ? [new(status.Rows, tags)] : [];

    public IEnumerable<Measurement<long>> Held() => latest is { } status ? [new(status.RemovalsHeldBack, tags)] : [];

    public IEnumerable<Measurement<int>> Unresolved() => unresolved is var count and >= 0 ? [new(count, tags)] : [];

    public IEnumerable<Measurement<long>> InboxDepth() => inbox is { } waiting ? [new(waiting.Count, tags)] : [];

    public IEnumerable<Measurement<double>> InboxAge() =>
        inbox is { } waiting
            ? [new(waiting.Count == 0 ? 0 : Math.Max(0, (clock.GetUtcNow() - waiting.Since).TotalSeconds), tags)]
            : [];

    public void Dispose() => ImmutableInterlocked.Update(ref live, all => all.Remove(this));

    private sealed record Backlog(long Count, DateTimeOffset Since);
}
