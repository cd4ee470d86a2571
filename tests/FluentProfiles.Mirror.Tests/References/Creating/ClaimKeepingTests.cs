using FluentProfiles.Mirror.Model.References;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Mirror.Tests.References.Creating;

/// <summary>A look takes longer than a claim holds.</summary>
public sealed class ClaimKeepingTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Step = ReferenceTimes.Default.Renewal;

    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    private readonly HeldRequest look = new("GET");

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ASlowLook_KeepsItsClaim(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        var call = service.Mirror.GetOrCreateAsync("customer-1", () => new()).AsTask();
        await look.Held.WaitAsync(Long);

        for (var passed = TimeSpan.Zero; passed < Long * 2; passed += Step)
        {
            await service.JumpAsync(Step);
            var before = Assert.Single(await service.ClaimsAsync());
            await ReadyService.UntilAsync(async () =>
            {
                clock.Advance(Step);
                return Assert.Single(await service.ClaimsAsync()).ExpiresAt > before.ExpiresAt;
            });
        }
        look.Release();

        Assert.True((await call.WaitAsync(Long)).WasCreated);
        Assert.Equal(["/v1/user_profiles?limit=100", "/v1/user_profiles"], service.Requests);
        Assert.Empty(await service.ClaimsAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProcessThatStands_LosesItsClaim(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        await using var other = await service.OpenAnotherAsync();
        var call = service.Mirror.GetOrCreateAsync("customer-1", () => new()).AsTask();
        await look.Held.WaitAsync(Long);

        await service.JumpAsync(ReferenceTimes.Default.Claim);
        var made = await other.GetOrCreateAsync("customer-1", () => new());
        look.Release();

        Assert.True(made.WasCreated);
        Assert.Equal((made.Id, false), ((await call.WaitAsync(Long)).Id, (await call).WasCreated));
        Assert.Equal(1, service.Creates());
    }

    /// <summary>Starts a service whose first answer to a read is held, and whose mirrors have the clock of the test.</summary>
    private async Task<MirroredService> StartAsync(DatabaseKind kind)
    {
        var service = await ReadyService.StartAsync(
            kind,
            options => options.ReferenceTimes = ReferenceTimes.Default,
            options =>
            {
                options.TimeProvider = clock;
                options.AttemptTimeout = Timeout.InfiniteTimeSpan;
            }
        );
        service.Emulator.BeforeResponse = (request, _) => look.PassAsync(request.Method);
        look.Arm();
        return service;
    }
}
