using FluentProfiles.Emulator;
using FluentProfiles.Http.Calls;
using FluentProfiles.Telemetry;
using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests.Telemetry;

[Collection(AloneCollection.Name)]
public sealed class MetricsTests
{
    [Fact]
    public async Task Run_IsCounted()
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(250),
            configureClient: options => (options.TimeProvider, options.MaxRetries) = (new JumpingClock(), 1)
        );
        service.Emulator.FailFirst(1, EmulatorResponse.Error(503, "api_error", "Not now"));
        LastReport progress = new();
        using var listener = new Listener();

        await service.Query().WithProgress(progress).Where(p => p.Name != null).Take(120).ToListAsync();

        var last = progress.Value!;
        Assert.Equal((last.Requests, last.Retries), (listener.Sum("fluentprofiles.requests"), 1));
        Assert.Equal(1, listener.Sum("fluentprofiles.retries"));
        Assert.Equal(last.Read, listener.Sum("fluentprofiles.profiles.read"));
        Assert.Equal(120, listener.Sum("fluentprofiles.profiles.returned"));
        Assert.Equal(last.Bytes, listener.Sum("fluentprofiles.bytes"));
    }

    [Fact]
    public void RequestWhereNobodyListens_AllocatesNothing()
    {
        var settings = new ClientSettings(new() { ApiKey = TestService.Key }).Service;
        var call = Endpoint.List.Call(new(settings.Betas, null), "?limit=100");

        Assert.Equal(
            0,
            Allocations.Of(
                () =>
                    Trace(
                        new(call.Method, call.Route, settings.Address, settings.BaseUrl, 1, null),
                        settings,
                        times: 1_000
                    ),
                calls: 10
            )
        );
    }

    private static void Trace(RequestRoute request, ServiceSettings settings, int times)
    {
        for (var i = 0; i < times; i++)
        {
            RequestTrace trace = new(request, settings.Watchers, settings.TimeProvider);
            trace.Completed(1_000);
            trace.End();
        }
    }

    private sealed class LastReport : IProgress<QueryProgress>
    {
        public QueryProgress? Value { get; private set; }

        public void Report(QueryProgress value) => Value = value;
    }
}
