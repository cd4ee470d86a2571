using System.Text.Json;
using FluentProfiles.Mirror.Passes;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using Microsoft.Data.Sqlite;

namespace FluentProfiles.Mirror.Tests.Passes;

/// <summary>The service has deleted many profiles between two that it lists. However many they are, the pass compares a few of their
/// rows at once.</summary>
public sealed class LargeGapTests
{
    private const int Listed = 20;
    private const int AtOnce = 30;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task EveryGap_IsReadAndNotedInPiecesOfOneSize(DatabaseKind kind)
    {
        Assert.Equal(new(Reads: 5, Notes: 4, Removed: 100), await CostAsync(kind, 100));
        Assert.Equal(new(Reads: 7, Notes: 6, Removed: 160), await CostAsync(kind, 160));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AGapBeyondTheLimit_StopsThePassAtItsFirstPiece(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind, 100, Spread);
        using SentStatements sent = new(service.Database);

        var stop = await Assert.ThrowsAsync<MirrorStoppedException>(() => service.Mirror.RefreshAsync());

        Assert.Equal(MirrorStopReason.TooManyRemoved, stop.Reason);
        Assert.Contains("at least 100 of 120 stored profiles are missing", stop.Message);
        Assert.Equal(100, (await service.Mirror.GetStatusAsync()).RemovalsHeldBack);
        Assert.Equal(new(Reads: 1, Notes: 0, Removed: 0), CostOf(sent, removed: 0));

        var report = await service.Mirror.ApproveAsync(stop.Pass);

        Assert.Equal(100, report.Removed);
        Assert.Equal(new(Reads: 1 + 5, Notes: 4, Removed: 100), CostOf(sent, report.Removed));
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public Task APassThatIsInterruptedInAGap_GoesOnBehindItsLastPiece(DatabaseKind kind) =>
        InterruptAsync(kind, Spread, [20, 50, 80, 100]);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public Task APassThatIsInterruptedWithinOneInstant_GoesOnBehindItsLastPiece(DatabaseKind kind) =>
        InterruptAsync(kind, _ => TestProfiles.Start.AddMinutes(9.5), [20, 50, 80, 100]);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AGapAtTheInstantOfAListedProfile_IsRemoved(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind, 100, _ => TestProfiles.Start.AddMinutes(9), WithoutLimits);

        var report = await service.Mirror.RefreshAsync();

        Assert.Equal(100, report.Removed);
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AForgottenProfileAtTheEndOfAPiece_IsNotNamedByTheCheckpoint(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind, 100, Spread, WithoutLimits);
        await InterruptAsync(service);
        var last = (await StateAsync(service)).Border.LastStored!;

        await service.Mirror.ForgetAsync(last);

        Assert.DoesNotContain(last, (await StateAsync(service)).Write(), StringComparison.Ordinal);
        Assert.Equal(99, (await service.Mirror.RefreshAsync()).Removed);
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APassOverNewProfiles_ReadsNoGap(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind, 100, Spread);
        using SentStatements sent = new(service.Database);

        await service.Mirror.RefreshNewAsync();

        Assert.Equal(new(Reads: 0, Notes: 0, Removed: 0), CostOf(sent, removed: 0));
    }

    [Fact]
    public async Task StatementsOfSqlite_ReadCandidatesByTheirKeys()
    {
        await using var service = await StartAsync(DatabaseKind.Sqlite, 100, Spread, WithoutLimits);
        using SentStatements sent = new(service.Database);
        await service.Mirror.RefreshAsync();
        await using SqliteConnection connection = new(service.Database.Connection);
        await connection.OpenAsync();

        var texts = sent.Texts.Where(text =>
            text.Contains("\"MirrorCandidate\"", StringComparison.Ordinal)
            && text.Contains("\"Profile\"", StringComparison.Ordinal)
        );
        var steps = texts.SelectMany(text => PlanOf(connection, text)).ToList();

        Assert.NotEmpty(steps);
        // The first ones in the order of their keys, or those with some keys.
        Assert.All(
            steps.Where(step => step.Contains("MirrorCandidate", StringComparison.Ordinal)),
            step => Assert.Matches(@"COVERING INDEX \w+ \(Scope=\? AND Kind=\?\)$|Profile=\?", step)
        );
        Assert.DoesNotContain(steps, step => step.Contains("B-TREE", StringComparison.Ordinal));
    }

    private static List<string> PlanOf(SqliteConnection connection, string text)
    {
        using var explain = connection.CreateCommand();
        explain.CommandText = $"EXPLAIN QUERY PLAN {text}";
        using var reader = explain.ExecuteReader();
        List<string> steps = [];
        while (reader.Read())
            steps.Add(reader.GetString(3));
        return steps;
    }

