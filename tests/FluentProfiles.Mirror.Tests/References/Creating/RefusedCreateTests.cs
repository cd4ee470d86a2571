using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Model.References;
using FluentProfiles.Mirror.Tests.Databases;

namespace FluentProfiles.Mirror.Tests.References.Creating;

/// <summary>The service refuses a create, and the database fails right after that, when the claim has to end.</summary>
public sealed class RefusedCreateTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private readonly SleepingClock clock = new();
    private int failures;
    private bool sleeps;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AClaimThatTheDatabaseDoesNotEndAtOnce_EndsALittleLater(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        await using var mirror = await OpenAsync(service);
        service.Emulator.Intercept = Refuse(failing: 2);

        await Assert.ThrowsAsync<ProfilesPermissionException>(() =>
            mirror.GetOrCreateAsync("customer-1", () => new()).AsTask()
        );

        Assert.Empty(await service.ClaimsAsync());
        service.LoseNoMore();
        Assert.True((await service.Mirror.GetOrCreateAsync("customer-1", () => new())).WasCreated);
        Assert.Single(service.IdsOf("customer-1"));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AClaimThatTheDatabaseDoesNotEnd_HoldsUpNoCallOfTheProcess(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        await using var mirror = await OpenAsync(service);
        sleeps = true;
        service.Emulator.Intercept = Refuse(failing: 1);

        await Assert.ThrowsAsync<ProfilesPermissionException>(() =>
            mirror.GetOrCreateAsync("customer-1", () => new()).AsTask()
        );

        Assert.Equal(MirrorClaimState.Sent, Assert.Single(await service.ClaimsAsync()).State);
        service.LoseNoMore();
        Assert.True((await mirror.GetOrCreateAsync("customer-1", () => new()).AsTask().WaitAsync(Long)).WasCreated);
        Assert.Single(service.IdsOf("customer-1"));
        Assert.Empty(await service.ClaimsAsync());
    }

    /// <summary>Starts a service whose claims hold for as long as in production.</summary>
    private Task<MirroredService> StartAsync(DatabaseKind kind) =>
        ReadyService.StartAsync(
            kind,
            options => options.ReferenceTimes = ReferenceTimes.Default,
            options => options.TimeProvider = clock
        );

    /// <summary>Opens a second mirror whose database fails when a test wants it.</summary>
    private Task<ProfileMirror> OpenAsync(MirroredService service) =>
        ProfileMirror.OpenAsync(
            service.Mirror.Client,
            new TestContexts<OrdersContext>(() =>
            {
                if (Interlocked.Decrement(ref failures) < 0)
                    return service.Database.Context();
                // The failure has taken more time than the mirror tries for.
                if (sleeps)
                    clock.Sleep(Long);
                throw new IOException("Gone.");
            })
        );

    /// <summary>Refuses creates, and lets the next contexts fail.</summary>
    private Func<EmulatorRequest, EmulatorResponse?> Refuse(int failing) =>
        request =>
        {
            if (request.Method != "POST")
                return null;
            Interlocked.Exchange(ref failures, failing);
            return EmulatorResponse.Error(403, "permission_error", "No.");
        };
}
