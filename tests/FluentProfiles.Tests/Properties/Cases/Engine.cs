using FluentProfiles.Emulator;
using FluentProfiles.Tests.Properties.Data;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Properties.Cases;

/// <summary>A data set within the emulator's engine, without sockets, and a client of it.</summary>
internal sealed class Engine : IFaultySource, IAsyncDisposable
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    private readonly HttpClient http;

    public Engine(DataSet data, TimeProvider? ofClient = null)
    {
        Data = data;
        Emulator = ProfileEmulator.Create(new() { Profiles = data.Profiles, ExaminedPerPage = data.ExaminedPerPage });
        http = new(Emulator.CreateHandler());
        Client = new(
            new()
            {
                ApiKey = TestService.Key,
                BaseUrl = "https://emulator.example",
                MaxPointLookups = data.MaxPointLookups,
                PrefetchPages = data.PrefetchPages,
                TimeProvider = ofClient ?? clock,
                AttemptTimeout = Timeout.InfiniteTimeSpan,
            },
            http
        );
    }

    public DataSet Data { get; }

    public ProfileEmulator Emulator { get; }

    public ProfilesClient Client { get; }

    public int Reads => Emulator.Requests.Count;

    public ProfileQuery<UserProfile> Query() => Client.Query();

    public void FailAt(int? read) => At(read, () => EmulatorResponse.Error(403, "permission_error", "no"));

    public void ElapseAt(int? read) =>
        At(
            read,
            () =>
            {
                clock.Advance(Interruption.Time);
                return null;
            }
        );

    public bool IsFault(ProfilesException failure) => failure is ProfilesPermissionException or ProfilesBudgetException;

    private void At(int? read, Func<EmulatorResponse?> answer)
    {
        var requests = 0;
        Emulator.Intercept = read is null ? null : _ => Interlocked.Increment(ref requests) == read ? answer() : null;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        http.Dispose();
        await Emulator.DisposeAsync();
    }
}
