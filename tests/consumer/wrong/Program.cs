using FluentProfiles;

using var client = new ProfilesClient(
    new ProfilesClientOptions { ApiKey = "sk-ant-secret" } // FP0304
);

var sized = await client.Query().WithPageSize(500).ToListAsync(); // FP0001
var ahead = client.Query().WithPrefetch(-1); // FP0006
var small = await client
    .Query()
    .WithPageSize(10) // FP0004
    .Take(100)
    .ToListAsync();
var misspelled = client.Query().WithBeta("user-profiles-billing-2026-10-02"); // FP0101
var spaced = client.Query().WithBeta(" user-profiles-billing-2026-10-01"); // FP0102
var unused = client.Query().WithBeta(AnthropicBeta.FilesApi2025_04_14); // FP0103
var twice = client
    .Query()
    .WithBeta(AnthropicBeta.UserProfilesBilling2026_10_01)
    .WithBeta("user-profiles-billing-2026-10-01"); // FP0105
var old = await Profiles
    .Query()
    .WithBeta(AnthropicBeta.UserProfiles2026_08_18) // FP0106
    .Where(p => p.ExternalId == "x")
    .Select(p => new { p.Id, p.ExternalId })
    .ToListAsync();
var moved = Profiles.Query().Select(p => p.ExternalId); // FP0109
var sorted = await client.Query().OrderBy(p => p.UpdatedAt).ToListAsync(); // FP0201
var replaced = client.Query().OrderBy(p => p.Name).OrderByDescending(); // FP0202
var details = client.Query().Where(p => p.Programs.Efs != null); // FP0204
var groups = client.Query().GroupBy(p => p.AccessType); // FP0207
var negated = client.Query().Where(p => p.EnforcementStatus != EnforcementStatus.Unrestricted); // FP0208
var counted = (await client.Query().ToListAsync()).Count(p => p.Name == "x"); // FP0501
var spelled = client.Query().Where(p => p.EnforcementStatus == "Banned"); // FP0506
if (await client.Query().CountAsync() > 0) // FP0303
    Console.WriteLine("Some.");

// NOT MENDED by a fix: only the author knows what was meant.
var negative = client.Query().Take(-1); // FP0002
var none = client.Query().Take(0); // FP0003
var both = client.Query().WithBeta("user-profiles-2026-03-24", "user-profiles-2026-09-04"); // FP0104
var absent = Profiles
    .Query()
    .WithBeta("user-profiles-2026-09-04") // FP0106
    .Select(p => p.EnforcementStatus); // FP0107
var rejected = Profiles
    .Query()
    .WithBeta("user-profiles-2026-09-04") // FP0106
    .Where(p => p.EnforcementStatus == EnforcementStatus.Banned); // FP0108
var never = client.Query().Where(p => p.Id == "42"); // FP0205
var behind = client.Query().Select(p => p.Name!.Trim()).Where(n => n != "").OrderBy(); // FP0206
client.Query().Where(p => p.Name != null); // FP0301
foreach (var name in new[] { "a", "b" })
    Console.WriteLine(await client.Query().CountAsync(p => p.Name == name)); // FP0305
foreach (var id in new[] { "uprof_1", "uprof_2" })
    Console.WriteLine(await client.GetAsync(id)); // FP0502
foreach (var name in new[] { "a", "b" })
{
    using var own = new ProfilesClient(); // FP0505
    await own.CreateAsync(new() { Name = name });
}
using var refused = new ProfilesClient(new ProfilesClientOptions { MaxRetries = -1 }); // FP0306
var everything = await client.Query().ExecuteDeleteAsync(); // FP0401
var tooLong = new NewProfile { Metadata = new() { ["a"] = "" } }; // FP0402
await client.CreateAsync(
    new NewProfile { Relationship = Relationship.Resold }, // FP0403
    new() { Betas = [AnthropicBeta.UserProfilesBilling2026_10_01, "user-profiles-2026-08-18"] } // FP0106
);
await client.Query().Take(5).ExecuteUpdateAsync(c => c.SetName(p => p.Name.Trim())); // FP0404
