using System.Net;
using System.Net.Http.Json;
using FluentProfiles;
using FluentProfiles.Emulator;
using Tenants;

// With arguments: the application. Without: a check against an emulator for each tenant.
if (args.Length > 0)
{
    await CustomersApi.Build(args).RunAsync();
    return;
}

await using var eu = await ProfileEmulator.StartAsync(new() { Count = 1_500, ApiKey = "key-eu" });
await using var us = await ProfileEmulator.StartAsync(
    new()
    {
        Count = 700,
        Seed = 2,
        ApiKey = "key-us",
    }
);
var keys = Directory.CreateTempSubdirectory();
await using var app = CustomersApi.Build([
    $"--KeyRing={keys.FullName}",
    "--urls=http://127.0.0.1:0",
    "--Logging:LogLevel:Default=None",
    $"--Tenants:eu:BaseUrl={eu.BaseUrl}",
    "--Tenants:eu:ApiKey=key-eu",
    "--Tenants:eu:WorkspaceId=wrkspc_eu",
    $"--Tenants:us:BaseUrl={us.BaseUrl}",
    "--Tenants:us:ApiKey=key-us",
    "--Tenants:us:MaxRetries=0",
]);
await app.StartAsync();
using HttpClient browser = new(new SocketsHttpHandler { UseProxy = false });
browser.BaseAddress = new Uri(app.Urls.Single());

List<string> ids = [];
string? next = null;
do
{
    var page = await browser.GetFromJsonAsync<CustomerPage>($"/eu/customers?token={Uri.EscapeDataString(next ?? "")}");
    ids.AddRange(page!.Items.Select(customer => customer.Id));
    next = page.Next;
} while (next is not null);
var teams = eu.Profiles.Where(p => p.Metadata["plan"] == "team").Select(p => p.Id);
Console.WriteLine(
    $"tenants: {(ids.SequenceEqual(teams) ? "every team" : "WRONG TEAMS")} of eu page by page, {us.Requests.Count} requests to us"
);
var workspaces = eu.Requests.Select(request => request.Headers.GetValueOrDefault("anthropic-workspace-id")).Distinct();

var banned = await browser.GetFromJsonAsync<List<Customer>>("/us/customers/banned");
var expected = us.Profiles.Where(p => p.EnforcementStatus == EnforcementStatus.Banned).Select(p => p.Id);
Console.WriteLine(
    $"tenants: {(banned!.Select(p => p.Id).SequenceEqual(expected) ? "the banned" : "WRONG")} of us, in workspace {string.Join(',', workspaces)} of eu"
);

var statuses = new[] { "/us/customers/asleep", "/uk/customers", "/eu/customers?token=damaged" }.Select(async path =>
    (int)(await browser.GetAsync(path)).StatusCode
);
Console.WriteLine($"tenants: {string.Join(", ", await Task.WhenAll(statuses))}");

us.Intercept = _ => EmulatorResponse.Error(529, "overloaded_error", "Busy");
var sent = us.Requests.Count;
var ready = await browser.GetStringAsync("/ready");
var health = new List<string>();
for (var probe = 0; probe < 3; probe++)
    health.Add(await browser.GetStringAsync("/dependencies"));
Console.WriteLine(
    $"tenants: ready is {ready}, {us.Requests.Count - sent} request for 3 probes, {(health[0].Contains("Busy") ? "the reason shows" : health[0])}"
);
Console.WriteLine($"tenants: {(int)(await browser.GetAsync("/us/customers")).StatusCode} while the service is down");
keys.Delete(recursive: true);
