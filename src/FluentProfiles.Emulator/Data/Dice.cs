namespace FluentProfiles.Emulator.Data;

/// <summary>Random numbers that depend on nothing but their seed, so that any profile can be made at any time on its own.
/// (SplitMix64: two multiplications a number.)</summary>
internal struct Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>The dice of one purpose for one profile.</summary>
    public static Dice Of(int seed, int sequence, ulong purpose) =>
        new(Mix(Mix((ulong)seed + 0x9E3779B97F4A7C15 * purpose) + (ulong)sequence));

    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    public ulong Next()
    {
        state = Mix(state);
        return state;
    }

    public int Below(int bound) => (int)((uint)(Next() >> 32) * (ulong)bound >> 32);

    /// <summary>True in so many of a thousand cases.</summary>
    public bool PerMille(int share) => Below(1000) < share;

    /// <summary>From 0 to just below 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public T Pick<T>(T[] pool) => pool[Below(pool.Length)];
}
