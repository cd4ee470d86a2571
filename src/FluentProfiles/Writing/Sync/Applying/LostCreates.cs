namespace FluentProfiles.Writing.Sync.Applying;

/// <summary>Collects creates whose answer was lost. Thread-safe.</summary>
internal sealed class LostCreates
{
    private List<LostCreate> creates = [];

    public void Add(LostCreate create)
    {
        lock (this)
            creates.Add(create);
    }

    public List<LostCreate> TakeAll()
    {
        lock (this)
        {
            var all = creates;
            creates = [];
            return all;
        }
    }
}
