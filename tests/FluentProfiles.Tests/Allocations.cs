namespace FluentProfiles.Tests;

/// <summary>Measures what code allocates on this thread: unlike its time, that is the same on any machine.</summary>
internal static class Allocations
{
    /// <summary>The bytes of the cheapest of many calls. The first calls fill caches, and the runtime replaces the code that
    /// they run at a time of its own choice.</summary>
    public static long Of(Action call, int calls = 100)
    {
        var least = long.MaxValue;
        for (var i = 0; i < calls; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            call();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
