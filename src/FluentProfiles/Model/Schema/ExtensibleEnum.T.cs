namespace FluentProfiles.Model.Schema;

/// <param name="create">Makes the value of a text.</param>
/// <param name="isKnown">Gets <c>IsKnown</c>.</param>
/// <param name="effective">Gets <c>Effective</c>; null where the type has none.</param>
/// <param name="known">The texts of the known values.</param>
internal sealed class ExtensibleEnum<T>(
    Func<string?, T> create,
    Func<T, bool> isKnown,
    Func<T, T>? effective,
    string[] known
) : ExtensibleEnum
    where T : struct, IEquatable<T>
{
    public override Type Type => typeof(T);

    public override IReadOnlyList<string> KnownTexts => known;

    public Func<string?, T> Create => create;

    public Func<T, bool> IsKnown => isKnown;

    public Func<T, T>? Effective => effective;

    public override bool IsDefault(object comparer) => ReferenceEquals(comparer, EqualityComparer<T>.Default);

    public override TResult Accept<TResult>(IExtensibleEnumVisitor<TResult> visitor) => visitor.Visit(this);
}
