using Probe;
using Probe.Life;

// Ctrl+C leaves time to delete the probe's profile.
return await ProbeCommand
    .Create()
    .Parse(args)
    .InvokeAsync(new() { ProcessTerminationTimeout = ProfileLife.MostCleanupTime + TimeSpan.FromSeconds(5) });
