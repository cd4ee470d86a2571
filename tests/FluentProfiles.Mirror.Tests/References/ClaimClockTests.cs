using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Model.References;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.References.Creating;

namespace FluentProfiles.Mirror.Tests.References;

/// <summary>The clock of the database jumps by an hour, and that of the processes with it or not, while references are claimed.</summary>
public sealed class ClaimClockTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // The processes do not renew their claims, as if they stood.
    private static readonly ReferenceTimes Times = ReadyService.Short with { Window = Long, Renewal = Long };

    private static readonly (TimeSpan Time, bool OfProcesses)[] Jumps =
    [
        (Hour, false),
        (-Hour, false),
        (Hour, true),
        (-Hour, true),
    ];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AClaimOfAProcessThatEnded_IsTakenOverThoughTheClockWasSetBack(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await service.ClaimAsync("customer-1", MirrorClaimState.Claimed, expiresIn: TimeSpan.FromMilliseconds(200));
        await service.JumpAsync(-Hour);

        var made = await service.Mirror.GetOrCreateAsync("customer-1", () => new()).AsTask().WaitAsync(Long);

        Assert.True(made.WasCreated);
        Assert.Equal(1, service.Creates());
        Assert.Empty(await service.ClaimsAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ACreateOfAProcessThatEnded_IsUnresolvedInTimeThoughTheClockWasSetBack(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await service.ClaimAsync("customer-1", MirrorClaimState.Sent, expiresIn: TimeSpan.FromMilliseconds(200));
        await service.JumpAsync(-Hour);

        await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() =>
            service.Mirror.GetOrCreateAsync("customer-1", () => new()).AsTask().WaitAsync(Long)
        );

        Assert.Equal(0, service.Creates());
        var claim = Assert.Single(await service.Mirror.UnresolvedClaimsAsync());
        Assert.InRange(claim.SentAt, DateTimeOffset.UtcNow - Long, DateTimeOffset.UtcNow);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ACallThatIsCancelled_LeavesTheClaimWithItsNewTime(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await service.ClaimAsync("customer-1", MirrorClaimState.Claimed, expiresIn: TimeSpan.FromSeconds(20));
        await service.JumpAsync(-Hour);
        using CancellationTokenSource caller = new();

        var call = service.Mirror.GetOrCreateAsync("customer-1", () => new(), caller.Token).AsTask();
        await ReadyService.UntilAsync(async () =>
            (await service.ClaimsAsync()).Single().ExpiresAt < DateTimeOffset.UtcNow + Long
        );
        await caller.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => call);
        var claim = Assert.Single(await service.ClaimsAsync());
        Assert.Equal(20, (claim.ExpiresAt - claim.ClaimedAt).TotalSeconds, 0);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AClockThatJumpsBeforeTheCreate_LeadsToOneCreate(DatabaseKind kind)
    {
        foreach (var (time, ofProcesses) in Jumps)
        {
            OtherClock clock = new();
            HeldRequest look = new("GET");
            await using var service = await StartAsync(kind, clock);
            await using var other = await service.OpenAnotherAsync(options => options.ReferenceTimes = Times);
            service.Emulator.BeforeResponse = (request, _) => look.PassAsync(request.Method);
            look.Arm();
            var first = service.Mirror.GetOrCreateAsync("customer-1", () => new()).AsTask();
            await look.Held.WaitAsync(Long);
            var second = other.GetOrCreateAsync("customer-1", () => new()).AsTask();

            await service.JumpAsync(time);
            clock.Ahead = ofProcesses ? time : default;

            // It takes the claim over. The first one, whose look shows no profile, has no right to send any more.
            Assert.True((await second.WaitAsync(Long)).WasCreated);
            look.Release();
            await AssertOneAsync(service, await first.WaitAsync(Long), await second);
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AClockThatJumpsDuringTheCreate_LeadsToOneCreate(DatabaseKind kind)
    {
        foreach (var (time, ofProcesses) in Jumps)
        {
            OtherClock clock = new();
            HeldRequest create = new("POST");
            await using var service = await StartAsync(kind, clock, create);
            await using var other = await service.OpenAnotherAsync(options => options.ReferenceTimes = Times);
            create.Arm();
            var first = service.Mirror.GetOrCreateAsync("customer-1", () => new()).AsTask();
            await create.Held.WaitAsync(Long);
            var second = other.GetOrCreateAsync("customer-1", () => new()).AsTask();
            // A look of the first one, and a look of the second one, which has seen the claim.
            await ReadyService.UntilAsync(() => service.Requests.Count >= 2);

            await service.JumpAsync(time);
            clock.Ahead = ofProcesses ? time : default;

            // The second one goes on waiting.
            await ReadyService.UntilAsync(() => service.Requests.Count >= 5 || second.IsCompleted);
            create.Release();
            await AssertOneAsync(service, await first.WaitAsync(Long), await second.WaitAsync(Long));
        }
    }

    private static Task<MirroredService> StartAsync(DatabaseKind kind, TimeProvider clock, HeldRequest? held = null) =>
        ReadyService.StartAsync(
            kind,
            options => options.ReferenceTimes = Times,
            options =>
            {
                options.TimeProvider = clock;
                options.Transport = WaitingTransports.Through(
                    async (request, _) =>
                    {
                        await (held?.PassAsync(request.Method.Method) ?? Task.CompletedTask);
                        return null;
                    }
                );
            }
        );

    private static async Task AssertOneAsync(MirroredService service, ProfileReference first, ProfileReference second)
    {
        Assert.Equal(1, service.Creates());
        Assert.Equal([first.Id], service.IdsOf("customer-1"));
        Assert.Equal(first.Id, second.Id);
        Assert.True(first.WasCreated ^ second.WasCreated);
        Assert.Empty(await service.ClaimsAsync());
    }
}
