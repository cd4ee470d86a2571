using FluentProfiles.Tests.Properties.Cases;

namespace FluentProfiles.Tests.Properties;

/// <summary>
/// Random queries over random data, against the emulator's engine and, as the oracle, LINQ to objects with the service's order
/// of names and an interpreter of the null rule of its own. <see cref="Trials"/> says how to run more of them.
/// </summary>
public sealed class RandomQueryTests
{
    [Fact]
    public Task AnyQuery_GivesWhatLinqGivesInNoMoreRequestsThanAnnounced() =>
        Trials.RunAsync(2_000, (_, engine, query) => query.FailureAsync(engine));
}
