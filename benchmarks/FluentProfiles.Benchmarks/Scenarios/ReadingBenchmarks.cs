using BenchmarkDotNet.Attributes;
using FluentProfiles.Benchmarks.Service;

namespace FluentProfiles.Benchmarks.Scenarios;

/// <summary>10,000 profiles from memory, 100 pages: what each scenario costs the client.</summary>
[MemoryDiagnoser, MinColumn]
public abstract class ReadingBenchmarks
{
    private protected ClientsUnderTest Clients { get; private set; } = null!;

    [GlobalSetup]
    public async Task SetUpAsync() => Clients = await ClientsUnderTest.OverAsync(Link);

    [GlobalCleanup]
    public void CleanUp() => Clients.Dispose();

    private protected virtual Link Link => Link.Memory;
}
