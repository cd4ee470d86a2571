namespace FluentProfiles.Emulator.Data;

/// <summary>128 bits as 22 letters and digits that nobody mistakes for one another.</summary>
internal static class Base58
{
    public const int Length = 22;

    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    public static void Write(UInt128 value, Span<char> text)
    {
        // Half by half: dividing 128 bits is an order of magnitude slower than dividing 64.
        Write((ulong)(value >> 64), text[..(Length / 2)]);
        Write((ulong)value, text[(Length / 2)..]);
    }

    public static bool TryRead(ReadOnlySpan<char> text, out UInt128 value)
    {
        value = default;
        if (text.Length != Length || !TryRead(text[..(Length / 2)], out ulong high))
            return false;
        if (!TryRead(text[(Length / 2)..], out ulong low))
            return false;
        value = new UInt128(high, low);
        return true;
    }

    private static void Write(ulong value, Span<char> text)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            text[i] = Alphabet[(int)(value % 58)];
            value /= 58;
        }
    }

    private static bool TryRead(ReadOnlySpan<char> text, out ulong value)
    {
        value = 0;
        foreach (var letter in text)
        {
            var digit = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0)
                return false;
            value = unchecked(value * 58 + (ulong)digit);
        }
        return true;
    }
}
