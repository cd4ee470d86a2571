using System.Diagnostics;
using FluentProfiles.Emulator;
using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests.Telemetry;

[Collection(AloneCollection.Name)]
public sealed class TracingTests
{
    [Fact]
    public async Task Query_IsASpanWithAChildForEachRequest()
    {
        await using var service = await TestService.StartAsync(250);
        using var listener = new Listener();

        await service.Query().ToListAsync();

        Assert.Equal(4, listener.Spans.Count);
        Assert.Equal("FluentProfiles query", listener.Query.DisplayName);
        Assert.All(listener.Requests, request => Assert.Equal(listener.Query.SpanId, request.ParentSpanId));
        Assert.Equal(
            [
                "fluentprofiles.bytes",
                "fluentprofiles.profiles.read = 250",
                "fluentprofiles.profiles.returned = 250",
                "fluentprofiles.requests = 3",
                "fluentprofiles.retries = 0",
            ],
            Tags(listener.Query)
                .Select(tag => tag.Split("bytes =")[0] is var start && start != tag ? start + "bytes" : tag)
        );
    }

    [Fact]
    public async Task Request_FollowsTheConventionsOfHttpClients()
    {
        await using var service = await TestService.StartAsync(3);
        using var listener = new Listener();

        await service.Query().Where(p => p.EnforcementStatus == EnforcementStatus.Banned).ToListAsync();

        var address = new Uri(service.Emulator.BaseUrl);
        var request = Assert.Single(listener.Requests);
        Assert.Equal("GET /v1/user_profiles", request.DisplayName);
        Assert.Equal(
            [
                "http.request.method = GET",
                "http.response.status_code = 200",
                "server.address = 127.0.0.1",
                $"server.port = {address.Port}",
                $"url.full = {service.Emulator.BaseUrl}/v1/user_profiles",
                "url.template = /v1/user_profiles",
            ],
            Tags(request).Where(tag => !tag.StartsWith("http.response.header"))
        );
        Assert.Equal(ActivityStatusCode.Unset, request.Status);
    }

    [Fact]
    public async Task Retry_IsASpanOfItsOwn()
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(3),
            configureClient: options => (options.TimeProvider, options.MaxRetries) = (new JumpingClock(), 1)
        );
        service.Emulator.FailFirst(1, EmulatorResponse.Error(503, "api_error", "Not now"));
        using var listener = new Listener();

        await service.Query().ToListAsync();

        var (first, second) = (listener.Requests[0], listener.Requests[1]);
        Assert.Equal(2, listener.Requests.Count);
        Assert.Equal(ActivityStatusCode.Error, first.Status);
        Assert.Contains("error.type = 503", Tags(first));
        Assert.DoesNotContain(Tags(first), tag => tag.StartsWith("http.request.resend_count"));
        Assert.Contains("http.request.resend_count = 1", Tags(second));
        Assert.Contains("fluentprofiles.retries = 1", Tags(listener.Query));
        Assert.Equal(ActivityStatusCode.Unset, listener.Query.Status);
    }

    [Fact]
    public async Task Failure_IsTheQuerysToo()
    {
        await using var service = await TestService.StartAsync(3);
        service.Emulator.FailFirst(1, EmulatorResponse.Error(403, "permission_error", "Not you"));
        using var listener = new Listener();

        await service.Client.FailAsync<ProfilesPermissionException>();

        Assert.Equal(ActivityStatusCode.Error, listener.Query.Status);
        Assert.Contains("error.type = 403", Tags(listener.Query));
    }

    [Fact]
    public async Task FailureOfAPredicate_IsTheQuerys()
    {
        await using var service = await TestService.StartAsync(3);
        using var listener = new Listener();

        await Assert.ThrowsAsync<FormatException>(async () =>
            await service.Query().WhereOnClient(_ => throw new FormatException()).ToListAsync()
        );

        Assert.Contains("error.type = System.FormatException", Tags(listener.Query));
    }

    [Fact]
    public async Task SpanOfTheApplication_IsTheParentAndStaysCurrent()
    {
        await using var service = await TestService.StartAsync(250);
        using var listener = new Listener();
        using var outer = new Activity("outer").Start();
        outer.ActivityTraceFlags = ActivityTraceFlags.Recorded;

        await foreach (var _ in service.Query())
            Assert.Same(outer, Activity.Current);

        Assert.Equal(outer.SpanId, listener.Query.ParentSpanId);
        Assert.All(
            service.Emulator.Requests,
            request => Assert.Contains(outer.TraceId.ToString(), request.Headers["traceparent"])
        );
    }

    [Fact]
    public async Task Lookups_AreTheQuerysChildren()
    {
        await using var service = await TestService.StartAsync(20);
        string[] ids = [TestProfiles.IdOf(3), TestProfiles.IdOf(7)];
        using var listener = new Listener();

        await service.Query().Where(p => ids.Contains(p.Id)).ToListAsync();

        Assert.Equal(2, listener.Requests.Count);
        Assert.All(
            listener.Requests,
            request =>
            {
                Assert.Equal("GET /v1/user_profiles/{id}", request.DisplayName);
                Assert.Equal(listener.Query.SpanId, request.ParentSpanId);
            }
        );
    }

    [Fact]
    public async Task ValuesOfCustomers_AreNeverTold()
    {
        await using var service = await TestService.StartAsync(250);
        var id = TestProfiles.IdOf(3);
        using var listener = new Listener();

        await service.Query().Where(p => p.Metadata["plan"] == "secret-plan" || p.Name == "Secret Name").CountAsync();
        await service.Query().Where(p => p.Id == id).ToListAsync();
        await service.Client.GetAsync(id);

        string[] cursors =
        [
            .. service
                .Emulator.Requests.Where(request => request.PathAndQuery.Contains("page="))
                .Select(request => request.PathAndQuery.Split("page=")[1]),
        ];
        Assert.NotEmpty(cursors);
        Assert.All(
            listener.Texts(),
            text =>
                Assert.All(
                    [.. cursors, id, "secret", "Secret", TestService.Key, "?"],
                    value => Assert.DoesNotContain(value, text)
                )
        );
    }

    private static IEnumerable<string> Tags(Activity span) =>
        span.TagObjects.Select(tag => $"{tag.Key} = {tag.Value}").Order(StringComparer.Ordinal);
}
