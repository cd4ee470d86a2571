namespace FluentProfiles.Emulator.Data;

/// <summary>Ids that look random and are the same in each run. Thread-safe.</summary>
internal sealed class RandomIds(int seed)
{
    private int made;

    public string Next(string prefix)
    {
        Span<char> text = stackalloc char[Base58.Length];
        var number = Dice.Mix((ulong)(uint)seed << 32 | (uint)Interlocked.Increment(ref made));
        Base58.Write(new UInt128(number, Dice.Mix(~number)), text);
        return string.Concat(prefix, text);
    }
}
