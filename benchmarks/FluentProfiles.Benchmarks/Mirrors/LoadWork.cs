using System.Diagnostics;
using System.Text.Json;
using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Passes;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Benchmarks.Mirrors;

/// <summary>The database's work of a first load, without the service: what a pass does with each page, and the bare loop with the same
/// page, in turn and each with a database of its own. Both drop the indexes before and build them at the end.</summary>
internal static class LoadWork
{
    /// <returns>The nanoseconds of the bare loop and of the pass.</returns>
    public static async Task<(double Bare, double Pass)> MeasureAsync(string kind, int profiles)
    {
        await using var emulator = ProfileEmulator.Create(new() { Count = profiles, LogRequests = false });
        using HttpClient http = new(emulator.CreateHandler());
        using ProfilesClient client = new(new() { BaseUrl = emulator.BaseUrl, ApiKey = "any-key" }, http);
        await using var bareDatabase = await BenchmarkDatabase.CreateAsync(kind);
        await using var passDatabase = await BenchmarkDatabase.CreateAsync(kind);
        await using var bareMirror = await bareDatabase.OpenMirrorAsync(client);
        await using var mirror = await passDatabase.OpenMirrorAsync(client);
        await using var loop = await BareLoop.OpenAsync(await bareDatabase.ConnectAsync(), bareMirror.Store);

        Stopwatch bare = new();
        Stopwatch pass = new();
        var ledger = mirror.Passes.Ledger;
        PassStore store = new(mirror.Store, new ProfileMirrorOptions().RowsAtOnce, default);
        PassState state = null!;
        await TimeAsync(bare, () => bareMirror.Store.DropIndexesAsync(default));
        await TimeAsync(
            pass,
            async () =>
            {
                await mirror.Store.DropIndexesAsync(default);
                state = await ledger.BeginAsync(MirrorPassKind.Full, default);
            }
        );
        await foreach (var page in client.Query().AsPages())
        {
            var rows = RowsOf(page, mirror);
            var isLast = page.NextPage is null;
            await TimeAsync(bare, () => loop.WriteAsync(rows));
            await TimeAsync(
                pass,
                async () => state = await TakeAsync(store, state, new(rows, page.NextPage, rows[0].RequestedAt, isLast))
            );
        }
        await TimeAsync(bare, () => bareMirror.Store.BuildIndexesAsync(default));
        await TimeAsync(
            pass,
            async () =>
            {
                await mirror.Store.BuildIndexesAsync(default);
                await ledger.CompleteAsync(state, default);
            }
        );
        return (bare.Elapsed.TotalNanoseconds, pass.Elapsed.TotalNanoseconds);
    }

    /// <summary>What a pass does with a page of its first load.</summary>
    private static async Task<PassState> TakeAsync(PassStore store, PassState state, PassPage page)
    {
        var stored = await store.StoredAsync(state, page, [], default);
        var changes = PageComparison.Of(state.Border, page, stored.Rows);
        var next = state with
        {
            Cursor = page.NextCursor,
            Border = state.Border.Behind(page.Rows),
            HasListedAll = page.IsLast,
        };
        await store.WriteAsync(next, changes, default);
        return next;
    }

    private static ProfileRow[] RowsOf(ProfilePage<UserProfile> page, ProfileMirror mirror)
    {
        var requestedAt = mirror.Store.Seen.Latest;
        return
        [
            .. page.Items.Select(profile =>
                mirror.Store.Rows.Read(JsonSerializer.SerializeToUtf8Bytes(profile), requestedAt)
            ),
        ];
    }

    private static async Task TimeAsync(Stopwatch watch, Func<Task> work)
    {
        watch.Start();
        await work();
        watch.Stop();
    }
}
