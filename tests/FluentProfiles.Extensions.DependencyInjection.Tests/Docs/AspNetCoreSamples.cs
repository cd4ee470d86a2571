using System.Net;
using System.Net.Http.Json;
using FluentProfiles.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FluentProfiles.Hosting.Tests.Docs;

/// <summary>The C# of docs/aspnetcore.md, in an application on Kestrel.</summary>
public sealed class AspNetCoreSamples : IAsyncLifetime
{
    private readonly HttpClient browser = new(new SocketsHttpHandler { UseProxy = false })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };
    private readonly TaskCompletionSource thirdPage = new();
    private ProfileEmulator service = null!;
    private WebApplication app = null!;

    public async Task InitializeAsync()
    {
        service = await ProfileEmulator.StartAsync(new() { Count = 500 });
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddFluentProfiles(options =>
            (options.BaseUrl, options.ApiKey, options.MaxRetries) = (service.BaseUrl, "any-key", 0)
        );

        #region aspnet-errors-registration
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<ProfilesExceptionHandler>();
        #endregion

        app = builder.Build();
        Map(app);
        await app.StartAsync();
        browser.BaseAddress = new Uri(app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        thirdPage.TrySetResult();
        browser.Dispose();
        await app.DisposeAsync();
        await service.DisposeAsync();
    }

    [Fact]
    public async Task Query_IsStreamedWhilePagesAreRead()
    {
        service.BeforeResponse = async (request, ct) =>
        {
            if (service.Requests.Count == 3)
                await thirdPage.Task.WaitAsync(ct);
        };

        using var answer = await browser.GetAsync("/customers", HttpCompletionOption.ResponseHeadersRead);
        using StreamReader reader = new(await answer.Content.ReadAsStreamAsync());
        var first = new char[2_000];
        await reader.ReadBlockAsync(first).AsTask().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.StartsWith($$"""[{"id":"{{service.Profiles[0].Id}}",""", new string(first), StringComparison.Ordinal);
        Assert.False(thirdPage.Task.IsCompleted);
        thirdPage.SetResult();
        Assert.EndsWith("]", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Equal(5, service.Requests.Count);
    }

    [Fact]
    public async Task Query_IsWholeJson()
    {
        var customers = await browser.GetFromJsonAsync<List<Customer>>("/customers");

        Assert.Equal(service.Profiles.Select(p => (p.Id, p.Name)), customers!.Select(c => (c.Id, c.Name)));
    }

    [Fact]
    public async Task VisitorWhoLeaves_EndsTheQuery()
    {
        TaskCompletionSource cancelled = new();
        service.BeforeResponse = async (request, ct) =>
        {
            if (service.Requests.Count != 3)
                return;
            ct.Register(() => cancelled.TrySetResult());
            await thirdPage.Task.WaitAsync(ct);
        };

        var answer = await browser.GetAsync("/customers", HttpCompletionOption.ResponseHeadersRead);
        answer.Dispose();

        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task FailureAfterTheFirstPage_EndsTheAnswer()
    {
        service.Intercept = _ =>
            service.Requests.Count == 3 ? EmulatorResponse.Error(403, "permission_error", "Not with this key") : null;

        using var answer = await browser.GetAsync("/customers", HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(529, "overloaded_error", HttpStatusCode.ServiceUnavailable)]
    [InlineData(403, "permission_error", HttpStatusCode.BadGateway)]
    public async Task FailureBeforeIt_HasAStatus(int status, string type, HttpStatusCode expected)
    {
        service.Intercept = _ => EmulatorResponse.Error(status, type, "No").WithHeader("retry-after", "7");

        using var answer = await browser.GetAsync("/customers");

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TimeSpan.FromSeconds(7), answer.Headers.RetryAfter?.Delta);
        Assert.DoesNotContain("No", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_AreSentAsTheyAreRead()
    {
        var text = await browser.GetStringAsync("/customers/events");

        Assert.Equal(500, text.Split("data: ").Length - 1);
    }

    [Fact]
    public async Task Status_IsARouteParameter()
    {
        var banned = await browser.GetFromJsonAsync<List<Customer>>("/customers/with/banned");
        using var unknown = await browser.GetAsync("/customers/with/asleep");

        Assert.Equal(
            service.Profiles.Where(p => p.EnforcementStatus == EnforcementStatus.Banned).Select(p => p.Id),
            banned!.Select(c => c.Id)
        );
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Page_IsReadByItsToken()
    {
        var first = await browser.GetFromJsonAsync<CustomerPage>("/customers/page");
        var second = await browser.GetFromJsonAsync<CustomerPage>(
            $"/customers/page?token={Uri.EscapeDataString(first!.Next!)}"
        );
        using var damaged = await browser.GetAsync("/customers/page?token=damaged");

        Assert.Equal(service.Profiles.Take(40).Select(p => p.Id), first.Items.Concat(second!.Items).Select(c => c.Id));
        Assert.Equal(HttpStatusCode.BadRequest, damaged.StatusCode);
    }

    private static void Map(WebApplication app)
    {
        #region aspnet-errors-use
        app.UseExceptionHandler();
        #endregion

        #region aspnet-stream
        app.MapGet(
            "/customers",
            (IProfilesClient profiles) => profiles.Query().Select(p => new Customer(p.Id, p.Name))
        );
        #endregion

        #region aspnet-status
        app.MapGet(
            "/customers/with/{status}",
            IResult (IProfilesClient profiles, EnforcementStatus status) =>
                status.IsKnown
                    ? TypedResults.Ok(
                        profiles
                            .Query()
                            .Where(p => p.EnforcementStatus == status)
                            .Select(p => new Customer(p.Id, p.Name))
                            .AsAsyncEnumerable()
                    )
                    : TypedResults.NotFound()
        );
        #endregion

        #region aspnet-events
        app.MapGet(
            "/customers/events",
            (IProfilesClient profiles) =>
                TypedResults.ServerSentEvents(profiles.Query().Select(p => new Customer(p.Id, p.Name)))
        );
        #endregion

        #region aspnet-page
        app.MapGet(
            "/customers/page",
            async Task<IResult> (IProfilesClient profiles, string? token, CancellationToken ct) =>
            {
                try
                {
                    var page = await profiles
                        .Query()
                        .WithMaxRequests(5)
                        .Select(p => new Customer(p.Id, p.Name))
                        .ToPageAsync(20, token, ct);
                    return TypedResults.Ok(new CustomerPage(page.Items, page.ResumeToken));
                }
                catch (ArgumentException) // The token is damaged, expired or of another query.
                {
                    return TypedResults.BadRequest();
                }
            }
        );
        #endregion
    }

    #region aspnet-rows
    public sealed record Customer(string Id, string? Name);

    public sealed record CustomerPage(IReadOnlyList<Customer> Items, string? Next);
    #endregion

    #region aspnet-errors
    public sealed class ProfilesExceptionHandler(IProblemDetailsService problems) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken ct)
        {
            if (exception is not ProfilesException)
                return false;
            context.Response.StatusCode = exception
                is ProfilesRateLimitException
                    or ProfilesOverloadedException
                    or ProfilesBudgetException
                ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status502BadGateway;
            if (exception is ProfilesApiException { RetryAfter: { } wait })
                context.Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds)}";
            return await problems.TryWriteAsync(new() { HttpContext = context });
        }
    }
    #endregion
}
