using System.Diagnostics.CodeAnalysis;

namespace FluentProfiles;

/// <summary>The change that an update makes to a member: it leaves the member unchanged (<see langword="default"/>),
/// sets it (any <typeparamref name="T"/> converts) or clears it (<see cref="Change.Clear"/>).</summary>
/// <remarks>A null value does not clear the member. It leaves the member unchanged, as elsewhere in a write. If the
/// compiler warns that a value may be null, use <see cref="Change.SetOrLeave"/> or
/// <see cref="Change.SetOrClear"/>.</remarks>
/// <typeparam name="T">The type of the member's value.</typeparam>
public readonly struct Change<T> : IEquatable<Change<T>>
    where T : notnull
{
    private Change(T value) => (Value, IsSet) = (value, value is not null);

    private Change(bool isCleared)
        : this() => IsCleared = isCleared;

    /// <summary>Gets a value that indicates whether the member is set to <see cref="Value"/>.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsSet { get; }

    /// <summary>Gets a value that indicates whether the member is cleared.</summary>
    public bool IsCleared { get; }

    /// <summary>The new value of the member, or the default of its type if <see cref="IsSet"/> is false.</summary>
    public T? Value { get; }

    /// <summary>Sets the member to a value. Null leaves it unchanged.</summary>
    public static implicit operator Change<T>(T value) => new(value);

    /// <summary>Clears the member.</summary>
    public static implicit operator Change<T>(ClearedValue cleared) => new(cleared.Clears);

    /// <summary>Returns true if the states and the values are equal.</summary>
    public static bool operator ==(Change<T> left, Change<T> right) => left.Equals(right);

    /// <summary>Returns true if the states or the values differ.</summary>
    public static bool operator !=(Change<T> left, Change<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Change<T> other) =>
        IsSet == other.IsSet && IsCleared == other.IsCleared && EqualityComparer<T?>.Default.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Change<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsSet, IsCleared, Value);

    /// <summary>Returns the state and the value: <c>left alone</c>, <c>cleared</c>, <c>set to "Ada"</c>.</summary>
    public override string ToString() =>
        IsSet ? $"set to \"{Value}\""
        : IsCleared ? "cleared"
        : "left alone";
}
