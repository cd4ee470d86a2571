namespace FluentProfiles.Hosting;

/// <summary>Counts how often a handler of the application sends one request of ours. It travels in the request's options, which
/// a copy of the request shares.</summary>
internal sealed class SendCounter
{
    private static readonly HttpRequestOptionsKey<SendCounter> Key = new("FluentProfiles.SendCounter");

    private int count;

    public int Count => Volatile.Read(ref count);

    public static SendCounter AttachTo(HttpRequestMessage request)
    {
        SendCounter counter = new();
        request.Options.Set(Key, counter);
        return counter;
    }

    public static void CountOne(HttpRequestMessage request)
    {
        if (request.Options.TryGetValue(Key, out var counter))
            Interlocked.Increment(ref counter.count);
    }
}
