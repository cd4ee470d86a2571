using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Reliability;

/// <summary>Several writers write through while passes of all kinds and single readings run, answers are late, and some are lost. What a
/// writer has written, it reads in the mirror from then on, and never an older state. <c>FLUENTPROFILES_OWN_WRITES</c> sets how many
/// writes each writer makes.</summary>
public sealed class RandomOwnWritesTests
{
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
            Enumerable
                .Range(0, Writers)
                .Select(number => new OwnWriter(service, service.Mirror, number, Writers, Profiles).RunAsync())
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
}
