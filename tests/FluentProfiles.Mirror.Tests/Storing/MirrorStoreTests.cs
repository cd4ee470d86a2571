using System.Text;
using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.Storing;

public sealed class MirrorStoreTests
{
    private static readonly DateTimeOffset Requested = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APutProfile_IsReadBack(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        var row = store.Rows.Read(
            """
            {"id":"uprof_1","type":"user_profile","created_at":"2026-10-31T23:54:20.123456Z","updated_at":"2026-10-31T23:54:20Z",
            "metadata":{"plan":"pro","seats":"4"},"name":"Ada","external_user_details":{"reference_id":"customer-42","country":"DE"}}
            """u8,
            Requested
        );

        var counts = await store.WriteAsync((writer, token) => writer.PutAsync([row], token), default);
        var again = await store.WriteAsync((writer, token) => writer.PutAsync([row], token), default);

        Assert.Equal(new(1, 0, 0, 0), counts);
        Assert.Equal(new(0, 0, 1, 0), again);
        await using var context = database.Context();
        var stored = await context.Set<MirroredProfile>().SingleAsync();
        Assert.Equal("customer-42", stored.ReferenceId);
        Assert.Equal("ada", stored.NameKey);
        Assert.Equal(row.CreatedAt, stored.CreatedAt);
        Assert.Equal(Encoding.UTF8.GetString(row.Json), Encoding.UTF8.GetString(stored.Json));
        Assert.Equal(2, await context.Set<MirroredMetadata>().CountAsync(pair => pair.Profile == stored.Key));
    }
}
