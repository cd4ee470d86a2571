namespace FluentProfiles.Tests.Properties.Expressions.Captured;

/// <summary>A struct with operators that C# lifts, also where they take their operands with <c>in</c>, and with others that are
/// called for null.</summary>
public readonly record struct Money(int Amount)
{
    public static Money? operator -(Money? left, Money? right) =>
        new(unchecked((left?.Amount ?? 0) - (right?.Amount ?? 1)));

    public static Money operator +(in Money left, in Money right) => new(unchecked(left.Amount + right.Amount));

    public static bool operator >(Money left, Money right) => left.Amount > right.Amount;

    public static bool operator <(Money left, Money right) => left.Amount < right.Amount;

    public static implicit operator Money(int? amount) => new(amount ?? -1);

    public static explicit operator decimal(in Money money) => money.Amount;
}
