using System.Text.Json;
using FluentProfiles.Emulator;
using Probe;

namespace FluentProfiles.Samples.Tests.Probe;

public sealed class ProbeTests
{
    public static TheoryData<string> Names => [.. Breakage.All.Keys];

    [Fact]
    public async Task Emulator_IsAsAssumed()
    {
        using ProbedService service = new();
        var before = service.Emulator.Profiles.Select(profile => profile.Id);

        var report = await service.ProbeAsync();

        Assert.Equal([], NotHolding(report));
        Assert.Equal(Breakage.All.Keys.Order(), report.Results.Select(result => result.Assumption.Name).Order());
        Assert.Equal(before, service.Emulator.Profiles.Select(profile => profile.Id));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task BrokenAssumption_IsReportedAndNoOther(string name)
    {
        using ProbedService service = new();
        Breakage.All[name](service);

        var report = await service.ProbeAsync();

        Assert.Equal([$"{name}: Violated"], NotHolding(report).Where(line => !line.EndsWith("Unchecked")));
    }

    /// <summary>Their UTF-16 surrogates come before U+FF5E, their code points after it.</summary>
    [Fact]
    public async Task SurrogatesInNames_HoldTheOrder()
    {
        using ProbedService service = new(count: 0);
        foreach (var name in new[] { "\U0001F600", "\uFF5E", "a", "B" })
            service.Emulator.Add(new() { Name = name });

        var report = await service.ProbeAsync(write: false);

        Assert.Equal(
            Outcome.Holds,
            report.Results.Single(result => result.Assumption.Name == "name-order").Finding.Outcome
        );
    }

    [Fact]
    public async Task WithoutWrite_ReadsOnly()
    {
        using ProbedService service = new();

        await service.ProbeAsync(write: false);

        Assert.All(service.Emulator.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(260)]
    [InlineData(3_000)]
    public async Task Requests_AreNoMoreThanSaid(int count)
    {
        using ProbedService service = new(count);
        var run = service.Run();

        var report = await run.RunAsync(default);

        Assert.InRange(service.Emulator.Requests.Count, 1, run.MostRequests);
        Assert.Equal(service.Emulator.Requests.Count, report.Requests);
        Assert.Equal(0, report.Count(Outcome.Violated));
    }

    [Fact]
    public async Task Report_HasNothingPersonal()
    {
        using ProbedService service = new();
        Breakage.All["list-agrees-with-get"](service);

        var report = await service.ProbeAsync();

        var texts = report.ToText() + report.ToJson();
        Assert.DoesNotContain("uprof_", texts);
        Assert.All(
            service.Emulator.Profiles.Select(profile => profile.Name).OfType<string>(),
            name => Assert.DoesNotContain(name, texts)
        );
        Assert.Equal(28, JsonDocument.Parse(report.ToJson()).RootElement.GetProperty("assumptions").GetArrayLength());
    }

    [Theory]
    [InlineData(401, "authentication_error")]
    [InlineData(429, "rate_limit_error")]
    [InlineData(529, "overloaded_error")]
    public async Task RefusingService_LeavesAssumptionsUnchecked(int status, string type)
    {
        using ProbedService service = new();
        service.Break("", _ => EmulatorResponse.Error(status, type, "No."));

        var report = await service.ProbeAsync();

        // The answers have no request id, and an absent profile is refused in another way: that is what is seen.
        Assert.All(
            report.Results.Where(result => result.Assumption.MostRequests > 1),
            result =>
                Assert.Equal(
                    (Outcome.Unchecked, $"the service answered {status} {type}"),
                    (result.Finding.Outcome, result.Finding.Detail)
                )
        );
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("""{"data":7}""")]
    [InlineData("""{"data":[7]}""")]
    [InlineData("""{"data":[],"next_page":7}""")]
    public async Task Nonsense_LeavesAssumptionsUnchecked(string body)
    {
        using ProbedService service = new();
        service.Break("\\?", _ => EmulatorResponse.Json(200, body).WithHeader("request-id", "req_1"));

        var report = await service.ProbeAsync();

        Assert.Equal(0, report.Count(Outcome.Violated));
        Assert.True(report.Count(Outcome.Unchecked) >= 25);
    }

    [Theory]
    [InlineData("^POST .*user_profiles$")]
    [InlineData("limit=5&")]
    [InlineData("^POST .*user_profiles/")]
    [InlineData("^DELETE")]
    public async Task Cancellation_LeavesNoProfile(string during)
    {
        using ProbedService service = new();
        using CancellationTokenSource stop = new();
        var run = service.Run();
        service.Break(
            during,
            request =>
            {
                if (stop.IsCancellationRequested)
                    return null;
                var answer = service.Emulator.Answer(request);
                stop.Cancel();
                return answer;
            }
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.RunAsync(stop.Token));

        Assert.Equal(260, service.Emulator.Profiles.Count);
        Assert.Null(run.LeftBehind);
    }

    [Fact]
    public async Task LostAnswerToTheCreate_LeavesNoProfile()
    {
        using ProbedService service = new();
        service.Break(
            "^POST .*user_profiles$",
            request =>
            {
                _ = service.Emulator.Answer(request);
                throw new HttpRequestException("The connection was lost.");
            }
        );

        var report = await service.ProbeAsync();

        Assert.Equal(260, service.Emulator.Profiles.Count);
        Assert.Equal(
            10,
            report.Results.Count(result => result.Finding.Detail == "no answer came (HttpRequestException)")
        );
    }

    [Fact]
    public async Task RefusedDelete_IsSaid()
    {
        using ProbedService service = new();
        var run = service.Run();
        service.Break("^DELETE", _ => EmulatorResponse.Error(403, "permission_error", "No."));

        await run.RunAsync(default);

        Assert.Contains(run.LeftBehind, service.Emulator.Profiles.Select(profile => profile.Id));
    }

    private static IEnumerable<string> NotHolding(global::Probe.Reporting.ProbeReport report) =>
        report
            .Results.Where(result => result.Finding.Outcome != Outcome.Holds)
            .Select(result => $"{result.Assumption.Name}: {result.Finding.Outcome}");
}
