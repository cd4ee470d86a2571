using System.Diagnostics;
using FluentProfiles.Tests.KilledConsumer;

namespace FluentProfiles.Tests.Reliability;

/// <summary>Runs <c>tests/KilledConsumer</c> against a service, and kills it (SIGKILL) at a random moment.</summary>
/// <param name="random">Chooses the moment.</param>
/// <param name="lost">The share of requests whose connection breaks before they are carried out.</param>
internal sealed class KilledProcess(Random random, double lost = 0)
{
    private const int MostMicrosecondsMore = 3_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Starts the process, and kills it after some requests and a moment more.</summary>
    /// <param name="service">The service that the process talks to.</param>
    /// <param name="requests">After how many requests it is killed; null for never.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>Whether it was killed.</returns>
    public async Task<bool> RunAsync(TestService service, int? requests, params string[] arguments)
    {
        var (seen, moment) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        service.Emulator.Intercept = _ =>
        {
            if (Interlocked.Increment(ref seen) >= requests)
                moment.TrySetResult();
            return IsLost() ? throw new IOException("The connection breaks.") : null;
        };
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [typeof(Journal).Assembly.Location, .. arguments])
        )!;
        var end = process.WaitForExitAsync();
        if (requests == 0)
            moment.TrySetResult();
        await Task.WhenAny(end, moment.Task).WaitAsync(Patience);
        if (!end.IsCompleted)
        {
            // Before the process has come up, too, where no request was to be waited for.
            var more = TimeSpan.FromMicroseconds(random.Next(MostMicrosecondsMore) * (requests == 0 ? 50 : 1));
            for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < more; )
                Thread.SpinWait(20);
            process.Kill();
        }
        await end.WaitAsync(Patience);
        service.Emulator.Intercept = null;
        return process.ExitCode != 0;
    }

    private bool IsLost()
    {
        lock (random)
            return random.NextDouble() < lost;
    }
}
