namespace FluentProfiles.Model.Schema;

/// <summary>A set of fields of the model, one bit each: what a plan needs to have read.</summary>
internal readonly record struct FieldMask(ulong Bits)
{
    /// <summary>The most fields that the model may have.</summary>
    public const int MaxFields = 64;

    public static FieldMask None => default;

    public static FieldMask All => new(ulong.MaxValue);

    public bool IsEmpty => Bits == 0;

    /// <summary>The set of one field.</summary>
    /// <exception cref="InvalidOperationException">The model has more fields than the set has bits.</exception>
    public static FieldMask OfBit(int bit) =>
        bit < MaxFields
            ? new(1ul << bit)
            : throw new InvalidOperationException(
                $"The model has more than {MaxFields} fields. Widen {nameof(FieldMask)} before you add another one."
            );

    public static FieldMask operator |(FieldMask left, FieldMask right) => new(left.Bits | right.Bits);

    public static FieldMask operator &(FieldMask left, FieldMask right) => new(left.Bits & right.Bits);

    public bool Contains(FieldMask other) => (Bits & other.Bits) == other.Bits;

    public FieldMask Without(FieldMask other) => new(Bits & ~other.Bits);

    public bool Overlaps(FieldMask other) => (Bits & other.Bits) != 0;
}
