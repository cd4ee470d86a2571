using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using FluentProfiles.Tests.Http;

namespace FluentProfiles.Mirror.Tests.Reliability;

/// <summary>The service changes at random while passes of all kinds read it, and refuses requests and breaks connections. A full
/// pass over the service at rest must give exactly its profiles, and so must the feed of changes, to those who read it. <c>FLUENTPROFILES_CHANGES</c> sets how many changes there are.</summary>
public sealed class RandomChangesTests
{
    private const int Profiles = 600;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AServiceThatChangesUnderPasses_IsMirroredExactly(DatabaseKind kind)
    {
        Random random = new(20261129);
        await using var service = await MirroredService.StartAsync(
            kind,
            TestProfiles.Many(Profiles),
            WithoutLimits,
            options =>
            {
                options.MaxRetries = 20;
                options.TimeProvider = new JumpingClock();
            },
            options =>
                options.Faults = new()
                {
                    Statuses = new Dictionary<int, double> { [529] = 0.05, [429] = 0.05 },
                    ResetBefore = 0.03,
                    ResetWithin = 0.03,
                }
        );
        await service.RefreshToEndAsync();
        RandomService changing = new(service.Emulator, random, Profiles);
        FeedCopy[] copies = [new(service.Mirror, new(1)), new(service.Mirror, new(2))];
        foreach (var copy in copies)
            await copy.StartAsync();
        for (var changes = Scale.Of("FLUENTPROFILES_CHANGES", 200); changing.Changes < changes; )
        {
            service.Emulator.BeforeResponse = (_, _) =>
            {
                changing.Change(times: 2);
                return Task.CompletedTask;
            };
            var passes = RunPassesAsync(service.Mirror, random);
            foreach (var copy in copies)
                await copy.ReadSomeAsync();
            await passes;
            service.Emulator.BeforeResponse = null;
            // The first one may have been begun while the service changed.
            await service.RefreshToEndAsync();
            await service.RefreshToEndAsync();
            await service.AssertIsSameAsync();
            foreach (var copy in copies)
            {
                await copy.ReadAllAsync();
                await copy.AssertIsSameAsync();
            }
        }
        // No position was passed over, by either.
        var given = (await service.Mirror.Store.ReadScopeAsync(default)).ChangesGiven;
        Assert.All(copies, copy => Assert.Equal(given, copy.Positions.Count));
    }

    private static async Task RunPassesAsync(ProfileMirror mirror, Random random)
    {
        List<Task> passes = [];
        foreach (var kind in Enum.GetValues<MirrorPassKind>())
        {
            CancellationTokenSource stop = new();
            var pass = RunAsync(mirror, kind, stop.Token);
            if (random.Next(3) == 0)
                await stop.CancelAsync();
            passes.Add(pass);
            if (random.Next(2) == 0)
                await pass;
        }
        await Task.WhenAll(passes);
    }

    private static async Task RunAsync(ProfileMirror mirror, MirrorPassKind kind, CancellationToken cancellationToken)
    {
        try
        {
            await mirror.RunPassAsync(kind, cancellationToken);
        }
        catch (Exception failure)
            when (failure is OperationCanceledException or ProfilesException and not MirrorException)
        {
            // As for the refresher: the next pass goes on.
        }
    }

    private static void WithoutLimits(ProfileMirrorOptions options)
    {
        (options.MaxRemovedShare, options.MaxAddedShare, options.MaxChangedShare) = (1, 1, 1);
        options.KeepChangeValues = true;
        options.RowsAtOnce = 30;
    }
}
