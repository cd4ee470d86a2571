using System.Globalization;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.Querying;
using static FluentProfiles.Mirror.Tests.TestRows;

namespace FluentProfiles.Mirror.Tests.Changes;

/// <summary>Many write at once. The numbers of a sequence would become visible in another order than they were given in, and a reader
/// would pass over some.</summary>
public sealed class ConcurrentChangesTests
{
    private const int Writers = 8;
    private const int Writes = 25;
    private const int Rows = 3;

    [Theory]
    [OnPostgres]
    public async Task ChangesOfManyWriters_AreAllSeenByAReader(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        using var client = TestClients.Of();
        TestContexts<OrdersContext> contexts = new(database.Context);
        await using var mirror = await ProfileMirror.OpenAsync(client, contexts);
        await mirror.Store.CompleteAsync(Requested);
        List<string> read = [];
        using CancellationTokenSource stop = new(TimeSpan.FromMinutes(2));

        var reading = ReadAsync();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(WriteAsync));
        await reading;

        Assert.Equal(Writers * Writes * Rows, read.Distinct().Count());
        Assert.Equal(read.Count, read.Distinct().Count());

        async Task ReadAsync()
        {
            string? token = null;
            while (read.Count < Writers * Writes * Rows)
            {
                await foreach (var change in mirror.ChangesAsync(token, stop.Token))
                {
                    read.Add(change.ProfileId);
                    token = change.Token;
                }
            }
        }

        async Task WriteAsync(int writer)
        {
            var store = database.Store();
            for (var i = 0; i < Writes; i++)
            {
                var write = i;
                await store.PutAsync([
                    .. Enumerable
                        .Range(0, Rows)
                        .Select(row =>
                            Row(JsonOf(string.Create(CultureInfo.InvariantCulture, $"uprof_{writer}_{write}_{row}")))
                        ),
                ]);
            }
        }
    }
}
