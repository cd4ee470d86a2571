using FluentProfiles.Emulator;
using FluentProfiles.Http.Calls;

namespace FluentProfiles.Tests.Http.Calls;

/// <summary>Observers learn of each write that the service may have carried out, whatever became of its last attempt.</summary>
public sealed class ObservedWriteTests
{
    private static readonly string Id = TestProfiles.IdOf(0);

    private static readonly Dictionary<string, EmulatorResponse> Refusals = new()
    {
        ["a wait that is too long"] = EmulatorResponse
            .Error(429, "rate_limit_error", "no")
            .WithHeader("retry-after", "90"),
        ["another key"] = EmulatorResponse.Error(401, "authentication_error", "no"),
        ["no permission"] = EmulatorResponse.Error(403, "permission_error", "no"),
        ["overload"] = EmulatorResponse.Error(529, "overloaded_error", "no"),
        ["a proxy's 404"] = EmulatorResponse.Json(404, "{}"),
    };

    private readonly JumpingClock clock = new();
    private readonly Observer observer = new();

    public static TheoryData<string, bool> LastAnswers
    {
        get
        {
            TheoryData<string, bool> all = [];
            foreach (var refusal in Refusals.Keys)
            {
                all.Add(refusal, false);
                all.Add(refusal, true);
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(LastAnswers))]
    public async Task RefusalAfterALostAnswer_LeavesTheWriteInDoubt(string refusal, bool deletes)
    {
        await using var service = await StartAsync();
        var attempts = 0;
        service.Emulator.Intercept = request =>
            ++attempts == 1 ? service.Emulator.Answer(request) with { BreakAfter = 1 } : Refusals[refusal];

        await FailAsync<ProfilesApiException>(service.Client, deletes);

        Assert.InRange(attempts, 2, 6);
        Assert.Equal(1, observer.Doubts);
    }

    [Theory]
    [MemberData(nameof(LastAnswers))]
    public async Task RefusalAlone_LeavesNoDoubt(string refusal, bool deletes)
    {
        await using var service = await StartAsync();
        service.Emulator.Intercept = _ => Refusals[refusal];

        await FailAsync<ProfilesApiException>(service.Client, deletes);

        Assert.Equal(0, observer.Doubts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RefusedConnection_LeavesDoubtOnlyAfterALostAnswer(bool isFirstLost)
    {
        await using var service = await StartAsync();
        var attempts = 0;
        using HttpClient http = new(
            new StubHandler(_ =>
                throw (
                    ++attempts == 1 && isFirstLost
                        ? new HttpRequestException(HttpRequestError.ResponseEnded)
                        : new HttpRequestException(HttpRequestError.ConnectionError)
                )
            )
        );
        using var client = TransportKind.HttpClient.Client(service.Emulator.BaseUrl, http, Configure);

        await FailAsync<ProfilesConnectionException>(client, deletes: false);

        Assert.Equal(6, attempts);
        Assert.Equal(isFirstLost ? 1 : 0, observer.Doubts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TotalSpentBeforeARetry_LeavesDoubtOnlyAfterALostAnswer(bool isLost)
    {
        await using var service = await StartAsync(options => options.TotalTimeout = TimeSpan.FromSeconds(0.3));
        service.Emulator.Intercept = request =>
            isLost
                ? service.Emulator.Answer(request) with
                {
                    BreakAfter = 1,
                }
                : EmulatorResponse.Error(529, "overloaded_error", "no");

        await FailAsync<ProfilesConnectionException>(service.Client, deletes: true);

        Assert.Equal(isLost ? 1 : 0, observer.Doubts);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task LimiterThatFailsBeforeTheRetry_LeavesTheWriteInDoubt()
    {
        await using System.Threading.RateLimiting.ConcurrencyLimiter limiter = new(new() { PermitLimit = 1 });
        await using var service = await StartAsync(options => options.RateLimiter = limiter);
        service.Emulator.Intercept = request =>
        {
            limiter.Dispose();
            return service.Emulator.Answer(request) with { BreakAfter = 1 };
        };

        await FailAsync<ProfilesConfigurationException>(service.Client, deletes: false);

        Assert.Equal(1, observer.Doubts);
    }

    [Fact]
    public async Task DeleteThatIsDoneAfterAll_IsAccepted()
    {
        await using var service = await StartAsync();
        service.Emulator.BeforeResponse = (_, _) =>
            service.Requests.Count == 1 ? throw new IOException("The connection breaks.") : Task.CompletedTask;

        await service.Client.ObservedBy(observer).DeleteAsync(Id);

        Assert.Equal((0, 1), (observer.Doubts, observer.Accepted));
    }

    private Task<TestService> StartAsync(Action<ProfilesClientOptions>? configure = null) =>
        TestService.StartAsync(
            TestProfiles.Many(3),
            configureClient: options =>
            {
                Configure(options);
                configure?.Invoke(options);
            }
        );

    private void Configure(ProfilesClientOptions options) => (options.MaxRetries, options.TimeProvider) = (5, clock);

    private Task<T> FailAsync<T>(ProfilesClient client, bool deletes)
        where T : Exception
    {
        var observed = client.ObservedBy(observer);
        return Assert.ThrowsAnyAsync<T>(() =>
            deletes ? observed.DeleteAsync(Id) : observed.UpdateAsync(Id, new() { Name = "Ada" })
        );
    }

    private sealed class Observer : IWriteObserver, IObservedWrite
    {
        public int Doubts { get; private set; }

        public int Accepted { get; private set; }

        public IObservedWrite Begin(ServiceSettings settings, ServiceCall call, string? id) => this;

        public void Read(ServiceAnswer answer) { }

        public Task AcceptAsync(CancellationToken cancellationToken)
        {
            Accepted++;
            return Task.CompletedTask;
        }

        public void Doubt() => Doubts++;
    }
}
