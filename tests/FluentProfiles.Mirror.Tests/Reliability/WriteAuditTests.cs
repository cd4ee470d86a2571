using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.Leasing;

namespace FluentProfiles.Mirror.Tests.Reliability;

/// <summary>The audit of <see cref="SharedMirrorTests"/> can fail: it reports the write of a holder that was replaced and does not look,
/// which only the fence keeps from writing.</summary>
public sealed class WriteAuditTests : IAsyncLifetime
{
    private readonly ProfilesClient client = TestClients.Of();
    private TestDatabase database = null!;
    private TestDatabase named = null!;
    private WriteAudit audit = null!;
    private ProfileMirror mirror = null!;

    public async Task InitializeAsync()
    {
        if (PostgresBinaries.WhyNot is not null)
            return;
        database = await TestDatabase.CreateWithTablesAsync(DatabaseKind.Postgres);
        // As the processes do it.
        named = TestDatabase.Over($"{database.Connection};Application Name={Environment.ProcessId}");
        audit = new(database);
        await audit.InstallAsync();
        mirror = ProfileMirror.Create(client, named.Contexts(), new());
    }

    [PostgresFact]
    public async Task AHolderThatWasReplaced_IsKeptOutByTheFenceAlone()
    {
        await using var hold = await mirror.Passes.Leases.HoldAsync(default);
        await WriteAsync(hold.Store);
        Assert.Equal((1, 0), await FoundAsync());

        await new OtherHolder(mirror.Store).TakeAsync(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<MirrorLeaseLostException>(() => WriteAsync(hold.Store));
        Assert.Equal((1, 0), await FoundAsync());
        await WriteAsync(mirror.Store);

        Assert.Equal((2, 1), await FoundAsync());
    }

    [PostgresFact]
    public async Task AHolderThatIsReplacedBeforeItsTransactionEnds_IsNoted()
    {
        await using var hold = await mirror.Passes.Leases.HoldAsync(default);
        await using var context = named.Context();
        await using var transaction = await context.Database.BeginTransactionAsync();
        // It has looked, has locked nothing, and is suspended behind its write.
        var scope = await mirror.Store.ReadScopeAsync(default);
        Assert.Equal(mirror.Passes.Leases.Owner, scope.LeaseOwner);
        context.Add(Pass(scope.Id));
        await context.SaveChangesAsync();
        await new OtherHolder(mirror.Store).TakeAsync(TimeSpan.FromHours(1));

        await transaction.CommitAsync();

        Assert.Equal((1, 1), await FoundAsync());
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        if (PostgresBinaries.WhyNot is not null)
            return;
        await mirror.DisposeAsync();
        await audit.DisposeAsync();
        await named.DisposeAsync();
        await database.DisposeAsync();
    }

    private static Task WriteAsync(MirrorStore store) =>
        store.WriteAsync((writer, token) => writer.SavePassAsync(Pass(writer.Scope.Id), token), default);

    private static MirrorPass Pass(int scope) =>
        new()
        {
            Scope = scope,
            Kind = MirrorPassKind.New,
            State = "{}",
        };

    private async Task<(long Writes, long Foreign)> FoundAsync() =>
        (await audit.WritesAsync(), await audit.ForeignWritesAsync());
}
