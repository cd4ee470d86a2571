using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Mirror.Tests.References;

/// <summary>A mirror is disposed of while calls for references wait.</summary>
public sealed class ClosedMirrorTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    private readonly TaskCompletionSource answer = new();

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ACallThatWaitsForAnotherProcess_EndsWithTheMirror(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await using var mirror = await service.OpenAnotherAsync(options => options.ReferenceTimes = ReadyService.Short);
        await service.ClaimAsync("customer-1", MirrorClaimState.Claimed, expiresIn: TimeSpan.FromHours(1));
        var call = mirror.GetOrCreateAsync("customer-1", () => new()).AsTask();

        await mirror.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call.WaitAsync(Long));
        await Assert.ThrowsAsync<ObjectDisposedException>(() =>
            mirror.GetOrCreateAsync("customer-2", () => new()).AsTask()
        );
        Assert.Empty(service.Requests);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ACallWhoseCreateWasLost_SaysSo(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await using var mirror = await service.OpenAnotherAsync(options =>
            options.ReferenceTimes = ReadyService.Short with { Window = Long }
        );
        service.LoseCreates(applied: false);
        var call = mirror.GetOrCreateAsync("customer-1", () => new()).AsTask();
        // A look, the create, and two looks for its profile.
        await ReadyService.UntilAsync(() => service.Requests.Count >= 4);

        await mirror.DisposeAsync();

        await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() => call.WaitAsync(Long));
        Assert.Equal(1, service.Creates());
        Assert.Equal(MirrorClaimState.Sent, Assert.Single(await service.ClaimsAsync()).State);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ACreateThatIsAnsweredSoon_IsStored(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        await using var mirror = await service.OpenAnotherAsync();
        var call = mirror.GetOrCreateAsync("customer-1", () => new()).AsTask();
        await ReadyService.UntilAsync(() => service.Creates() == 1);

        var closing = mirror.DisposeAsync().AsTask();
        answer.SetResult();
        await closing.WaitAsync(Long);

        var made = await call.WaitAsync(Long);
        Assert.True(made.WasCreated);
        Assert.Empty(await service.ClaimsAsync());
        Assert.Equal(made.Id, (await service.Mirror.FindAsync("customer-1"))?.Id);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ACreateThatIsAnsweredLater_ReachesItsCallerAlone(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        await using var mirror = await service.OpenAnotherAsync();
        var call = mirror.GetOrCreateAsync("customer-1", () => new()).AsTask();
        await ReadyService.UntilAsync(() => service.Creates() == 1);

        var closing = mirror.DisposeAsync().AsTask();
        while (!closing.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }
        answer.SetResult();

        var made = await call.WaitAsync(Long);
        Assert.True(made.WasCreated);
        // The database is not used any more. Another process finds the profile in the listing.
        Assert.Equal(MirrorClaimState.Sent, Assert.Single(await service.ClaimsAsync()).State);
        Assert.Null(await service.Mirror.FindAsync("customer-1"));
    }

    /// <summary>Starts a service that holds its answers to creates, and whose mirrors have the clock of the test.</summary>
    private async Task<MirroredService> StartAsync(DatabaseKind kind)
    {
        var service = await ReadyService.StartAsync(
            kind,
            configureClient: options =>
            {
                options.TimeProvider = clock;
                options.AttemptTimeout = Timeout.InfiniteTimeSpan;
                options.TotalTimeout = Timeout.InfiniteTimeSpan;
            }
        );
        service.Emulator.BeforeResponse = (request, _) => request.Method == "POST" ? answer.Task : Task.CompletedTask;
        return service;
    }
}
