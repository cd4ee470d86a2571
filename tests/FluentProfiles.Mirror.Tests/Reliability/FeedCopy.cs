using FluentProfiles.Mirror.Changes;

namespace FluentProfiles.Mirror.Tests.Reliability;

/// <summary>A copy of a mirror that somebody keeps by the feed of changes. It stops anywhere, and saves its token only sometimes.</summary>
/// <param name="mirror">The mirror, whose changes have values.</param>
/// <param name="random">Chooses where it stops.</param>
internal sealed class FeedCopy(ProfileMirror mirror, Random random)
{
    private readonly Dictionary<string, UserProfile> profiles = [];
    private readonly SortedSet<long> positions = [];
    private string? saved;

    /// <summary>The positions of the changes that it has seen.</summary>
    public IReadOnlyCollection<long> Positions => positions;

    /// <summary>Takes the baseline.</summary>
    public async Task StartAsync()
    {
        saved = await mirror.GetChangesTokenAsync();
        await foreach (var profile in mirror.Query())
            profiles[profile.Id] = profile;
    }

    /// <summary>Reads some of the changes, and may forget how far it has come.</summary>
    public Task ReadSomeAsync() => ReadAsync(random.Next(1, 40), saves: random.Next(3) > 0);

    /// <summary>Reads all changes.</summary>
    public Task ReadAllAsync() => ReadAsync(int.MaxValue, saves: true);

    /// <summary>What is stored is what the copy has.</summary>
    public async Task AssertIsSameAsync()
    {
        var stored = await mirror.Query().ToDictionaryAsync(profile => profile.Id);
        Assert.Equal(stored.Keys.Order(), profiles.Keys.Order());
        foreach (var (id, profile) in stored)
            Assert.Empty(UserProfileComparer.Content.Differences(profile, profiles[id]));
    }

    private async Task ReadAsync(int most, bool saves)
    {
        var token = saved;
        var last = 0L;
        await foreach (var change in mirror.ChangesAsync(after: token).Take(most))
        {
            var position = ChangeToken.Read(change.Token, mirror.Store.Scope, "").Position;
            Assert.True(position > last, "The changes are in order.");
            (last, token) = (position, change.Token);
            positions.Add(position);
            if (change.Kind == MirrorChangeKind.Removed)
                profiles.Remove(change.ProfileId);
            else if (change.After is { } after)
                profiles[change.ProfileId] = after;
        }
        if (saves)
            saved = token;
    }
}
