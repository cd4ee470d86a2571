using System.Net;
using System.Text.Json;
using Anthropic.Models.Beta.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Emulator.Tests.Webhooks;

public sealed class WebhookTests
{
    private const string Id = "uprof_0003";

    [Fact]
    public async Task EachDecision_PostsItsEvent()
    {
        await using var hooked = await HookedService.StartAsync();

        var action = hooked.Emulator.OpenEnforcementAction(Id);
        hooked.Emulator.ResolveEnforcementAction(Id, action.Id);
        hooked.Emulator.SetProgramStatus(Id, "efs", ProgramStatus.Pending);
        await hooked.FlushAsync();

        Assert.Equal(
            [
                (WebhookEventType.UserProfileEnforcementActionOpened, Id, action.Id),
                (WebhookEventType.UserProfileEnforcementActionResolved, Id, action.Id),
                (WebhookEventType.UserProfileProgramStatusUpdated, Id, null),
            ],
            hooked.Receiver.Events.Select(received =>
                (received.Type, received.ProfileId!, received.EnforcementActionId)
            )
        );
        Assert.All(
            hooked.Receiver.Events,
            received => Assert.Equal("00000000-0000-4000-8000-000000000001", received.OrganizationId)
        );
        Assert.Equal(3, hooked.Receiver.Events.Select(received => received.Id).Distinct().Count());
        Assert.Equal([200, 200, 200], hooked.Emulator.Webhooks.Select(webhook => webhook.Status));
        Assert.Empty(hooked.Emulator.Requests);
    }

