using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Reliability;

/// <summary>Several processes write through, read and run passes while answers are late and their clocks jump by seconds, hours and days.
/// What a process has written is in the mirror from then on, and never an older state.
/// <c>FLUENTPROFILES_OWN_WRITES</c> sets how many writes each writer makes.</summary>
public sealed class RandomClocksTests
{
    private const int Processes = 3;
    private const int Writers = 6;
    private const int Profiles = 160;
    private const int MostHeld = 6;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task OwnWrites_AreInTheMirrorAndStay(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(Profiles));
        await service.Mirror.RefreshAsync();
        OtherClock[] clocks = [.. Enumerable.Range(0, Processes).Select(_ => new OtherClock())];
        var mirrors = await Task.WhenAll(clocks.Select(clock => service.OpenAnotherAsync(clock)));
        LateAnswers late = new(MostHeld, seed: 20261129);
        service.Emulator.BeforeResponse = (_, stop) => late.HoldAsync(stop);
        using CancellationTokenSource written = new();
        var others = Task.WhenAll([
            PassesAsync(mirrors, written.Token),
            .. mirrors.Select(mirror => ReadAsync(mirror, written.Token)),
        ]);

        await Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(number =>
                    new OwnWriter(service, mirrors[number % Processes], number, Writers, Profiles)
                    {
                        Before = random => Jump(clocks[number % Processes], random),
                    }.RunAsync()
                )
        );

        service.Emulator.BeforeResponse = null;
        late.ReleaseAll();
        await written.CancelAsync();
        await others;
        await mirrors[0].RefreshAsync();
        await service.AssertIsSameAsync();
        foreach (var mirror in mirrors)
        {
            await mirror.DisposeAsync();
            mirror.Client.Dispose();
        }
    }

    private static void Jump(OtherClock clock, Random random) =>
        clock.Ahead = random.Next(3) == 0 ? OtherClock.Differences[random.Next(6)] : clock.Ahead;

    /// <summary>Runs passes of all kinds, each in another process.</summary>
    private static async Task PassesAsync(ProfileMirror[] mirrors, CancellationToken written)
    {
        Random random = new(20261130);
        while (!written.IsCancellationRequested)
            await TryAsync(() =>
                mirrors[random.Next(Processes)].RunPassAsync((MirrorPassKind)random.Next(1, 4), default)
            );
    }

    // On a slow machine, the database ends a transaction, or a lease ends.
    private static async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (MirrorException failure) when (failure is MirrorDatabaseException or MirrorLeaseLostException)
        {
            // The next pass or reading goes on.
        }
    }

    private static async Task ReadAsync(ProfileMirror mirror, CancellationToken written)
    {
        Random random = new(20261201);
        while (!written.IsCancellationRequested)
        {
            var ids = Enumerable.Range(0, 3).Select(_ => TestProfiles.IdOf(random.Next(Profiles))).Distinct();
            await TryAsync(() => mirror.Readings.ReadAsync([.. ids], also: null, default));
        }
    }
}
