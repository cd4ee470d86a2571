namespace FluentProfiles.Model.Schema;

/// <summary>A set of fields of the model, one bit each: what a plan needs to have read.</summary>
internal readonly record struct FieldMask(ulong Bits)
{
    public static FieldMask None => default;

    public static FieldMask All => new(ulong.MaxValue);

    public bool IsEmpty => Bits == 0;

    public static FieldMask operator |(FieldMask left, FieldMask right) => new(left.Bits | right.Bits);

    public static FieldMask operator &(FieldMask left, FieldMask right) => new(left.Bits & right.Bits);

    public bool Contains(FieldMask other) => (Bits & other.Bits) == other.Bits;

    public FieldMask Without(FieldMask other) => new(Bits & ~other.Bits);

    public bool Overlaps(FieldMask other) => (Bits & other.Bits) != 0;
}
