using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using FluentProfiles.Tests.Webhooks;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace FluentProfiles.Mirror.Tests.Reliability;

/// <summary>The service changes, and its events come twice, in no order, among forgeries, and while the application that receives them
/// is started again. Every change must be in the mirror. <c>FLUENTPROFILES_WEBHOOKS</c> sets how many events there are.</summary>
public sealed class WebhookStormTests(ITestOutputHelper output)
{
    private const int Profiles = 120;
    private const int Round = 25;

    private static readonly AsyncLocal<bool> IsHere = new();
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private double lag;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task EachChange_IsInTheMirror(DatabaseKind kind)
    {
        IsHere.Value = true;
        using var listener = Listen();
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        PostedEvents posted = new();
        await using var emulator = await ProfileEmulator.StartAsync(
            new()
            {
                Profiles = TestProfiles.Many(Profiles),
                WebhookUrl = "http://localhost/hooks",
                WebhookHandler = posted,
            }
        );
        await using WebhookHost host = new(emulator, database);
        await host.StartAsync();
        await UntilAsync(async () => (await host.Mirror.GetStatusAsync()).IsReady);
        using StormSender sender = new(host);
        Random random = new(20261129);
        var events = await StormAsync(Scale.Of("FLUENTPROFILES_WEBHOOKS", 200), emulator, posted, host, sender, random);

        var sent = Stopwatch.GetTimestamp();
        await UntilAsync(async () => await UnreadAsync(database) == 0);

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kind}: {events} events; responses {string.Join(", ", sender.Statuses)}; longest lag {lag:0.0} s; all stored {Stopwatch.GetElapsedTime(sent).TotalSeconds:0.0} s after the last"
            )
        );
        await new SameAsService(emulator, host.Mirror).AssertAsync();
        await AssertFeedAsync(host.Mirror);
        Assert.Equal([0, 400, 401, 413], sender.ToForgeries.Append(0).Distinct().Order());
        Assert.Equal(events, await StoredEventsAsync(database));
        Assert.InRange(lag, 0, Longest.TotalSeconds);
    }

    private static async Task AssertFeedAsync(ProfileMirror mirror)
    {
        var stored = await mirror.Query().ToDictionaryAsync(profile => profile.Id);
        var feed = await mirror.ChangesAsync().ToListAsync();
        Assert.NotEmpty(feed);
        foreach (var changes in feed.GroupBy(change => change.ProfileId))
            AssertOnce([.. changes], stored.GetValueOrDefault(changes.Key));
    }

    /// <summary>Each change of a profile begins where the one before it ended, and the last one ends with what is stored.</summary>
    private static void AssertOnce(IReadOnlyList<ProfileChange> changes, UserProfile? stored)
    {
        // What is removed leaves no content in the changes before.
        if (stored is null)
        {
            Assert.Equal(changes[^1], Assert.Single(changes, change => change.Kind == MirrorChangeKind.Removed));
            return;
        }
        var comparer = UserProfileComparer.Content;
        Assert.All(changes, change => Assert.False(comparer.Equals(change.Before, change.After)));
        Assert.All(
            changes.Zip(changes.Skip(1)),
            pair => Assert.True(comparer.Equals(pair.First.After, pair.Second.Before))
        );
        Assert.True(comparer.Equals(changes[^1].After, stored));
    }

    /// <returns>How many events there were.</returns>
    private static async Task<int> StormAsync(
        int least,
        ProfileEmulator emulator,
        PostedEvents posted,
        WebhookHost host,
        StormSender sender,
        Random random
    )
    {
        var (events, restart) = (0, Task.CompletedTask);
        while (events < least)
        {
            for (var i = 0; i < Round; i++)
                Change(emulator, random);
            await emulator.FlushWebhooksAsync();
            var round = posted.Take();
            if (random.Next(4) == 0)
                round.Add(Remove(emulator, events, random));
            var isHalf = events < least / 2 && events + round.Count >= least / 2;
            events += round.Count;
            if (isHalf)
                restart = RestartAsync(host);
            await Task.WhenAll(sender.DeliverAsync(round, random), sender.ForgeAsync(round[0]));
        }
        await restart;
        return events;
    }

    private static async Task RestartAsync(WebhookHost host)
    {
        await Task.Yield();
        await host.StopAsync();
        await host.StartAsync();
    }

    private static void Change(ProfileEmulator emulator, Random random)
    {
        var profile = emulator.Profiles[random.Next(emulator.Profiles.Count)];
        if (profile.EnforcementActions is [var action, ..] && random.Next(2) == 0)
            emulator.ResolveEnforcementAction(profile.Id, action.Id!);
        else if (random.Next(4) == 0)
            emulator.SetProgramStatus(
                profile.Id,
                "cyber",
                random.Next(2) == 0 ? ProgramStatus.Active : ProgramStatus.Pending
            );
        else
            emulator.OpenEnforcementAction(profile.Id);
    }

    /// <summary>Deletes a profile. An event that concerned it is still to come.</summary>
    private static byte[] Remove(ProfileEmulator emulator, int number, Random random)
    {
        var id = emulator.Profiles[random.Next(emulator.Profiles.Count)].Id;
        emulator.Remove(id);
        return Encoding.UTF8.GetBytes(
            SignedMessage
                .Event.Replace("wevt_1", $"wevt_of_removal_{number}", StringComparison.Ordinal)
                .Replace("uprof_1", id, StringComparison.Ordinal)
        );
    }

    private static async Task<int> UnreadAsync(TestDatabase database)
    {
        await using var context = database.Context();
        return await context.Set<MirrorPendingRead>().CountAsync(row => row.Attempts == 0);
    }

    private static async Task<int> StoredEventsAsync(TestDatabase database)
    {
        await using var context = database.Context();
        return await context.Set<MirrorEvent>().CountAsync();
    }

    private static async Task UntilAsync(Func<Task<bool>> isReached)
    {
        var start = Stopwatch.GetTimestamp();
        while (!await isReached())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Longest * 3);
            await Task.Delay(20);
        }
    }

    private MeterListener Listen()
    {
        MeterListener listener = new()
        {
            InstrumentPublished = (instrument, it) =>
            {
                if (instrument.Name == "fluentprofiles.mirror.inbox.lag")
                    it.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>(
            (_, value, _, _) =>
            {
                if (IsHere.Value)
                    lag = Math.Max(lag, value);
            }
        );
        listener.Start();
        return listener;
    }
}
