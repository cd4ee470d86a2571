using System.Linq.Expressions;
using FluentProfiles.Expressions.Captured;

namespace FluentProfiles.Expressions.NullSafety;

/// <summary>A type that expressions over a profile deal in, and how it holds null. Each is instantiated by name, which keeps it
/// whole under ahead-of-time compilation.</summary>
internal abstract class ValueForm
{
    /// <summary>The type, without its nullable form.</summary>
    public abstract Type Type { get; }

    /// <summary>The type that also holds null: a class itself, a value type's <see cref="System.Nullable{T}"/>, an extensible
    /// enum itself, whose default it is.</summary>
    public abstract Type Lifted { get; }

    /// <summary>The reader of sequences of the type, or of its nullable form.</summary>
    public abstract SequenceReader ReaderOf(Type item);

    /// <summary>A value of an extensible enum in its nullable form, which is null for the default; null for another type.</summary>
    public virtual Expression? EmptyAsNull(Expression value) => null;

    /// <summary>A known value as it is held: an extensible enum's default is null in its nullable form, and null its default
    /// else.</summary>
    public virtual object? Held(object? value, bool isNullable) => value;

    public abstract TResult Accept<TResult>(IValueFormVisitor<TResult> visitor);
}
