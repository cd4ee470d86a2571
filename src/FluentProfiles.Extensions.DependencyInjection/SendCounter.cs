namespace FluentProfiles.Hosting;

/// <summary>Counts how often handlers of the application send one request, and keeps whether an earlier attempt may have reached
/// the service. It is stored in the request's options, which a copy of the request shares.</summary>
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

    /// <summary>Counts an attempt.</summary>
    /// <returns>False when an earlier attempt may have reached the service.</returns>
    public bool Add()
    {
        Interlocked.Increment(ref count);
        return Interlocked.Exchange(ref arrived, 1) == 0;
    }

    /// <summary>Notes that the latest attempt had no effect.</summary>
    public void NoteRefused() => Volatile.Write(ref arrived, 0);
}
