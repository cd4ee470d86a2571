using FluentProfiles;
using FluentProfiles.Emulator;
using Flurl.Http.Testing;
using Microsoft.Extensions.DependencyInjection;
using OnFlurl;

await using var service = await ProfileEmulator.StartAsync(new() { Count = 2_000 });
service.Intercept = _ =>
    service.Requests.Count == 2
        ? EmulatorResponse.Error(529, "overloaded_error", "Busy").WithHeader("retry-after", "0")
        : null;

List<string> log = [];
var services = StatusReport.Register(new ServiceCollection(), service.BaseUrl, "https://crm.invalid", log);
await using var provider = services.BuildServiceProvider();
var report = provider.GetRequiredService<StatusReport>();

// The service is real, the CRM is not.
using (HttpTest test = new())
{
    test.ForCallsTo($"{service.BaseUrl}/*").AllowRealHttp();
    var sent = await report.SendAsync(CancellationToken.None);
    test.ShouldHaveCalled("https://crm.invalid/banned").WithVerb(HttpMethod.Post).Times(1);
    var banned = service.Profiles.Count(p => p.EnforcementStatus == EnforcementStatus.Banned);
    Console.WriteLine(
        $"flurl: {(sent == banned ? "all" : "NOT ALL")} banned customers reported, {log.Count(line => line == "GET 529")} retry logged"
    );
}

// Neither is real.
using (HttpTest test = new())
{
    test.ForCallsTo("*/v1/user_profiles").RespondWithJson(new { error = new { type = "permission_error" } }, 403);
    try
    {
        await report.SendAsync(CancellationToken.None);
    }
    catch (ProfilesPermissionException)
    {
        test.ShouldNotHaveCalled("https://crm.invalid/*");
        Console.WriteLine("flurl: nothing is reported after a refusal");
    }
}
