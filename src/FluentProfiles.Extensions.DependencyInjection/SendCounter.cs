namespace FluentProfiles.Hosting;

/// <summary>Counts how often a handler of the application sends one request of ours, and knows whether an earlier time may have
/// reached the service. It travels in the request's options, which a copy of the request shares.</summary>
internal sealed class SendCounter
{
    private static readonly HttpRequestOptionsKey<SendCounter> Key = new("FluentProfiles.SendCounter");

    private int count;

    private int arrived;

    public int Count => Volatile.Read(ref count);

    public bool MayHaveArrived => Volatile.Read(ref arrived) == 1;

    public static SendCounter AttachTo(HttpRequestMessage request)
    {
        SendCounter counter = new();
        request.Options.Set(Key, counter);
        return counter;
    }

    public static SendCounter? Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var counter) ? counter : null;

    /// <summary>Counts one more time.</summary>
    /// <returns>Whether none before it may have reached the service.</returns>
    public bool Add()
    {
        Interlocked.Increment(ref count);
        return Interlocked.Exchange(ref arrived, 1) == 0;
    }

    /// <summary>Hears that the latest time has had no effect.</summary>
    public void NoteRefused() => Volatile.Write(ref arrived, 0);
}
