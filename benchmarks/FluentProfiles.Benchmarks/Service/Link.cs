namespace FluentProfiles.Benchmarks.Service;

/// <summary>What lies between a client and the service.</summary>
public enum Link
{
    /// <summary>Nothing: the pages are served from memory.</summary>
    Memory,

    /// <summary>A socket, and an emulator in a process of its own, so that its work is not counted as the client's.</summary>
    Loopback,
}
