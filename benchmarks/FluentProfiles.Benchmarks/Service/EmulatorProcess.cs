using System.Diagnostics;

namespace FluentProfiles.Benchmarks.Service;

/// <summary>An emulator in a process of its own.</summary>
internal sealed class EmulatorProcess : IDisposable
{
    private readonly Process process;

    private EmulatorProcess(Process process, string baseUrl)
    {
        this.process = process;
        BaseUrl = baseUrl;
    }

    public string BaseUrl { get; }

    public static async Task<EmulatorProcess> StartAsync(int profiles, params string[] options)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "FluentProfiles.Emulator.Tool.dll");
        ProcessStartInfo start = new("dotnet", [program, "--port", "0", "--count", $"{profiles}", .. options])
        {
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var url = await process.StandardOutput.ReadLineAsync();
        return new(process, url ?? throw new InvalidOperationException("The emulator did not start."));
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }
}
