using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Model.References;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Mirror.Tests.References.Creating;

/// <summary>The database is locked when the outcome of a create is known, and answers later.</summary>
public sealed class SlowDatabaseTests
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProfileThatIsCreated_ReachesItsCallersBeforeItIsStored(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        WriteLock? held = null;
        service.Emulator.BeforeResponse = async (request, _) =>
        {
            if (request.Method == "POST")
                held = await WriteLock.TakeAsync(service.Database);
        };

        var made = await InTimeAsync(CallAsync(service));

        Assert.True(made.WasCreated);
        Assert.Single(await service.ClaimsAsync());
        await held!.DisposeAsync();
        await ReadyService.UntilAsync(async () => (await service.ClaimsAsync()).Count == 0);
        Assert.Equal(made.Id, (await service.Mirror.FindAsync("customer-1"))!.Id);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ARefusal_ReachesItsCallersBeforeTheClaimHasEnded(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        WriteLock? held = null;
        service.Emulator.Intercept = request =>
            request.Method == "POST" ? EmulatorResponse.Error(403, "permission_error", "No.") : null;
        service.Emulator.BeforeResponse = async (request, _) =>
        {
            if (request.Method == "POST")
                held = await WriteLock.TakeAsync(service.Database);
        };

        await Assert.ThrowsAsync<ProfilesPermissionException>(() => InTimeAsync(CallAsync(service)));

        service.LoseNoMore();
        var next = CallAsync(service);
        await held!.DisposeAsync();
        // It may have seen the claim right before that ended, and looks again after a moment.
        Assert.True((await InTimeAsync(next)).WasCreated);
        Assert.Single(service.IdsOf("customer-1"));
        Assert.Empty(await service.ClaimsAsync());
    }

    /// <summary>Starts a service whose mirror has the clock of the test, and nothing in it times out.</summary>
    private Task<MirroredService> StartAsync(DatabaseKind kind) =>
        ReadyService.StartAsync(
            kind,
            options =>
                options.ReferenceTimes = ReferenceTimes.Default with
                {
                    Window = TimeSpan.FromDays(1),
                    Claim = TimeSpan.FromDays(1),
                },
            options =>
            {
                options.TimeProvider = clock;
                options.AttemptTimeout = Timeout.InfiniteTimeSpan;
                options.TotalTimeout = Timeout.InfiniteTimeSpan;
            }
        );

    private static Task<ProfileReference> CallAsync(MirroredService service) =>
        service.Mirror.GetOrCreateAsync("customer-1", () => new()).AsTask();

    /// <summary>Lets time pass until a call ends.</summary>
    private async Task<ProfileReference> InTimeAsync(Task<ProfileReference> call)
    {
        for (var start = TimeProvider.System.GetTimestamp(); !call.IsCompleted; await Task.Delay(1))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(20));
            clock.Advance(TimeSpan.FromSeconds(1));
        }
        return await call;
    }
}
