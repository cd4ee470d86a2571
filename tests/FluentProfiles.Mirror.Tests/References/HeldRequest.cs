namespace FluentProfiles.Mirror.Tests.References;

/// <summary>Holds one request, or the answer to it, until a test lets it go on.</summary>
/// <param name="method">The method of the request.</param>
internal sealed class HeldRequest(string method)
{
    private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int armed;

    /// <summary>Ends when the request is held.</summary>
    public Task Held => held.Task;

    /// <summary>Holds the next request with the method.</summary>
    public void Arm() => Interlocked.Exchange(ref armed, 1);

    public void Release() => released.SetResult();

    /// <summary>Waits if the request is the one to hold.</summary>
    public async Task PassAsync(string methodOfRequest)
    {
        if (methodOfRequest != method || Interlocked.Exchange(ref armed, 0) == 0)
            return;
        held.SetResult();
        await released.Task;
    }
}
