using FluentProfiles;

using var client = new ProfilesClient(
    new ProfilesClientOptions { ApiKey = Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY") }
);

await foreach (
    var p in Profiles
        .Query()
        .Where(p => p.EnforcementStatus == EnforcementStatus.Restricted && p.Metadata["plan"] == "pro")
        .OrderByDescending(p => p.CreatedAt)
        .Take(50)
)
    Console.WriteLine($"{p.Id} {p.Name}");

var names = await (from p in client.Query() where p.Name.Length > 3 orderby p.Name select p.Name).ToListAsync();
var some = client.Query().Take(100).OrderBy(p => p.UpdatedAt);
var everything = client.Query().AsAsyncEnumerable().GroupBy(p => p.AccessType);
var tiers = client.Query().WithDetails().Select(p => new { p.Id, p.Programs.Cyber.Tiers });
var query = client.Query();
query = query.WithPageSize(100).WithBeta(AnthropicBeta.UserProfilesBilling2026_10_01);
if (args.Length > 0)
    query = query.Where(p => p.ExternalUserDetails.ReferenceId == args[0]);
Console.WriteLine(query.Explain());
Console.WriteLine(names.Count + await some.CountAsync());
Console.WriteLine($"{everything} {tiers}");

string? token = null;
do
{
    var page = await client.Query().ToPageAsync(20, token);
    token = page.ResumeToken;
} while (token is not null);

var app = new Application(client, TimeProvider.System);
await app.ReportAsync("pro", CancellationToken.None);
await app.WriteAsync("pro", CancellationToken.None);
