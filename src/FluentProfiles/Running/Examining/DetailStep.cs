using FluentProfiles.Running.Fetching;
using FluentProfiles.Running.Stages;

namespace FluentProfiles.Running.Examining;

/// <summary>Reads profiles again, by GET, between the two halves of the stages: a handful at once, and the next handful only
/// where more are needed.</summary>
/// <param name="next">Takes the profiles as read by GET.</param>
/// <param name="reader">Reads them.</param>
/// <param name="concurrency">How many at once.</param>
internal sealed class DetailStep(Stage<UserProfile> next, DetailReader reader, int concurrency)
{
    private readonly List<(int Examined, int[] Left)> origins = [];

    /// <summary>What the Skips and Takes before it have left: ahead of what it has passed on by what waits.</summary>
    public IReadOnlyList<Countdown> Before { get; set; } = [];

    /// <summary>Takes the profiles that are to be read again.</summary>
    public Output<UserProfile> Waiting { get; } = new();

    /// <summary>True while the profiles are read again, and after a failure of that.</summary>
    public bool IsReading { get; private set; }

    public bool IsFull => Waiting.Items.Count >= concurrency;

    /// <summary>Records how many profiles of the page were examined for those that wait by now.</summary>
    public void RecordOrigin(int examined)
    {
        while (origins.Count < Waiting.Items.Count)
            origins.Add((examined, [.. Before.Select(countdown => countdown.Left)]));
    }

    /// <summary>Reads the waiting profiles and passes them on in order.</summary>
    /// <returns>Null where more are needed, else the number of profiles examined for the last one needed.</returns>
    public async ValueTask<int?> FlushAsync()
    {
        var recorded = origins.ToArray();
        origins.Clear();
        IsReading = true;
        var read = await ReadAsync().ConfigureAwait(false);
        IsReading = false;
        for (var i = 0; i < read.Length; i++)
        {
            if (read[i] is { } profile && reader.Keeps(profile) && !next.Push(profile))
                return i < recorded.Length ? GoBackTo(recorded[i]) : 0;
        }
        return null;
    }

    /// <summary>The profiles that waited behind the last one needed were not taken: another run comes to them.</summary>
    private int GoBackTo((int Examined, int[] Left) origin)
    {
        for (var i = 0; i < Before.Count; i++)
            Before[i].Left = origin.Left[i];
        return origin.Examined;
    }

    /// <summary>Reads what the first half passed on at the end, and completes the second.</summary>
    public async ValueTask CompleteAsync()
    {
        await FlushAsync().ConfigureAwait(false);
        next.Complete();
    }

    private async Task<UserProfile?[]> ReadAsync()
    {
        List<UserProfile?> profiles = [];
        foreach (var some in Waiting.TakeItems().Chunk(concurrency))
            profiles.AddRange(await Task.WhenAll(some.Select(reader.ReadAsync)).ConfigureAwait(false));
        return [.. profiles];
    }
}
