using System.Transactions;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.WritingThrough;

public sealed class WriteThroughTests
{
    private static readonly string One = TestProfiles.IdOf(7);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task EachKindOfWrite_IsInTheMirrorWhenItsCallReturns(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind);
        using var client = service.Mirror.Client.WithMirror(service.Mirror);
        Func<Task>[] writes =
        [
            () =>
                client.CreateAsync(
                    new()
                    {
                        Name = "Anew",
                        Metadata = new() { ["plan"] = "pro" },
                    }
                ),
            () => client.UpdateAsync(One, new() { Name = "Changed", Metadata = { ["plan"] = "team" } }),
            () => client.DeleteAsync(One),
            () =>
                client.CreateManyAsync([.. Enumerable.Range(0, 30).Select(i => new NewProfile { Name = $"Many {i}" })]),
            () => client.Query().Take(20).ExecuteUpdateAsync(set => set.SetMetadata("tier", "gold")),
            () => client.Query().Take(10).ExecuteDeleteAsync(),
            () => SyncAsync(client),
        ];
        foreach (var write in writes)
        {
            await write();
            await service.AssertIsSameAsync();
        }
        Assert.Empty(await service.MarkedAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AWrite_StaysWhenTheCallerRollsBack(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind);
        using var client = service.Mirror.Client.WithMirror(service.Mirror);

        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
            await client.UpdateAsync(One, new() { Name = "Rolled back" });

        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AManyfoldCreate_NeedsFewTransactions(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind);
        using var client = service.Mirror.Client.WithMirror(service.Mirror);
        using SentStatements sent = new(service.Database);

        var report = await client.CreateManyAsync(
            [.. Enumerable.Range(0, 200).Select(i => new NewProfile { Name = $"Many {i}" })],
            new() { Concurrency = 20 }
        );

        Assert.Equal(200, report.Written);
        await service.AssertIsSameAsync();
        var transactions = sent.Texts.Count(text =>
            text.StartsWith("UPDATE \"MirrorScope\"", StringComparison.Ordinal)
        );
        Assert.InRange(transactions, 1, 100);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task WritesBeforeTheFirstLoad_AreLeftToTheLoad(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(120));
        using var client = service.Mirror.Client.WithMirror(service.Mirror);

        await client.CreateAsync(new() { Name = "Anew" });
        await client.DeleteAsync(One);
        service.Mirror.WritingThrough.Doubt(One);

        Assert.Empty(await service.RowsAsync());
        Assert.Empty(await service.MarkedAsync());
        await service.Mirror.RefreshAsync();
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task WritesDuringTheFirstLoad_AreInTheMirrorAtItsEnd(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(350));
        using var client = service.Mirror.Client.WithMirror(service.Mirror);
        await WriteBehindPagesAsync(service, client);

        await service.Mirror.RefreshAsync();

        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APageFromBeforeAWrite_DoesNotTakeItBack(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind, 350);
        using var client = service.Mirror.Client.WithMirror(service.Mirror);
        await WriteBehindPagesAsync(service, client);

        await service.Mirror.RefreshAsync();

        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APageFromBeforeAWriteThatChangesNothing_DoesNotTakeItBack(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind);
        using var client = service.Mirror.Client.WithMirror(service.Mirror);
        var name = service.Emulator.Profiles.Single(profile => profile.Id == One).Name!;
        await service.Mirror.Client.UpdateAsync(One, new() { Name = "Elsewhere" });
        service.Emulator.BeforeResponse = async (request, _) =>
        {
            if (!request.PathAndQuery.Contains('?'))
                return;
            service.Emulator.BeforeResponse = null;
            await client.UpdateAsync(One, new() { Name = name });
        };

        await service.Mirror.RefreshNewAsync();

        Assert.Equal(name, (await service.RowsAsync()).Single(row => row.Id == One).Name);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AWriteThatIsStoredDuringAPass_KeepsNoProfileThatWasDeletedBeforeThePass(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind);
        using var client = service.Mirror.Client.WithMirror(service.Mirror);
        TaskCompletionSource carriedOut = new();
        TaskCompletionSource answered = new();
        service.Emulator.BeforeResponse = (_, _) =>
        {
            carriedOut.SetResult();
            return answered.Task;
        };
        var write = client.UpdateAsync(One, new() { Name = "Written" });
        await carriedOut.Task;
        service.Emulator.Remove(One);
        service.Emulator.BeforeResponse = async (request, _) =>
        {
            if (!request.PathAndQuery.Contains("page="))
                return;
            answered.TrySetResult();
            await write;
        };

        await service.Mirror.RefreshAsync();

        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AWriteWhoseAnswerIsLost_HasTheProfileReadAgain(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind);
        using var client = service.Mirror.Client.WithMirror(service.Mirror);
        service.Emulator.BeforeResponse = (_, _) => throw new HttpRequestException("The answer is lost.");

        await Assert.ThrowsAsync<ProfilesConnectionException>(() => client.UpdateAsync(One, new() { Name = "Lost" }));
        await Assert.ThrowsAsync<ProfilesConnectionException>(() => client.DeleteAsync(TestProfiles.IdOf(8)));

        service.Emulator.BeforeResponse = null;
        await service.ReadMarkedAsync(One, TestProfiles.IdOf(8));
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AWriteOfAProfileThatIsGone_HasItReadAgain(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind);
        using var client = service.Mirror.Client.WithMirror(service.Mirror);
        service.Emulator.Remove(One);

        await Assert.ThrowsAsync<ProfilesNotFoundException>(() => client.UpdateAsync(One, new() { Name = "Gone" }));

        await service.ReadMarkedAsync(One);
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnAnswerInAnotherShape_HasTheProfileReadAgain(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind);
        using var client = service.Mirror.Client.WithMirror(service.Mirror);

        await client.UpdateAsync(
            One,
            new() { Name = "Another shape" },
            new() { Betas = [AnthropicBeta.UserProfiles2026_03_24] }
        );

        await service.ReadMarkedAsync(One);
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AWriteInAnotherWorkspace_IsNotOfTheMirror(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind);
        using var client = service.Mirror.Client.WithMirror(service.Mirror);
        var before = await service.RowsAsync();

        await client.CreateAsync(new() { Name = "Elsewhere" }, new() { Workspace = "wrkspc_other" });

        Assert.Equal(before.Select(row => row.Id), await service.IdsAsync());
        Assert.Empty(await service.MarkedAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AWriteWithAnotherKey_HasTheProfileReadAgain(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind);
        using var other = new ProfilesClient(new() { BaseUrl = service.Emulator.BaseUrl, ApiKey = "another-key" });
        using var client = other.WithMirror(service.Mirror);

        await client.UpdateAsync(One, new() { Name = "By another key" });

        await service.ReadMarkedAsync(One);
        await service.AssertIsSameAsync();
    }

    [Fact]
    public async Task AClientOfAnotherService_IsRefused()
    {
        await using var service = await MirroredService.StartAsync(DatabaseKind.Sqlite, []);
        using var other = TestClients.Of();
        using var elsewhere = TestClients.Of(service.Emulator.BaseUrl, "wrkspc_other");

        Assert.Contains(
            "another address",
            Assert.Throws<ArgumentException>(() => other.WithMirror(service.Mirror)).Message
        );
        Assert.Throws<ArgumentException>(() => elsewhere.WithMirror(service.Mirror));
    }

    /// <summary>Behind each page, before it reaches the mirror, profiles of all pages are written.</summary>
    private static Task WriteBehindPagesAsync(MirroredService service, ProfilesClient client)
    {
        var number = 0;
        service.Emulator.BeforeResponse = async (request, _) =>
        {
            if (!request.PathAndQuery.Contains('?'))
                return;
            var page = Interlocked.Increment(ref number);
            foreach (var place in (int[])[10, 110, 210, 310])
            {
                await client.UpdateAsync(TestProfiles.IdOf(place + page), new() { Name = $"Page {page}" });
                await client.DeleteAsync(TestProfiles.IdOf(place + 20 + page));
            }
            await client.CreateAsync(new() { Name = $"Created behind page {page}" });
        };
        return Task.CompletedTask;
    }

    private static Task<SyncReport> SyncAsync(ProfilesClient client) =>
        client.SyncAsync(
            Enumerable.Range(0, 12),
            row => $"customer-{row}",
            profile => profile.ExternalUserDetails.ReferenceId,
            row =>
                new()
                {
                    Name = $"Synced {row}",
                    ExternalUserDetails = new() { ReferenceId = $"customer-{row}" },
                }
        );

    private static async Task<MirroredService> LoadedAsync(DatabaseKind kind, int profiles = 120)
    {
        var service = await MirroredService.StartAsync(kind, TestProfiles.Many(profiles));
        await service.Mirror.RefreshAsync();
        service.Emulator.ClearRequests();
        return service;
    }
}
