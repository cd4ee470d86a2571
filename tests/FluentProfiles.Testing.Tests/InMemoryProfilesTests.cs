using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Testing.Tests;

public sealed class InMemoryProfilesTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Write_IsReadByTheNextCall()
    {
        var profiles = New();

        var created = await profiles.CreateAsync(
            new()
            {
                Name = "Ada",
                Metadata = new() { ["plan"] = "trial" },
                ExternalUserDetails = new() { ReferenceId = "customer-1" },
            }
        );
        clock.Advance(TimeSpan.FromMinutes(1));
        var updated = await profiles.UpdateAsync(created.Id, new() { Metadata = new() { ["plan"] = "pro" } });

        Assert.Equal("pro", updated.Metadata["plan"]);
        Assert.Equal(created.CreatedAt + TimeSpan.FromMinutes(1), updated.UpdatedAt);
        Assert.Equal("Ada", (await profiles.GetAsync(created.Id)).Name);
        Assert.Equal(
            [created.Id],
            await profiles.Query().Where(p => p.Metadata["plan"] == "pro").Select(p => p.Id).ToListAsync()
        );
        await profiles.DeleteAsync(created.Id);
        await Assert.ThrowsAsync<ProfilesNotFoundException>(() => profiles.GetAsync(created.Id));
        Assert.Empty(profiles.Profiles);
    }

    private InMemoryProfiles New(params UserProfile[] profiles) => new(profiles, new() { TimeProvider = clock });
}
