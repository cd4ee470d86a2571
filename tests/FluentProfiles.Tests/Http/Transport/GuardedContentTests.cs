using FluentProfiles.Http.Calls;
using FluentProfiles.Http.Transport;
using FluentProfiles.Writing.Single;

namespace FluentProfiles.Tests.Http.Transport;

/// <summary>Creates that may be sent only while their caller allows it.</summary>
public sealed class GuardedContentTests
{
    private static readonly ProfileWrite Ada = ProfileWrite.Of(new NewProfile { Name = "Ada" });

    [Theory]
    [OverBothTransports]
    public async Task ARequestThatIsAllowed_IsSentWhole(TransportKind kind)
    {
        await using var service = await kind.StartAsync();

        Assert.Contains("Ada", await CreateAsync(service.Client, () => true));

        var request = Assert.Single(service.Emulator.Requests);
        Assert.Equal("""{"name":"Ada"}""", request.Body);
        Assert.Equal("application/json", request.Headers["content-type"]);
    }

    [Theory]
    [OverBothTransports]
    public async Task ARequestThatIsNotAllowed_IsSurelyUnsentAndNotRetried(TransportKind kind)
    {
        await using var service = await kind.StartAsync(configureClient: options => options.MaxRetries = 3);
        var questions = 0;

        var failure = await Assert.ThrowsAsync<ProfilesConnectionException>(() =>
            CreateAsync(
                service.Client,
                () =>
                {
                    questions++;
                    return false;
                }
            )
        );

        Assert.True(failure.IsUnsent);
        Assert.Equal("The request was not sent: it waited until its time was over.", failure.Message);
        Assert.Equal(1, questions);
        Assert.Empty(service.Requests);
        Assert.Equal(3, service.Emulator.Profiles.Count);
    }

    [Fact]
    public async Task ARetryThatIsNotAllowed_IsSurelyWithoutEffect()
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(3),
            configureClient: options =>
            {
                options.MaxRetries = 3;
                options.TimeProvider = new JumpingClock();
            }
        );
        service.Emulator.FailFirst(
            5,
            FluentProfiles.Emulator.EmulatorResponse.Error(529, "overloaded_error", "Later.")
        );
        var questions = 0;
        CountingPermit permit = new(() => ++questions < 3);

        await Assert.ThrowsAsync<ProfilesConnectionException>(() => CreateAsync(service.Client, permit));

        Assert.Equal((3, 3), (questions, permit.Refused));
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task AnAttemptThatAHandlerRepeats_IsNotReportedAsUnsent()
    {
        await using var service = await TestService.StartAsync(3);
        using HttpClient http = new(new RepeatingHandler());
        using var client = TransportKind.HttpClient.Client(service.Emulator.BaseUrl, http);
        var questions = 0;
        CountingPermit permit = new(() => ++questions == 1);

        var failure = await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() => CreateAsync(client, permit));

        Assert.Equal(0, permit.Refused);
        Assert.StartsWith("The request was not sent again", failure.InnerException!.Message, StringComparison.Ordinal);
        Assert.Single(service.Requests);
        Assert.Equal(4, service.Emulator.Profiles.Count);
    }

    [Fact]
    public async Task ARequestThatIsNotAllowedOverHttp2_IsUnsent()
    {
        await using var server = await Http2Server.StartAsync();
        using HttpClient http = new()
        {
            DefaultRequestVersion = new(2, 0),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var client = TransportKind.HttpClient.Client(server.BaseUrl, http);

        var failure = await Assert.ThrowsAsync<ProfilesConnectionException>(() => CreateAsync(client, () => false));

        Assert.True(failure.IsUnsent);
        // The connection is as it was.
        Assert.Equal(0, await client.Query().CountAsync());
    }

    private static Task<string> CreateAsync(ProfilesClient client, Func<bool> maySend) =>
        CreateAsync(client, new CountingPermit(maySend));

    private static Task<string> CreateAsync(ProfilesClient client, ISendPermit permit) =>
        client.CreateAsync(Ada, new(), permit, ReadText, CancellationToken.None);

    private static string ReadText(ServiceAnswer answer) => System.Text.Encoding.UTF8.GetString(answer.Body.Span);

    /// <summary>Counts the attempts that had no effect.</summary>
    private sealed class CountingPermit(Func<bool> maySend) : ISendPermit
    {
        private int refused;

        public int Refused => refused;

        public bool MaySend() => maySend();

        public void NoteRefused() => Interlocked.Increment(ref refused);
    }

    /// <summary>Sends each request twice, as a retrying handler does whose first answer was lost.</summary>
    private sealed class RepeatingHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            using (await base.SendAsync(request, ct)) { }
            return await base.SendAsync(request, ct);
        }
    }
}
