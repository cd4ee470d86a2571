using System.Net;
using System.Net.Sockets;
using System.Text;
using FluentProfiles.Http.Transport;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Model.References;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.References;

/// <summary>A machine is suspended while a create that is noted as sent waits to leave, and goes on with it afterwards.</summary>
public sealed class SuspendedCreateTests
{
    private const string List = "/v1/user_profiles?limit=100";
    private const string Create = "/v1/user_profiles";

    // Where a request may wait before it leaves, with the client's options to which the wait is added.
    private static readonly Dictionary<string, Action<ProfilesClientOptions, Func<Task<bool>>>> Waits = new()
    {
        ["limiter"] = (options, wait) => options.RateLimiter = new WaitingLimiter(wait),
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
            options.Transport = Through(async _ =>
            {
                await wait();
                return null;
            }),
        ["connection"] = (options, wait) => options.Transport = ConnectingAfter(wait),
        ["retry"] = (options, wait) =>
        {
            options.MaxRetries = 1;
            options.Transport = Through(async _ => await wait() ? Overloaded() : null);
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
                await ExpireClaimsAsync(service);
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
            if (service is null || hasSlept || !(await service.ClaimsAsync()).Exists(IsSent))
                return false;
            hasSlept = true;
            clock.Sleep(time ?? TimeSpan.FromMinutes(3));
            await meanwhile(service);
            return true;
        }
    }

    private static bool IsSent(MirrorClaim claim) => claim.State == MirrorClaimState.Sent;

    private static async Task ExpireClaimsAsync(MirroredService service)
    {
        await using var context = service.Database.Context();
        await context
            .Set<MirrorClaim>()
            .ExecuteUpdateAsync(set =>
                set.SetProperty(claim => claim.ExpiresAt, DateTimeOffset.UtcNow - TimeSpan.FromMinutes(1))
            );
    }

    private static HttpClientTransport Through(Func<HttpRequestMessage, Task<HttpResponseMessage?>> wait) =>
        new(new HttpClient(new WaitingHandler(HttpClientTransport.CreateHandler(), wait)));

    private static HttpClientTransport ConnectingAfter(Func<Task> wait)
    {
        var handler = HttpClientTransport.CreateHandler();
        // Each request takes a connection of its own.
        handler.PooledConnectionLifetime = TimeSpan.Zero;
        handler.ConnectCallback = async (context, ct) =>
        {
            await wait();
            Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(context.DnsEndPoint, ct);
            return new NetworkStream(socket, ownsSocket: true);
        };
        return new(new HttpClient(handler));
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
