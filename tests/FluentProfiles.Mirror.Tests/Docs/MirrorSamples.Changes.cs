using FluentProfiles.Mirror.Tests.Changes;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Docs;

/// <summary>The code on changes and on personal data.</summary>
public sealed partial class MirrorSamples
{
    [Fact]
    public async Task Changes_AreReadAfterAToken()
    {
        await using var mirrored = await LoadedAsync();
        var mirror = mirrored.Mirror;
        string? token = null;
        await mirrored.ChangeAsync([3, 4]);

        #region mirror-changes
        await foreach (var change in mirror.ChangesAsync(after: token))
        {
            Console.WriteLine($"{change.Kind} {change.ProfileId} {string.Join(", ", change.Fields)}");
            token = change.Token;
        }
        await SaveAsync(token);
        #endregion

        Task SaveAsync(string? saved)
        {
            Assert.Equal(mirror.GetChangesTokenAsync().Result, saved);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task ABaseline_IsKeptUpToDateByChanges()
    {
        await using var mirrored = await LoadedAsync();
        var mirror = mirrored.Mirror;
        Dictionary<string, UserProfile> copy = [];

        #region mirror-baseline
        var token = await mirror.GetChangesTokenAsync();
        await foreach (var profile in mirror.Query())
            copy[profile.Id] = profile;

        await foreach (var change in mirror.ChangesAsync(after: token))
        {
            if (await mirror.Query().FirstOrDefaultAsync(p => p.Id == change.ProfileId) is { } current)
                copy[change.ProfileId] = current;
            else
                copy.Remove(change.ProfileId);
            token = change.Token;
        }
        #endregion

        Assert.Equal(250, copy.Count);
        Assert.Equal(await mirror.GetChangesTokenAsync(), token);
    }

    [Fact]
    public async Task APerson_IsErased()
    {
        await using var mirrored = await LoadedAsync();
        var (client, mirror) = (mirrored.Mirror.Client, mirrored.Mirror);
        var id = TestProfiles.IdOf(42);
        var ledger = "";

        #region mirror-forget
        await client.DeleteAsync(id);
        await mirror.ForgetAsync(id);
        await SaveOutsideAsync(await mirror.ExportErasuresAsync());
        #endregion

        Assert.False(await mirror.Query().AnyAsync(p => p.Id == id));
        await mirror.Store.WriteAsync((writer, stop) => writer.Erasures.LiftAsync(id, stop), default);
        await mirror.Store.PutAsync(TestRows.Row(TestRows.JsonOf(id)));

        #region mirror-ledger
        var erased = await mirror.ApplyErasuresAsync(await ReadFromOutsideAsync());
        Console.WriteLine($"{erased} people of the backup were erased again");
        #endregion

        Assert.Equal(1, erased);

        Task SaveOutsideAsync(string saved) => Task.FromResult(ledger = saved);
        Task<string> ReadFromOutsideAsync() => Task.FromResult(ledger);
    }
}
