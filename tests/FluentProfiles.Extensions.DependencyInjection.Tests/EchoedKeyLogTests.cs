using FluentProfiles.Tests;
using FluentProfiles.Tests.Http;
using FluentProfiles.Tests.Secrecy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Hosting.Tests;

/// <summary>The service repeats the key somewhere in its answer. Whatever is called, the key is in no entry of the log, and in no
/// result of a health check.</summary>
[Collection(AloneCollection.Name)]
public sealed class EchoedKeyLogTests
{
    private const string Id = "uprof_1";

    // One for each form of the key, in turn.
    private static readonly Func<IProfilesClient, Task>[] Calls =
    [
        client => client.Query().ToListAsync().AsTask(),
        client => client.Query().Where(p => p.Id == Id).ToListAsync().AsTask(),
        client => client.GetAsync(Id),
        client => client.CreateAsync(new() { Name = "n" }),
        client => client.DeleteAsync(Id),
        client => client.DataControls.GetAsync(Id),
        client => client.Query().Where(p => p.Name == null).ExecuteDeleteAsync(),
    ];

    public static TheoryData<string> Places => [.. EchoPlaces.All.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task EchoedKey_IsInNoEntry(string place)
    {
        HashSet<string> events = [];
        var turn = place.Length;
        foreach (var (form, text) in EchoedKey.Forms)
        {
            var call = Calls[turn++ % Calls.Length];
            events.UnionWith(await AssertHiddenAsync($"{place}, {form}", EchoPlaces.All[place](text), call));
        }

        Assert.Superset(new HashSet<string> { "ClientCreated", "QueryCompleted" }, events);
        Assert.True(events.Contains("RequestCompleted") || events.Contains("RequestFailed"));
    }

    /// <summary>These answers can be retried and end at once, so that the clock may jump over the wait.</summary>
    [Theory]
    [InlineData("wait")]
    [InlineData("advice to retry")]
    [InlineData("request id of a broken body")]
    public async Task EchoedKeyBeforeARetry_IsInNoEntry(string place)
    {
        foreach (var (form, text) in EchoedKey.Forms)
        {
            var events = await AssertHiddenAsync(
                $"{place}, {form}",
                EchoPlaces.All[place](text),
                Calls[0],
                options =>
                    (options.MaxRetries, options.TimeProvider, options.AttemptTimeout) = (
                        1,
                        new JumpingClock(),
                        Timeout.InfiniteTimeSpan
                    )
            );
            Assert.Contains("RetryScheduled", events);
        }
    }

    private static async Task<IReadOnlyCollection<string>> AssertHiddenAsync(
        string what,
        string answer,
        Func<IProfilesClient, Task> call,
        Action<ProfilesClientOptions>? configure = null
    )
    {
        await using RawServer server = new(answer);
        using Emissions emissions = new();
        EmissionsLogger log = new(emissions);
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddFluentProfiles(options =>
        {
            (options.BaseUrl, options.ApiKey) = (server.BaseUrl, EchoedKey.Key);
            (options.MaxRetries, options.AttemptTimeout) = (0, TimeSpan.FromSeconds(2));
            options.MaxRequestsPerQuery = 4;
            configure?.Invoke(options);
        });
        // After a 429 a check waits for the client's turn, which a clock that jumps over retries alone does not end.
        var checks = services.AddHealthChecks();
        if (configure is null)
            checks.AddFluentProfiles();
        await using var container = services.BuildServiceProvider();

        emissions.Note(await Record.ExceptionAsync(() => call(container.GetRequiredService<IProfilesClient>())));
        var report = await container.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        foreach (var entry in report.Entries.Values)
        {
            emissions.Note(entry.Description);
            emissions.Note(entry.Data);
            emissions.Note(entry.Exception);
        }

        Assert.NotEmpty(server.Heads);
        Assert.All(emissions.Texts, text => Assert.False(EchoedKey.IsIn(text), $"{what}: {text}"));
        return log.Names;
    }
}
