namespace FluentProfiles.Emulator.Data;

/// <summary>Ids that look random and still tell their sequence number, so that a million of them need no index.</summary>
internal static class ProfileIds
{
    private const string Prefix = "uprof_01";

    public static string Of(int seed, int sequence) =>
        string.Create(
            Prefix.Length + Base58.Length,
            (seed, sequence),
            static (text, from) =>
            {
                Prefix.CopyTo(text);
                Base58.Write(Bits(from.seed, from.sequence), text[Prefix.Length..]);
            }
        );

    /// <summary>The id of a profile that is created later. Its seed is never that of generated profiles: given ones may come from
    /// another emulator.</summary>
    public static string OfNew(int seed, int sequence) => Of(~seed, sequence);

    /// <summary>The sequence number of an id, or -1 for an id that is not of this seed.</summary>
    public static int Find(int seed, string id)
    {
        if (!id.StartsWith(Prefix, StringComparison.Ordinal) || !Base58.TryRead(id.AsSpan(Prefix.Length), out var bits))
            return -1;
        var sequence = (int)((ulong)bits ^ Dice.Mix((ulong)(bits >> 64)));
        return sequence >= 0 && Of(seed, sequence) == id ? sequence : -1;
    }

    private static UInt128 Bits(int seed, int sequence)
    {
        var high = Dice.Of(seed, sequence, 1).Next();
        return new UInt128(high, Dice.Mix(high) ^ (ulong)sequence);
    }
}
