using FluentProfiles.Benchmarks.Report;

namespace FluentProfiles.Benchmarks.Mirrors;

/// <summary>Whole passes over a service that takes 20 ms for a page.</summary>
internal static class PassTimes
{
    /// <summary>Loads a mirror, then runs a pass that finds no change.</summary>
    /// <param name="kind">The database.</param>
    /// <param name="service">The service.</param>
    /// <param name="mirror">An empty mirror of it.</param>
    /// <param name="databaseAlone">The nanoseconds of the database's work of a first load.</param>
    public static async Task<IEnumerable<Measurement>> MeasureAsync(
        string kind,
        SlowService service,
        ProfileMirror mirror,
        double databaseAlone
    )
    {
        var load = await Turns.TimeAsync(_ => RefreshAsync(mirror, service.Profiles), 0);
        var network = await Turns.TimeAsync(_ => service.ReadAsync(), 0);
        var unchanged = await Turns.TimeAsync(_ => RefreshAsync(mirror, added: 0), 0);
        return
        [
            .. MirrorNames.Pair(MirrorNames.Load, kind, Math.Max(network, databaseAlone), load),
            .. MirrorNames.Pair(MirrorNames.Unchanged, kind, network, unchanged),
        ];
    }

    private static async Task RefreshAsync(ProfileMirror mirror, int added)
    {
        var report = await mirror.RefreshAsync();
        Expect.Equal(added, report.Added);
        Expect.Equal(0, report.Changed + report.Removed);
    }
}
