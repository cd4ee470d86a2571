using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Docs;

/// <summary>The C# of docs/writing.md: single profiles.</summary>
public sealed partial class WritingSamples : IAsyncLifetime
{
    private ProfileEmulator emulator = null!;
    private ProfilesClient client = null!;

    public async Task InitializeAsync()
    {
        emulator = await ProfileEmulator.StartAsync(new() { Count = 600 });
        client = new ProfilesClient(new() { BaseUrl = emulator.BaseUrl, ApiKey = TestService.Key });
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await emulator.DisposeAsync();
    }

    [Fact]
    public async Task Single_Runs()
    {
        #region write-single
        var created = await client.CreateAsync(
            new()
            {
                Name = "Acme",
                Metadata = new() { ["plan"] = "pro" },
                ExternalUserDetails = new() { Country = "DE", ReferenceId = "customer-17" },
            }
        );

        await client.UpdateAsync(
            created.Id,
            new()
            {
                Name = "Acme GmbH",
                Metadata = new() { ["plan"] = "team", ["trial"] = Change.Clear },
            }
        );

        var url = await client.CreateActionUrlAsync(created.Id);

        await client.DeleteAsync(created.Id);
        #endregion

        Assert.StartsWith("https://", url.Url, StringComparison.Ordinal);
        Assert.Equal(600, emulator.Profiles.Count);
    }

    [Fact]
    public async Task Changes_LeaveSetOrClear()
    {
        var current = await client.CreateAsync(
            new()
            {
                Name = "Acme",
                Metadata = new() { ["plan"] = "pro", ["trial"] = "yes" },
            }
        );
        var row = (Name: (string?)null, Plan: "team");

        #region write-changes
        var updated = await client.UpdateAsync(
            current.Id,
            new()
            {
                Name = Change.SetOrLeave(row.Name),
                Metadata = new() { ["plan"] = row.Plan, ["trial"] = Change.Clear },
            }
        );

        var changes = ProfileChanges.Between(updated, new() { Name = "Acme GmbH" });
        if (changes is not null)
            await client.UpdateAsync(updated.Id, changes);
        #endregion

        Assert.Equal("Acme", updated.Name);
        Assert.Equal("team", Assert.Single(updated.Metadata).Value);
        Assert.Equal("Acme GmbH", (await client.GetAsync(updated.Id)).Name);
    }

    [Fact]
    public async Task UnknownOutcome_IsLookedFor()
    {
        List<string> created = [];
        emulator.BeforeResponse = (request, _) =>
            request.Method == "POST" ? throw new HttpRequestException("reset") : Task.CompletedTask;

        #region write-unknown
        var profile = new NewProfile { ExternalUserDetails = new() { ReferenceId = "customer-18" } };
        try
        {
            created.Add((await client.CreateAsync(profile)).Id);
        }
        catch (ProfilesUnknownOutcomeException)
        {
            var existing = await client
                .Query()
                .FirstOrDefaultAsync(p => p.ExternalUserDetails.ReferenceId == "customer-18");
            if (existing is not null)
                created.Add(existing.Id);
        }
        #endregion

        Assert.Equal([emulator.Profiles[0].Id], created);
    }
}
