using System.Collections.Concurrent;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.References;

namespace FluentProfiles.Mirror.Tests.Telemetry;

public sealed class RequestTagTests
{
    [Fact]
    public async Task ALookAndACreate_HaveTheTagOfTheMirror()
    {
        ConcurrentQueue<string> requests = [];
        await using var service = await ReadyService.StartAsync(
            DatabaseKind.Sqlite,
            configureClient: options =>
                options.Observer += happened =>
                {
                    if (happened is RequestCompletedEvent completed)
                        requests.Enqueue($"{completed.Method} {completed.Tag}");
                }
        );
        requests.Clear();

        await service.Mirror.GetOrCreateAsync("customer-1", () => new());

        Assert.Equal(["GET mirror", "POST mirror"], requests);
    }
}
