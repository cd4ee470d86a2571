using System.Net;
using System.Text;
using FluentProfiles.Mirror.Model.References;
using FluentProfiles.Mirror.Tests.Databases;

namespace FluentProfiles.Mirror.Tests.References.Creating;

/// <summary>A machine is suspended while a create that is noted as sent waits to leave, and goes on with it afterwards.</summary>
public sealed class SuspendedCreateTests
{
    private const string List = "/v1/user_profiles?limit=100";
    private const string Create = "/v1/user_profiles";

    // Where a request may wait before it leaves, with the client's options to which the wait is added.
    private static readonly Dictionary<string, Action<ProfilesClientOptions, Func<Task<bool>>>> Waits = new()
    {
        ["limiter"] = (options, wait) => options.RateLimiter = new WaitingLimiter(_ => wait()),
        ["token"] = (options, wait) =>
        {
            options.ApiKey = null;
            options.TokenProvider = async _ =>
            {
                await wait();
                return "token-of-a-test";
            };
        },
        ["handler"] = (options, wait) =>
            options.Transport = WaitingTransports.Through(
                async (_, _) =>
                {
                    await wait();
                    return null;
                }
            ),
        ["connection"] = (options, wait) => options.Transport = WaitingTransports.ConnectingAfter(_ => wait()),
        ["retry"] = (options, wait) =>
        {
            options.MaxRetries = 1;
            options.Transport = WaitingTransports.Through(async (_, _) => await wait() ? Overloaded() : null);
        },
    };

    private readonly SleepingClock clock = new();
    private bool hasSlept;

    public static TheoryData<string> Names => [.. Waits.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AClaimThatAPersonHasDecidedMeanwhile_IsNotSent(string where)
    {
        ProfileMirror? other = null;
        ProfileReference? others = null;
        await using var service = await StartAsync(
            where,
            async service =>
            {
                await service.ExpireClaimsAsync();
                await other!.ResolveClaimAsync("customer-1", ClaimResolution.NotCreated);
                others = await other.GetOrCreateAsync("customer-1", () => new() { Name = "Other" });
            }
        );
        await using var _ = other = await service.OpenAnotherAsync();

        var found = await service.Mirror.GetOrCreateAsync("customer-1", () => new());

        Assert.True(others!.WasCreated);
        Assert.Equal((others.Id, false, 0), (found.Id, found.WasCreated, found.Duplicates));
        Assert.Equal([others.Id], service.IdsOf("customer-1"));
        Assert.Equal(1, service.Creates());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AClaimThatNobodyHasDecided_IsGivenBackAndTheSearchBeginsAnew(string where)
    {
        await using var service = await StartAsync(where, _ => Task.CompletedTask);

        var made = await service.Mirror.GetOrCreateAsync("customer-1", () => new());

        Assert.True(hasSlept);
        Assert.True(made.WasCreated);
        Assert.Equal([List, List, Create], service.Requests);
        Assert.Equal([made.Id], service.IdsOf("customer-1"));
        Assert.Empty(await service.ClaimsAsync());
    }

    [Fact]
    public async Task AShortSleep_LeavesTheRightToSend()
    {
        await using var service = await StartAsync("limiter", _ => Task.CompletedTask, TimeSpan.FromSeconds(50));

        var made = await service.Mirror.GetOrCreateAsync("customer-1", () => new());

        Assert.True(hasSlept);
        Assert.True(made.WasCreated);
        Assert.Equal([List, Create], service.Requests);
    }

    /// <summary>Starts a service whose client sleeps once, in the first request after a create was noted as sent.</summary>
    private async Task<MirroredService> StartAsync(
        string where,
        Func<MirroredService, Task> meanwhile,
        TimeSpan? time = null
    )
    {
        MirroredService? service = null;
        return service = await ReadyService.StartAsync(
            DatabaseKind.Sqlite,
            options => options.ReferenceTimes = ReferenceTimes.Default,
            options =>
            {
                options.TimeProvider = clock;
                Waits[where](options, SleepAsync);
            }
        );

        async Task<bool> SleepAsync()
        {
            if (service is null || hasSlept || !(await service.ClaimsAsync()).Exists(ReadyService.IsSent))
                return false;
            hasSlept = true;
            clock.Sleep(time ?? TimeSpan.FromMinutes(3));
            await meanwhile(service);
            return true;
        }
    }

    private static HttpResponseMessage Overloaded() =>
        new((HttpStatusCode)529)
        {
            Headers = { { "retry-after", "0" } },
            Content = new StringContent(
                """{"type":"error","error":{"type":"overloaded_error","message":"Later."}}""",
                Encoding.UTF8,
                "application/json"
            ),
        };
}
