using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Docs;

/// <summary>The code of the README and of the page on the mirror.</summary>
public sealed partial class MirrorSamples
{
    private static readonly IReadOnlyList<UserProfile> Profiles =
    [
        .. TestProfiles
            .Many(250)
            .Select(
                (profile, number) =>
                    profile with
                    {
                        ExternalUserDetails = new() { ReferenceId = $"customer-{number}", Country = "DE" },
                        Metadata = new() { ["plan"] = number % 2 == 0 ? "pro" : "free" },
                    }
            ),
    ];

    [Fact]
    public async Task File_HoldsAllProfiles()
    {
        await using var service = await ProfileEmulator.StartAsync(new() { Profiles = Profiles });
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var client = ClientOf(service);
        var file = database.File;

        #region mirror-three-lines
        await using var mirror = await ProfileMirror.OpenAsync(client, file);
        await mirror.RefreshAsync();
        var customer = await mirror.Query().SingleAsync(p => p.ExternalUserDetails.ReferenceId == "customer-42");
        #endregion

        Assert.Equal(TestProfiles.IdOf(42), customer.Id);
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task OwnWrites_AreInTheMirror()
    {
        await using var mirrored = await LoadedAsync();
        var (client, mirror, id) = (mirrored.Mirror.Client, mirrored.Mirror, TestProfiles.IdOf(42));

        #region mirror-own-writes
        using var writing = client.WithMirror(mirror);
        await writing.UpdateAsync(id, new() { Metadata = { ["plan"] = "team" } });

        var customer = await mirror.Query().SingleAsync(p => p.Id == id);
        Console.WriteLine(customer.Metadata["plan"]);
        #endregion

        Assert.Equal("team", customer.Metadata["plan"]);
    }

    [Fact]
    public async Task Queries_MeanTheSameAsOnTheClient()
    {
        await using var mirrored = await LoadedAsync();
        var (client, mirror) = (mirrored.Mirror.Client, mirrored.Mirror);

        #region mirror-same-query
        static ValueTask<List<string>> ProsAsync(ProfileQuery<UserProfile> profiles) =>
            profiles.Where(p => p.Metadata["plan"] == "pro").OrderBy(p => p.Name).Select(p => p.Id).ToListAsync();

        var fromTheService = await ProsAsync(client.Query());
        var fromTheMirror = await ProsAsync(mirror.Query());
        #endregion

        Assert.Equal(125, fromTheMirror.Count);
        Assert.Equal(fromTheService.Order(), fromTheMirror.Order());
    }

    [Fact]
    public async Task OldData_IsReplacedByTheServices()
    {
        await using var mirrored = await LoadedAsync();
        var (client, mirror) = (mirrored.Mirror.Client, mirrored.Mirror);

        Assert.Equal(125, await CountAsync(TimeSpan.FromHours(1)));
        Assert.Equal(125, await CountAsync(TimeSpan.Zero));

        async Task<int> CountAsync(TimeSpan age)
        {
            #region mirror-staleness
            try
            {
                return await mirror.Query(maxStaleness: age).CountAsync(p => p.Metadata["plan"] == "pro");
            }
            catch (Exception failure) when (failure is MirrorStaleException or MirrorNotReadyException)
            {
                return await client.Query().CountAsync(p => p.Metadata["plan"] == "pro");
            }
            #endregion
        }
    }

    [Fact]
    public async Task FirstLoad_ReportsItsProgress()
    {
        await using var mirrored = await MirroredService.StartAsync(DatabaseKind.Sqlite, Profiles);
        var mirror = mirrored.Mirror;
        Progress<MirrorPassReport> progress = new(report => Console.WriteLine($"{report.Read} profiles"));

        #region mirror-progress
        var pass = await mirror.RefreshAsync(progress);
        Console.WriteLine(
            $"{pass.Added} added, {pass.Changed} changed, {pass.Removed} removed, {pass.Requests} requests"
        );
        #endregion

        Assert.Equal((250, 3), (pass.Added, pass.Requests));
    }

    [Fact]
    public async Task LeftOutMembers_AreNotStored()
    {
        await using var service = await ProfileEmulator.StartAsync(new() { Profiles = Profiles });
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var client = ClientOf(service);
        var file = database.File;

        #region mirror-store
        ProfileMirrorOptions options = new();
        options.Store(members =>
            members
                .Except(p => p.Name)
                .Except(p => p.ExternalUserDetails.NameHash)
                .Except(p => p.ExternalUserDetails.EmailHash)
                .ExceptMetadata("phone")
        );
        await using var mirror = await ProfileMirror.OpenAsync(client, file, options);
        #endregion

        await mirror.RefreshAsync();
        Assert.All(await mirror.Query().ToListAsync(), profile => Assert.Null(profile.Name));
    }

    [Fact]
    public async Task StoppedPass_GoesOnWhenApproved()
    {
        await using var mirrored = await LoadedAsync();
        var mirror = mirrored.Mirror;
        foreach (var number in Enumerable.Range(0, 50))
            mirrored.Emulator.Remove(TestProfiles.IdOf(number));
        await Assert.ThrowsAsync<MirrorStoppedException>(() => mirror.RefreshAsync());

        #region mirror-approve
        var status = await mirror.GetStatusAsync();
        Console.WriteLine($"{status.LastError}, {status.RemovalsHeldBack} removals held back");
        if (status.StoppedPass is { } pass)
            await mirror.ApproveAsync(pass);
        #endregion

        Assert.Equal(200, await mirror.Query().CountAsync());
    }

    internal static ProfileQuery<UserProfile> Pushed(ProfileMirror mirror)
    {
        #region mirror-pushed
        var teams = mirror
            .Query()
            .Where(p => p.Metadata["plan"] == "team" && p.ExternalUserDetails.Country == "DE")
            .OrderByDescending(p => p.UpdatedAt)
            .Take(20);
        #endregion

        return teams;
    }

    internal static ProfileQuery<UserProfile> Rough(ProfileMirror mirror)
    {
        #region mirror-rough
        var named = mirror
            .Query()
            .Where(p => p.ExternalUserDetails.Country == "DE" && p.Name!.StartsWith("Acme"))
            .Take(20);
        #endregion

        return named;
    }

    private static async Task<MirroredService> LoadedAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var mirrored = await MirroredService.StartAsync(kind, Profiles);
        await mirrored.Mirror.RefreshAsync();
        return mirrored;
    }

    private static ProfilesClient ClientOf(ProfileEmulator service) =>
        new(new() { BaseUrl = service.BaseUrl, ApiKey = "any-key" });
}
