namespace FluentProfiles.Tests.Reliability;

/// <summary>Every way to run a query, cancelled at each of its steps in turn, over real connections.</summary>
[Collection(AloneCollection.Name)]
public sealed class CancellationPointTests
{
    private const int MostSteps = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly string[] Some = TestProfiles.Ids(Enumerable.Range(20, 12));

    private static readonly Dictionary<string, Func<CancelledRun, Task>> Runs = new()
    {
        ["items"] = async run => await EachAsync(Query(run), run),
        ["items, two pages ahead"] = async run => await EachAsync(Query(run).WithPrefetch(2), run),
        ["items, from both ends"] = async run => await EachAsync(Query(run).WithTwoEndedScan(), run),
        ["items read again"] = async run => await EachAsync(Query(run).WithDetails(3).Take(7), run),
        ["pages"] = async run =>
        {
            await foreach (var _ in Query(run).AsPages().WithCancellation(run.Token))
                run.Step();
        },
        ["a page"] = async run => await Query(run).ToPageAsync(35, null, run.Token),
        ["a list"] = async run => await Query(run).ToListAsync(run.Token),
        ["a count"] = async run => await Query(run).CountAsync(run.Token),
        ["the first"] = async run => await Query(run).Where(p => p.Name == "a0002").FirstAsync(run.Token),
        ["the last"] = async run => await Query(run).LastAsync(run.Token),
        ["the smallest"] = async run => await Query(run).MinByAsync(p => p.UpdatedAt, run.Token),
        ["looked up"] = async run => await Query(run).Where(p => Some.Contains(p.Id)).ToListAsync(run.Token),
        ["workers"] = async run =>
            await Query(run)
                .ForEachAsync(
                    (_, _) =>
                    {
                        run.Step();
                        return ValueTask.CompletedTask;
                    },
                    workers: 3,
                    run.Token
                ),
        ["one by its id"] = async run => await run.Client.GetAsync(Some[0], cancellationToken: run.Token),
    };

    public static TheoryData<string> Names => [.. Runs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AtAnyStep_EndsTheRunAndLeavesNothingBehind(string name)
    {
        await using var service = await TestService.StartAsync(50);
        using PoolWatch pool = new();
        for (var step = 1; step <= MostSteps; step++)
        {
            CancelledRun run = new(service.Emulator.BaseUrl, step);
            Exception? thrown;
            using (run)
            {
                thrown = await run.ThrownByAsync(Runs[name]).WaitAsync(Patience);
                if (!run.WasCancelled)
                {
                    Assert.Null(thrown);
                    Assert.InRange(step, 4, MostSteps);
                    return;
                }
            }
            Assert.True(
                thrown is OperationCanceledException { CancellationToken: var token } && token == run.Token,
                $"step {step}: {thrown?.ToString() ?? "nothing was thrown"}"
            );
            Assert.Equal(0, run.RequestsAfter);
            Assert.True(
                SpinWait.SpinUntil(() => run.Open == 0, Patience),
                $"step {step}: {run.Open} connections are open"
            );
            Assert.True(
                SpinWait.SpinUntil(() => pool.Lent == 0, Patience),
                $"step {step}: {pool.Lent} buffers are lent"
            );
        }
        Assert.Fail($"The run has more than {MostSteps} steps.");
    }

    private static ProfileQuery<UserProfile> Query(CancelledRun run) => run.Client.Query().WithPageSize(10);

    private static async Task EachAsync(ProfileQuery<UserProfile> query, CancelledRun run)
    {
        await foreach (var _ in query.WithCancellation(run.Token))
            run.Step();
    }
}
