using FluentProfiles.Expressions.Captured;

namespace FluentProfiles.Expressions.NullSafety;

/// <summary>A value type: it takes no null, but a chain that gives it may.</summary>
internal class StructForm<T> : ValueForm
    where T : struct
{
    public override Type Type => typeof(T);

    public override Type Lifted => typeof(T?);

    public override SequenceReader ReaderOf(Type item) =>
        item == typeof(T) ? SequenceReader<T>.Instance : SequenceReader<T?>.Instance;

    public override TResult Accept<TResult>(IValueFormVisitor<TResult> visitor) => visitor.Struct<T>();
}
