using System.Globalization;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.Reliability;

/// <summary>Several writers write through while passes of all kinds and single readings run, answers are late, and some are lost. What a
/// writer has written, it reads in the mirror from then on, and never an older state. <c>FLUENTPROFILES_OWN_WRITES</c> sets how many
/// writes each writer makes.</summary>
public sealed class RandomOwnWritesTests
{
    private const string Version = "version";
    private const int Writers = 4;
    private const int Profiles = 160;
    private const int MostHeld = 6;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task OwnWrites_AreInTheMirrorAndStay(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(
            kind,
            TestProfiles.Many(Profiles),
            options => (options.MaxRemovedShare, options.MaxAddedShare, options.MaxChangedShare) = (1, 1, 1),
            configureEmulator: options => options.Faults = new() { ResetBefore = 0.01, ResetWithin = 0.02 }
        );
        await service.RefreshToEndAsync();
        LateAnswers late = new(MostHeld, seed: 20261129);
        service.Emulator.BeforeResponse = (_, stop) => late.HoldAsync(stop);
        using CancellationTokenSource written = new();
        var others = Task.WhenAll(
            PassesAsync(service.Mirror, MirrorPassKind.Full, written.Token),
            PassesAsync(service.Mirror, MirrorPassKind.New, written.Token),
            PassesAsync(service.Mirror, MirrorPassKind.Statuses, written.Token),
            ReadAsync(service.Mirror, written.Token)
        );

        await Task.WhenAll(
            Enumerable.Range(0, Writers).Select(number => new OwnWriter(service, number, Writers, Profiles).RunAsync())
        );

        service.Emulator.BeforeResponse = null;
        late.ReleaseAll();
        await written.CancelAsync();
        await others;
        await service.RefreshToEndAsync();
        await service.RefreshToEndAsync();
        await service.AssertIsSameAsync();
    }

    private static async Task PassesAsync(ProfileMirror mirror, MirrorPassKind kind, CancellationToken written)
    {
        while (!written.IsCancellationRequested)
        {
            try
            {
                await mirror.RunPassAsync(kind, default);
            }
            catch (ProfilesException failure) when (failure is not MirrorException)
            {
                // As for the refresher: the next pass goes on.
            }
        }
    }

    private static async Task ReadAsync(ProfileMirror mirror, CancellationToken written)
    {
        Random random = new(20261130);
        while (!written.IsCancellationRequested)
        {
            try
            {
                string[] ids =
                [
                    .. Enumerable.Range(0, 3).Select(_ => TestProfiles.IdOf(random.Next(Profiles))).Distinct(),
                ];
                await mirror.Readings.ReadAsync(ids, also: null, default);
            }
            catch (ProfilesException failure) when (failure is not MirrorException)
            {
                // An answer was lost.
            }
        }
    }

    /// <summary>Writes profiles that no other writer writes, and looks at them in the mirror.</summary>
    private sealed class OwnWriter(MirroredService service, int number, int writers, int profiles)
    {
        private readonly Random random = new(number);
        private readonly ProfilesClient client = service.Mirror.Client.WithMirror(service.Mirror);
        private readonly HashSet<string> gone = [];
        private readonly Dictionary<string, int> versions = Enumerable
            .Range(0, profiles)
            .Where(profile => profile % writers == number)
            .ToDictionary(TestProfiles.IdOf, _ => 0);

        public async Task RunAsync()
        {
            using var _ = client;
            for (var writes = Scale.Of("FLUENTPROFILES_OWN_WRITES", 25); writes > 0; writes--)
            {
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
            foreach (var (id, version) in versions)
                Assert.InRange(stored.GetValueOrDefault(id), version, int.MaxValue);
            var ids = await context.Set<MirroredProfile>().Select(row => row.Id).ToListAsync();
            Assert.Empty(gone.Intersect(ids));
        }
    }
}