    [Fact]
    public async Task Body_IsThatOfTheService()
    {
        FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 25, 9, 30, 0, TimeSpan.Zero).AddTicks(1234567));
        await using var hooked = await HookedService.StartAsync(new() { TimeProvider = clock });
        hooked.Receiver.Verifier = new(new ProfileEmulatorOptions().WebhookSecret) { TimeProvider = clock };

        var action = hooked.Emulator.OpenEnforcementAction(Id);
        await hooked.FlushAsync();

        var webhook = hooked.Emulator.Webhooks.Single();
        var id = hooked.Receiver.Events.Single().Id;
        Assert.StartsWith("wevt_01", id);
        Assert.StartsWith("enac_01", action.Id);
        Assert.StartsWith("msg_01", webhook.Headers["webhook-id"]);
        Assert.Equal(
            clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            webhook.Headers["webhook-timestamp"]
        );
        Assert.Equal(
            $$$"""{"type":"event","id":"{{{id}}}","created_at":"2026-11-25T09:30:00.123456Z","data":{"type":"user_profile.enforcement_action_opened","id":"{{{Id}}}","organization_id":"00000000-0000-4000-8000-000000000001","enforcement_action_id":"{{{action.Id}}}"}}""",
            webhook.Body
        );
        Assert.Equal(webhook.Body, hooked.Receiver.Events.Single().Raw.GetRawText());
        Assert.Equal((hooked.Receiver.Url, 1), (webhook.Url, webhook.Attempt));
    }

    [Fact]
    public async Task OfficialSdk_ReadsEachEvent()
    {
        await using var hooked = await HookedService.StartAsync();
        var action = hooked.Emulator.OpenEnforcementAction(Id);
        hooked.Emulator.ResolveEnforcementAction(Id, action.Id);
        hooked.Emulator.SetProgramStatus(Id, "cyber", ProgramStatus.Active);
        await hooked.FlushAsync();

        var parsed = hooked
            .Emulator.Webhooks.Select(webhook => JsonSerializer.Deserialize<UnwrapWebhookEvent>(webhook.Body)!)
            .ToList();

        parsed.ForEach(received => received.Validate());
        var opened = Assert.IsType<BetaWebhookUserProfileEnforcementActionOpenedEventData>(parsed[0].Data.Value);
        Assert.Equal((Id, action.Id), (opened.ID, opened.EnforcementActionID));
        var resolved = Assert.IsType<BetaWebhookUserProfileEnforcementActionResolvedEventData>(parsed[1].Data.Value);
        Assert.Equal((Id, action.Id), (resolved.ID, resolved.EnforcementActionID));
        var updated = Assert.IsType<BetaWebhookUserProfileProgramStatusUpdatedEventData>(parsed[2].Data.Value);
        Assert.Equal(Id, updated.ID);
        Assert.Equal(hooked.Receiver.Events[2].CreatedAt, parsed[2].CreatedAt);
    }

    [Fact]
    public async Task ProfileReadOnArrival_IsTheChangedOne()
    {
        await using var hooked = await HookedService.StartAsync();
        using ProfilesClient client = new(new() { BaseUrl = hooked.Emulator.BaseUrl, ApiKey = "any-key" });
        EnforcementStatus seen = default;
        hooked.Receiver.Answer = async (received, _) =>
            seen = (await client.GetAsync(received.ProfileId!)).EnforcementStatus;

        hooked.Emulator.OpenEnforcementAction(Id, new() { Type = EnforcementActionType.Ban });
        await hooked.FlushAsync();

        Assert.Equal(EnforcementStatus.Banned, seen);
    }

    [Fact]
    public async Task NoUrl_PostsNothingAndOneMaySetItLater()
    {
        await using var hooked = await HookedService.StartAsync();
        var url = hooked.Emulator.WebhookUrl;
        hooked.Emulator.WebhookUrl = null;
        hooked.Emulator.OpenEnforcementAction("uprof_0001");
        hooked.Emulator.WebhookUrl = url;
        hooked.Emulator.OpenEnforcementAction("uprof_0002");
        await hooked.FlushAsync();

        Assert.Equal("uprof_0002", hooked.Receiver.Profiles);
        hooked.Emulator.ClearRequests();
        Assert.Empty(hooked.Emulator.Webhooks);
    }

    [Fact]
    public async Task ChangeOfNothing_PostsNothing()
    {
        await using var hooked = await HookedService.StartAsync();

        hooked.Emulator.SetProgramStatus(Id, "cyber", ProgramStatus.Pending);
        hooked.Emulator.SetProgramStatus(Id, "cyber", ProgramStatus.Pending);
        hooked.Emulator.SetProgramStatus(Id, "efs", default);
        Assert.Throws<ArgumentException>(() => hooked.Emulator.OpenEnforcementAction("uprof_none"));
        await hooked.FlushAsync();

        Assert.Single(hooked.Receiver.Events);
    }

    [Fact]
    public async Task FailingReceiver_IsTriedThreeTimesAndHoldsNothingUp()
    {
        FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
        await using var hooked = await HookedService.StartAsync(new() { TimeProvider = clock });
        hooked.Receiver.Verifier = new(new ProfileEmulatorOptions().WebhookSecret) { TimeProvider = clock };
        hooked.Receiver.Answer = (received, context) =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            context.Response.StatusCode = received.ProfileId == Id ? 500 : 202;
            return Task.CompletedTask;
        };

        hooked.Emulator.OpenEnforcementAction(Id);
        hooked.Emulator.OpenEnforcementAction("uprof_0004");
        await hooked.FlushAsync();

        Assert.Equal(
            [(1, 500), (2, 500), (3, 500), (1, 202)],
            hooked.Emulator.Webhooks.Select(webhook => (webhook.Attempt, webhook.Status))
        );
        Assert.Equal($"{Id} {Id} {Id} uprof_0004", hooked.Receiver.Profiles);
        var attempts = hooked.Emulator.Webhooks.Take(3).ToList();
        Assert.Single(attempts.Select(webhook => webhook.Body).Distinct());
        Assert.Single(attempts.Select(webhook => webhook.Headers["webhook-id"]).Distinct());
        Assert.Equal(3, attempts.Select(webhook => webhook.Headers["webhook-timestamp"]).Distinct().Count());
        Assert.Equal(3, attempts.Select(webhook => webhook.Headers["webhook-signature"]).Distinct().Count());
    }

    [Fact]
    public async Task RecoveringReceiver_SeesTheEventAgain()
    {
        await using var hooked = await HookedService.StartAsync();
        hooked.Receiver.Answer = (_, context) =>
        {
            context.Response.StatusCode = hooked.Receiver.Events.Count == 1 ? 503 : 204;
            return Task.CompletedTask;
        };

        hooked.Emulator.OpenEnforcementAction(Id);
        await hooked.FlushAsync();

        Assert.Equal([503, 204], hooked.Emulator.Webhooks.Select(webhook => webhook.Status));
    }

    [Fact]
    public async Task Redirect_IsNotFollowed()
    {
        await using var hooked = await HookedService.StartAsync();
        hooked.Receiver.Answer = (_, context) =>
        {
            context.Response.Redirect($"{hooked.Emulator.BaseUrl}/v1/user_profiles", false, preserveMethod: true);
            return Task.CompletedTask;
        };

        hooked.Emulator.OpenEnforcementAction(Id);
        await hooked.FlushAsync();

        Assert.Equal([307, 307, 307], hooked.Emulator.Webhooks.Select(webhook => webhook.Status));
        Assert.Empty(hooked.Emulator.Requests);
    }

    [Fact]
    public async Task NobodyThere_IsGivenUp()
    {
        await using var hooked = await HookedService.StartAsync();
        await hooked.Receiver.DisposeAsync();

        hooked.Emulator.OpenEnforcementAction(Id);
        await hooked.FlushAsync();

        Assert.Equal(
            [(1, 0), (2, 0), (3, 0)],
            hooked.Emulator.Webhooks.Select(webhook => (webhook.Attempt, webhook.Status))
        );
    }

    [Fact]
    public async Task ReceiverThatHangs_IsTriedAgainAfterTenSeconds()
    {
        FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var hooked = await HookedService.StartAsync(new() { TimeProvider = clock });
        hooked.Receiver.Verifier = new(new ProfileEmulatorOptions().WebhookSecret) { TimeProvider = clock };
        hooked.Receiver.Answer = async (_, context) =>
        {
            if (!arrived.TrySetResult())
                return;
            await Task.Delay(Timeout.Infinite, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };

        hooked.Emulator.OpenEnforcementAction(Id);
        var flushed = hooked.FlushAsync();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Empty(hooked.Emulator.Webhooks);
        clock.Advance(TimeSpan.FromSeconds(1));
        await flushed;

        Assert.Equal([0, 200], hooked.Emulator.Webhooks.Select(webhook => webhook.Status));
    }

    [Fact]
    public async Task Flush_IsCancelledByItsCaller()
    {
        TaskCompletionSource held = new();
        await using var hooked = await HookedService.StartAsync();
        hooked.Receiver.Answer = (_, _) => held.Task;
        hooked.Emulator.OpenEnforcementAction(Id);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            hooked.Emulator.FlushWebhooksAsync(new CancellationToken(canceled: true))
        );
        held.SetResult();
        await hooked.FlushAsync();
    }

    [Fact]
    public async Task DisposedEmulator_PostsNoMore()
    {
        var hooked = await HookedService.StartAsync(new() { Faults = new() { ReorderedWebhooks = 1 } });
        hooked.Emulator.OpenEnforcementAction(Id);
        await hooked.DisposeAsync();

        hooked.Emulator.OpenEnforcementAction(Id);
        await hooked.FlushAsync();

        Assert.Empty(hooked.Receiver.Events);
    }

    [Fact]
    public async Task Handler_TakesThePlaceOfASocket()
    {
        InMemoryReceiver receiver = new();
        var emulator = ProfileEmulator.Create(
            new()
            {
                Profiles = Samples.Many(3),
                WebhookUrl = "http://localhost/in-memory?tenant=7",
                WebhookHandler = receiver,
            }
        );

        emulator.OpenEnforcementAction("uprof_0001");
        await emulator.FlushWebhooksAsync();
        receiver.Fails = true;
        emulator.OpenEnforcementAction("uprof_0002");
        await emulator.FlushWebhooksAsync();
        emulator.WebhookHandler = null;

        Assert.Equal(
            [.. Enumerable.Repeat("POST http://localhost/in-memory?tenant=7 application/json", 4)],
            receiver.Requests
        );
        Assert.Equal([200, 0, 0, 0], emulator.Webhooks.Select(webhook => webhook.Status));
    }

    [Fact]
    public async Task LogTurnedOff_KeepsNoWebhooks()
    {
        await using var hooked = await HookedService.StartAsync(new() { LogRequests = false });

        hooked.Emulator.OpenEnforcementAction(Id);
        await hooked.FlushAsync();

        Assert.Single(hooked.Receiver.Events);
        Assert.Empty(hooked.Emulator.Webhooks);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000/hooks")]
    [InlineData("http://127.8.9.10/")]
    [InlineData("https://localhost:5001")]
    [InlineData("http://[::1]:80/x?y=z")]
    [InlineData("http://receiver.localhost:5000/hooks")]
    [InlineData("http://localhost.:5000/hooks")]
    [InlineData("http://127.0.0.1./hooks")]
    [InlineData("http://[::ffff:127.0.0.1]/hooks")]
    public void LoopbackUrl_IsAccepted(string url) => Assert.Equal(url, Created(url).WebhookUrl);

    [Theory]
    [InlineData("http://192.168.0.7/hooks", "192.168.0.7")]
    [InlineData("https://example.com/hooks", "example.com")]
    [InlineData("http://127.0.0.1.example.com/", "127.0.0.1.example.com")]
    [InlineData("http://127.0.0.1@example.com/", "example.com")]
    [InlineData("http://0.0.0.0:5000/", "0.0.0.0")]
    [InlineData("http://receiver:8080/", "receiver")]
    [InlineData("http://localhost.example.com/", "localhost.example.com")]
    [InlineData("http://notlocalhost/", "notlocalhost")]
    public void UrlOfAnotherMachine_NeedsTheOption(string url, string host)
    {
        var error = Assert.Throws<ArgumentException>(() => Created(url));

        Assert.Contains($"WebhookUrl names {host}, which", error.Message);
        Assert.Contains("AllowRemoteWebhooks", error.Message);
        Assert.Equal(url, Created(url, allowRemote: true).WebhookUrl);
        var emulator = Created("http://127.0.0.1/");
        Assert.Throws<ArgumentException>(() => emulator.WebhookUrl = url);
        Assert.Equal("http://127.0.0.1/", emulator.WebhookUrl);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/hooks")]
    [InlineData("localhost:5000")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("file:///hooks")]
    [InlineData("http://")]
    public void UrlThatIsNone_Throws(string url) =>
        Assert.Throws<ArgumentException>(() => Created(url, allowRemote: true));

    [Theory]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("  ")]
    [InlineData("whsec_dG9wc2Vj cmV0")]
    [InlineData("whsec_topsecret!")]
    public void SecretThatIsNone_ThrowsAndIsNotQuoted(string secret)
    {
        var error = Assert.Throws<ArgumentException>(() => ProfileEmulator.Create(new() { WebhookSecret = secret }));

        Assert.DoesNotContain("secret!", error.Message);
    }

    [Theory]
    [InlineData("dG9wc2VjcmV0")]
    [InlineData(" whsec_dG9wc2VjcmV0\n")]
    [InlineData("\tdG9wc2VjcmV0\r\n")]
    public async Task SecretThatTheVerifierTakes_CanSign(string secret)
    {
        await using var hooked = await HookedService.StartAsync(new() { WebhookSecret = secret });
        hooked.Receiver.Verifier = new(secret);

        hooked.Emulator.OpenEnforcementAction("uprof_0001");
        await hooked.FlushAsync();

        Assert.Equal("uprof_0001", hooked.Receiver.Profiles);
    }

    private static ProfileEmulator Created(string url, bool allowRemote = false) =>
        ProfileEmulator.Create(
            new()
            {
                Count = 1,
                WebhookUrl = url,
                AllowRemoteWebhooks = allowRemote,
            }
        );

    /// <summary>A test server without a socket, which throws what the application throws.</summary>
    private sealed class InMemoryReceiver : HttpMessageHandler
    {
        public List<string> Requests { get; } = [];

        public bool Fails { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            Requests.Add($"{request.Method} {request.RequestUri} {request.Content!.Headers.ContentType}");
            return Fails
                ? throw new InvalidOperationException("The application has failed.")
                : Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        }
    }
}
