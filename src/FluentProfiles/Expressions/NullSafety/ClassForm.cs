using FluentProfiles.Expressions.Captured;

namespace FluentProfiles.Expressions.NullSafety;

/// <summary>A class: null is one of its values.</summary>
internal sealed class ClassForm<T> : ValueForm
    where T : class
{
    public override Type Type => typeof(T);

    public override Type Lifted => typeof(T);

    public override SequenceReader ReaderOf(Type item) => SequenceReader<T>.Instance;

    public override TResult Accept<TResult>(IValueFormVisitor<TResult> visitor) => visitor.Class<T>();
}
