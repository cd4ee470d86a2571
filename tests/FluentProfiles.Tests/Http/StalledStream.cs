using System.Text;

namespace FluentProfiles.Tests.Http;

/// <summary>The body of an answer that comes to a halt.</summary>
/// <param name="sent">What arrives before.</param>
/// <param name="stalled">Called when the rest is waited for.</param>
internal sealed class StalledStream(string sent, Action stalled) : MemoryStream(Encoding.UTF8.GetBytes(sent))
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (await base.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            return read;
        stalled();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 0;
    }
}
