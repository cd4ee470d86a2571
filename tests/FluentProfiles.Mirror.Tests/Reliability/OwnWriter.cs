using System.Globalization;
using FluentProfiles.Tests;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.Reliability;

/// <summary>Writes profiles that no other writer writes, and looks at them in the mirror.</summary>
/// <param name="service">The service.</param>
/// <param name="mirror">The mirror of the process that writes.</param>
/// <param name="number">The number of the writer.</param>
/// <param name="writers">How many writers there are.</param>
/// <param name="profiles">How many profiles there are at first.</param>
internal sealed class OwnWriter(MirroredService service, ProfileMirror mirror, int number, int writers, int profiles)
{
    private const string Version = "version";

    private readonly Random random = new(number);
    private readonly ProfilesClient client = mirror.Client.WithMirror(mirror);
    private readonly HashSet<string> gone = [];
    private readonly Dictionary<string, int> versions = Enumerable
        .Range(0, profiles)
        .Where(profile => profile % writers == number)
        .ToDictionary(TestProfiles.IdOf, _ => 0);

    /// <summary>Called before each write; null for nothing.</summary>
    public Action<Random>? Before { get; init; }

    public async Task RunAsync()
    {
        using var _ = client;
        for (var writes = Scale.Of("FLUENTPROFILES_OWN_WRITES", 25); writes > 0; writes--)
        {
            Before?.Invoke(random);
            try
            {
                await WriteAsync();
            }
            catch (ProfilesException failure)
                when (failure is ProfilesConnectionException or ProfilesUnknownOutcomeException)
            {
                // The mirror is told by a reading, later.
            }
            await AssertAsync();
        }
    }

    private async Task WriteAsync()
    {
        var id = versions.Keys.ElementAt(random.Next(versions.Count));
        switch (random.Next(6))
        {
            case 0:
                versions.Remove(id);
                await client.DeleteAsync(id);
                gone.Add(id);
                break;
            case 1:
                var created = await client.CreateAsync(new() { Metadata = new() { [Version] = "1" } });
                versions.Add(created.Id, 1);
                break;
            case 2:
                // What the service does itself, only passes bring.
                service.Emulator.OpenEnforcementAction(id);
                break;
            default:
                var next = random.Next(100_000, 200_000) + versions[id];
                await client.UpdateAsync(id, new() { Metadata = { [Version] = $"{next}" } });
                versions[id] = next;
                break;
        }
    }

    private async Task AssertAsync()
    {
        // On a slow machine, a write is stored later, or is marked because the database has ended its transaction.
        await mirror.WritingThrough.Idle;
        var marked = await service.MarkedAsync();
        await using var context = service.Database.Context();
        var stored = await context
            .Set<MirroredMetadata>()
            .Where(pair => pair.Key == Version)
            .Join(
                context.Set<MirroredProfile>(),
                pair => pair.Profile,
                row => row.Key,
                (pair, row) => new { row.Id, pair.Value }
            )
            .ToDictionaryAsync(row => row.Id, row => int.Parse(row.Value, CultureInfo.InvariantCulture));
        foreach (var (id, version) in versions.ExceptBy(marked, one => one.Key))
            Assert.InRange(stored.GetValueOrDefault(id), version, int.MaxValue);
        var ids = await context.Set<MirroredProfile>().Select(row => row.Id).ToListAsync();
        Assert.Empty(gone.Except(marked).Intersect(ids));
    }
}
