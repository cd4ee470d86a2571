using FluentProfiles.Emulator;
using FluentProfiles.Tests.Writing.Bulk;

namespace FluentProfiles.Tests.Http.Failures;

/// <summary>A handler or a provider that calls a service with a client of its own: the failures of those calls are not answers to
/// the request that is being sent.</summary>
public sealed class NestedClientTests
{
    private static readonly string Id = TestProfiles.IdOf(0);

    private static readonly Dictionary<string, Func<ProfilesClient, Task>> Calls = new()
    {
        ["look-up"] = client => client.Query().Where(p => p.Id == Id).ToListAsync().AsTask(),
        ["details"] = client => client.Query().WithDetails().ToListAsync().AsTask(),
        ["get"] = client => client.GetAsync(Id),
        ["delete"] = client => client.DeleteAsync(Id),
        ["bulk delete"] = client => client.Query().Where(p => p.Name != "x").ExecuteDeleteAsync(),
    };

    public static TheoryData<string, int> Refused
    {
        get
        {
            TheoryData<string, int> cases = [];
            foreach (var call in Calls.Keys)
            {
                foreach (var status in new[] { 400, 401, 404, 429 })
                    cases.Add(call, status);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task RefusalWithinAHandler_IsNoAnswer(string call, int status)
    {
        await using var service = await TestService.StartAsync(3);
        using var nested = await NestedAsync(status);
        Intermediary handler = new();
        handler.Address = address =>
            address.Contains("limit=", StringComparison.Ordinal) ? address : Ask(nested.Client);
        using var client = handler.Client(service);

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Calls[call](client));

        var cause = failure is ProfilesBulkWriteException ? failure.InnerException : failure;
        Assert.IsType<ProfilesConnectionException>(cause);
        Assert.Equal(status, (int)Assert.IsAssignableFrom<ProfilesApiException>(cause.InnerException).StatusCode);
        Assert.Empty(service.WrittenIds());
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task RefusalWithinATokenProvider_IsNoAnswer(string call, int status)
    {
        var isRefused = false;
        using var nested = await NestedAsync(status);
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(3),
            configureClient: options =>
            {
                options.ApiKey = null;
                options.TokenProvider = _ => new(isRefused ? Ask(nested.Client) : "any-key");
            }
        );
        service.Emulator.Intercept = _ =>
        {
            isRefused = true;
            return null;
        };
        isRefused = call is not ("details" or "bulk delete");

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Calls[call](service.Client));

        var cause = failure is ProfilesBulkWriteException ? failure.InnerException : failure;
        Assert.IsType<ProfilesConfigurationException>(cause);
        Assert.Equal(status, (int)Assert.IsAssignableFrom<ProfilesApiException>(cause.InnerException).StatusCode);
        Assert.Empty(service.WrittenIds());
    }

    private static string Ask(ProfilesClient client)
    {
        client.GetAsync("uprof_of_another").GetAwaiter().GetResult();
        return "";
    }

    private static async Task<Nested> NestedAsync(int status)
    {
        var service = await TestService.StartAsync(0);
        service.Emulator.Intercept = _ =>
            EmulatorResponse.Error(status, status == 404 ? "not_found_error" : "other_error", "no");
        return new(service);
    }

    private sealed class Nested(TestService service) : IDisposable
    {
        public ProfilesClient Client => service.Client;

        public void Dispose() => service.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
