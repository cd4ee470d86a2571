using System.Text;
using FluentProfiles.Emulator;
using FluentProfiles.Resume;

namespace FluentProfiles.Tests.Reliability;

/// <summary>The key goes into its header and nowhere else, whatever goes wrong: all that the library lets out in faulty runs is
/// searched for it.</summary>
[Collection(AloneCollection.Name)]
public sealed class KeyTests
{
    private const string Key = "sk-ant-very-secret-0123456789abcdef";

    private static readonly int[] Statuses = [301, 400, 401, 402, 403, 404, 408, 409, 413, 418, 429, 500, 503, 529];

    // Answers that quote what they were sent, as a proxy with an eager error page does.
    private static readonly Func<string, EmulatorResponse>[] Faults =
    [
        .. Statuses.SelectMany(status =>
            new Func<string, EmulatorResponse>[]
            {
                sent => EmulatorResponse.Error(status, "some_error", $"You sent {sent}", sent),
                sent => EmulatorResponse.Json(status, $$"""{"error":{"type":"{{sent}}"},"request_id":"{{sent}}"}"""),
                sent => EmulatorResponse.Text(status, $"<html>{sent}").WithHeader("request-id", sent),
                sent => EmulatorResponse.Text(status, "").WithHeader("retry-after", sent),
            }
        ),
        sent => EmulatorResponse.Text(200, $"<html>{sent}"),
        sent => EmulatorResponse.Json(200, $$"""{"data":"{{sent}}"}"""),
        sent => EmulatorResponse.Json(200, $$"""{"{{sent}}":}"""),
        sent => EmulatorResponse.Json(200, $$"""{"data":[{"id":"x","created_at":"{{sent}}"}],"next_page":null}"""),
        sent => EmulatorResponse.Json(200, sent).WithHeader("Content-Encoding", "gzip"),
        sent => EmulatorResponse.Json(200, sent).WithHeader("Content-Length", "1000"),
        sent => throw new HttpRequestException(sent),
    ];

    [Fact]
    public async Task FaultyRuns_LetItOutNowhere()
    {
        using ProcessEmissions emissions = new();
        ProfilesClientOptions? used = null;
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(30),
            configureClient: options => (used = options).ApiKey = Key
        );
        emissions.Add($"{used} {service.Client} {service.Query()} {service.Query().Explain()}");

        foreach (var fault in Faults)
        {
            await RunAsync(service, fault, emissions);
            emissions.Add(await Record.ExceptionAsync(() => service.Client.GetAsync("uprof_000001")));
        }

        Assert.All(
            service.Emulator.Requests,
            request => Assert.Equal("Bearer " + Key, request.Headers["Authorization"])
        );
        Assert.InRange(emissions.Texts.Count, 1_000, int.MaxValue);
        Assert.All(emissions.Texts, AssertWithoutKey);
    }

    private static async Task RunAsync(
        TestService service,
        Func<string, EmulatorResponse> fault,
        ProcessEmissions emissions
    )
    {
        var requests = 0;
        service.Emulator.Intercept = request =>
            Interlocked.Increment(ref requests) == 1 ? null : fault(request.Headers["Authorization"]);
        var query = service.Query().WithPageSize(10).WithProgress(new Reports(emissions));
        emissions.Add(
            await Record.ExceptionAsync(async () =>
            {
                await foreach (var page in query.AsPages())
                    AddWithToken(emissions, page, page.ResumeToken);
            })
        );
        var failure = await Assert.ThrowsAnyAsync<ProfilesException>(async () => await query.ToListAsync());
        AddWithToken(emissions, failure, failure.ResumeToken);
    }

    private static void AddWithToken(ProcessEmissions emissions, object emitted, string? token)
    {
        emissions.Add(emitted);
        if (token is not null)
            emissions.Add(Encoding.Latin1.GetString(Base64Text.Decode(token)));
    }

    private static void AssertWithoutKey(string text)
    {
        Assert.DoesNotContain(Key, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            Convert.ToBase64String(Encoding.UTF8.GetBytes(Key))[..40],
            text,
            StringComparison.Ordinal
        );
    }

    private sealed class Reports(ProcessEmissions emissions) : IProgress<QueryProgress>
    {
        public void Report(QueryProgress value) => AddWithToken(emissions, value, value.ResumeToken);
    }
}
