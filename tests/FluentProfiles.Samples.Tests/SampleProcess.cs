using System.Diagnostics;

namespace FluentProfiles.Samples.Tests;

/// <summary>A sample in a process of its own, with no variables but those given. Killed when it is disposed of.</summary>
internal sealed class SampleProcess : IDisposable
{
    private readonly Process process;

    public SampleProcess(string sample, string arguments, params (string Name, string? Value)[] variables)
    {
        ProcessStartInfo start = new("dotnet", $"\"{Path.Combine(AppContext.BaseDirectory, sample)}.dll\" {arguments}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var name in start.Environment.Keys.Where(name => name.StartsWith("ANTHROPIC_", StringComparison.Ordinal))
        )
            start.Environment.Remove(name);
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        process = Process.Start(start)!;
    }

    /// <summary>Reads the output up to a line with the text, and returns that line.</summary>
    public async Task<string> LineWithAsync(string text)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(2));
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        }
        throw new InvalidOperationException($"No line with '{text}'. {await process.StandardError.ReadToEndAsync()}");
    }

    public async Task<(int Code, string Output, string Error)> EndAsync()
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(2));
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Asks the process to end, as a supervisor does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", $"-TERM {process.Id}");
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
