using System.Collections.Concurrent;
using FluentProfiles.Emulator.Data;

namespace FluentProfiles.Emulator.Faults;

/// <summary>The dice of a request, from its address and how often that came before, or of another event with two such parts.
/// Thread-safe.</summary>
internal sealed class FaultDice(int seed)
{
    // By the hash of the address: a run of a million profiles has ten thousand addresses.
    private readonly ConcurrentDictionary<ulong, int> times = [];

    public Dice Of(string kind, string target)
    {
        var address = Hash(Hash(14695981039346656037, kind), target);
        var time = times.AddOrUpdate(address, 1, static (_, before) => before + 1);
        return new(Dice.Mix(address ^ Dice.Mix((ulong)(uint)seed)) + (ulong)time);
    }

    // FNV-1a: string.GetHashCode differs from process to process.
    private static ulong Hash(ulong hash, string text)
    {
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 1099511628211);
        return hash;
    }
}
