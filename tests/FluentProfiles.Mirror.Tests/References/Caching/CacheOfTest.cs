using FluentProfiles.Mirror.Contexts;
using FluentProfiles.Mirror.Model.References;
using FluentProfiles.Mirror.References.Caching;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.Querying;
using Microsoft.Extensions.Time.Testing;
using static FluentProfiles.Mirror.Tests.TestRows;

namespace FluentProfiles.Mirror.Tests.References.Caching;

/// <summary>A cache with one reference, which follows a database that may fail.</summary>
internal sealed class CacheOfTest : IAsyncDisposable
{
    public const string Reference = "user-7";
    public const string Id = "uprof_7";

    private readonly TestDatabase database;
    private readonly ReferenceCache cache;

    private CacheOfTest(TestDatabase database)
    {
        this.database = database;
        Contexts = new(database);
        Store = new(
            new FactoryContexts<OrdersContext>(Contexts),
            new("https://api.example", Workspace: ""),
            StoredMembers.All
        );
        cache = new(10, Clock);
        Followed = new(cache, Store, ReferenceTimes.Default, Clock);
    }

    public FakeTimeProvider Clock { get; } = new();

    public HeldContexts Contexts { get; }

    public MirrorStore Store { get; }

    public FollowedCache Followed { get; }

    public static async Task<CacheOfTest> StartAsync()
    {
        CacheOfTest test = new(await TestDatabase.CreateWithTablesAsync(DatabaseKind.Sqlite));
        await test.Store.CompleteAsync(Requested);
        await test.PutAsync("Ada");
        test.cache.Add(new(Reference, Id), at: 1);
        return test;
    }

    /// <summary>Stores the profile, as a pass of this process does.</summary>
    public Task PutAsync(string name) => Store.PutAsync(Row(JsonOf(Id, name)));

    /// <summary>The id that is cached; null for none.</summary>
    public async Task<string?> FindAsync(CancellationToken cancellationToken = default) =>
        (await Followed.FindAsync(Reference, cancellationToken))?.Id;

    public ValueTask DisposeAsync()
    {
        cache.Dispose();
        return database.DisposeAsync();
    }
}
