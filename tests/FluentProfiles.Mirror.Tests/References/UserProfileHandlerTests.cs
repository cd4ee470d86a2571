using Anthropic;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace FluentProfiles.Mirror.Tests.References;

public sealed class UserProfileHandlerTests
{
    private const string Header = "anthropic-user-profile-id";

    [Fact]
    public async Task APlainHttpClient_NamesTheCustomerOfEachRequest()
    {
        await using var service = await ReadyService.StartAsync(DatabaseKind.Sqlite);
        using var http = ClientOf(new UserProfileHandler(service.Mirror, Query));

        await http.GetAsync($"{service.Emulator.BaseUrl}/v1/models?customer=user-7");
        await http.GetAsync($"{service.Emulator.BaseUrl}/v1/models");
        using HttpRequestMessage own = new(HttpMethod.Get, $"{service.Emulator.BaseUrl}/v1/models?customer=user-7");
        own.Headers.Add(Header, "uprof_own");
        await http.SendAsync(own);
        using HttpRequestMessage named = new(HttpMethod.Get, $"{service.Emulator.BaseUrl}/v1/models?customer=user-7");
        named.Options.Set(UserProfileHandler.Reference, "user-8");
        await http.SendAsync(named);

        Assert.Equal(["uprof_000007", "none", "uprof_own", "uprof_000008"], HeadersOf(service));
    }

    [Fact]
    public async Task AnUnknownReference_ThrowsOrIsCreated()
    {
        await using var service = await ReadyService.StartAsync(DatabaseKind.Sqlite);
        using var finding = ClientOf(new UserProfileHandler(service.Mirror, _ => "customer-1"));
        using var creating = ClientOf(
            new UserProfileHandler(service.Mirror, _ => "customer-1", reference => new() { Name = reference })
        );

        var unknown = await Assert.ThrowsAsync<ReferenceNotFoundException>(() => finding.GetAsync(Address(service)));
        Assert.Contains(
            "the argument create of AddUserProfile, or of the UserProfileHandler",
            unknown.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(service.Requests);
        await creating.GetAsync(Address(service));
        await finding.GetAsync(Address(service));

        Assert.Equal(1, service.Creates());
        Assert.Equal("customer-1", service.Emulator.Profiles[0].Name);
        Assert.Equal([service.Emulator.Profiles[0].Id, service.Emulator.Profiles[0].Id], HeadersOf(service));
        Assert.Throws<NotSupportedException>(() =>
            finding.Send(new HttpRequestMessage(HttpMethod.Get, Address(service)))
        );
    }

    [Fact]
    public async Task TheOfficialSdk_NamesTheCustomer()
    {
        await using var service = await ReadyService.StartAsync(DatabaseKind.Sqlite);
        await using var container = ContainerOf(service);
        using AnthropicClient sdk = new()
        {
            BaseUrl = service.Emulator.BaseUrl,
            ApiKey = "key-of-a-test",
            HttpClient = container.GetRequiredService<IHttpClientFactory>().CreateClient("claude"),
        };

        await sdk.UserProfiles.List();

        Assert.Equal("uprof_000007", service.Emulator.Requests[^1].Headers[Header]);
    }

    [Fact]
    public async Task AContainerWithoutAMirror_SaysWhichCallIsMissing()
    {
        ServiceCollection services = new();
        services.AddHttpClient("claude").AddUserProfile("user-7");
        await using var container = services.BuildServiceProvider();

        var failure = Assert.Throws<ProfilesConfigurationException>(() =>
            container.GetRequiredService<IHttpClientFactory>().CreateClient("claude")
        );

        Assert.Contains("services.AddProfileMirror<TContext>()", failure.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider ContainerOf(MirroredService service)
    {
        ServiceCollection services = new();
        services.AddSingleton(service.Mirror);
        services.AddHttpClient("claude").AddUserProfile("user-7");
        return services.BuildServiceProvider();
    }

    private static HttpClient ClientOf(UserProfileHandler handler)
    {
        handler.InnerHandler = ProfilesClient.CreateHandler();
        HttpClient client = new(handler);
        client.DefaultRequestHeaders.Authorization = new("Bearer", "key-of-a-test");
        return client;
    }

    private static string? Query(HttpRequestMessage request) =>
        request.RequestUri!.Query is { Length: > 0 } query
            ? query[(query.IndexOf('=', StringComparison.Ordinal) + 1)..]
            : null;

    private static string Address(MirroredService service) => $"{service.Emulator.BaseUrl}/v1/models";

    private static string[] HeadersOf(MirroredService service) =>
        [
            .. service
                .Emulator.Requests.Where(request =>
                    !request.PathAndQuery.StartsWith("/v1/user_profiles", StringComparison.Ordinal)
                )
                .Select(request => request.Headers.GetValueOrDefault(Header) ?? "none"),
        ];
}