    /// <summary>Interrupts a pass behind each piece of a gap of 100 profiles. The limit is 100 as well, so that the pass stops if it
    /// counts one of them twice.</summary>
    private static async Task InterruptAsync(DatabaseKind kind, Func<int, DateTimeOffset> createdAt, long[] held)
    {
        await using var service = await StartAsync(kind, 100, createdAt, JustEnough);
        var startedAt = await InterruptAsync(service);
        foreach (var missing in held)
        {
            Assert.Equal(missing, (await service.Mirror.GetStatusAsync()).RemovalsHeldBack);
            await service.ReopenAsync(JustEnough);
            if (missing < 100)
                await InterruptAsync(service);
        }

        var report = await service.Mirror.RefreshAsync();

        // The listing was compared in part before, so the pass is as old as its first part.
        Assert.Equal((startedAt, 100, Listed), (report.StartedAt, report.Removed, report.Read));
        await service.AssertIsSameAsync();
    }

    /// <summary>Runs a pass that is cancelled when it has written for the first time.</summary>
    /// <returns>When the pass was started.</returns>
    private static async Task<DateTimeOffset> InterruptAsync(MirroredService service)
    {
        using CancellationTokenSource stop = new();
        CancelAtReport progress = new(stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            service.Mirror.RefreshAsync(progress, stop.Token)
        );
        return progress.Reports.Single().StartedAt;
    }

    private static async Task<GapCost> CostAsync(DatabaseKind kind, int gap)
    {
        await using var service = await StartAsync(kind, gap, Spread, WithoutLimits);
        using SentStatements sent = new(service.Database);
        var report = await service.Mirror.RefreshAsync();
        await service.AssertIsSameAsync();
        return CostOf(sent, report.Removed);
    }

    private static GapCost CostOf(SentStatements sent, long removed) =>
        new(
            sent.Texts.Count(text =>
                text.EndsWith($"\"CreatedAt\" DESC, \"Id\" DESC LIMIT {AtOnce}", StringComparison.Ordinal)
            ),
            sent.Texts.Count(text => text.StartsWith("INSERT INTO \"MirrorCandidate\"", StringComparison.Ordinal)),
            removed
        );

    /// <summary>Starts a mirror with rows between the tenth and the eleventh profile that the service lists.</summary>
    private static async Task<MirroredService> StartAsync(
        DatabaseKind kind,
        int gap,
        Func<int, DateTimeOffset> createdAt,
        Action<ProfileMirrorOptions>? configure = null
    )
    {
        var service = await MirroredService.StartAsync(kind, TestProfiles.Many(Listed), configure ?? InPieces);
        await service.Mirror.RefreshAsync();
        var read = service.Mirror.Store.Seen.Latest;
        await service.Mirror.Store.PutAsync([
            .. Enumerable
                .Range(0, gap)
                .Select(i => TestProfiles.One(i) with { Id = $"uprof_gap_{i:D3}", CreatedAt = createdAt(i) })
                .Select(profile => service.Mirror.Store.Rows.Read(JsonSerializer.SerializeToUtf8Bytes(profile), read)),
        ]);
        return service;
    }

    private static async Task<PassState> StateAsync(MirroredService service)
    {
        var pass = await service.Mirror.Store.ReadAsync(
            (reader, token) => reader.PassAsync(MirrorPassKind.Full, token),
            default
        );
        return PassState.Read(pass!.State);
    }

    private static DateTimeOffset Spread(int number) =>
        TestProfiles.Start.AddMinutes(9).AddMilliseconds(1 + number / 3);

    private static void InPieces(ProfileMirrorOptions options) => options.RowsAtOnce = AtOnce;

    private static void WithoutLimits(ProfileMirrorOptions options)
    {
        InPieces(options);
        options.MaxRemovedShare = 1;
    }

    private static void JustEnough(ProfileMirrorOptions options)
    {
        InPieces(options);
        options.MaxRemovedShare = 100.5 / (100 + Listed);
    }

    /// <summary>What a pass did in the database for a gap.</summary>
    /// <param name="Reads">How often it read stored rows of the page's range.</param>
    /// <param name="Notes">How often it noted missing ones.</param>
    /// <param name="Removed">How many it removed.</param>
    private sealed record GapCost(int Reads, int Notes, long Removed);

    private sealed class CancelAtReport(CancellationTokenSource stop) : IProgress<MirrorPassReport>
    {
        public List<MirrorPassReport> Reports { get; } = [];

        public void Report(MirrorPassReport value)
        {
            Reports.Add(value);
            stop.Cancel();
        }
    }
}
