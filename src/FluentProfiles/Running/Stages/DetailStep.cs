namespace FluentProfiles.Running.Stages;

/// <summary>Reads profiles again, by GET, between the two halves of the stages: a handful at once, and the next handful only
/// where more is wanted.</summary>
/// <param name="next">Takes the profiles as read by GET.</param>
/// <param name="read">Reads one; null where it is gone by now.</param>
/// <param name="concurrency">How many at once.</param>
internal sealed class DetailStep(Stage<UserProfile> next, Func<UserProfile, Task<UserProfile?>> read, int concurrency)
{
    private readonly List<(int Examined, int[] Left)> origins = [];

    /// <summary>What the Skips and Takes before it have left: ahead of what it has passed on by what waits.</summary>
    public IReadOnlyList<Countdown> Before { get; set; } = [];

    /// <summary>Takes the profiles that are to be read again.</summary>
    public Output<UserProfile> Waiting { get; } = new();

    public bool IsFull => Waiting.Items.Count >= concurrency;

    /// <summary>Notes how many profiles of the page were examined for what waits by now.</summary>
    public void NoteOrigin(int examined)
    {
        while (origins.Count < Waiting.Items.Count)
            origins.Add((examined, [.. Before.Select(countdown => countdown.Left)]));
    }

    /// <summary>Reads what waits and passes it on in order.</summary>
    /// <returns>Null where more is wanted, else the number of profiles examined for the last one wanted.</returns>
    public async ValueTask<int?> FlushAsync()
    {
        var noted = origins.ToArray();
        origins.Clear();
        var read = await ReadAsync().ConfigureAwait(false);
        for (var i = 0; i < read.Length; i++)
        {
            if (read[i] is { } profile && !next.Push(profile))
                return i < noted.Length ? GoBackTo(noted[i]) : 0;
        }
        return null;
    }

    /// <summary>What waited behind the last profile wanted was not taken: another run comes to it.</summary>
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
            profiles.AddRange(await Task.WhenAll(some.Select(read)).ConfigureAwait(false));
        return [.. profiles];
    }
}
