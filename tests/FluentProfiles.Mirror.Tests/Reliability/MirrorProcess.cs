using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using FluentProfiles.Mirror.Tests.KilledMirror;

namespace FluentProfiles.Mirror.Tests.Reliability;

/// <summary>A process that refreshes a mirror beside others.</summary>
internal sealed class MirrorProcess : IDisposable
{
    private readonly ConcurrentQueue<string> log = [];
    private readonly Process process;

    /// <param name="address">The address of the service.</param>
    /// <param name="connection">The database.</param>
    /// <param name="lease">The length of the lease.</param>
    /// <param name="wrongBy">By how much the clock of the process is wrong.</param>
    public MirrorProcess(string address, string connection, TimeSpan lease, TimeSpan wrongBy)
    {
        string[] arguments =
        [
            typeof(Replica).Assembly.Location,
            "host",
            address,
            connection,
            lease.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            wrongBy.TotalMinutes.ToString(CultureInfo.InvariantCulture),
        ];
        process = Process.Start(
            new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        process.OutputDataReceived += Note;
        process.ErrorDataReceived += Note;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    /// <summary>What it has logged, a line each.</summary>
    public IReadOnlyList<string> Log => [.. log];

    public bool IsSuspended { get; private set; }

    public bool HasExited => process.HasExited;

    public void Kill() => process.Kill();

    public void Suspend()
    {
        Signal("STOP");
        IsSuspended = true;
    }

    public void Continue()
    {
        Signal("CONT");
        IsSuspended = false;
    }

    public async Task EndAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose() => process.Dispose();

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private void Note(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
            log.Enqueue(text);
    }
}
