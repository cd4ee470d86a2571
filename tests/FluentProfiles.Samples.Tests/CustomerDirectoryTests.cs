using FluentProfiles.Emulator;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Mirror;

namespace FluentProfiles.Samples.Tests;

public sealed class CustomerDirectoryTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("fp-directory-").FullName;
    private ProfileEmulator emulator = null!;
    private ProfilesClient client = null!;
    private ProfileMirror mirror = null!;
    private PooledDbContextFactory<DirectoryContext> contexts = null!;
    private CustomerDirectory directory = null!;

    public async Task InitializeAsync()
    {
        emulator = await ProfileEmulator.StartAsync(new() { Count = 400 });
        client = EmulatedClient.Of(emulator);
        contexts = new(DirectoryContext.OptionsOf(Path.Combine(folder, "directory.db")));
        await using (var db = await contexts.CreateDbContextAsync())
            await db.Database.MigrateAsync();
        mirror = await ProfileMirror.OpenAsync(client, contexts, new() { MaxRequestsPerSecond = null });
        await mirror.RefreshAsync();
        await Purchases.AddAsync(mirror, contexts);
        directory = new(mirror, contexts);
        emulator.ClearRequests();
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(emulator.Requests);
        await mirror.DisposeAsync();
        client.Dispose();
        await emulator.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Customer_IsFoundByReference()
    {
        var wanted = emulator.Profiles.First(p => p.ExternalUserDetails.ReferenceId is not null);

        Assert.Equal(wanted.Id, (await directory.FindAsync(wanted.ExternalUserDetails.ReferenceId!))?.Id);
        Assert.Null(await directory.FindAsync("nobody"));
    }

    [Fact]
    public async Task Plan_HasItsCustomers()
    {
        var pros = emulator
            .Profiles.Where(p => p.Metadata["plan"] == "pro")
            .OrderByDescending(p => p.CreatedAt)
            .Select(p => p.Id)
            .ToList();

        var newest = await directory.NewestAsync("pro", 5);

        Assert.Equal(pros.Count, await directory.CountAsync("pro"));
        Assert.Equal(pros.Take(5).Order(), newest.Select(p => p.Id).Order());
    }

    [Fact]
    public async Task StoppedCustomers_AreJoinedWithTheirPurchases()
    {
        await using var db = await contexts.CreateDbContextAsync();
        var purchases = (await db.Purchases.ToListAsync()).ToLookup(purchase => purchase.Customer);
        var expected = emulator
            .Profiles.Where(p =>
                p.EnforcementStatus == EnforcementStatus.Restricted || p.EnforcementStatus == EnforcementStatus.Banned
            )
            .Where(p => p.ExternalUserDetails.ReferenceId is { } reference && purchases.Contains(reference))
            .Select(p => new StoppedCustomer(
                p.ExternalUserDetails.ReferenceId!,
                p.EnforcementStatus.ToString(),
                purchases[p.ExternalUserDetails.ReferenceId!].Count(),
                purchases[p.ExternalUserDetails.ReferenceId!].Sum(purchase => purchase.Cents)
            ))
            .OrderByDescending(customer => customer.Cents)
            .ThenBy(customer => customer.Reference, StringComparer.Ordinal)
            .Take(5);

        Assert.Equal(expected, await directory.StoppedAsync(5));
    }

    [Fact]
    public void Migrations_AreThoseOfTheModel()
    {
        using var context = new DirectoryContextFactory().CreateDbContext([]);

        Assert.False(context.Database.HasPendingModelChanges());
    }
}
