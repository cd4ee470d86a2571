using System.Diagnostics.Metrics;
using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.Inbox;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Telemetry;

public sealed class MirrorTelemetryTests : IDisposable
{
    // Other tests run passes, too.
    private static readonly AsyncLocal<bool> IsHere = new();

    private readonly MeterListener listener = new();
    private readonly List<(string Name, double Value, string Tags)> measured = [];

    public MirrorTelemetryTests()
    {
        listener.InstrumentPublished = (instrument, it) =>
        {
            if (instrument.Meter.Name == "FluentProfiles" && instrument.Name.StartsWith("fluentprofiles.mirror."))
                it.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
        IsHere.Value = true;
    }

    [Theory]
    [OnSqlite]
    public async Task APass_CountsWhatItChanges(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(150));
        await service.Mirror.RefreshAsync();
        service.Emulator.Remove(TestProfiles.IdOf(3));
        service.Emulator.OpenEnforcementAction(TestProfiles.IdOf(4));
        measured.Clear();

        await service.Mirror.RefreshAsync();

        Assert.Contains(("fluentprofiles.mirror.changes", 0, "pass=full change=added"), measured);
        Assert.Contains(("fluentprofiles.mirror.changes", 1, "pass=full change=changed"), measured);
        Assert.Contains(("fluentprofiles.mirror.changes", 1, "pass=full change=removed"), measured);
        Assert.Contains(("fluentprofiles.mirror.pass.requests", 2 + 10 + 1, "pass=full"), measured);
        Assert.Contains(measured, one => one is ("fluentprofiles.mirror.pass.duration", > 0, "pass=full"));
    }

    [Theory]
    [OnSqlite]
    public async Task Gauges_ReportTheLatestStatusWithoutTheDatabase(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(150));
        await service.Mirror.RefreshAsync();
        foreach (var number in Enumerable.Range(0, 50))
            service.Emulator.Remove(TestProfiles.IdOf(number));
        await Assert.ThrowsAsync<MirrorStoppedException>(() => service.Mirror.RefreshAsync());

        listener.RecordObservableInstruments();

        Assert.Contains(("fluentprofiles.mirror.stops", 1, "pass=full"), measured);
        Assert.Contains(("fluentprofiles.mirror.rows", 150, "address=127.0.0.1"), measured);
        Assert.Contains(("fluentprofiles.mirror.removals.held", 50, "address=127.0.0.1"), measured);
        foreach (var pass in new[] { "full", "new", "statuses" })
            Assert.Contains(
                measured,
                one => one is ("fluentprofiles.mirror.age", > 0, var tags) && tags == $"address=127.0.0.1 pass={pass}"
            );
    }

    [Theory]
    [OnSqlite]
    public async Task AnInbox_CountsEventsAndReadings(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        inbox.Service.Emulator.OpenEnforcementAction(TestProfiles.IdOf(4));
        foreach (var (id, profile) in new[] { ("a", 4), ("a", 4), ("b", 5) })
            await inbox.ReceiveAsync(id, TestProfiles.IdOf(profile));
        await inbox.PassAsync(TimeSpan.FromSeconds(100));
        measured.Clear();

        var backlog = (await inbox.ReadAsync()).Backlog;
        inbox.Service.Mirror.Passes.Figures.NoteInbox(backlog.Count, backlog.Oldest);
        listener.RecordObservableInstruments();
        await inbox.ReceiveAsync("c", TestProfiles.IdOf(6));
        inbox.Service.Emulator.Intercept = _ => EmulatorResponse.Error(500, "api_error", "It fails.");
        await inbox.ReadAsync();

        Assert.Contains(("fluentprofiles.mirror.inbox.depth", 2, "address=127.0.0.1"), measured);
        Assert.Contains(measured, one => one is ("fluentprofiles.mirror.inbox.age", >= 99, "address=127.0.0.1"));
        Assert.Contains(("fluentprofiles.mirror.inbox.reads", 1, "result=changed"), measured);
        Assert.Contains(("fluentprofiles.mirror.inbox.reads", 1, "result=unchanged"), measured);
        Assert.Contains(("fluentprofiles.mirror.inbox.reads", 1, "result=failed"), measured);
        Assert.Contains(("fluentprofiles.mirror.inbox.events", 1, "result=stored"), measured);
        Assert.Equal(2, measured.Count(one => one is ("fluentprofiles.mirror.inbox.lag", >= 99, "")));
    }

    [Theory]
    [OnSqlite]
    public async Task TheLease_IsAGaugeAndTakeOversAreCounted(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(3));
        await service.Mirror.RefreshAsync();
        Assert.DoesNotContain(measured, one => one.Name == "fluentprofiles.mirror.lease.takeovers");
        await new Leasing.OtherHolder(service.Mirror.Store).TakeAsync(TimeSpan.Zero);

        await using (await service.Mirror.Passes.Leases.HoldAsync(default))
            listener.RecordObservableInstruments();

        Assert.Contains(("fluentprofiles.mirror.lease.takeovers", 1, "address=127.0.0.1"), measured);
        Assert.Contains(("fluentprofiles.mirror.lease.held", 1, "address=127.0.0.1"), measured);
        measured.Clear();
        listener.RecordObservableInstruments();
        Assert.Contains(("fluentprofiles.mirror.lease.held", 0, "address=127.0.0.1"), measured);
    }

    public void Dispose() => listener.Dispose();

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (!IsHere.Value)
            return;
        List<string> texts = [];
        foreach (var (name, tag) in tags)
            texts.Add($"{name[(name.LastIndexOf('.') + 1)..]}={tag}");
        lock (measured)
            measured.Add((instrument.Name, value, string.Join(' ', texts)));
    }
}
