using System.Reflection;
using System.Runtime.InteropServices;
using Anthropic;
using BenchmarkDotNet.Running;
using Flurl.Http;

namespace FluentProfiles.Benchmarks.Report;

/// <summary>With what the measurements were made.</summary>
internal static class MeasuringEnvironment
{
    public static string Describe() =>
        $"{RuntimeInformation.FrameworkDescription}, BenchmarkDotNet {Version<BenchmarkRunInfo>()}, `Anthropic` {Version<AnthropicClient>()}, "
        + $"`Flurl.Http` {Version<FlurlClient>()}; {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} cores{Processor()}.";

    public static string Version<T>() =>
        typeof(T)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0]
        ?? typeof(T).Assembly.GetName().Version!.ToString(3);

    private static string Processor()
    {
        const string file = "/proc/cpuinfo";
        var line = File.Exists(file)
            ? File.ReadLines(file).FirstOrDefault(text => text.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line is null ? "" : " of " + line.Split(':')[1].Trim();
    }
}
