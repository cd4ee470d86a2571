namespace FluentProfiles.Tests.Running;

/// <summary>Every terminal hands its token down.</summary>
public sealed class TerminalCancellationTests
{
    private static readonly Dictionary<string, Func<ProfileQuery<UserProfile>, CancellationToken, Task>> Terminals =
        new()
        {
            ["ToList"] = async (query, stop) => await query.ToListAsync(stop),
            ["ToArray"] = async (query, stop) => await query.ToArrayAsync(stop),
            ["ToHashSet"] = async (query, stop) => await query.ToHashSetAsync(stop),
            ["ToDictionary"] = async (query, stop) => await query.ToDictionaryAsync(p => p.Id, stop),
            ["First"] = async (query, stop) => await query.FirstAsync(stop),
            ["FirstOrDefault"] = async (query, stop) => await query.FirstOrDefaultAsync(stop),
            ["Single"] = async (query, stop) => await query.SingleAsync(stop),
            ["SingleOrDefault"] = async (query, stop) => await query.SingleOrDefaultAsync(stop),
            ["Last"] = async (query, stop) => await query.LastAsync(stop),
            ["LastOrDefault"] = async (query, stop) => await query.LastOrDefaultAsync(stop),
            ["Any"] = async (query, stop) => await query.AnyAsync(stop),
            ["All"] = async (query, stop) => await query.AllAsync(p => p.Name == null, stop),
            ["Count"] = async (query, stop) => await query.CountAsync(stop),
            ["LongCount"] = async (query, stop) => await query.LongCountAsync(stop),
            ["Contains"] = async (query, stop) => await query.Select(p => p.Name).ContainsAsync("x", stop),
            ["ElementAt"] = async (query, stop) => await query.ElementAtAsync(0, stop),
            ["Min"] = async (query, stop) => await query.MinAsync(p => p.Name, stop),
            ["Max"] = async (query, stop) => await query.MaxAsync(p => p.Name, stop),
            ["MinBy"] = async (query, stop) => await query.MinByAsync(p => p.Name, stop),
            ["MaxBy"] = async (query, stop) => await query.MaxByAsync(p => p.Name, stop),
            ["ForEach"] = async (query, stop) => await query.ForEachAsync((_, _) => default, 1, stop),
            ["ForEachWithWorkers"] = async (query, stop) => await query.ForEachAsync((_, _) => default, 3, stop),
            ["ToPage"] = async (query, stop) => await query.ToPageAsync(5, null, stop),
        };

    public static TheoryData<string> Names => [.. Terminals.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Cancelled_ThrowsWithTheCallersToken(string terminal)
    {
        await using var service = await TestService.StartAsync(3);
        Gate gate = new(service.Emulator, 1);
        using CancellationTokenSource source = new();

        var running = Terminals[terminal](service.Query(), source.Token);
        await gate.Arrived;
        await source.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(source.Token, thrown.CancellationToken);
        Assert.Single(service.Requests);
    }
}
